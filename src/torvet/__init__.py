"""Torvet, the open-source digital square of a Danish municipality."""

__version__ = "0.1.0"
