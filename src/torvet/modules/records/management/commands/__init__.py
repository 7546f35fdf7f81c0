"""Commands of open records."""
