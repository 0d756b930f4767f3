"""A form that lies beside the answers belongs to their delivery, though it names few of their columns."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import burgerdata as bd

_SURVEY = [
    ["type", "name", "label"],
    ["begin_group", "g", "Groep"],
    ["select_one e", "v", "Veilig?"],
    ["text", "w", "Wens"],
]
_CHOICES = [["list_name", "name", "label"], ["e", "a", "Mee eens"], ["e", "b", "Mee oneens"]]
_ANSWERS = [
    ["g/v", "g/w", "_id", "_uuid", "_submission_time", "_index"],
    *[
        [code, "meer licht", str(nr), f"u{nr}", "2026-03-01T10:00:00", str(nr)]
        for nr, code in enumerate("abab", 1)
    ],
]


def test_the_form_becomes_the_codebook_of_the_answers_it_described(
    tmp_path: Path, schrijf_boek: Callable[..., Path]
) -> None:
    (tmp_path / "ruw").mkdir()
    schrijf_boek(tmp_path / "ruw" / "antwoorden.xlsx", {"Markt": _ANSWERS})
    schrijf_boek(tmp_path / "ruw" / "formulier.xlsx", {"survey": _SURVEY, "choices": _CHOICES})
    voorstel = bd.propose_traject(tmp_path)
    regels = (tmp_path / "traject.toml").read_text(encoding="utf-8").splitlines()
    assert 'codeboek = "ruw/formulier.xlsx"' in regels
    herkend = voorstel.bestanden.set_index("bestand")
    assert herkend.loc["ruw/antwoorden.xlsx", "herkend_als"] == "enquête, KoboToolbox of ODK, 2 vragen"
    assert herkend.loc["ruw/formulier.xlsx", "let_op"] == ""
