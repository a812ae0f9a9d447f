"""Clean text to Plan: furniture, headings, sections, units, metadata."""
