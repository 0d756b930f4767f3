"""Time burgerdata.statistics beside pandas, duckdb and svy on one machine, in one run.

Run it with the interpreter that has what you want to compare; what is not installed is reported as such:

    python benchmarks/statistics.py [--rows 1000000] [--repeats 7]

Every task works on a million persons in 50 strata and 2,000 clusters. Only burgerdata and svy give standard errors;
pandas and duckdb give the bare shares. The peers take turns at every task and the shortest run counts: other work on the
machine then hits them alike. Preparing the data of each peer is left out of its time; making a Design is shown apart.
A Design keeps the codes of a column and the size of its groups, so that only its first question reads the words; pandas
reads them at every groupby. Both the later and the first question are shown. "pandas" is the weighted share of every
answer per group as it is usually written, "pandas kort" the fastest form that was found: of one answer alone.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy: every peer on one thread

import numpy as np
import pandas as pd

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from burgerdata.statistics import Design, rake

MARGINS = {"geslacht": 2, "leeftijd": 5, "opleiding": 3, "provincie": 12, "herkomst": 4}
BOOTSTRAP_ROWS, REPLICATES = 100_000, 500
Runs = dict[str, Callable[[], object]]
Timings = dict[str, float]
ENOUGH = 5.0
"""Seconds that one peer may spend on one task; then its shortest run so far counts."""


def make_sample(rows: int, seed: int = 0) -> pd.DataFrame:
    """Return persons in 50 strata and 2,000 clusters with weights, a group, answers and five traits."""
    rng = np.random.default_rng(seed)
    cluster = rng.integers(0, 2000, rows)

    def draw(size: int) -> pd.Categorical:
        return pd.Categorical.from_codes(rng.integers(0, size, rows), [f"c{i:02}" for i in range(size)])

    frame = pd.DataFrame(
        {
            "stratum": cluster % 50,
            "cluster": cluster,
            "gewicht": rng.uniform(0.5, 3, rows),
            "groep": draw(20),
            "antwoord": pd.Categorical.from_codes((rng.random(rows) < 0.3).astype(int), ["nee", "ja"]),
            "cijfer": rng.normal(7, 1, rows),
            "vraag": draw(6),
        }
    )
    return frame.assign(**{naam: draw(size) for naam, size in MARGINS.items()})


def make_margins(seed: int = 1) -> pd.DataFrame:
    """Return five margins of one population of 17 million."""
    rng = np.random.default_rng(seed)
    parts = []
    for naam, size in MARGINS.items():
        share = rng.uniform(0.8, 1.2, size)
        labels = [f"c{i:02}" for i in range(size)]
        parts.append(
            pd.DataFrame({"variabele": naam, "categorie": labels, "aantal": share / share.sum() * 17e6})
        )
    return pd.concat(parts, ignore_index=True)


def best(run: Callable[[], object], repeats: int) -> float:
    """Return the shortest of several runs in seconds."""
    found = []
    for _ in range(repeats):
        start = time.perf_counter()
        run()
        found.append(time.perf_counter() - start)
    return min(found)


def load(naam: str) -> ModuleType | None:
    """Return the module, or None where it is not installed."""
    try:
        return importlib.import_module(naam)
    except ImportError:
        return None


def take_turns(runs: dict[str, Runs], task: str, repeats: int) -> Timings:
    """Return the shortest run of every peer that has this task, in seconds."""
    found: dict[str, list[float]] = {naam: [] for naam, tasks in runs.items() if task in tasks}
    for _ in range(repeats):
        for naam, taken in found.items():
            if sum(taken) < ENOUGH:
                taken.append(best(runs[naam][task], 1))
    return {naam: min(taken) for naam, taken in found.items()}


def run_burgerdata(frame: pd.DataFrame) -> Runs:
    """Return every task for burgerdata."""
    d = make_design(frame)
    small, marges = make_design(frame.head(BOOTSTRAP_ROWS)), make_margins()
    words = as_words(frame)
    answers = make_design(words)
    for asked in (d, answers):
        asked.proportion("antwoord", by="groep")
    return {
        "share": lambda: d.proportion("antwoord", by="groep"),
        "words": lambda: answers.proportion("antwoord", by="groep"),
        "first": lambda: make_design(words).proportion("antwoord", by="groep"),
        "rake": lambda: rake(d, marges),
        "test": lambda: d.test_independence("vraag", "herkomst"),
        "boot": lambda: small.replicates(n=REPLICATES, seed=1).mean("cijfer"),
    }


def as_words(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the frame with answer and group as text, as a file gives them."""
    return frame.astype({"antwoord": "str", "groep": "str"})


def make_design(frame: pd.DataFrame) -> Design:
    """Return the design of the sample."""
    return Design(frame, weight="gewicht", strata="stratum", cluster="cluster")


