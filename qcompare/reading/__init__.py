"""Bytes to RawText, one file per kind of document."""
