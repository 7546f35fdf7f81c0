"""Danish and English formats where they differ from Django."""
