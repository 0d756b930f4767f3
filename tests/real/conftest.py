"""Where real files lie: in the folder with all sets beside this checkout, else the few that ship with these tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

SETS = Path(__file__).parents[3] / "shared" / "data"
SHIPPED = Path(__file__).with_name("data")

Zoek = Callable[[str], Path]


@pytest.fixture
def zoek() -> Zoek:
    """Return what finds a real file by set and name; a test that wants one that is not here is skipped."""

    def find(pad: str) -> Path:
        gevonden = next((map_ / pad for map_ in (SETS, SHIPPED) if (map_ / pad).is_file()), None)
        if gevonden is None:
            pytest.skip(f"{pad} is not in tests/real/data, and the sets are not beside this checkout")
        return gevonden

    return find
