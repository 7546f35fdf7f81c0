"""One command a file, reached through `torvet search`."""
