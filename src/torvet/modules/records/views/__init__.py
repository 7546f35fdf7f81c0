"""The pages of open records, by who opens them: everybody (`reading`, `searching`, `twins`, `feeds`) or staff."""
