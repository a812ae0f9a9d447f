"""Counterparts between plans: features, one scoring function, matching."""
