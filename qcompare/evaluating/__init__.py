"""How well codings, targets and alignments agree with those of readers."""
