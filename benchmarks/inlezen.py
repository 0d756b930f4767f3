"""What reading a LimeSurvey export of 40 columns costs, beside pandas that reads it as text: seconds and peak memory.

    python benchmarks/inlezen.py [rows] [times] [--open]

The default is 100,000 rows, once; 1,000,000 is the size that is judged. Each way runs in a process of its own, in seconds of
the processor, imports left out; they take turns, and the shortest of their runs counts, for other work on the machine slows
them all. "inlezen" is ``formats.read``: checked, counted, sealed and masked. "heel" is ``read_bestand``: the contract tables.
Every different text of an open question is searched for names and numbers of persons, which takes most time where people
wrote: ``--open`` gives one column in 40 texts of its own in a quarter of the rows.
"""

from __future__ import annotations

import csv
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import pandas as pd

STELLINGEN, VINKJES = 31, 3
STAPPEN = ("Helemaal oneens", "Oneens", "Neutraal", "Eens", "Helemaal eens", "Weet ik niet", "")
WOORDEN = [
    "de",
    "aangifte",
    "duurde",
    "lang",
    "maar",
    "agent",
    "was",
    "vriendelijk",
    "en",
    "legde",
    "het",
    "goed",
    "uit",
    "pas",
    "na",
    "weken",
    "bericht",
    "over",
    "mijn",
    "zaak",
    "formulier",
    "onduidelijk",
    "website",
    "traag",
    "wachttijd",
    "telefoon",
]
_MEET = """
import resource, sys, time
from pathlib import Path
wat, pad = sys.argv[1], Path(sys.argv[2])
if wat == "pandas":
    import pandas as pd
    def run(): return pd.read_csv(pad, dtype=str, keep_default_na=False)
elif wat == "inlezen":
    import burgerdata.formats as formats
    from burgerdata.intake import Zegel
    from burgerdata.pseudonyms import Sleutel
    def run(): return formats.read(pad, Zegel(Sleutel(bytes(32)), "enquete"))
else:
    import burgerdata as bd
    bd.read_bestand  # imported before the clock starts, as pandas is
    def run(): return bd.read_bestand(pad, instrument="enquete")
begin = time.process_time()
uit = run()
seconden = time.process_time() - begin
# not ru_maxrss: a child begins with the peak of the process that started it
piek = [r for r in open("/proc/self/status") if r.startswith("VmHWM")] if sys.platform == "linux" else []
kilobytes = int(piek[0].split()[1]) if piek else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(seconden, kilobytes / 1e6)
"""


def write_export(pad: Path, rijen: int, *, open_: bool, seed: int = 0) -> None:
    """Write an export with headers of codes and texts: four fixed columns, statements, ticks, a grade and a text."""
    toeval = np.random.default_rng(seed)
    stappen = np.array(STAPPEN)
    momenten = pd.Timestamp("2026-03-01") + pd.to_timedelta(
        np.sort(toeval.integers(0, 2_592_000, rijen)), unit="s"
    )
    kolommen: dict[str, object] = {
        "Response ID": np.arange(1, rijen + 1).astype(str),
        "Date submitted": momenten.strftime("%Y-%m-%d %H:%M:%S"),
        "Last page": "5",
        "Start language": "nl",
    }
    for nummer in range(1, STELLINGEN + 1):
        keuze = toeval.choice(len(stappen), rijen, p=[0.1, 0.15, 0.2, 0.3, 0.15, 0.05, 0.05])
        kolommen[f"s{nummer:02}. Stelling {nummer} over de dienstverlening"] = stappen[keuze]
    for nummer in range(1, VINKJES + 1):
        kolommen[f"m1[{nummer}]. Hoe kwam u bij ons? [kanaal {nummer}]"] = np.where(
            toeval.random(rijen) < 0.4, "Yes", "No"
        )
    kolommen["c1. Welk rapportcijfer geeft u?"] = toeval.integers(1, 11, rijen).astype(str)
    kolommen["o1. Wat kan er beter?"] = _make_texts(toeval, rijen, open_=open_)
    frame = pd.DataFrame(kolommen)
    assert frame.shape == (rijen, 40)
    frame.to_csv(pad, index=False, quoting=csv.QUOTE_ALL)


def _make_texts(toeval: np.random.Generator, rijen: int, *, open_: bool) -> list[str]:
    """Return a text in a quarter of the rows: each its own, or one of a hundred."""
    aantal = rijen if open_ else 100
    teksten = [
        " ".join(WOORDEN[plek] for plek in toeval.integers(0, len(WOORDEN), 12)) for _ in range(aantal)
    ]
    gevuld = toeval.random(rijen) < 0.25
    return [teksten[nummer % aantal] if vol else "" for nummer, vol in enumerate(gevuld)]


def measure(wat: str, pad: Path) -> tuple[float, float]:
    """Return the seconds of the processor and the peak in GB of one way of reading."""
    opdracht = [sys.executable, "-c", _MEET, wat, str(pad)]
    seconden, piek = subprocess.run(opdracht, capture_output=True, text=True, check=True).stdout.split()
    return float(seconden), float(piek)


def main(rijen: int, keren: int, *, open_: bool) -> None:
    """Print the three ways side by side."""
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_) / "export.csv"
        write_export(pad, rijen, open_=open_)
        print(f"{rijen} rijen x 40 kolommen, {pad.stat().st_size / 1e6:.0f} MB")
        beurten = [{wat: measure(wat, pad) for wat in ("pandas", "inlezen", "heel")} for _ in range(keren)]
        gemeten = {wat: min(beurt[wat] for beurt in beurten) for wat in beurten[0]}
        bodem = gemeten["pandas"]
        for wat, (seconden, piek) in gemeten.items():
            print(
                f"  {wat:8} {seconden:7.2f} s ({seconden / bodem[0]:5.1f} x)   {piek:5.2f} GB ({piek / bodem[1]:4.1f} x)"
            )


if __name__ == "__main__":
    getallen = [int(woord) for woord in sys.argv[1:] if woord.isdigit()]
    rijen, keren = [*getallen, *(100_000, 1)[len(getallen) :]][:2]
    main(rijen, keren, open_="--open" in sys.argv)
