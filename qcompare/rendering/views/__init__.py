"""One file per command: a finished value in, a Document out; beside them the parts that they share."""
