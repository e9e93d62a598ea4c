"""The PDF of an invoice: Stripe's own file, fetched from a fresh address, kept encrypted; one or many saved."""

from __future__ import annotations

import asyncio
import errno
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from unicodedata import normalize
from zoneinfo import ZoneInfo

from ...domain.billing_dates import local
from ...domain.errors import DeskError, KeyRejected, NotFound, Offline, Refused, Unexpected, Unwritable
from ...domain.json_object import Json
from ...domain.objects.invoice import issued_at, name_of, state
from ...domain.text.file_names import from_pattern, unused
from ...domain.writes.operation import fingerprint
from ...gateway.stripe_gateway import StripeGateway
from ...store.files.atomic_write import written
from ...store.mirror.finance.documents import Documents
from ..tools import Tools

PATTERN = "{number}_{customer}"
FIELDS = ("number", "customer", "date", "id")
"""What a file name can be made of."""
_SHOWN = ("number", "status", "total", "amount_due", "amount_paid", "amount_remaining", "description", "footer")


@dataclass
class Saving:
    """A running save of many files. `failed` are invoice ids with the error; `stopped` ends it before the next one."""

    total: int
    done: int = 0
    stopped: bool = False
    failed: list[tuple[str, DeskError]] = field(default_factory=list)


class InvoiceDocuments:
    """`own_pages` returns the base address of the desk's local server, "" if it uses Stripe."""

    def __init__(self, tools: Tools, own_pages: Callable[[], str]) -> None:
        self._gateway: StripeGateway = tools.gateway
        self._mirror, self._reader, self._own_pages = tools.mirror, tools.reader, own_pages
        self._kept = Documents(tools.mirror)

    async def pdf(self, invoice_id: str) -> bytes:
        """The file: kept, or fetched. Raises DeskError, including Refused `no_pdf` for a draft."""
        known = await self._mirror.get("invoice", invoice_id)
        if known is not None and (kept := await self._kept.get(invoice_id, _state(known))) is not None:
            return kept
        now, _ = await self._reader.read("invoice", invoice_id)  # stored addresses expire
        if state(now) == "draft" or not now.get("invoice_pdf"):
            raise Refused(code="no_pdf", param="status")
        body = await self._gateway.fetch(str(now["invoice_pdf"]), self._own_pages())
        if not body.startswith(b"%PDF-"):
            raise Unexpected(code="not_a_pdf")
        await self._kept.put(invoice_id, _state(now), body)
        return body

    async def save(
        self,
        invoice_ids: Sequence[str],
        target: Path,
        pattern: str,
        zone: ZoneInfo,
        saving: Saving,
        progress: Callable[[Saving], None] = lambda _: None,
    ) -> None:
        """Save many into a folder, or into one ZIP if the target's name ends so. No file is replaced: a taken name gets
        a number. An invoice that fails is noted, and the rest go on; what concerns all of them is raised: Offline,
        KeyRejected, Unwritable."""
        taken: set[str] = set()
        try:
            if target.suffix.lower() == ".zip":
                target = target.with_name(f"{unused(target.stem, _stems(target.parent, '.zip'))}.zip")
                with written(target) as file, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
                    await self._each(invoice_ids, pattern, zone, saving, progress, taken, archive.writestr)
            else:
                make = partial(target.mkdir, parents=True, exist_ok=True)
                await asyncio.get_running_loop().run_in_executor(None, make)
                taken = _stems(target, ".pdf")
                await self._each(invoice_ids, pattern, zone, saving, progress, taken, _into(target))
        except OSError as error:
            raise Unwritable(str(error.strerror or error), code="not_written") from error

    async def _each(
        self,
        invoice_ids: Sequence[str],
        pattern: str,
        zone: ZoneInfo,
        saving: Saving,
        progress: Callable[[Saving], None],
        taken: set[str],
        write: Callable[[str, bytes], object],
    ) -> None:
        loop = asyncio.get_running_loop()
        for id_ in invoice_ids:
            if saving.stopped:
                return
            try:
                body = await self.pdf(id_)
                name = unused(from_pattern(pattern, await self._values(id_, zone)), taken)
                taken.add(name)
                await loop.run_in_executor(None, write, f"{name}.pdf", body)
                saving.done += 1
            except (Offline, KeyRejected):
                raise
            except DeskError as error:
                saving.failed.append((id_, error))
            except OSError as error:
                if error.errno not in (errno.ENAMETOOLONG, errno.EINVAL):
                    raise
                saving.failed.append((id_, Unwritable(str(error.strerror or error), code="not_written")))
            progress(saving)

    async def _values(self, invoice_id: str, zone: ZoneInfo) -> dict[str, str]:
        invoice = await self._mirror.get("invoice", invoice_id)
        if invoice is None:
            raise NotFound(code="deleted")
        return {
            "number": name_of(invoice),
            "customer": str(invoice.get("customer_name") or invoice.get("customer_email") or ""),
            "date": f"{local(issued_at(invoice), zone):%Y-%m-%d}",
            "id": invoice_id,
        }


def _state(invoice: Json) -> str:
    """Of what the file shows."""
    return fingerprint({name: invoice.get(name) for name in _SHOWN})


def _stems(folder: Path, ending: str) -> set[str]:
    """The names without ending of a folder's files of this kind; none if there is no folder."""
    if not folder.is_dir():
        return set()
    return {normalize("NFC", path.stem) for path in folder.iterdir() if path.suffix.lower() == ending}


def _into(folder: Path) -> Callable[[str, bytes], object]:
    def write(name: str, body: bytes) -> None:
        with written(folder / name) as file:
            file.write(body)

    return write
