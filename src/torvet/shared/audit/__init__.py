"""Who did what, when and why: an append-only list, written in the same transaction as what it tells of.

Nouns: event. Written by hand from actions, never by signals, so that a reader of the action sees it.
Personal data of citizens never stand here; the names of staff do.
"""
