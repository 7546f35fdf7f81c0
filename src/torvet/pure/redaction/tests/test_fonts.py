"""What the codes of a font mean."""

import pikepdf

from torvet.pure.redaction.fonts import read_font


def test_a_free_code_of_winansi_is_a_bullet() -> None:
    """Otherwise every list drawn with a built-in font would be held as text that cannot be trusted."""
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    font.Encoding = pikepdf.Name.WinAnsiEncoding
    assert read_font(font).text([0x7F]) == "\N{BULLET}"
