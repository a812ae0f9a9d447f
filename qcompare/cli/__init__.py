"""The command line: options to pipeline to renderer, and the one error boundary."""
