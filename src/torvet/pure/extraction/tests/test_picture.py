"""Pictures: a page a frame, upright and on white, with nothing carried over but what is seen."""

import base64
import io
import struct
import zlib

import pikepdf
import pypdfium2
import pytest
from PIL import Image, PngImagePlugin

from torvet.pure.extraction import Extraction, ExtractionRefused, MediaType, RefusalCode, extract, picture

HEIC = zlib.decompress(
    base64.b85decode(
        "c-mc3ze^lJ6n-<SvO+koh!`cDbD|<*p_N@&`~eD{|A2)o`@?&1dpF!Ir*;Y!35Zx(+bDJxLP%_kovn}}orP8@qK$fma=w|JmCFsh"
        "d2hb?-prf#4FG%&<4su%&;uF~hEpnz&<z3DT@=JFBqLw+OH~ttL@$Q6k&zfjI^twm^xcHwfS`E^OBIh%Fz0{;EJ@*Z8o@ASrE%(Q"
        "VkW$ackG0$fLIRoO6~X3BH${EIK{d*1udX1X03`o{Kurc`3=-({6Sfj<iDfzD&*^Q#4NMq`@3=v@bcPd0Q6XbQa?HD18X)F!Ge8V"
        "f(5yA?&N86e1@^MokOwRdGPn{_~(yoc2X!vPx&FDcg?ZO+OKbP$w#coz+C7UYsXX@vl2H@zudNMasw!%R3U00-{!!%wL_~htOj8!"
        "jgQfqZm?=&#`9~Q7C|-Wca#Vv#@K29*8SqqMf2u%@bT%iaeTGfJlk8pUK#xNY(=U!P$<B-7KXEo&h8@{{W=02Mz$}CwcysvL3u*d"
        "f>^krn5l?`N=bc<4s$18PU`J662>%Zd>%9_#dl5p)8_PC%jZzO+xVVV{0()VZ7B"
    )
)
"""64 x 32 pixels, red on the left and blue on the right, made with libheif; it says who took it, and where."""

RED, BLUE, WHITE, BLACK = (200, 30, 30), (30, 30, 200), (255, 255, 255), (0, 0, 0)
XMP = b"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:ps="http://ns.adobe.com/photoshop/1.0/" ps:City="Fjordby"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="Camera"><dc:title xmlns:dc="http://purl.org/dc/elements/1.1/">
<rdf:Alt><rdf:li xml:lang="da">Haven hos Bo</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta>"""


def halves(mode: str = "RGB", size: tuple[int, int] = (64, 32)) -> Image.Image:
    """Red on the left, blue on the right."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, size[0], size[1]))
    return image.convert(mode)


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def hidden(extraction: Extraction) -> set[tuple[str, str]]:
    return {(found.place, found.text) for found in extraction.hidden}


def drawn(extraction: Extraction, page: int = 0) -> Image.Image:
    with pypdfium2.PdfDocument(extraction.pdf) as document:
        image: Image.Image = document[page].render(scale=1).to_pil().convert("RGB")
        return image


