"""Tests of open records."""
