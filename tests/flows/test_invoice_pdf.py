"""The PDF of an invoice: shown, searched, saved, and many at once (F7, F12)."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QApplication

from billing_desk.domain.errors import NotFound, Refused, WrongAddress
from billing_desk.domain.money import Money
from billing_desk.gateway.files import fetch
from billing_desk.gateway.route import Route
from billing_desk.services.invoices.documents import Saving
from billing_desk.simulator.state.faults import Fault
from billing_desk.ui.invoices.pdf import PdfDialog
from billing_desk.ui.invoices.save_pdfs import SavePdfsDialog

from ..driver import Operator, seated
from ..stripe_side import StripeSide
from ..support import until
from .actions import press
from .operator_fixture import at_desk
from .test_invoice_life import billed, invoice

TOKYO = ZoneInfo("Asia/Tokyo")


def text_of(body: bytes) -> str:
    """Read with another library than the one that writes or shows it."""
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(body)).pages)


async def _taxed(stripe: StripeSide, customer: str) -> str:
    rate = await stripe.call("post", "/v1/tax_rates", display_name="消費税", percentage="10", inclusive="false")
    draft = await stripe.call("post", "/v1/invoices", customer=customer, **{"default_tax_rates[0]": rate["id"]})
    for amount, text in (("1000", "設置費用"), ("500", "Delivery")):
        item = {"customer": customer, "invoice": draft["id"], "amount": amount, "currency": "jpy", "description": text}
        await stripe.call("post", "/v1/invoiceitems", **item)
    await stripe.call("post", f"/v1/invoices/{draft['id']}/finalize")
    return str(draft["id"])


async def _seen(operator: Operator, id_: str) -> PdfDialog:
    await operator.services.queries.refresh("invoice", id_)
    operator.window.open_object("invoice", id_)
    await until(lambda: operator.page.detail._painted == id_)
    await press(operator, "PDF")
    dialog = await operator.dialog(PdfDialog)
    await until(lambda: dialog.save.isEnabled() or dialog.problem.text())
    return dialog


async def test_an_invoices_pdf_is_shown_searched_and_saved(qapp: QApplication, tmp_path: Path) -> None:
    """F7: its text equals the invoice; a second look asks Stripe for nothing."""
    async with at_desk(qapp, tmp_path / "desk") as (operator, stripe, simulator):
        id_ = await _taxed(stripe, str(operator.page.detail.id))
        now = await stripe.call("get", f"/v1/invoices/{id_}")
        dialog = await _seen(operator, id_)
        await until(lambda: dialog.views[0].width() > 100)
        operator.enter(dialog.field, "delivery")
        await until(lambda: len(dialog.hits) == 1)
        width = dialog.views[0].width()
        operator.click(dialog.closer)
        await until(lambda: dialog.views[0].width() > width)
        await dialog.write(tmp_path / "one.pdf")
        said = text_of((tmp_path / "one.pdf").read_bytes())
        for expected in (now["number"], "設置費用", "JPY 1,000", "消費税 10 % on JPY 1,500", "JPY 1,650", "Ito Aoi"):
            assert expected in said, expected
        await operator.leave(dialog)
        before = len(simulator.requests)
        again = await operator.services.invoice_documents.pdf(id_)
        assert text_of(again) == said
        assert len(simulator.requests) == before, "kept"
        await stripe.call("post", f"/v1/invoices/{id_}/void")
        await operator.services.queries.refresh("invoice", id_)
        await operator.services.invoice_documents.pdf(id_)
        assert len(simulator.requests) > before + 1, "another state is another file"


async def test_a_draft_has_no_pdf_and_a_broken_one_is_said(qapp: QApplication, tmp_path: Path) -> None:
    async with billed(qapp, tmp_path, "draft") as s:
        documents = s.operator.services.invoice_documents
        with pytest.raises(Refused) as caught:
            await documents.pdf(s.id)
        assert caught.value.code == "no_pdf"
        other = await invoice(s.stripe, s.customer, "open")
        await s.operator.services.queries.refresh("invoice", other)
        s.simulator.faults.add(Fault("GET /v1/invoices/.*", "permission", times=None))
        s.operator.window.open_object("invoice", other)
        await until(lambda: s.operator.page.detail._painted == other)
        await press(s.operator, "PDF")
        dialog = await s.operator.dialog(PdfDialog)
        await until(dialog.problem.text)
        assert "permission" in dialog.problem.text()
        await s.operator.leave(dialog)


async def test_many_are_saved_with_safe_names_and_a_broken_one_is_reported(qapp: QApplication, tmp_path: Path) -> None:
    """F7: into a folder or one ZIP; the others go on, and it can be stopped."""
    async with at_desk(qapp, tmp_path / "desk") as (operator, stripe, _):
        customer = str(operator.page.detail.id)
        await stripe.call("post", f"/v1/customers/{customer}", name="../../con: <Ito>")
        ids = [await invoice(stripe, customer, "open") for _ in range(4)]
        draft = await invoice(stripe, customer, "draft")
        for id_ in (*ids, draft):
            await operator.services.queries.refresh("invoice", id_)
        documents, folder = operator.services.invoice_documents, tmp_path / "out"
        saving = Saving(5)
        await documents.save([*ids, draft], folder, "{customer}", TOKYO, saving)
        assert (saving.done, [id_ for id_, _ in saving.failed]) == (4, [draft])
        names = {path.name for path in folder.iterdir()}
        assert names == {"con_ _Ito.pdf", *(f"con_ _Ito ({number}).pdf" for number in (2, 3, 4))}
        assert not (tmp_path / "con").exists()
        (folder / "con_ _Ito.pdf").write_bytes(b"mine")
        await documents.save(ids[:1], folder, "{customer}", TOKYO, Saving(1))
        assert (folder / "con_ _Ito.pdf").read_bytes() == b"mine", "no file is replaced"
        assert (folder / "con_ _Ito (5).pdf").is_file()
        archive = tmp_path / "all.zip"
        await documents.save(ids, archive, "{number}_{date}", TOKYO, Saving(4))
        with zipfile.ZipFile(archive) as held:
            numbers = {(await stripe.call("get", f"/v1/invoices/{id_}"))["number"] for id_ in ids}
            assert {name.partition("_")[0] for name in held.namelist()} == numbers
            for name in held.namelist():
                assert name.partition("_")[0] in text_of(held.read(name))
        await documents.save(ids, archive, "{number}", TOKYO, Saving(4))
        assert (tmp_path / "all (2).zip").is_file()
        stopped = Saving(4)

        def stop(saving: Saving) -> None:
            saving.stopped = saving.done == 2

        await documents.save(ids, tmp_path / "some", "{id}", TOKYO, stopped, stop)
        assert len(list((tmp_path / "some").iterdir())) == 2


async def test_five_hundred_are_saved_and_stopped_in_the_dialog(qapp: QApplication, tmp_path: Path) -> None:
    """F7: of the practice account, with progress; each file says its invoice's number and total."""
    async with seated(qapp, tmp_path / "desk", demo=True) as operator:
        await operator.rows("invoice", "-status:draft")
        queries, out = operator.services.queries, tmp_path / "out"
        page = await queries.page(operator.page.model.query, 500)
        rows = {str(row["id"]): row for _, row in page.rows}
        assert len(rows) == 500
        seen: list[int] = []
        saving = Saving(500)
        await operator.services.invoice_documents.save(
            list(rows), out, "{id}", TOKYO, saving, lambda each: seen.append(each.done)
        )
        assert (saving.done, saving.failed) == (500, [])
        assert seen == sorted(seen)
        assert seen[-1] == 500
        files = sorted(out.iterdir())
        assert {path.stem for path in files} == set(rows)
        for path in files[::25]:
            row, text = rows[path.stem], text_of(path.read_bytes())
            assert row["number"] in text
            total = f"{Money(row['total'], row['currency']).major:,f}"
            assert total in text
        dialog = SavePdfsDialog(operator.page.context, operator.window, list(rows))
        dialog.open()
        (tmp_path / "again").mkdir()
        operator.enter(dialog.path, str(tmp_path / "again"))
        operator.click(dialog.primary)
        await until(lambda: dialog.bar.value() > 3)
        dialog.reject()
        await until(lambda: dialog.saving is None)
        assert 3 < len(list((tmp_path / "again").iterdir())) < 500
        await operator.leave(dialog)


