"""What the screens of a desk are given by the window around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...services.services import DeskServices
from ..tab.exporting import Exporter
from ..widgets.context import Context
from ..writing.bulk_runner import BulkRunner
from ..writing.operation_progress import Follower

if TYPE_CHECKING:
    from .main_window import MainWindow


def context_of(window: MainWindow, services: DeskServices) -> Context:
    shell, area = window.shell, window.job_area
    return Context(
        services,
        shell.wording,
        shell.preferences,
        window.notices.say,
        window.open_object,
        window.open_list,
        shell.unexpected,
        Exporter(services.exports, shell.wording, area, window.jobs, window.notices.say).start,
        Follower(area, services.changes, services.operations.stop).following,
        BulkRunner(services.bulk, shell.wording, area, window.jobs, window.notices.say).start,
        shell.opens_first_row,
    )
