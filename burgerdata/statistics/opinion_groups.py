"""Opinion groups in a matrix of votes with gaps: principal components, then k-means with k chosen by silhouette.

The method of Polis (Small and others, "Polis: scaling deliberation by mapping high dimensional opinion spaces", 2021):
a missing vote takes the mean of its statement, the two first components make a map, who voted on few statements is
moved outwards by the square root of statements per vote, and 2 to 5 groups are tried. Polis empties a rejected
statement instead of leaving it out, so that it counts there as one on which everybody voted (polismath, conversation.clj
and pca.clj); so it does here. What Polis leaves to chance is fixed: the whole eigendecomposition, signs, rounding, and
where k-means starts, so that threads do not matter. Groups of an earlier moment, from which Polis goes on, are not kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Labels = NDArray[np.int64]
MOST = 5
_DIGITS = 8
"""Decimals kept of places on the map: below them is the noise of threads, processors and libraries."""
_TIE = 0.02
"""The fewest groups whose silhouette is this close to the best one: a group more must show for it."""
_ROUNDS = 200
_BLOCK = 2_000


@dataclass(frozen=True)
class OpinionGroups:
    """Groups of persons: ``labels`` 0 … k-1 from the largest group on, -1 for persons who voted too little.

    ``places`` are coordinates on the map (NaN for the latter), ``explained`` the share of the variance on each axis,
    ``silhouettes`` the mean silhouette for each k that was tried, and ``least`` the fewest votes that were enough.
    """

    labels: Labels
    places: Floats
    explained: tuple[float, ...]
    silhouettes: dict[int, float]
    least: int


def find_opinion_groups(votes: Floats, *, least: int = 7, rejected: int = 0) -> OpinionGroups:
    """Return the opinion groups among the rows of a persons × statements matrix of 1, 0, -1 and NaN.

    Persons with fewer than ``least`` votes (or fewer than there are statements, if that is less) get no group.
    ``rejected`` is how many statements with votes are not in the matrix because a moderator rejected them. The method is
    that of Polis (Small and others 2021), as at the head of this file.

    Raises
    ------
    IndexError
        When ``votes`` is no matrix.

    Examples
    --------
    >>> ja_nee = np.array([[1, 1, -1, 1], [1, 1, -1, np.nan], [-1, -1, 1, -1], [-1, np.nan, 1, -1], [1, 1, -1, 1]])
    >>> find_opinion_groups(ja_nee, least=3).labels.tolist()
    [0, 0, 1, 1, 0]
    """
    known = ~np.isnan(votes)
    enough_votes = min(least, votes.shape[1])
    inside = known.sum(axis=1) >= max(enough_votes, 1)
    labels = np.full(len(votes), -1, dtype=np.int64)
    places = np.full((len(votes), 2), np.nan)
    if inside.sum() < 3 or votes.shape[1] < 2:
        return OpinionGroups(labels, places, (), {}, enough_votes)
    kept, explained = map_persons(votes[inside], rejected=rejected)
    places[inside] = kept
    tried = {k: assign_groups(kept, k) for k in range(2, min(MOST, len(np.unique(kept, axis=0)) - 1) + 1)}
    if not tried:
        return OpinionGroups(labels, places, explained, {}, enough_votes)
    scores = {k: measure_silhouette(kept, found) for k, found in tried.items()}
    best = min(k for k, score in scores.items() if score >= max(scores.values()) - _TIE)
    labels[inside] = _order_by_size(tried[best])
    return OpinionGroups(labels, places, explained, scores, enough_votes)


def map_persons(votes: Floats, *, rejected: int = 0) -> tuple[Floats, tuple[float, ...]]:
    """Return two coordinates per person and the share of the variance that each axis holds.

    With ``rejected`` statements who voted on few others is moved outwards less. An axis points to where its heaviest statement is agreed with: the sign of a component means nothing by itself.
    """
    known = ~np.isnan(votes)
    counts = known.sum(axis=0)
    means = np.where(counts > 0, np.nansum(votes, axis=0) / np.maximum(counts, 1), 0.0)
    centred = np.where(known, votes - means, 0.0)
    values, vectors = np.linalg.eigh(centred.T @ centred)
    axes = vectors[:, ::-1][:, :2]
    heaviest = np.abs(np.round(axes, _DIGITS)).argmax(axis=0)
    axes = axes * np.where(axes[heaviest, [0, 1]] < 0, -1.0, 1.0)
    total = float(values.sum())
    explained = tuple(float(value / total) if total > 0 else 0.0 for value in values[::-1][:2])
    stretch = np.sqrt((votes.shape[1] + rejected) / np.maximum(known.sum(axis=1) + rejected, 1))
    return np.round((centred @ axes) * stretch[:, None], _DIGITS) + 0.0, explained


def assign_groups(places: Floats, k: int) -> Labels:
    """Return the best of two k-means solutions: one started from spread-out persons, one from slices of the map."""
    solutions = [_run_kmeans(places, start) for start in (_spread_out(places, k), _slice(places, k))]
    return min(solutions, key=lambda found: round(_measure_spread(places, found), _DIGITS))


def measure_silhouette(places: Floats, labels: Labels) -> float:
    """Return the mean silhouette (Rousseeuw, 1987); a person alone in a group counts as 0."""
    k = int(labels.max()) + 1
    sizes = np.bincount(labels, minlength=k)
    member = np.eye(k)[labels]
    scores = np.empty(len(places))
    for part in range(ceil(len(places) / _BLOCK)):
        rows = slice(part * _BLOCK, (part + 1) * _BLOCK)
        to_groups = _distances(places[rows], places) @ member
        own = np.arange(len(to_groups)), labels[rows]
        within = to_groups[own] / np.maximum(sizes[labels[rows]] - 1, 1)
        mean = to_groups / np.maximum(sizes, 1)
        mean[own] = np.inf
        between = mean.min(axis=1)
        width = np.maximum(within, between)
        scores[rows] = np.where(
            (sizes[labels[rows]] > 1) & (width > 0), (between - within) / np.where(width > 0, width, 1), 0.0
        )
    return float(scores.mean())


def _distances(a: Floats, b: Floats) -> Floats:
    steps: Floats = a[:, None, :] - b[None, :, :]
    return np.asarray(np.sqrt((steps**2).sum(axis=2)), dtype=np.float64)


def _run_kmeans(places: Floats, centres: Floats) -> Labels:
    """Return Lloyd's solution from these centres; a group that falls empty keeps its centre."""
    labels = np.full(len(places), -1, dtype=np.int64)
    for _ in range(_ROUNDS):
        nieuw = np.round(_distances(places, centres), _DIGITS).argmin(axis=1)
        if np.array_equal(nieuw, labels):
            break
        labels = nieuw
        centres = np.array(
            [places[labels == g].mean(axis=0) if (labels == g).any() else c for g, c in enumerate(centres)]
        )
    return np.unique(labels, return_inverse=True)[1].astype(np.int64)


