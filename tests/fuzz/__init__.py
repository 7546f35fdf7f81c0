"""Parsers fed with what nobody would write, for as long as one has patience; and what was found, kept."""
