"""The command line says in Dutch what is misspelled or missing, and what was probably meant."""

import os
import re
import subprocess
import sys

import pytest

from burgerdata.cli import main


@pytest.mark.parametrize(
    ("opdracht", "zin"),
    [
        (
            ["rapporteer", "map", "--vastellen"],
            "de keuze '--vastellen' bestaat niet; bedoelde u '--vaststellen'?",
        ),
        (["rapporteer", "map", "--stijll=a"], "de keuze '--stijll' bestaat niet; bedoelde u '--stijl'?"),
        (
            ["controleer", "mijn", "traject"],
            "'traject' is er een te veel; zet aanhalingstekens om een map met spaties",
        ),
        (["raporteer", "map"], "het werkwoord 'raporteer' bestaat niet; bedoelde u 'rapporteer'?"),
        (["vergelijk", "map"], "vergelijken kan met twee mappen of meer; noem ze achter elkaar"),
        (["codeer", "map", "--dubbel", "veel"], "bij '--dubbel' hoort een heel getal"),
        (["codeer", "map", "--codeur"], "bij '--codeur' hoort iets achter"),
        (["controleer"], "noem de map van het traject, bijvoorbeeld: controleer"),
        ([], "kies een werkwoord: nieuw, controleer"),
    ],
)
def test_what_is_misspelled_or_missing_is_said_in_one_dutch_sentence(opdracht, zin, capsys):
    with pytest.raises(SystemExit) as einde:
        main(opdracht)
    assert einde.value.code == 2
    gezegd = capsys.readouterr().err
    assert gezegd.startswith(zin)
    assert gezegd.count("\n") == 1


@pytest.mark.parametrize("verb", ["", "nieuw", "codeer", "rapporteer", "vergelijk"])
def test_the_help_of_a_verb_has_no_english_words(verb, capsys):
    with pytest.raises(SystemExit) as einde:
        main([*filter(None, [verb]), "--help"])
    assert einde.value.code == 0
    uitleg = capsys.readouterr().out
    assert uitleg.startswith("gebruik: burgerdata")
    assert not re.search(r"usage|options|positional|arguments|show this|and exit", uitleg)


def test_who_has_read_enough_of_the_output_is_told_of_no_fault(tmp_path):
    """As with ``| head``: the other end of the pipe is closed before all is written."""
    (tmp_path / "e.csv").write_text(
        "nr;cijfer\n" + "\n".join(f"{nr};{nr % 9 + 1}" for nr in range(50)), "utf-8"
    )
    opdracht = [sys.executable, "-m", "burgerdata", "nieuw", str(tmp_path)]
    lezen, schrijven = os.pipe()
    os.close(lezen)
    klaar = subprocess.run(opdracht, stdout=schrijven, stderr=subprocess.PIPE, check=False)
    os.close(schrijven)
    assert klaar.stderr.decode().strip() == ""
