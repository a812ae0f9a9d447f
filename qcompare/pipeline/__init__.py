"""The public verbs: name plans, load them, compare them. They join the rooms and never print."""