def colours(extraction: Extraction, page: int = 0) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Those in the middle of the left and of the right half."""
    shown = drawn(extraction, page)
    points = ((shown.width // 4, shown.height // 2), (shown.width * 3 // 4, shown.height // 2))
    return tuple(shown.getpixel(point) for point in points)  # type: ignore[return-value]


def are_near(found: tuple[tuple[int, ...], ...], wanted: tuple[tuple[int, ...], ...]) -> bool:
    return all(
        abs(a - b) < 12 for one, other in zip(found, wanted, strict=True) for a, b in zip(one, other, strict=True)
    )


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (saved(halves(), "JPEG"), MediaType.JPEG),
        (saved(halves("CMYK"), "JPEG"), MediaType.JPEG),
        (saved(halves(), "PNG"), MediaType.PNG),
        (saved(halves().quantize(2), "PNG"), MediaType.PNG),
        (saved(halves("RGBA"), "PNG"), MediaType.PNG),
        (saved(halves(), "TIFF"), MediaType.TIFF),
        (saved(halves("CMYK"), "TIFF"), MediaType.TIFF),
        (saved(halves("YCbCr"), "TIFF"), MediaType.TIFF),
        (saved(halves(), "TIFF", compression="jpeg"), MediaType.TIFF),
        (HEIC, MediaType.HEIC),
    ],
)
def test_a_picture_is_a_page_that_needs_ocr(data: bytes, media_type: MediaType) -> None:
    extraction = extract(data)
    assert extraction.media_type is media_type
    (page,) = extraction.pages
    assert (page.text, page.needs_ocr) == ("", True)
    assert page.image_share == pytest.approx(1.0, abs=0.01)
    assert are_near(colours(extraction), (RED, BLUE))


@pytest.mark.parametrize(
    ("image", "kind"),
    [
        (halves("L").point(lambda level: 255 * (level > 60)).convert("1"), "PNG"),
        (halves("L").point(lambda level: 255 * (level > 60)), "PNG"),
        (halves("L").point(lambda level: 255 * (level > 60)).convert("I").point(lambda level: level * 257), "TIFF"),
        (halves("L").point(lambda level: 255 * (level > 60)).convert("F"), "TIFF"),
        (halves("L").point(lambda level: 255 * (level > 60)).convert("1"), "TIFF"),
    ],
)
def test_grey_of_all_depths(image: Image.Image, kind: str) -> None:
    assert are_near(colours(extract(saved(image, kind))), (WHITE, BLACK))


def test_sixteen_bits_of_grey_keep_their_shades() -> None:
    image = Image.frombytes("I;16", (2, 1), struct.pack("<2H", 0, 65535)).resize((64, 32), Image.Resampling.NEAREST)
    assert are_near(colours(extract(saved(image, "PNG"))), (BLACK, WHITE))


def test_what_is_transparent_is_white_paper() -> None:
    image = halves("RGBA")
    image.paste((0, 0, 0, 0), (0, 0, 32, 32))
    assert are_near(colours(extract(saved(image, "PNG"))), (WHITE, BLUE))
    palette = halves().quantize(2)
    data = saved(palette, "PNG", transparency=palette.getpixel((0, 0)))
    assert are_near(colours(extract(data)), (WHITE, BLUE))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_picture_stands_upright(kind: str, orientation: int) -> None:
    back = {2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}
    turned = halves() if orientation == 1 else halves().transpose(Image.Transpose(back[orientation]))
    exif = Image.Exif()
    exif[0x0112] = orientation
    extraction = extract(saved(turned, kind, exif=exif.tobytes() if kind != "TIFF" else exif, dpi=(100, 200)))
    assert are_near(colours(extraction), (RED, BLUE))
    page = extraction.pages[0]
    across, down = (200, 100) if orientation > 4 else (100, 200)
    assert page.width_pt == pytest.approx(64 * 72 / across, 0.01)
    assert page.height_pt == pytest.approx(32 * 72 / down, 0.01)


@pytest.mark.parametrize(
    ("size", "dpi", "expected"),
    [
        ((300, 600), (300, 300), (72, 144)),
        ((300, 600), (204, 98), (105.88, 440.82)),
        ((300, 600), (72, 72), (420.95, 841.89)),
        ((600, 300), (10, 10), (841.89, 420.95)),
        ((600, 300), (1300, 1300), (841.89, 420.95)),
        ((4000, 3000), (50, 50), (793.71, 595.28)),
    ],
)
def test_the_page_is_as_large_as_the_paper_was(
    size: tuple[int, int], dpi: tuple[int, int], expected: tuple[float, float]
) -> None:
    page = extract(saved(Image.new("L", size, "white"), "PNG", dpi=dpi)).pages[0]
    assert page.width_pt == pytest.approx(expected[0], abs=0.1)
    assert page.height_pt == pytest.approx(expected[1], abs=0.1)


def test_each_frame_of_a_tiff_is_a_page() -> None:
    others = [halves(size=(32, 64)), Image.new("1", (30, 20))]
    extraction = extract(saved(halves(), "TIFF", save_all=True, append_images=others))
    assert [page.number for page in extraction.pages] == [1, 2, 3]
    assert are_near(colours(extraction, 0), (RED, BLUE))
    assert are_near(colours(extraction, 2), (BLACK, BLACK))


def test_what_the_metadata_says_is_reported_and_not_carried_over() -> None:
    exif = Image.Exif()
    exif[0x010E], exif[0x013B], exif[0x010F] = "Taget af Bo", "Ane Holm", "Kamera"
    exif[0x9C9C] = "Husk Kirsten".encode("utf-16-le")
    exif.get_ifd(0x8769)[0x9286] = b"UNICODE\0" + "Ring til Åse".encode("utf-16-le")
    exif.get_ifd(0x8825).update({1: "N", 2: (55.0, 30.0, 36.0), 3: "W", 4: (9.0, 15.0, 0.0)})
    extraction = extract(saved(halves(), "JPEG", exif=exif.tobytes(), comment="Bos hus", xmp=XMP))
    assert hidden(extraction) == {
        ("picture-metadata", text)
        for text in (
            *("Taget af Bo", "Ane Holm", "Husk Kirsten", "Ring til Åse"),
            *("55.51000, -9.25000", "Bos hus", "Fjordby", "Haven hos Bo"),
        )
    }
    with pikepdf.open(io.BytesIO(extraction.pdf)) as document:
        everything = b"".join(entry.read_raw_bytes() for entry in document.objects if isinstance(entry, pikepdf.Stream))
    assert b"Holm" not in extraction.pdf + everything
    assert b"Exif" not in everything
    assert b"adobe:ns" not in everything


def test_texts_of_a_png_a_tiff_and_a_heic_are_reported() -> None:
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", "Bo Holm")
    texts.add_itxt("Comment", "Ved åen", zip=True)
    texts.add_itxt("XML:com.adobe.xmp", XMP.decode())
    found = {text for _, text in hidden(extract(saved(halves(), "PNG", pnginfo=texts)))}
    assert found == {"Bo Holm", "Ved åen", "Fjordby", "Haven hos Bo"}
    tiff = extract(saved(halves(), "TIFF", tiffinfo={0x010E: "Hos Bo", 700: XMP}))
    assert {text for _, text in hidden(tiff)} == {"Hos Bo", "Fjordby", "Haven hos Bo"}
    assert {text for _, text in hidden(extract(HEIC))} == {"Havnen, set af Bo Holm", "55.50000, 9.25000"}


def test_a_newspaper_caption_is_reported() -> None:
    caption = "Bo Holm på torvet".encode()
    record = b"\x1c\x02\x78" + struct.pack(">H", len(caption)) + caption
    block = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(record)) + record + b"\0" * (len(record) % 2)
    segment = b"Photoshop 3.0\0" + block
    data = saved(halves(), "JPEG")
    data = data[:2] + b"\xff\xed" + struct.pack(">H", len(segment) + 2) + segment + data[2:]
    assert hidden(extract(data)) == {("picture-metadata", "Bo Holm på torvet")}


def test_a_plain_picture_reports_nothing() -> None:
    extraction = extract(saved(halves(), "PNG"))
    assert (extraction.hidden, extraction.notices, extraction.title) == ((), (), "")


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert extract(saved(halves(), "PNG")).pdf == extract(saved(halves(), "PNG")).pdf


def test_further_pictures_in_a_jpeg_are_left_out_and_counted() -> None:
    data = saved(halves(), "MPO", save_all=True, append_images=[Image.new("RGB", (10, 10))])
    extraction = extract(data)
    assert (len(extraction.pages), extraction.notices) == (1, ("frames-left-out:1",))


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png_of(width: int, height: int) -> bytes:
    """A picture that is large in its head alone."""
    head = chunk(b"IHDR", struct.pack(">2I5B", width, height, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"x"))


def many_frames(count: int) -> bytes:
    return saved(Image.new("1", (8, 8)), "TIFF", save_all=True, append_images=[Image.new("1", (8, 8))] * (count - 1))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (saved(halves(size=(300, 300)), "JPEG")[:800], RefusalCode.UNREADABLE),
        (saved(Image.effect_noise((90, 90), 90), "PNG")[:3000], RefusalCode.UNREADABLE),
        (saved(halves(), "TIFF")[:100], RefusalCode.UNREADABLE),
        (HEIC[:600], RefusalCode.UNREADABLE),
        (HEIC.replace(b"Exif", b"\xffxif", 1), RefusalCode.UNREADABLE),
        (b"\xff\xd8\xff\xe0" + b"\0" * 90, RefusalCode.UNREADABLE),
        (png_of(12_000, 12_000), RefusalCode.TOO_LARGE),
        (png_of(2_000_000, 2_000_000), RefusalCode.TOO_LARGE),
        (png_of(7_000, 6_000), RefusalCode.TOO_LARGE),
        (many_frames(201), RefusalCode.TOO_MANY_PAGES),
    ],
)
def test_refusals(data: bytes, code: RefusalCode) -> None:
    with pytest.raises(ExtractionRefused) as refused:
        extract(data)
    assert refused.value.code is code


def test_the_frames_together_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "MAX_PIXELS_TOGETHER", 100)
    assert len(extract(many_frames(1)).pages) == 1
    with pytest.raises(ExtractionRefused):
        extract(many_frames(2))
