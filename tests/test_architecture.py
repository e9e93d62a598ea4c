"""The rules of the project, each able to fail: every rule is also tried on code that breaks it."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

HERE = Path(__file__).resolve().parent.parent
PACKAGE = HERE / "billing_desk"
MODULE_CAP, NOUN_CAP, WINDOW_CAP, MEDIAN, FUNCTION_P95 = 300, 400, 200, 130, 40
FOLDER_CAP = 18
ONE_NOUN = {
    "desk.py",
    "desks.py",
    "settings.py",
    "vault.py",
    "store/durable/journal.py",
    "simulator/resources/payments/checkout.py",
}
"""Modules of up to 400 lines whose parts have no name of their own: splitting them served the size cap alone."""

# Which package may be imported where; everything else may not.
OWNERS: dict[str, tuple[str, ...]] = {
    "PySide6": ("ui/", "app.py", "bridge.py", "starting.py", "selftest.py", "tour/"),
    "shiboken6": ("ui/",),
    "qasync": ("app.py", "starting.py", "tour/"),
    # In services for type checkers only (see `sdk_at_run_time`): previews fill in the SDK's parameter types.
    "stripe": ("gateway/", "selftest.py", "services/"),
    "apsw": ("store/",),
    "keyring": ("vault.py",),
    "boto3": ("integrations/cognito/",),
    "qtawesome": ("ui/widgets/icons.py",),
    "pyqtgraph": ("ui/charts/",),
    "babel": ("ui/wording/text.py",),
    "orjson": ("simulator/", "store/", "gateway/"),
    "uvloop": ("simulator/http/in_process.py",),
    "uvicorn": ("simulator/", "local_http/", "services/events/receiver.py"),
    "httpx": (
        "gateway/network.py",
        "gateway/route.py",
        "gateway/sdk.py",
        "gateway/files.py",
        "gateway/lanes.py",
        "simulator/http/in_process.py",
        "simulator/http/webhooks.py",
    ),
    "truststore": ("gateway/network.py",),
    "platformdirs": ("starting.py", "commands/"),
    "zstandard": ("store/mirror/compression.py",),
    "xlsxwriter": ("services/exports/", "selftest.py"),
    "pypdfium2": ("services/invoices/pdf_pages.py",),
    "reportlab": ("simulator/http/documents.py",),
    "segno": ("ui/widgets/qr_code.py",),
}
# Imported by the composition root alone, which passes values down.
ROOT_ONLY = {"settings", "vault", "logs", "desk", "desks", "account_book", "practice", "starting", "desk_plans"}
ROOT_ONLY |= {"settings_choices", "data_folder", "environment"}
ROOT = {
    "app.py",
    "desks.py",
    "desk.py",
    "starting.py",
    "tour/tour.py",
    "selftest.py",
    "account_book.py",
    "practice.py",
}
ROOT |= {
    "commands/verify.py",
    "commands/usage_import.py",
    "commands/headless.py",
    "desk_plans.py",
    "settings.py",
    "settings_choices.py",
    "vault.py",
    "__main__.py",
    "bridge.py",
}


def sources() -> dict[str, str]:
    return {path.relative_to(PACKAGE).as_posix(): path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py")}


def _imports(text: str) -> Iterator[tuple[int, str]]:
    """(level, dotted name) of every import; type checkers' imports too, for they are knowledge as well."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from ((0, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            yield from ((node.level, f"{base}.{alias.name}".strip(".")) for alias in node.names)


def owners_kept(files: dict[str, str]) -> list[str]:
    """External packages stay with their owner."""
    return [
        f"{name} imports {module}"
        for name, text in files.items()
        for level, module in _imports(text)
        if level == 0 and (allowed := OWNERS.get(module.split(".")[0])) and not name.startswith(allowed)
    ]


