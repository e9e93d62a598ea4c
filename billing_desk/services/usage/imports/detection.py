"""How a text file is written: its encoding and its separator, by the beginning of it."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from .bad_file import BadFile

SAMPLE = 1_000_000
"""Bytes that encoding and separator are detected from."""
SEPARATORS = (",", "\t", ";", "|")
_NARROW = re.compile("[\uff61-\uff9f]")


def encoding_of(sample: bytes) -> str:
    """By the byte order mark, then UTF-8, then Windows-31J or EUC-JP, then what is most probable. Raises BadFile
    `binary`."""
    if sample.startswith(b"\xef\xbb\xbf"):
        return "utf-8-sig"
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if b"\x00" in sample:
        raise BadFile("binary")
    if _fits(sample, "utf-8-sig"):
        return "utf-8-sig"
    if _fits(sample, "cp932"):
        # EUC-JP read as Windows-31J is half-width katakana, which texts have few of.
        narrow = len(_NARROW.findall(sample.decode("cp932", "ignore")))
        is_euc = narrow and _fits(sample, "euc_jp") and not _NARROW.search(sample.decode("euc_jp", "ignore"))
        return "euc_jp" if is_euc else "cp932"
    from charset_normalizer import from_bytes  # imported late: most files never get here

    part = sample[:100_000]
    best = from_bytes(part).best()
    alike = best is None or part.decode(best.encoding, "ignore") == part.decode("cp1252", "ignore")
    return "cp1252" if best is None or alike else best.encoding


def _fits(sample: bytes, encoding: str) -> bool:
    """Whether the sample is readable, but for a character that its end may cut."""
    cuts = (1, 2, 3) if len(sample) == SAMPLE else ()
    return _decodes(sample, encoding) or any(_decodes(sample[:-cut], encoding) for cut in cuts)


def _decodes(body: bytes, encoding: str) -> bool:
    try:
        body.decode(encoding)
    except UnicodeError:
        return False
    return True


def separator_of(text: str) -> str:
    """The one that divides most rows of the sample into the same number of cells; a comma if none does."""
    best, most = ",", (0.0, 0)
    for separator in SEPARATORS:
        rows: list[int] = []
        try:
            for cells in csv.reader(io.StringIO(text), delimiter=separator):
                if cells:
                    rows.append(len(cells))
                if len(rows) == 100:
                    break
        except csv.Error:
            continue
        if not rows:
            continue
        width, count = Counter(rows).most_common(1)[0]
        if width > 1 and (score := (count / len(rows), width)) > most:
            best, most = separator, score
    return best