def _spread_out(places: Floats, k: int) -> Floats:
    """Return the person farthest from the middle, then each time the one farthest from all chosen."""
    distance = _distances(places, places.mean(axis=0, keepdims=True))[:, 0]
    chosen = [int(np.round(distance, _DIGITS).argmax())]
    while len(chosen) < k:
        nearest = _distances(places, places[chosen]).min(axis=1)
        chosen.append(int(np.round(nearest, _DIGITS).argmax()))
    return places[chosen]


def _slice(places: Floats, k: int) -> Floats:
    """Return the middles of k equal slices of persons along the first axis."""
    order = np.lexsort((places[:, 1], places[:, 0]))
    return np.array([places[part].mean(axis=0) for part in np.array_split(order, k)])


def _measure_spread(places: Floats, labels: Labels) -> float:
    return float(
        sum(((places[labels == g] - places[labels == g].mean(axis=0)) ** 2).sum() for g in np.unique(labels))
    )


def _order_by_size(labels: Labels) -> Labels:
    """Return the labels numbered from the largest group on; of equal ones, the group of the earlier person first."""
    groups, first, sizes = np.unique(labels, return_index=True, return_counts=True)
    order = sorted(range(len(groups)), key=lambda g: (-sizes[g], first[g]))
    rank = np.empty(len(groups), dtype=np.int64)
    rank[order] = np.arange(len(groups))
    return rank[labels]
