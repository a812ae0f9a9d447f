"""Compare municipal quality-improvement plans of Chinese cities side by side."""
