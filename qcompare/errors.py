"""The errors a user can meet: each says what is wrong, why, and what to do."""

from __future__ import annotations


class QCompareError(Exception):
    """Anything that stops a run: one message, one way out."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}\n{self.hint}" if self.hint else self.message


class UnknownName(QCompareError):
    """A plan, topic, pillar, schema or unit that nothing answers to."""


class UnreadableInput(QCompareError):
    """A file that is missing, empty, binary, not Chinese, or of a kind that cannot be read."""


class BadConfiguration(QCompareError):
    """A configuration, taxonomy or front matter with faults; the message lists all of them."""


class BadOutput(QCompareError):
    """A result that cannot be written where it was asked for."""


class BadUsage(QCompareError):
    """Options or arguments that do not go together."""
