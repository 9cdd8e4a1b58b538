"""The texts of articles as they came, packed small.

A text differs from the headline and the body that were made of it by little: a stamp, the furniture of a page,
often by nothing. So it is compressed with these as the preset dictionary, which takes a fiftieth of what it takes
alone. The headline and body that belong to a version are those in ``articles``, until they change: then triggers
(`store.schema`) put the old ones beside the version, so that no tool which changes them can take the original away.
"""

from __future__ import annotations

import zlib
from typing import Final

from store.errors import ArchiveDamaged

_LEVEL: Final = 6
_RAW: Final = -15
_MARK: Final = b"\x01"
"""How what is packed begins; what began with 0x78 was packed by the first version, with the body alone."""


def pack(original: str, title: str | None, body: str) -> bytes:
    """Compress a text with the help of what was made of it (UTF-8, raw deflate); nothing, where it is just that."""
    data, known = _encoded(original), _known(title, body)
    if data == known:
        return b""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW, zdict=known)
    return _MARK + packer.compress(data) + packer.flush()


def unpack(packed: bytes, title: str | None, body: str) -> str:
    """Give the text that was packed with this headline and body.

    Raises:
        ArchiveDamaged: it was packed with others, or the bytes are damaged. Not every such damage shows: the digest
            of the version tells.
    """
    try:
        if not packed:
            return _known(title, body).decode("utf-8", "surrogatepass")
        if packed.startswith(_MARK):
            unpacker = zlib.decompressobj(_RAW, zdict=_known(title, body))
            text = unpacker.decompress(packed[len(_MARK) :])
        else:
            unpacker = zlib.decompressobj(zdict=_encoded(body))
            text = unpacker.decompress(packed)
        if not unpacker.eof:
            raise zlib.error("the end is missing")
        return text.decode("utf-8", "surrogatepass")
    except (zlib.error, UnicodeDecodeError) as error:
        raise ArchiveDamaged(
            "The text of an article as it came cannot be read.",
            "The article itself is there; restore a backup for the text as it came.",
        ) from error


def _known(title: str | None, body: str) -> bytes:
    """Give the text that most articles come as: a headline, a blank line, the paragraphs."""
    return _encoded(f"{title}\n\n{body}\n" if title else f"{body}\n")


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
