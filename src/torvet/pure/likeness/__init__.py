"""How alike two pages are: by their words (shingles and MinHash) and by their picture (a hash of its coarse shape).

Every page becomes a few numbers that cannot be turned back into text; pages that are nearly the same share some of
them, so that copies are found among millions without comparing all with all. Standard library and Pillow only.
What is deliberately not here: where pages come from, what is done about a copy, and any search for meaning.
"""

from .minhash import BAND_COUNT, bands, estimate, minhash
from .picture import distance, picture_hash, quarters
from .shingles import shingles, similarity, text_sha256

__all__ = [
    "BAND_COUNT",
    "bands",
    "distance",
    "estimate",
    "minhash",
    "picture_hash",
    "quarters",
    "shingles",
    "similarity",
    "text_sha256",
]
