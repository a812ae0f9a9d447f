"""The version, read from here by the build too: asking the installed metadata takes 40 ms."""

VERSION = "0.1.0"
