"""Handrail: from what people tell each other to a routine that is safe for today's body."""

__version__ = "0.1.0"
