"""One sheet per command: a finished value as one table for CSV."""
