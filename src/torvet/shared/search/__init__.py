"""Search over everything public: rows in the database are the truth, the index can always be rebuilt."""
