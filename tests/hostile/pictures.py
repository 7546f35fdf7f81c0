"""Pictures that mean harm: giants, bombs, loops, truncated ones. Drawn or written by code."""

import io
import struct
import zlib

from PIL import Image

JPEG_HEAD = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"


def small(kind: str = "JPEG") -> bytes:
    """An ordinary little picture."""
    file = io.BytesIO()
    Image.linear_gradient("L").convert("RGB").save(file, kind)
    return file.getvalue()


def chunk(name: bytes, data: bytes) -> bytes:
    """A chunk of PNG."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int, height: int, *extra: bytes, data: bytes | None = None) -> bytes:
    """A black PNG of one bit a point, so large that only its header is small; packed twice over it is tiny."""
    if data is None:
        squeezer = zlib.compressobj(9)
        row = b"\0" * (1 + (width + 7) // 8)
        data = b"".join(squeezer.compress(row) for _ in range(height)) + squeezer.flush()
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(extra) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def text_bomb() -> bytes:
    """A PNG with a comment that unpacks to 200 MB."""
    squeezer = zlib.compressobj(9)
    packed = b"".join(squeezer.compress(b"a" * (1 << 20)) for _ in range(200)) + squeezer.flush()
    return png(16, 16, chunk(b"zTXt", b"Comment\0\0" + packed))


def broken_png() -> bytes:
    """A PNG whose data are noise."""
    return png(64, 64, data=b"\x78\x9c" + bytes(range(256)) * 4)


def giant_jpeg() -> bytes:
    """A JPEG that claims 65,500 by 65,500 points."""
    data = bytearray(small())
    at = data.find(b"\xff\xc0")
    struct.pack_into(">HH", data, at + 5, 65_500, 65_500)
    return bytes(data)


def progressive_scans() -> bytes:
    """A JPEG whose last scan is repeated many times over a large picture."""
    file = io.BytesIO()
    Image.new("RGB", (4000, 4000), "white").save(file, "JPEG", progressive=True)
    data = file.getvalue()
    scan = data[data.rfind(b"\xff\xda") : -2]
    return data[:-2] + scan * 3000 + data[-2:]


def tiff(frames: int, *, loop: bool = False, side: int = 1) -> bytes:
    """A TIFF of many frames that share their one strip; with `loop` the last leads back to the first."""
    entries = (
        (256, 4, side),
        (257, 4, side),
        (258, 3, 8),
        (259, 3, 1),
        (262, 3, 1),
        (273, 4, 8),
        (278, 4, side),
        (279, 4, 1),
    )
    size = 2 + 12 * len(entries) + 4
    directory = struct.pack("<H", len(entries)) + b"".join(
        struct.pack("<HHII", tag, kind, 1, value) for tag, kind, value in entries
    )  # fmt: skip
    following = [16 + size * (number + 1) for number in range(frames)]
    following[-1] = 16 if loop else 0
    return b"II*\0\x10\0\0\0" + b"\xff" * 8 + b"".join(directory + struct.pack("<I", each) for each in following)


def heic(kept_bytes: int) -> bytes:
    """The beginning of an iPhone's picture, and then nothing."""
    brands = struct.pack(">I4s4sI4s4s", 24, b"ftyp", b"heic", 0, b"mif1", b"heic")
    meta = struct.pack(">I4sI", 0x7FFFFFFF, b"meta", 0) + b"\0" * 300
    return (brands + meta)[:kept_bytes]


def endless_boxes() -> bytes:
    """A HEIC in which every box holds a box."""
    brands = struct.pack(">I4s4sI4s4s", 24, b"ftyp", b"heic", 0, b"mif1", b"heic")
    inner = b""
    for _ in range(5000):
        inner = struct.pack(">I4sI", 12 + len(inner), b"meta", 0) + inner
    return brands + inner
