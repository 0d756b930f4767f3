"""Printed themes, labels, words and counts are the same for every number of threads and kind of processor."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = """
import numpy as np
import pandas as pd
from burgerdata.text import CodeSuggester, find_themes, keyness

onderwerpen = [
    "lang wachten aan de balie van het bureau", "het formulier is te lang en onduidelijk",
    "de medewerker was vriendelijk en hielp goed", "inloggen met de code lukte niet",
    "ik kreeg geen bericht over mijn aangifte",
]
bijwerk = ["vorige week", "heel vervelend", "thuis op de bank", "met mijn buurvrouw", "tijdens het werk", "in de stad"]
teksten = [f"{onderwerpen[(7 * n) % 5]} {bijwerk[(5 * n) % 6]} {bijwerk[n % 4]} {n % 11}" for n in range(900)]
gevonden = find_themes(teksten, k=5)
pd.set_option("display.width", 200, "display.max_columns", 20, "display.max_colwidth", 200)
print(gevonden.themas.round(4).to_string())
print(gevonden.toedeling["nr"].value_counts().sort_index().to_string())
codes = [{f"t{(7 * n) % 5}"} if n % 13 else set() for n in range(200)]
kiezer = CodeSuggester(definitions={f"t{n}": zin for n, zin in enumerate(onderwerpen)}).fit(teksten, [*codes, *[None] * 700])
vreemd = ["asdf", "de soep was te zout", "mooi weer vorige week"]
print([sorted(themas) for themas in kiezer.predict([*teksten[200:260], *vreemd])])
print([sorted(themas) for themas in kiezer.fit([], []).predict([*teksten[200:260], *vreemd])])
print(keyness(teksten, [str(n % 3) for n in range(900)]).head(20).round(4).to_string())
woorden = [
    "wachttijd wachten weken reactie antwoord traag maanden duurde balie telefoon".split(),
    "inloggen digid wachtwoord code scherm app fout geblokkeerd account website".split(),
    "woorden uitleg formulier taal begrijpen vraag zinnen ambtelijk tekst moeilijk".split(),
]
toeval = np.random.default_rng(5)
soorten = toeval.choice(3, 200, p=[0.5, 0.3, 0.2])
los = find_themes([" ".join(toeval.choice(woorden[soort], 5, replace=False)) for soort in soorten], k=3)
print(los.themas.round(4).to_csv(), los.toedeling.to_csv())
"""


def run(tmp_path: Path, **omgeving: str) -> str:
    script = tmp_path / "themas.py"
    script.write_text(SCRIPT, encoding="utf-8")
    wortel = str(Path(__file__).resolve().parents[2])
    klaar = subprocess.run(
        [sys.executable, str(script)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        env={**os.environ, "PYTHONPATH": wortel, "PYTHONUTF8": "1", **omgeving},
    )
    return klaar.stdout


@pytest.mark.traag
def test_threads_and_processors_change_no_printed_theme_label_word_or_count(tmp_path: Path) -> None:
    draden = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")
    een = run(tmp_path, **dict.fromkeys(draden, "1"))
    assert "wachten" in een
    assert len(een.splitlines()) > 200
    for soort in ("Nehalem", "Haswell", "Zen"):  # one of them is mostly that of the run with one thread
        assert run(tmp_path, OPENBLAS_CORETYPE=soort, **dict.fromkeys(draden, "2")) == een, soort
