"""The places of mainland China, and how titles, issuers and texts name them."""
