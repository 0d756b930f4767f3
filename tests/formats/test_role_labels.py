"""Who runs a conversation keeps the turns that are theirs, whichever word for it stands behind their name."""

from __future__ import annotations

import pytest

from burgerdata.formats.speakers import find_turns

TEKST = """Karin – {}: Welkom allemaal.
Anna – bewoner: ik vind het mooi.
Kees – bewoner: nee, dat niet.
Anna – bewoner: jawel.
Karin – {}: dank u wel.
"""


@pytest.mark.parametrize("woord", ["gespreksleider", "begeleidster", "notulist", "verslaglegger", "tafelbegeleider", "tafelheer", "gastvrouw"])  # fmt: skip
def test_who_leads_writes_or_receives_has_turns(woord: str) -> None:
    sprekers = [stuk.spreker.partition(" –")[0] for stuk in find_turns(TEKST.format(woord, woord))]
    assert sprekers == ["Karin", "Anna", "Kees", "Anna", "Karin"]


@pytest.mark.parametrize("woord", ["tafelverdeling", "ruimte", "verslag"])
def test_what_is_nobody_has_none(woord: str) -> None:
    sprekers = [stuk.spreker.partition(" –")[0] for stuk in find_turns(TEKST.format(woord, woord))]
    assert "Karin" not in sprekers
