"""Computation that has never heard of Django and that others could use outside Torvet."""
