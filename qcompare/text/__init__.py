"""Repair steps, offset maps, numerals and words: what every later room builds on."""
