"""What three or more modules need: a ladder, where each step stands on those after it."""
