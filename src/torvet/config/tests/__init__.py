"""Tests of the one command line."""
