"""The delivery format: what a case system hands over. Documented in docs/delivery-format.md.

Here is reading and checking against the published JSON Schema; what the lines mean for the case file is in `actions`.
"""
