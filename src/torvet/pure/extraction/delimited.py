"""A table of values in text (CSV): which sign parts its columns, and its rows as a table."""

import csv
import io
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from torvet.pure.extraction.blocks import Paragraph, Style, Table
from torvet.pure.extraction.plain import decode
from torvet.pure.extraction.refusal import ExtractionRefused, RefusalCode
from torvet.pure.extraction.rendition import Rendition

DELIMITERS = (";", "\t", ",", "|")
SAMPLE_ROWS = 50
SAME_COLUMNS_SHARE = 0.9
LEAST_ROWS = 2
MAX_CELLS = 200_000
MAX_COLUMNS = 2_000
MAX_CELL_CHARACTERS = 1 << 20
DECLARATION = "sep="
"""Excel's own first line that names the delimiter; it is no row."""


def read_delimited(data: bytes) -> Rendition:
    """Read a CSV; raises ExtractionRefused for too many cells. A text that is no table after all keeps its lines."""
    decoded = decode(data)
    rendition = Rendition()
    if decoded.damaged:
        rendition.mark("damaged-characters")
    delimiter = delimiter_of(decoded.text)
    if not delimiter:
        rendition.blocks = [Paragraph(decoded.text.replace("\r\n", "\n").strip("\n"), Style.PREFORMATTED)]
        return rendition
    text = decoded.text
    if text[:4].lower() == DECLARATION:
        text = text.partition("\n")[2]
    rows, cells = [], 0
    for row in _rows(text, delimiter):
        cells += len(row)
        if len(row) > MAX_COLUMNS or cells > MAX_CELLS:
            raise ExtractionRefused(RefusalCode.TOO_LARGE, f"over {MAX_CELLS} celler")
        if any(cell.strip() for cell in row):
            rows.append(tuple(cell.replace("\r\n", "\n").replace("\r", "\n") for cell in row))
    rendition.blocks = [Table(tuple(rows))] if rows else []
    return rendition


def delimiter_of(text: str) -> str:
    """The sign that parts most of the first rows into the same number of columns, "" for a text that is no table.

    >>> delimiter_of("navn;beløb\\nBo;1,5\\n"), delimiter_of("Kære Bo, tak.\\nHilsen, Ib\\nog, mere, endnu\\n")
    (';', '')
    """
    if text[:4].lower() == DECLARATION and text[4:5] in DELIMITERS:
        return text[4]
    best, most = "", 0.0
    for delimiter in DELIMITERS:
        found = _likeness(text, delimiter)
        if found > most:
            best, most = delimiter, found
    return best


def _likeness(text: str, delimiter: str) -> float:
    """How sure it is that a sign parts the columns: 0 for no, more for more columns."""
    try:
        widths = Counter(len(row) for row in islice(_rows(text[: 1 << 16], delimiter), SAMPLE_ROWS) if row)
    except ExtractionRefused:
        return 0.0
    total = sum(widths.values())
    if total < LEAST_ROWS:
        return 0.0
    columns, count = widths.most_common(1)[0]
    return float(columns) if columns > 1 and count >= SAME_COLUMNS_SHARE * total else 0.0


def _rows(text: str, delimiter: str) -> Iterator[list[str]]:
    csv.field_size_limit(MAX_CELL_CHARACTERS)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    except csv.Error as error:
        raise ExtractionRefused(RefusalCode.UNREADABLE, "CSV") from error
