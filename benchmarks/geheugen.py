"""How much memory and time the contract costs: answers of many persons to forty questions, made to fit and checked.

    python benchmarks/geheugen.py [persons] [--check]

The default, 100,000 persons, is 4 million answers and a tenth of the target: 1 million persons x 40 questions under
1.2 GB. Prints bytes per answer, the size that a million persons would take, seconds, and the peak of the process.
"""

from __future__ import annotations

import sys
import time

import numpy as np
import pandas as pd

from burgerdata.contract import check_tabellen, conform_tabellen

VRAGEN = 40
OPTIES = 6
DOEL_GB = 1.2
MILJOEN = 1_000_000


def make_antwoorden(personen: int, *, seed: int = 0) -> pd.DataFrame:
    """Return one answer per person and question, words and ids as categories of text, in the order of a source."""
    toeval = np.random.default_rng(seed)
    rijen = personen * VRAGEN
    gekozen = toeval.integers(0, OPTIES, rijen)
    return pd.DataFrame(
        {
            "activiteit_id": pd.Categorical.from_codes(np.zeros(rijen, "int8"), ["enquete"]),
            "deelnemer_id": pd.Categorical.from_codes(
                np.repeat(np.arange(personen), VRAGEN), [f"p{n:015x}" for n in range(personen)]
            ),
            "vraag_id": pd.Categorical.from_codes(
                np.tile(np.arange(VRAGEN), personen), [f"vraag_{n}" for n in range(VRAGEN)]
            ),
            "volgnummer": np.ones(rijen, "int32"),
            "code": pd.Categorical.from_codes(gekozen, [str(n) for n in range(1, OPTIES + 1)]),
            "getal": gekozen + 1.0,
            "status": pd.Categorical.from_codes(np.zeros(rijen, "int8"), ["gegeven"]),
        }
    )


def make_tabellen(personen: int) -> dict[str, pd.DataFrame]:
    """Return the tables that these answers refer to, and the answers."""
    antwoorden = make_antwoorden(personen)
    vragen = [f"vraag_{n}" for n in range(VRAGEN)]
    return {
        "activiteiten": pd.DataFrame(
            {"activiteit_id": ["enquete"], "instrument": "enquete", "eenheid": "persoon", "taal": "nl"}
        ),
        "deelnemers": pd.DataFrame(
            {
                "activiteit_id": "enquete",
                "deelnemer_id": antwoorden["deelnemer_id"].cat.categories,
                "rol": "burger",
            }
        ),
        "vragen": pd.DataFrame(
            {"activiteit_id": "enquete", "vraag_id": vragen, "soort": "een_antwoord", "rol": "inhoud"}
        ),
        "opties": pd.DataFrame(
            {
                "activiteit_id": "enquete",
                "vraag_id": np.repeat(vragen, OPTIES),
                "code": [str(n) for n in range(1, OPTIES + 1)] * VRAGEN,
                "status": "geldig",
            }
        ),
        "antwoorden": antwoorden,
    }


def read_peak_gb() -> float:
    """Return the most memory that this process ever held; 0 where the system does not tell."""
    try:
        import resource
    except ImportError:
        return 0.0
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return kilobytes / (1e9 if sys.platform == "darwin" else 1e6)


def main(personen: int, *, check: bool) -> None:
    """Measure once and print."""
    ruw = make_tabellen(personen)
    voor = read_peak_gb()
    begin = time.perf_counter()
    tabellen = conform_tabellen(ruw)
    print(
        f"conform_tabellen: {time.perf_counter() - begin:.2f} s; peak {voor:.2f} -> {read_peak_gb():.2f} GB"
    )
    antwoorden = tabellen["antwoorden"]
    per_rij = antwoorden.memory_usage(deep=True).sum() / len(antwoorden)
    print(antwoorden.memory_usage(deep=True).div(len(antwoorden)).round(2).to_string())
    miljoen = per_rij * VRAGEN * MILJOEN / 1e9
    print(
        f"{len(antwoorden):,} answers, {per_rij:.1f} bytes each; 1 million persons: {miljoen:.2f} GB of {DOEL_GB}"
    )
    if check:
        begin = time.perf_counter()
        problemen = check_tabellen(tabellen)
        print(f"check_tabellen: {time.perf_counter() - begin:.2f} s, {len(problemen)} problems; ", end="")
        print(f"peak {read_peak_gb():.2f} GB")


if __name__ == "__main__":
    getallen = [int(woord) for woord in sys.argv[1:] if woord.isdigit()]
    main(getallen[0] if getallen else 100_000, check="--check" in sys.argv)
