"""Words for imports of usage."""

from __future__ import annotations

from ....domain.money import Money
from ....domain.usage.event import EventCode
from ....domain.usage.rows import By, Fault, Numbers, RowFault
from ....services.usage.imports.effects import BillEffect
from ....services.usage.imports.running import ImportRun
from ....services.usage.imports.runs import DryRun, Way
from ..text import Wording, joined, sentences, translate
from ..words import time_left
from . import usage_words


def encoding(name: str) -> str:
    return {
        "utf-8-sig": "UTF-8",
        "cp932": translate("Import", "Japanese (Windows-31J, Shift JIS)"),
        "utf-16": "UTF-16",
        "euc_jp": "EUC-JP",
        "cp1252": translate("Import", "Western (Windows-1252)"),
    }.get(name, name)


def separator(text: str) -> str:
    return {
        ",": translate("Import", "Comma"),
        "\t": translate("Import", "Tab"),
        ";": translate("Import", "Semicolon"),
        "|": translate("Import", "Vertical bar"),
    }[text]


def numbers(value: Numbers) -> str:
    return {
        Numbers.PLAIN: translate("Import", "Digits alone: 1234"),
        Numbers.COMMAS: translate("Import", "Commas group: 1,234 and 1,234.0 are 1234"),
        Numbers.POINTS: translate("Import", "Points group: 1.234 and 1.234,0 are 1234"),
    }[value]


def by(value: By) -> str:
    return {
        By.ID: translate("Import", "ID (cus_…)"),
        By.EMAIL: translate("Import", "Email"),
        By.METADATA: translate("Import", "Metadata"),
    }[value]


def way(value: Way) -> str:
    return {
        Way.SINGLE: translate("Import", "One by one: Stripe checks each event at once"),
        Way.STREAM: translate("Import", "As a stream, 100 a request: Stripe reports errors later"),
    }[value]


def without(column: str) -> str:
    return {
        "value": translate("Import", "None: each row counts 1"),
        "at": translate("Import", "None: the time of the import"),
        "identifier": translate("Import", "None: generated from file and line"),
    }[column]


def bad_file(code: str, line: int, message: str) -> str:
    text = {
        "empty": translate("Import", "The file is empty."),
        "binary": translate("Import", "This is not a text file."),
        "encoding": translate("Import", "Line {line} cannot be read in this encoding. Choose another one."),
        "long_cell": translate("Import", "A cell at line {line} is too long. Check separator and quotes."),
        "quotes": translate("Import", "From line {line} on, a quotation mark is not closed or in the wrong place."),
        "too_large": translate("Import", "The workbook is too large. Save the sheet as CSV."),
        "changed": translate("Import", "The file changed while it was read. Check it again."),
        "not_json": translate("Import", "Line {line} is not a JSON object."),
        "not_xlsx": translate("Import", "This is not an XLSX file that can be read."),
        "unreadable": translate("Import", "The file cannot be read: {reason}."),
    }[code]
    return text.format(line=line, reason=message)


def fault(code: Fault) -> str:
    if isinstance(code, EventCode):
        return usage_words.problem(code)
    return {
        RowFault.MISSING_CELLS: translate("Import", "The row has too few cells."),
        RowFault.UNKNOWN_CUSTOMER: translate("Import", "No customer matches."),
        RowFault.SEVERAL_CUSTOMERS: translate("Import", "Several customers match."),
        RowFault.AMBIGUOUS_NUMBER: translate(
            "Import", "A point or comma can group thousands or separate decimals. Choose how this file writes numbers."
        ),
        RowFault.BAD_TIME: translate("Import", "Not a time such as 2026-12-24 18:30 or Unix seconds."),
        RowFault.SKIPPED_TIME: translate("Import", "The clock skips this time in the chosen zone."),
        RowFault.TWICE_IN_FILE: translate("Import", "The identifier is in the file twice; the first one counts."),
        RowFault.SENT_BEFORE: translate("Import", "The identifier was already sent from here."),
    }[code]


def note(code: str) -> str:
    """Why an event of an import was not counted: of our own codes and of Stripe's."""
    if code in frozenset(RowFault):
        return fault(RowFault(code))
    own = {
        "left": translate("Import", "Not sent: the import was ended."),
        "too_old_to_resend": translate(
            "Import", "Possibly sent more than 23 hours ago. Check the chart before sending it again."
        ),
        "resource_already_exists": translate("Import", "Stripe has this identifier already."),
    }
    return own.get(code) or usage_words.stripe_code(code)


