"""Files that mean harm, and what has to become of each of them."""
