"""How good suggestions are: every coded text judged by a suggester that has not seen it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from burgerdata.errors import MethodeError
from burgerdata.text.decision import samples_f1
from burgerdata.text.suggester import CodeSuggester

Bools = NDArray[np.bool_]
_SHARES = (0.25, 0.5, 0.75, 1.0)
_N_BOOTSTRAP = 1000
_MORE = (50, 100, 200)


@dataclass(frozen=True)
class SuggesterEvaluation:
    """What may be expected of suggestions for texts that nobody has coded.

    ``samenvatting``: maat (f1_per_tekst, f1_per_thema), waarde, onder, boven (95%, texts drawn anew), n.
    ``per_thema``: thema_id, n (coded), n_voorgesteld, precisie, vangst, f1.
    ``leercurve``: n (coded texts learned from), f1_per_tekst, f1_per_thema, soort ("gemeten" or "verwacht").
    """

    samenvatting: pd.DataFrame
    per_thema: pd.DataFrame
    leercurve: pd.DataFrame


def evaluate_suggester(
    texts: Sequence[str],
    labels: Iterable[Iterable[str] | str],
    *,
    definitions: Mapping[str, str] | None = None,
    folds: int = 5,
    seed: int = 0,
    embed: bool = False,
) -> SuggesterEvaluation:
    """Return how well texts are coded by a suggester that learned from the other folds, with a learning curve.

    The texts that are left out are read without their codes, as those that nobody has coded will be. The curve learns
    from a quarter, a half, three quarters and all of the other folds; what more coded texts would bring is read from
    a straight line through F1 against the logarithm of their number.

    Raises
    ------
    MethodeError
        There are fewer coded texts than twice the number of folds.

    Examples
    --------
    >>> texts = [f"lang wachten {i}" for i in range(10)] + [f"veel te duur {i}" for i in range(10)]
    >>> found = evaluate_suggester(texts, ["tijd"] * 10 + ["prijs"] * 10)
    >>> found.per_thema[["thema_id", "precisie", "vangst"]]
      thema_id  precisie  vangst
    0    prijs       1.0     1.0
    1     tijd       1.0     1.0
    """
    sets = [{label} if isinstance(label, str) else set(label) for label in labels]
    if len(sets) != len(texts) or len(sets) < 2 * folds:
        raise MethodeError(
            f"{len(sets)} gecodeerde teksten zijn te weinig voor {folds} delen; codeer er meer met de hand"
        )
    themas = sorted({theme for found in sets for theme in found})
    truth = _as_matrix(sets, themas)
    parts = _split(truth, folds, seed)
    curve, chosen = [], truth
    suggester = CodeSuggester(definitions, seed, embed)
    for share in _SHARES:
        chosen, learned = _predict_out_of_fold(texts, sets, parts, share, suggester, themas)
        curve.append((learned, samples_f1(truth, chosen), _macro(truth, chosen)))
    per_thema = _per_thema(truth, chosen, themas)
    return SuggesterEvaluation(_summarise(truth, chosen, seed), per_thema, _extend(curve))


def _as_matrix(sets: Sequence[set[str]], themas: Sequence[str]) -> Bools:
    return np.array([[theme in found for theme in themas] for found in sets], dtype=bool)


def _split(truth: Bools, folds: int, seed: int) -> NDArray[np.int64]:
    """Return a fold per text; the texts of the rarest themes are dealt out first, so that no fold lacks them."""
    rng = np.random.default_rng(seed)
    rarity = np.where(truth, truth.sum(axis=0), len(truth) + 1)
    rarest = np.column_stack([rarity, np.full(len(truth), len(truth) + 2)]).argmin(axis=1)
    order = np.lexsort((rng.permutation(len(truth)), rarest))
    part = np.empty(len(truth), dtype=np.int64)
    part[order] = np.arange(len(truth)) % folds
    return part


def _predict_out_of_fold(
    texts: Sequence[str],
    sets: Sequence[set[str]],
    parts: NDArray[np.int64],
    share: float,
    suggester: CodeSuggester,
    themas: Sequence[str],
) -> tuple[Bools, int]:
    chosen = np.zeros((len(texts), len(themas)), dtype=bool)
    learned = []
    for part in np.unique(parts):
        rest = np.flatnonzero(parts != part)
        # The same order for every share: a smaller sample is part of the larger one.
        used = rest[
            np.random.default_rng(suggester.seed).permutation(len(rest))[: max(2, round(share * len(rest)))]
        ]
        learned_from = set(used.tolist())
        suggester.fit(texts, [found if at in learned_from else None for at, found in enumerate(sets)])
        held = np.flatnonzero(parts == part)
        chosen[held] = _as_matrix(suggester.predict([texts[int(at)] for at in held]), themas)
        learned.append(len(used))
    return chosen, round(float(np.mean(learned)))


def _f1(truth: Bools, chosen: Bools) -> NDArray[np.float64]:
    both = (truth & chosen).sum(axis=0)
    return np.asarray(2 * both / np.maximum(truth.sum(axis=0) + chosen.sum(axis=0), 1), dtype=np.float64)


def _macro(truth: Bools, chosen: Bools) -> float:
    present = truth.any(axis=0)
    return float(_f1(truth, chosen)[present].mean()) if present.any() else float("nan")


def _summarise(truth: Bools, chosen: Bools, seed: int) -> pd.DataFrame:
    rng = np.random.default_rng(seed)
    draws = [rng.integers(0, len(truth), len(truth)) for _ in range(_N_BOOTSTRAP)]
    rows = []
    for maat, measure in (("f1_per_tekst", samples_f1), ("f1_per_thema", _macro)):
        onder, boven = np.quantile([measure(truth[draw], chosen[draw]) for draw in draws], [0.025, 0.975])
        rows.append((maat, measure(truth, chosen), float(onder), float(boven), len(truth)))
    frame = pd.DataFrame(rows, columns=["maat", "waarde", "onder", "boven", "n"])
    return frame.astype({"maat": "category", "n": "Int32"})


def _per_thema(truth: Bools, chosen: Bools, themas: Sequence[str]) -> pd.DataFrame:
    both, n, suggested = (truth & chosen).sum(axis=0), truth.sum(axis=0), chosen.sum(axis=0)
    frame = pd.DataFrame(
        {
            "thema_id": list(themas),
            "n": n,
            "n_voorgesteld": suggested,
            "precisie": np.where(suggested > 0, both / np.maximum(suggested, 1), np.nan),
            "vangst": both / np.maximum(n, 1),
            "f1": _f1(truth, chosen),
        }
    )
    return frame.astype({"thema_id": "category", "n": "Int32", "n_voorgesteld": "Int32"})


def _extend(curve: list[tuple[int, float, float]]) -> pd.DataFrame:
    columns = ["n", "f1_per_tekst", "f1_per_thema"]
    measured = pd.DataFrame(curve, columns=columns).assign(soort="gemeten")
    last = curve[-1][0]
    logs = np.log([n for n, _, _ in curve])
    rows: dict[str, list[float]] = {"n": [last + more for more in _MORE]}
    for place, column in enumerate(columns[1:], start=1):
        slope = max(float(np.polyfit(logs, [point[place] for point in curve], 1)[0]), 0.0)
        rows[column] = [
            min(curve[-1][place] + slope * float(np.log((last + more) / last)), 1.0) for more in _MORE
        ]
    frame = pd.concat([measured, pd.DataFrame(rows).assign(soort="verwacht")], ignore_index=True)
    return frame.astype({"n": "Int32", "soort": "category"})