async def test_all_listed_pdfs_are_saved_from_the_menu(qapp: QApplication, tmp_path: Path) -> None:
    """F7: a wrong pattern or folder is said at its field; drafts are left out."""
    async with at_desk(qapp, tmp_path / "desk") as (operator, stripe, _):
        customer, out = str(operator.page.detail.id), tmp_path / "out"
        out.mkdir()
        for status in ("open", "void", "draft"):
            await operator.services.queries.refresh("invoice", await invoice(stripe, customer, status))
        await operator.rows("invoice", "")
        operator.window.commands.desk_action("invoice_pdfs")
        dialog = await operator.dialog(SavePdfsDialog)
        operator.enter(dialog.pattern, "{number}_{secret}")
        operator.enter(dialog.path, str(tmp_path / "nowhere"))
        operator.click(dialog.primary)
        assert "secret" in dialog._pattern.problem
        assert dialog._path.problem
        operator.enter(dialog.pattern, "{number}")
        operator.enter(dialog.path, str(out))
        operator.click(dialog.primary)
        await operator.gone(dialog)
        assert len(list(out.glob("*.pdf"))) == 2


async def test_a_file_comes_from_stripe_alone(qapp: QApplication, tmp_path: Path) -> None:
    """G3: an address of another host is not asked, wherever it comes from; an ended one is said."""
    for url in (
        "https://example.com/a.pdf",
        "http://pay.stripe.com/a.pdf",
        "file:///etc/passwd",
        "https://stripe.com@a.b/",
    ):
        with pytest.raises(WrongAddress):
            await fetch(Route(), url, "")
    async with billed(qapp, tmp_path, "open") as s:
        own = s.operator.services.own_pages()
        with pytest.raises(NotFound):
            await fetch(Route(), f"{own}/invoices/in_gone/pdf", own)
