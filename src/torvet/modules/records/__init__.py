"""Open records: a municipality's journal becomes documents that anyone can search the day after.

Nouns: case, journal entry, document, version, rendition, page, finding, redaction, publication, withdrawal.
Used by citizens and journalists (reading), records officers (withdrawing, looking after what is held) and
caseworkers (what became of our documents). Legal basis: offentlighedsloven §§ 13-17 (journal), 14 and 17 (openness
beyond duty); databeskyttelsesforordningen art. 5-6 (necessity), which is why personal data is covered first.
"""