def summary(dry: DryRun, wording: Wording) -> str:
    """What will be sent."""
    checked, number = dry.checked, wording.number
    text = translate(
        "Import", "{good} of {rows} rows will be sent to {meter}, for %n customer(s), {sum} in all.", "", len(dry.sums)
    )
    parts = [
        text.format(
            good=number(dry.count), rows=number(checked.rows), meter=dry.meter.name, sum=number(sum(dry.sums.values()))
        )
    ]
    if dry.count and checked.first is not None and checked.last is not None:
        span = translate("Import", "Used from {first} to {last}.")
        parts.append(span.format(first=wording.moment(checked.first), last=wording.moment(checked.last)))
    return sentences(parts)


def outcomes(dry: DryRun) -> list[tuple[str, int]]:
    """What happens to how many rows."""
    found: list[tuple[str, int]] = [(translate("Import", "Will be sent"), dry.count)]
    found += [(fault(code), count) for code, count in dry.checked.faults.most_common()]
    return found + [(note(code), count) for code, count in dry.doubles.items()]


def results(run: ImportRun) -> list[tuple[str, int]]:
    """What became of how many events."""
    found: list[tuple[str, int]] = [(translate("Import", "Sent"), run.done - sum(run.failed.values()))]
    return found + [(note(code), count) for code, count in run.failed.most_common()]


def effect(dry: DryRun, wording: Wording) -> str:
    """What the events do to the bill."""
    found = dry.effect
    if found is None:
        return translate("Import", "The effect on the bills could not be read from Stripe.")
    parts = [_added(found, wording)] if found.added else []
    if found.unknown:
        parts.append(translate("Import", "The amount is not known for %n customer(s).", "", found.unknown))
    if found.beyond:
        parts.append(translate("Import", "%n more customer(s) are not included in this amount.", "", found.beyond))
    if found.unbilled:
        text = translate(
            "Import",
            "%n customer(s) have no subscription to this meter: nothing is billed to them.",
            "",
            found.unbilled,
        )
        parts.append(text)
    if found.over:
        text = translate(
            "Import",
            "%n event(s) are dated before the running period: finalized invoices do not change.",
            "",
            found.over,
        )
        parts.append(text)
    elif dry.count:
        parts.append(translate("Import", "No finalized invoice is touched."))
    if dry.has_made_identifiers and dry.count:
        parts.append(
            translate("Import", "Without identifiers in the file, a changed copy of it would be counted again.")
        )
    return sentences(parts)


def _added(found: BillEffect, wording: Wording) -> str:
    money = [
        f"{'+' if amount > 0 else ''}{wording.money(Money(amount, currency))}"
        for currency, amount in sorted(found.added.items())
    ]
    if all(amount < 0 for amount in found.added.values()):
        less = [wording.money(Money(-amount, currency)) for currency, amount in sorted(found.added.items())]
        text = translate(
            "Import",
            "Running bills of %n customer(s) go down by about {money}, before discounts and tax.",
            "",
            found.customers,
        )
        return text.format(money=joined(less, ", "))
    text = translate(
        "Import", "Running bills of %n customer(s): ≈ {money}, before discounts and tax.", "", found.customers
    )
    return text.format(money=joined(money, ", "))


def progress(run: ImportRun, wording: Wording) -> str:
    text = translate("Import", "{done} of {total}, {rate} a second")
    done, total = wording.number(run.done), wording.number(run.total)
    if not run.go.is_set():
        return translate("Import", "Paused: {done} of {total}").format(done=done, total=total)
    said = text.format(done=done, total=total, rate=wording.number(round(run.rate)))
    return joined((said, time_left(run.left) if run.left is not None else ""))


def report(run: ImportRun, wording: Wording) -> str:
    failed = sum(run.failed.values())
    text: str = translate("Import", "%n event(s) sent.", "", run.done - failed)
    if failed:
        text = sentences((text, translate("Import", "%n failed.", "", failed)))
    if run.halt is not None:
        left = translate("Import", "Stopped: {count} are left. Continue sends each of them once.")
        return sentences((text, left.format(count=wording.number(run.total - run.done))))
    return sentences((text, translate("Import", "The import can be canceled within 24 hours.")))


def canceled(count: int, failed: int) -> str:
    text: str = translate("Import", "%n event(s) canceled.", "", count)
    return sentences((text, translate("Import", "%n could not be canceled.", "", failed) if failed else ""))
