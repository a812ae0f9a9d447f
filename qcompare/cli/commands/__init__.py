"""The commands, one in each file: own arguments, and a Run that holds the options all share."""
