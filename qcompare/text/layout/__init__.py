"""Page numbers, line breaks and blanks that fell into sentences and words."""
