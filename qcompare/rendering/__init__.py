"""Finished values to text: views that build documents, formats that write them."""
