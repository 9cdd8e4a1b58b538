"""The texts of articles as they came, packed small.

A text differs from the body that was made of it by little: the headline, a stamp, the furniture of a page. So it is
compressed with the body as zlib's preset dictionary, which takes a twentieth of what it takes alone. The body that
belongs to a version is the one in ``articles``, until that changes: then a trigger (`store.schema`) puts the old
one beside the version, so that no tool which changes a body can take the original away.
"""

from __future__ import annotations

import zlib
from typing import Final

from store.errors import ArchiveDamaged

_LEVEL: Final = 6


def pack(original: str, body: str) -> bytes:
    """Compress a text with the help of the body that was made of it (UTF-8, zlib)."""
    packer = zlib.compressobj(_LEVEL, zdict=_encoded(body))
    return packer.compress(_encoded(original)) + packer.flush()


def unpack(packed: bytes, body: str) -> str:
    """Give the text that was packed with this body.

    Raises:
        ArchiveDamaged: it was packed with another body, or the bytes are damaged.
    """
    unpacker = zlib.decompressobj(zdict=_encoded(body))
    try:
        text = unpacker.decompress(packed)
        if not unpacker.eof:
            raise zlib.error("the end is missing")
        return text.decode("utf-8", "surrogatepass")
    except (zlib.error, UnicodeDecodeError) as error:
        raise ArchiveDamaged(
            "The text of an article as it came cannot be read.",
            "The article itself is there; restore a backup for the text as it came.",
        ) from error


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
