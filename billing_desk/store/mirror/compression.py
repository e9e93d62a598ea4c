"""Compresses Stripe's JSON with zstd, with the first objects of each kind as the dictionary."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import orjson
import zstandard

from ..files.database import Connection

LEVEL = 3
SAMPLES, SAMPLE_BYTES = 8, 32_000
"""A dictionary consists of the first objects of a batch: at most SAMPLES, and the last SAMPLE_BYTES of them."""
LEAST = 10
"""A dictionary is made from the first batch with at least this many objects."""


class Compression:
    """Belongs to one connection on one thread. A packed body starts with its dictionary's number (0: none)."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._newest: dict[str, tuple[int, zstandard.ZstdCompressor]] = {}
        self._readers: dict[tuple[str, int], zstandard.ZstdDecompressor] = {}
        self._plain = zstandard.ZstdCompressor(level=LEVEL)

    def pack(self, kind: str, objects: Sequence[Any]) -> list[bytes]:
        raw: list[Any] = [orjson.dumps(obj) for obj in objects]
        number, compressor = self._writer(kind, raw)
        mark = bytes([number])
        # One call for all: each call releases the GIL, and getting it back is slow while another thread runs.
        if not raw:
            return []
        packed = compressor.multi_compress_to_buffer(raw)
        return [mark + packed[at].tobytes() for at in range(len(raw))]

    def unpack(self, kind: str, body: bytes) -> Any:
        key = (kind, body[0])
        if key not in self._readers:
            self._readers[key] = self._reader(kind, body[0])
        return orjson.loads(self._readers[key].decompress(body[1:]))

    def _writer(self, kind: str, raw: Sequence[bytes]) -> tuple[int, zstandard.ZstdCompressor]:
        if kind not in self._newest:
            sql = "SELECT number, body FROM dictionaries WHERE kind = ? ORDER BY number DESC LIMIT 1"
            found = self._connection.execute(sql, (kind,)).fetchone()
            if found is None and len(raw) < LEAST:
                return 0, self._plain
            number, body = found or self._learn(kind, raw)
            dictionary = zstandard.ZstdCompressionDict(body)
            dictionary.precompute_compress(LEVEL)
            self._newest[kind] = (number, zstandard.ZstdCompressor(level=LEVEL, dict_data=dictionary))
        return self._newest[kind]

    def _learn(self, kind: str, raw: Sequence[bytes]) -> tuple[int, bytes]:
        body = b"".join(raw[:SAMPLES])[-SAMPLE_BYTES:]
        self._connection.execute("INSERT INTO dictionaries VALUES (?, 1, ?)", (kind, body))
        return 1, body

    def _reader(self, kind: str, number: int) -> zstandard.ZstdDecompressor:
        if number == 0:
            return zstandard.ZstdDecompressor()
        sql = "SELECT body FROM dictionaries WHERE kind = ? AND number = ?"
        body = self._connection.execute(sql, (kind, number)).get
        return zstandard.ZstdDecompressor(dict_data=zstandard.ZstdCompressionDict(body))

    def forget(self) -> None:
        """Clear the caches after a rollback, because a new dictionary is not in the file."""
        self._newest.clear()
        self._readers.clear()
