"""The parts of a Word file (.docx): package, XML, styles, numbering, paragraphs, tables."""