def root_kept(files: dict[str, str]) -> list[str]:
    """Settings, vault, logs and desk are passed down, not reached for."""
    found = []
    for name, text in files.items():
        depth = name.count("/")
        for level, module in _imports(text):
            target = module.split(".")[0]
            if level == depth + 1 and target in ROOT_ONLY and name not in ROOT:
                found.append(f"{name} imports {target}")
    return found


def tabs_apart(files: dict[str, str]) -> list[str]:
    """The tabs' packages meet in actions and changes only."""
    tabs = {"customers", "cards", "plans", "subscriptions", "invoices", "usage"}
    found = []
    for name, text in files.items():
        match = re.match(r"ui/(\w+)/", name)
        if match and match[1] in tabs:
            for level, module in _imports(text):
                target = module.split(".")[0]
                if level == 2 and target in tabs - {match[1]}:
                    found.append(f"{name} imports {target}")
    return found


def simulator_apart(files: dict[str, str]) -> list[str]:
    """Nothing of the program in the simulator, nothing of the simulator in the program but the practice account."""
    found = []
    for name, text in files.items():
        for level, module in _imports(text):
            inside = name.startswith("simulator/")
            depth = name.count("/")
            if level == depth + 1 and module.startswith("local_http"):
                continue  # the guard against other programs on this computer, which imports nothing of ours
            if inside and (level > depth or module.startswith("billing_desk")):
                found.append(f"{name} leaves the simulator: {module}")
            if not inside and level == depth + 1 and module.startswith("simulator") and name != "practice.py":
                found.append(f"{name} imports {module}")
    return found


_SQL = re.compile(
    r"^\s*(SELECT\b.+\bFROM|INSERT\s+(OR\s+\w+\s+)?INTO|REPLACE\s+INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|"
    r"(CREATE|DROP|ALTER)\s+(UNIQUE\s+)?(VIRTUAL\s+)?(TABLE|INDEX|TRIGGER|VIEW)|PRAGMA\s|WITH\s.+\bAS\s*\()",
    re.IGNORECASE | re.DOTALL,
)


def sql_only_in_store(files: dict[str, str]) -> list[str]:
    """Neither a text in SQL nor a call that runs one stands outside of store/."""
    found = []
    for name, text in files.items():
        if name.startswith("store/"):
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and _SQL.match(node.value):
                found.append(f"{name}:{node.lineno}")
            if isinstance(node, ast.Call) and _name_of(node.func) in {"execute", "executemany", "executescript"}:
                found.append(f"{name}:{node.lineno}")
    return found


def screens_know_no_store_and_no_gateway(files: dict[str, str]) -> list[str]:
    """What a screen shows is data of the domain, from the services."""
    return [
        f"{name} imports {module}"
        for name, text in files.items()
        if name.startswith("ui/")
        for level, module in _imports(text)
        if (level == name.count("/") + 1 and module.split(".")[0] in ("store", "gateway"))
        or module.startswith(("billing_desk.store", "billing_desk.gateway"))
    ]