def share_pandas(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the weighted share of each answer per group, as it is usually written."""
    sums = frame.groupby(["groep", "antwoord"], observed=True)["gewicht"].sum().unstack()
    return sums.div(sums.sum(axis=1), axis=0)


def share_pandas_briefly(frame: pd.DataFrame) -> pd.Series:
    """Return the weighted share of one answer per group, by one sum of two columns."""
    counted = frame.assign(teller=frame["gewicht"] * (frame["antwoord"] == "ja"))
    sums = counted.groupby("groep", observed=True)[["teller", "gewicht"]].sum()
    return sums["teller"] / sums["gewicht"]


def run_pandas(frame: pd.DataFrame, share: Callable[[pd.DataFrame], object]) -> Runs:
    """Return a groupby that gives the shares without standard errors, on categories and on text."""
    words = as_words(frame)
    return {"share": lambda: share(frame), "words": lambda: share(words), "first": lambda: share(words)}


def run_duckdb(frame: pd.DataFrame) -> Runs:
    """Return a query on one thread that gives the shares without standard errors."""
    duckdb = load("duckdb")
    if duckdb is None:
        return {}
    link = duckdb.connect(config={"threads": 1})
    link.register("bron", frame[["groep", "antwoord", "gewicht"]])
    link.execute("create table t as select * from bron")
    query = (
        "select groep, sum(case when antwoord = 'ja' then gewicht end) / sum(gewicht) from t group by groep"
    )
    return {"share": lambda: link.execute(query).fetchall()}


def run_svy(frame: pd.DataFrame) -> Runs:
    """Return every task for svy, on polars."""
    svy, polars = load("svy"), load("polars")
    if svy is None or polars is None:
        return {}
    design = svy.Design(stratum="stratum", psu="cluster", wgt="gewicht")

    def make(part: pd.DataFrame) -> Any:
        words = part.astype(dict.fromkeys(part.select_dtypes("category"), "str"))
        columns = {naam: polars.Series(naam, words[naam].to_list()) for naam in words}
        return svy.Sample(polars.DataFrame(columns), design)

    sample, small = make(frame), make(frame.head(BOOTSTRAP_ROWS)[["stratum", "cluster", "gewicht", "cijfer"]])
    marges = make_margins()
    controls = {
        str(naam): dict(zip(part["categorie"], part["aantal"], strict=True))
        for naam, part in marges.groupby("variabele")
    }

    def boot() -> object:
        drawn = small.weighting.create_bs_wgts(REPLICATES, rstate=1)
        return drawn.estimation.mean("cijfer", method="replication")

    return {
        "share": lambda: sample.estimation.prop("antwoord", by="groep"),
        "rake": lambda: sample.weighting.rake(controls=controls, tol=1e-10, wgt_name="geraakt"),
        "test": lambda: sample.categorical.tabulate("vraag", "herkomst"),
        "boot": boot,
    }


def time_floors(frame: pd.DataFrame, repeats: int) -> dict[str, float]:
    """Return what the machine needs at least: reading the weights and codes once, and one scatter-add."""
    weights = frame["gewicht"].to_numpy()
    code = (frame["cluster"] * 40 + frame["groep"].cat.codes * 2 + frame["antwoord"].cat.codes).to_numpy()
    return {
        "read": best(lambda: (weights.sum(), code.sum()), repeats),
        "scatter": best(lambda: np.bincount(code, weights, 80_000), repeats),
    }


def measure_peak(run: Callable[[], object]) -> int:
    """Return the most bytes that a run holds at once beside what was there."""
    tracemalloc.start()
    run()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


TASKS = {
    "share": "aandeel x 20 groepen, antwoord en groep als categorie",
    "words": "aandeel x 20 groepen, antwoord en groep als tekst",
    "first": "hetzelfde, met een nieuw design en dus de eerste keer lezen van de tekst",
    "rake": "raken op 5 marges",
    "test": "Rao-Scott F, 24 cellen",
    "boot": f"{REPLICATES} bootstrapreplicaties, {BOOTSTRAP_ROWS:,} rijen",
}


def show_times(runs: dict[str, Runs], floors: dict[str, float], repeats: int) -> None:
    """Print seconds and ratios per task, and the distance to the scatter-add floor."""
    for naam in (naam for naam, tasks in runs.items() if not tasks):
        print(f"{naam} is niet geïnstalleerd")
    for task, title in TASKS.items():
        found = take_turns(runs, task, repeats)
        own = found["burgerdata"]
        print(f"\n{title}")
        for naam, seconds in found.items():
            print(f"  {naam:12} {seconds * 1000:10.1f} ms   {seconds / own:8.1f} x burgerdata")
        if task == "share":
            print(
                f"  bodem: lezen {floors['read'] * 1000:.1f} ms, scatter-add {floors['scatter'] * 1000:.1f} ms; "
                f"het aandeel met standaardfout kost {own / floors['scatter']:.1f} x de scatter-add"
            )


def show_memory(frame: pd.DataFrame) -> None:
    """Print the peak of each task against the size of the input frame."""
    size = int(frame.memory_usage(deep=True).sum())
    d, marges = make_design(frame), make_margins()
    raked = rake(d, marges)
    runs: dict[str, Callable[[], object]] = {
        "design maken": lambda: make_design(frame),
        "aandeel x 20 groepen": lambda: d.proportion("antwoord", by="groep"),
        "raken op 5 marges": lambda: rake(d, marges),
        "aandeel na raken": lambda: raked.proportion("antwoord", by="groep"),
    }
    print(f"\ngeheugen boven op de invoer van {size / 1e6:.0f} MB")
    for title, run in runs.items():
        peak = measure_peak(run)
        print(f"  {title:24} {peak / 1e6:8.1f} MB   samen {1 + peak / size:.2f} x de invoer")


def main() -> None:
    """Run every task for every peer that is installed and print the comparison."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--repeats", type=int, default=7)
    options = parser.parse_args()
    frame = make_sample(options.rows)
    making = best(lambda: make_design(frame), options.repeats)
    print(f"{options.rows:,} rijen, 50 strata, 2.000 clusters; een Design maken kost {making * 1000:.0f} ms")
    runs = {
        "burgerdata": run_burgerdata(frame),
        "pandas": run_pandas(frame, share_pandas),
        "pandas kort": run_pandas(frame, share_pandas_briefly),
        "duckdb": run_duckdb(frame),
        "svy": run_svy(frame),
    }
    show_times(runs, time_floors(frame, options.repeats), options.repeats)
    show_memory(frame)


if __name__ == "__main__":
    main()
