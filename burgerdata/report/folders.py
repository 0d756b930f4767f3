"""The dated folders of reports: a new one each time, nothing overwritten."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from burgerdata.errors import BurgerdataError


def new_folder(map: Path, nu: datetime) -> Path:
    """Return a new folder named after the moment; a number is added when that moment already has one."""
    naam = f"{nu:%Y-%m-%d_%H%M}"
    for nummer in range(1, 1000):
        pad = map / (naam if nummer == 1 else f"{naam}_{nummer}")
        try:
            pad.mkdir(parents=True)
        except FileExistsError:
            continue
        return pad
    raise BurgerdataError(f"in de map '{map.name}' staan al duizend rapporten van deze minuut; ruim die op")


@contextmanager
def open_folder(map: Path, nu: datetime) -> Iterator[Path]:
    """Give a new folder for a report; when the report cannot be made, the folder goes again: half a report is none."""
    uit = new_folder(map, nu)
    try:
        yield uit
    except BaseException:
        shutil.rmtree(uit, ignore_errors=True)
        raise