def sdk_at_run_time(files: dict[str, str]) -> list[str]:
    """The services know the SDK's parameter types, for type checkers only."""
    found = []
    for name, text in files.items():
        if not name.startswith("services/"):
            continue
        tree = ast.parse(text)
        checked = {
            id(inner)
            for node in ast.walk(tree)
            if isinstance(node, ast.If) and _name_of(node.test) == "TYPE_CHECKING"
            for inner in ast.walk(node)
        }
        for node in ast.walk(tree):
            modules = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            modules += [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
            if id(node) not in checked and any(module.split(".")[0] == "stripe" for module in modules):
                found.append(name)
    return found


def no_nested_loops(files: dict[str, str]) -> list[str]:
    """No `exec()`, no static dialogs outside ui/widgets/ask.py."""
    pattern = re.compile(r"\.exec\(|QMessageBox|QFileDialog\.get|QInputDialog")
    return [name for name, text in files.items() if name != "ui/widgets/ask.py" and pattern.search(text)]


def no_bare_tasks(files: dict[str, str]) -> list[str]:
    """Tasks are made by services/tasks.py (and the sync thread's one, held by its owner)."""
    pattern = re.compile(r"create_task\(|ensure_future\(")
    return [n for n, text in files.items() if n not in ("services/tasks.py", "desk.py") and pattern.search(text)]


def shields_kept(files: dict[str, str]) -> list[str]:
    """`shield` forgets the work's error when the caller is canceled; the two places that use it see to that."""
    pattern = re.compile(r"\bshield\(")
    places = ("services/tasks.py", "store/files/lane.py")
    return [name for name, text in files.items() if name not in places and pattern.search(text)]


def guarded_fields_only(files: dict[str, str]) -> list[str]:
    """Every field a person types into stops card numbers."""
    pattern = re.compile(r"\bQTextEdit\(|\b(QLineEdit|QPlainTextEdit)\((?!.*readOnly=True)")
    return [name for name, text in files.items() if name != "ui/widgets/fields.py" and pattern.search(text)]


_SHOWING = {
    *("QLabel", "QMessageBox", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QComboBox", "QGroupBox"),
    *("QTextEdit", "QTextBrowser", "QTextDocument", "QStaticText", "QErrorMessage", "QProgressDialog", "QInputDialog"),
    *("QTableWidgetItem", "QListWidgetItem", "QTreeWidgetItem", "QStandardItem", "QAction", "QDockWidget"),
    *("QToolTip", "QWhatsThis", "QSplashScreen", "QSystemTrayIcon", "QWizardPage", "QCommandLinkButton"),
}
_SETTING = {
    *("setToolTip", "setTabToolTip", "setStatusTip", "setWhatsThis", "setTextFormat", "setHtml", "insertHtml"),
    *("appendHtml", "setMarkdown", "insertMarkdown", "setInformativeText", "setDetailedText", "setWindowTitle"),
    *("addMenu", "setTabText", "setTitle", "toHtml", "setSubTitle", "showMessage", "setOpenExternalLinks"),
}
_TEXT_ADDED = {"addAction", "addButton"}


def _name_of(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _shows_text_itself(node: ast.AST) -> bool:
    """A call that makes or fills a Qt object which could read its text as markup, as a shortcut or in another order."""
    if isinstance(node, ast.ClassDef):
        return any(_name_of(base) in _SHOWING for base in node.bases)
    if not isinstance(node, ast.Call):
        return False
    name = _name_of(node.func)
    if name in _TEXT_ADDED:  # with a text; with an object that shows it they are allowed
        texts = [a for a in node.args if isinstance(a, ast.Constant | ast.JoinedStr) or _is_text_call(a)]
        return bool(texts) or (name == "addAction" and len(node.args) == 1 and isinstance(node.args[0], ast.Name))
    return name in _SHOWING or name in _SETTING or name == "RichText"


def _is_text_call(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and _name_of(node.func) in {"translate", "format", "title", "nouns"}


def plain_text_only(files: dict[str, str]) -> list[str]:
    """Text is shown by the widgets of ui/widgets/plain.py alone, letter by letter (G3)."""
    found = []
    for name, text in files.items():
        if not name.startswith(("ui/", "app.py", "desks.py", "starting.py", "tour/")) or name == "ui/widgets/plain.py":
            continue
        found += [f"{name}:{node.lineno}" for node in ast.walk(ast.parse(text)) if _shows_text_itself(node)]  # type: ignore[attr-defined]
        if re.search(r"TextFormat\.(RichText|AutoText|MarkdownText)|mightBeRichText", text):
            found.append(f"{name} names a text format")
        if "ToolTipRole" in text and name != "ui/tables/rows.py":
            found.append(f"{name} answers with tooltips")
    return found


def links_opened_in_one_place(files: dict[str, str]) -> list[str]:
    """Addresses come from outside: ui/widgets/links.py opens those that are Stripe's and no others (G3)."""
    pattern = re.compile(r"\bopenUrl\b|\bQDesktopServices\b|\bwebbrowser\b|os\.startfile|setOpenExternalLinks")
    return [name for name, text in files.items() if name != "ui/widgets/links.py" and pattern.search(text)]


def clipboard_filled_in_one_place(files: dict[str, str]) -> list[str]:
    """So that no card number or key goes there unseen."""
    pattern = re.compile(r"\bclipboard\(\)|\bQClipboard\b|setMimeData")
    return [
        n
        for n, text in files.items()
        if n.startswith("ui/") and n != "ui/widgets/clipboard.py" and pattern.search(text)
    ]


def one_way_to_connect(files: dict[str, str]) -> list[str]:
    """A client for Stripe is made by the gateway's `build` alone, which checks address and mode; no other asks the
    network or the environment for a way out."""
    pattern = re.compile(
        r"\bStripeClient\((?!os\.environ)|\bHTTPXClient\b|\b(Async)?Client\(|\bAsyncHTTPTransport\b|"
        r"\burlopen\b|\bgetproxies\b|"
        r"\bhttp\.client\b|\bQNetworkAccessManager\b|create_connection\(|open_connection\("
    )
    # The trigger runs in AWS, without the rest of the program; importing a library would delay each sign-up.
    allowed = (
        "gateway/sdk.py",
        "gateway/network.py",
        "simulator/http/webhooks.py",
        "integrations/cognito/stripe_http.py",
    )
    return [name for name, text in files.items() if name not in allowed and pattern.search(text)]


def foreign_texts_are_joined_in_one_place(files: dict[str, str]) -> list[str]:
    """Names and values beside each other are isolated: ui/wording/text.py joins them, no f-string, no `join`."""
    pattern = re.compile(r'f"[^"\n]*[}][^"\n]*[·→]|"[^"\n]*[·→][^"\n]*"\.join[(]')
    return [n for n, t in files.items() if n.startswith("ui/") and n != "ui/wording/text.py" and pattern.search(t)]


def lists_read_in_one_place(files: dict[str, str]) -> list[str]:
    """Stripe cuts the lists inside its objects. domain/objects/nested.py reads them as far as they are complete, and
    gateway/pages.py reads the lists of the account; nothing else looks into a list."""
    pattern = re.compile(r"""["']has_more["']|\[["']data["']\]|get\(["']data["']""")
    allowed = ("domain/objects/nested.py", "domain/objects/event.py", "gateway/pages.py", "simulator/")
    return [name for name, text in files.items() if pattern.search(text) and not name.startswith(allowed)]


def one_quoting_function(files: dict[str, str]) -> list[str]:
    """Commands that can be copied are quoted by domain/text/quoting.py alone."""
    pattern = re.compile(r"\bshlex\b|[{][\w.]+!r[}]")
    commands = {name for name, text in files.items() if "curl" in text and name.startswith("ui/")}
    found = [n for n, t in files.items() if n.startswith(("ui/", "services/")) and pattern.search(t)]
    return found + sorted(commands - {"ui/wording/request_code.py", "ui/writing/preview.py"})


def no_floats_or_local_times(files: dict[str, str]) -> list[str]:
    pattern = re.compile(r"\butcnow\(|datetime\.now\(\)|fromtimestamp\([^,)]*\)|date\.today\(\)")
    money = re.compile(r"\bfloat\((?!min\(|2\.0|error|await self\._mirror|as_of)")
    found = [name for name, text in files.items() if pattern.search(text)]
    return found + [n for n, t in files.items() if n.startswith("domain/") and money.search(t)]


def small_rooms(files: dict[str, str]) -> list[str]:
    found = [n for n, text in files.items() if text.count("\n") > (NOUN_CAP if n in ONE_NOUN else MODULE_CAP)]
    found += [n for n in ("app.py", "ui/window/main_window.py") if files.get(n, "").count("\n") > WINDOW_CAP]
    lengths = [text.count("\n") for text in files.values() if text.count("\n") > 5]
    return found + ([f"median {statistics.median(lengths)}"] if lengths and statistics.median(lengths) > MEDIAN else [])


def folders_are_no_heaps(files: dict[str, str]) -> list[str]:
    """A folder holds what one can take in at a glance."""
    counted = Counter(name.rpartition("/")[0] for name in files if not name.endswith("__init__.py"))
    return [f"{folder or 'billing_desk'}: {count} modules" for folder, count in counted.items() if count > FOLDER_CAP]


def no_circles(files: dict[str, str]) -> list[str]:
    """No module is imported, over however many others, by what it imports."""
    graph = {name: _imported_modules(name, text, files) for name, text in files.items()}
    found, done = [], set[str]()
    for start in graph:
        path: list[str] = []

        def visit(name: str, path: list[str] = path) -> None:
            if name in path:
                found.append(" → ".join([*path[path.index(name) :], name]))
            elif name not in done:
                path.append(name)
                for other in graph[name]:
                    visit(other)
                path.pop()
                done.add(name)

        visit(start)
    return found


def _imported_modules(name: str, text: str, files: dict[str, str]) -> list[str]:
    """The files that a module's relative imports name, those for type checkers too."""
    folder = name.split("/")[:-1]
    found = []
    for level, dotted in _imports(text):
        if not level:
            continue
        parts = [*folder[: len(folder) - level + 1], *dotted.split(".")]
        while parts and (path := "/".join(parts) + ".py") not in files:
            parts.pop()
        if parts and path != name:
            found.append(path)
    return sorted(set(found))


def short_functions(files: dict[str, str]) -> list[str]:
    lengths = []
    for text in files.values():
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lengths.append((node.end_lineno or node.lineno) - node.lineno + 1)
    if len(lengths) < 20:
        return [f"{length} lines" for length in lengths if length > FUNCTION_P95]
    p95 = sorted(lengths)[int(len(lengths) * 0.95)]
    return [f"p95 is {p95} lines"] if p95 > FUNCTION_P95 else []


def documented(files: dict[str, str]) -> list[str]:
    return [name for name, text in files.items() if text.strip() and not ast.get_docstring(ast.parse(text))]


def no_text_at_import(files: dict[str, str]) -> list[str]:
    """Translated text is made when it is shown, after the language is chosen."""
    found = []
    for name, text in files.items():
        for node in ast.parse(text).body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef | ast.AsyncFunctionDef):
                continue
            inside_lambda = {id(n) for each in ast.walk(node) if isinstance(each, ast.Lambda) for n in ast.walk(each)}
            for each in ast.walk(node):
                if (
                    isinstance(each, ast.Call)
                    and getattr(each.func, "id", "") == "translate"
                    and id(each) not in inside_lambda
                ):
                    found.append(f"{name}:{each.lineno}")
    return found


def only_screens_word_things(files: dict[str, str]) -> list[str]:
    words = re.compile(r"(?<![.\w])translate\(")  # not str.translate
    return [name for name, text in files.items() if words.search(text) and not name.startswith(("ui/", "gateway/"))]


def starts_no_child(files: dict[str, str]) -> list[str]:
    """So that no secret can be among a child's arguments, which every process of this user may read."""
    child = re.compile(r"\b(subprocess|multiprocessing|QProcess|os\.(system|popen|exec\w+|spawn\w+))\b")
    return [name for name, text in files.items() if child.search(text)]


def dialogs_have_one_base(files: dict[str, str]) -> list[str]:
    """So that every dialog has its keys, asks before typed text is lost, and confirms only what was seen."""
    own = {"ui/widgets/base_dialog.py", "ui/window/palette.py", "ui/startup/report.py"}
    made = re.compile(r"class \w+\(QDialog\b|[^\w.]QDialog\((?!s\b)")
    return [name for name, text in files.items() if name.startswith("ui/") and name not in own and made.search(text)]


def controls_of_one_look(files: dict[str, str]) -> list[str]:
    """Number fields, combo boxes, and tick boxes are those of `plain.py`, which paints their arrows."""
    made = re.compile(r"[^\w.](QSpinBox|QDoubleSpinBox|QComboBox|QCheckBox|QRadioButton|QDateEdit|QDateTimeEdit)\(")
    return [name for name, text in files.items() if name.startswith("ui/") and _shows(name, made, text)]


def _shows(name: str, made: re.Pattern[str], text: str) -> bool:
    return name != "ui/widgets/plain.py" and made.search(text) is not None


_LONG = "\n".join(f"    x{number} = {number}" for number in range(50))
RULES: dict[Callable[[dict[str, str]], list[str]], dict[str, str]] = {
    owners_kept: {"services/a.py": "from PySide6.QtCore import QObject"},
    root_kept: {"ui/a.py": "from ..settings import Settings"},
    tabs_apart: {"ui/cards/a.py": "from ..invoices.page import InvoicesPage"},
    simulator_apart: {"simulator/a.py": "from ..domain.money import Money"},
    sql_only_in_store: {"services/a.py": 'rows = await mirror.query("SELECT id FROM customer WHERE email = ?")'},
    screens_know_no_store_and_no_gateway: {"ui/cards/a.py": "from ...store.mirror.mirror import Mirror"},
    sdk_at_run_time: {"services/cards/a.py": "from stripe.params import ChargeCreateParams"},
    no_nested_loops: {"ui/a.py": "dialog.exec()"},
    no_bare_tasks: {"ui/a.py": "asyncio.create_task(work())"},
    shields_kept: {"services/a.py": "await asyncio.shield(work)"},
    guarded_fields_only: {"ui/a.py": "field = QLineEdit()"},
    plain_text_only: {"ui/a.py": "label = QLabel(name)"},
    links_opened_in_one_place: {"ui/a.py": "QDesktopServices.openUrl(QUrl(link))"},
    clipboard_filled_in_one_place: {"ui/a.py": "QGuiApplication.clipboard().setText(text)"},
    one_way_to_connect: {"services/a.py": "client = stripe.StripeClient(key)"},
    lists_read_in_one_place: {"services/a.py": 'rows = invoice["lines"]["data"]'},
    one_quoting_function: {"ui/a.py": "text = shlex.quote(value)"},
    foreign_texts_are_joined_in_one_place: {"ui/a.py": 'text = f"{name}: {before} → {after}"'},
    no_floats_or_local_times: {"domain/a.py": "x = datetime.now()"},
    small_rooms: {"ui/a.py": "x = 1\n" * 301},
    folders_are_no_heaps: {f"ui/a{number}.py": '"""A."""' for number in range(FOLDER_CAP + 1)},
    no_circles: {"ui/a.py": "from .b import B", "ui/b.py": "from ..ui.c import C", "ui/c.py": "from . import a"},
    short_functions: {"ui/a.py": f"def long() -> None:\n{_LONG}"},
    documented: {"ui/a.py": "x = 1"},
    no_text_at_import: {"ui/a.py": 'TITLE = translate("A", "Title")'},
    dialogs_have_one_base: {"ui/a.py": "class A(QDialog):\n    pass"},
    controls_of_one_look: {"ui/a.py": "box = QSpinBox()"},
    starts_no_child: {"ui/a.py": "import subprocess"},
    only_screens_word_things: {"services/a.py": 'x = translate("A", "b")'},
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_rule_holds(rule: Callable[[dict[str, str]], list[str]]) -> None:
    assert rule(sources()) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_rule_fails_when_it_is_broken(rule: Callable[[dict[str, str]], list[str]]) -> None:
    assert rule(RULES[rule]) != []


MARKUP = (
    "widget.setToolTip(name)",
    "item = QTableWidgetItem(name)",
    "class Heading(QLabel):\n    pass",
    "box = QtWidgets.QMessageBox(parent)",
    "menu.addAction(translate('A', 'Delete {name}').format(name=name))",
    "menu.addAction(name)",
    "buttons.addButton(f'Remove {name}', role)",
    "label.setTextFormat(Qt.TextFormat.RichText)",
    "window.setWindowTitle(name)",
    "view.setHtml(text)",
)


SQL = (
    "await database.read(lambda c: c.execute(sql))",
    'x = "INSERT OR REPLACE INTO progress VALUES (?, ?)"',
    'x = f"DELETE FROM {table} WHERE id = ?"',
    'x = "update customer set name = ?"',
    'x = ("SELECT a, b " "FROM customer")',
    'x = "CREATE TABLE copies (id TEXT)"',
    'x = "pragma journal_mode = wal"',
)


@pytest.mark.parametrize("code", SQL)
def test_no_sql_outside_of_the_store_passes(code: str) -> None:
    assert sql_only_in_store({"services/a.py": code}) != []


@pytest.mark.parametrize("code", MARKUP)
def test_no_way_to_show_a_text_as_markup_passes(code: str) -> None:
    assert plain_text_only({"ui/a.py": code}) != []


def test_import_contracts_hold_and_can_fail(tmp_path: Path) -> None:
    """The linter itself: it passes on this project, and not when a module reaches up, by any of its contracts."""
    run = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(config_filename='c.toml'))"
    config = (HERE / "pyproject.toml").read_text(encoding="utf-8")
    copy = tmp_path / "copy"
    for name, text in sources().items():
        target = copy / "billing_desk" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    (copy / "c.toml").write_text(config, encoding="utf-8")

    def report() -> str:
        done = subprocess.run([sys.executable, "-c", run], cwd=copy, env={"PYTHONPATH": str(copy)}, capture_output=True)
        return done.stdout.decode()

    assert "BROKEN" not in report()
    for name, (line, _) in BROKEN.items():
        path = copy / "billing_desk" / name
        path.write_text(f"{path.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")
    said = report()
    kept = [contract for _, contract in BROKEN.values() if f"{contract} BROKEN" not in said]
    assert kept == [], said[-3000:]
    named = re.findall(r'^name = "(.*)"', config.partition("[tool.importlinter]")[2], re.MULTILINE)
    assert set(named) == {contract for _, contract in BROKEN.values()}, "every contract is tried on code that breaks it"


BROKEN = {
    "domain/money.py": ("from ..ui.wording import text", "Down only: app, ui, services, gateway or store, domain"),
    "simulator/call.py": ("from ..domain import money", "The simulator knows nothing of the program"),
    "services/clock.py": ("from ..simulator import call", "Only the practice account (and tests) know the simulator"),
    "store/mirror/schema.py": ("from PySide6 import QtCore", "Nothing of Qt below the screens"),
    "ui/cards/page.py": ("from ..invoices import page as other", "Tabs do not know each other"),
    "ui/wording/words.py": (
        "from ..widgets import theme",
        "Screens: window, tabs, writing, tab, tables, widgets, wording",
    ),
    "ui/tables/pill.py": ("from ...store.mirror import mirror", "Screens know neither store nor gateway"),
    "services/queries.py": ("from .writes import guard", "Services: objects, writes, queries"),
}
"""A line that breaks each contract, and the module it is added to."""


def test_nothing_names_a_registry_a_machine_or_a_tool() -> None:
    """The project speaks of itself alone."""
    listed = subprocess.run(["git", "ls-files"], cwd=HERE, capture_output=True, text=True, check=True).stdout.split()
    pattern = re.compile(
        r"pyp" + r"i\.org|pythonhos" + r"ted|npmj" + r"s\.|deb\.debi" + r"an|/wor" + r"k/|/far" + r"m/|/ro" + r"ot/"
    )
    found = []
    for name in listed:
        path = HERE / name
        if path.is_file() and path.suffix not in (".png", ".ico"):
            text = path.read_text(encoding="utf-8", errors="replace")
            found += [f"{name}: {match.group()}" for match in pattern.finditer(text)]
    assert found == []
