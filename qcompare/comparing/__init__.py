"""Coverage, rows, similarity: the Comparison."""
