"""Prefixes of a surname written short ("v.d.", "v/d", "vd") make a name as those in full do."""

from __future__ import annotations

import pytest

from burgerdata.intake.sprekerlijst import Sprekerlijst
from burgerdata.pseudonyms import mask_text
from burgerdata.pseudonyms.speaker_names import is_titled
from burgerdata.pseudonyms.written_names import rate_name


@pytest.mark.parametrize(
    ("tekst", "masked"),
    [
        ("Mw. v.d. Laan belde", "Mw. [naam] belde"),
        ("dat zei J. v.d. Zwaan", "dat zei [naam]"),
        ("ik sprak meneer vd Zwaan gister", "ik sprak meneer [naam] gister"),
        ("Dhr. v/d Berg en mw v.d.Laan", "Dhr. [naam] en mw [naam]"),
        ("Jan v. d. Meer en de heer v. Dijk", "[naam] en de heer [naam]"),
        ("Bel Harmke v.d. Zijlsterveen", "Bel [naam]"),
        ("FAM. V.D. BERG", "FAM. [naam]"),
    ],
)
def test_a_surname_with_a_short_prefix_is_masked_whole(tekst: str, masked: str) -> None:
    assert mask_text(tekst)[0] == masked


@pytest.mark.parametrize(
    "tekst",
    [
        "aan het eind v.d. straat",
        "de voorzitter v.d. wijk",
        "de bewoners v.d. Kerkstraat",
        "de o.v. Daarna niet",
        "iedereen (m/v. Daarna verder)",
        "wij zijn v. Mening dat het kan",
    ],
)
def test_a_short_prefix_before_no_surname_stays(tekst: str) -> None:
    assert mask_text(tekst)[0] == tekst


def test_a_cell_and_a_label_with_a_short_prefix_are_names() -> None:
    cellen = ["Jan v.d. Berg", "Berg, v.d., Jan", "J. v/d Berg", "Harmke vd Veen"]
    assert [rate_name(cel) for cel in cellen] == ["zeker", "zeker", "voorletters", "vorm"]
    assert is_titled("Mw. v.d. Laan")


def test_who_is_written_short_in_the_talk_or_on_the_list_is_the_same_person() -> None:
    lijst = Sprekerlijst((("1", "3", "Els van der Laan"), ("1", "4", "Jan v.d. Berg")))
    assert lijst.find_codes(["Mw. v.d. Laan", "Dhr. van den Berg"], "1") == {
        "Mw. v.d. Laan": "3",
        "Dhr. van den Berg": "4",
    }
