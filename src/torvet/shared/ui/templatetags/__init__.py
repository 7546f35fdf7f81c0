"""Template tags of Torvet UI."""
