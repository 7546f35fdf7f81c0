"""The house rules as tests: what imports alone cannot show, and the import law seen red.

Each rule is a function that returns what breaks it, so that a test can see it find nothing in the tree and find a
planted violation.
"""
