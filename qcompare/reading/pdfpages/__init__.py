"""How the text of a PDF page is put together again: characters to lines, lines to paragraphs and tables."""
