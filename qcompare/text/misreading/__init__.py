"""Text that was decoded by the wrong encoding, and read right again."""
