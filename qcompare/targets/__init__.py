"""Quantified targets: indicator, operator, value, unit, deadline."""
