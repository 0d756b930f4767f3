"""Statements on which a group votes otherwise than the rest: Fisher's exact test, corrected over all of them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from burgerdata.statistics.multiplicity import adjust_p
from burgerdata.statistics.opinion_groups import Floats, Labels


def compare_votes(votes: Floats, labels: Labels) -> pd.DataFrame:
    """Return how often each group made each choice (1 or -1) on each statement, beside the rest.

    Columns: group, statement, choice, voters, n, others, share, rest, p, p_adjusted.
    ``n`` of the ``voters`` of the group made the choice, a ``share``; ``rest`` is the share among the ``others`` who voted.
    ``p`` is one-sided (Fisher, 1935): how often at least so many would by chance; corrected by Holm over all rows.
    Persons without a group (-1) are left out.

    Raises
    ------
    IndexError
        When there is not one label per row of ``votes``.

    Examples
    --------
    >>> stemmen = np.array([[1.0, 1.0]] * 8 + [[-1.0, 1.0]] * 8)
    >>> tabel = compare_votes(stemmen, np.array([0] * 8 + [1] * 8))
    >>> tabel[tabel["p_adjusted"] < 0.05][["group", "statement", "choice", "share", "rest"]].values.tolist()
    [[0.0, 0.0, 1.0, 1.0, 0.0], [1.0, 0.0, -1.0, 1.0, 0.0]]
    """
    from scipy.stats import hypergeom

    inside = labels >= 0
    groups = int(labels.max(initial=-1)) + 1
    member = np.eye(groups)[labels[inside]] if groups else np.zeros((0, 0))
    voted = (~np.isnan(votes[inside])).astype("float64")
    voters = member.T @ voted
    parts = []
    for choice in (1, -1):
        chosen = member.T @ (votes[inside] == choice).astype("float64")
        all_voters, all_chosen = voters.sum(axis=0), chosen.sum(axis=0)
        others = all_voters - voters
        with np.errstate(invalid="ignore", divide="ignore"):
            share, rest = chosen / voters, (all_chosen - chosen) / others
        p = hypergeom.sf(chosen - 1, all_voters, all_chosen, voters)
        p = np.where(np.isnan(share + rest), np.nan, p)
        parts.append(
            _make_rows(
                choice,
                {"voters": voters, "n": chosen, "others": others},
                {"share": share, "rest": rest, "p": p},
            )
        )
    table = pd.concat(parts, ignore_index=True)
    # rounding in the last place must not make a p-value of 1.0000000000000002
    return table.assign(p_adjusted=adjust_p(table["p"].clip(0, 1).to_numpy()))


def _make_rows(choice: int, counts: dict[str, Floats], shares: dict[str, Floats]) -> pd.DataFrame:
    group, statement = np.indices(counts["n"].shape)
    table = pd.DataFrame({"group": group.ravel(), "statement": statement.ravel(), "choice": choice})
    whole = {name: values.ravel().astype("int64") for name, values in counts.items()}
    return table.assign(**whole, **{name: values.ravel() for name, values in shares.items()})
