"""A drawn figure as text: titles, labels, ticks, values in four decimals, face colours; for comparing notebooks.

A picture in a notebook is never compared, its text is. Line breaks are left out, for where a text breaks is layout.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.colors import to_hex
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from burgerdata.getallen import round_half_up

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from numpy.typing import ArrayLike


@dataclass(frozen=True)
class _Plaats:
    """How a place is told along both axes."""

    x: Callable[[float], str]
    y: Callable[[float], str]


def describe_figuur(alt: str, figuur: Figure) -> str:
    """Return the alt text and everything that is drawn, one thing per line.

    Examples
    --------
    >>> from matplotlib.figure import Figure
    >>> figuur = Figure()
    >>> _ = figuur.add_subplot().barh([0], [0.55555])
    >>> "staaf x 0 tot 0.5556, 0, kleur" in describe_figuur("Een staaf.", figuur)
    True
    """
    regels = [
        f"alt: {alt}",
        *(f"{tekst.get_gid() or 'tekst'}: {_flat(tekst.get_text())}" for tekst in figuur.texts),
    ]
    for nummer, as_ in enumerate(figuur.axes, start=1):
        regels += [f"vlak {nummer}", *(f"  {regel}" for regel in _describe_as(as_))]
    return "\n".join(regels)


def _describe_as(as_: Axes) -> Iterator[str]:
    if as_.axison:
        yield from (f"{naam}-as: {_flat(tekst)}" for naam, tekst in _axis_labels(as_) if tekst)
        yield from _ticks("x", [tekst.get_text() for tekst in as_.get_xticklabels()])
        yield from _ticks("y", [tekst.get_text() for tekst in as_.get_yticklabels()])
    plaats = _choose_plaats(as_)
    for ding in as_.get_children():
        if ding.get_visible() and ding is not as_.patch and ding.get_gid() != "raster":
            yield from _describe_ding(ding, plaats)
    yield from (f"tekst: {_flat(tekst.get_text())}" for tekst in as_.texts)


def _choose_plaats(as_: Axes) -> _Plaats:
    """Return how places on these axes are told: heights of rows and widths of columns depend on how labels wrap."""
    rij = _nearest("rij", as_.get_yticks()) if as_.get_gid() in ("rijen", "matrix") else _value
    kolom = _nearest("kolom", as_.get_xticks()) if as_.get_gid() == "matrix" else _value
    return _Plaats(kolom, rij)


def _nearest(naam: str, plekken: ArrayLike) -> Callable[[float], str]:
    midden = np.asarray(plekken, dtype="float64")
    return lambda plek: f"{naam} {int(np.abs(midden - plek).argmin()) + 1}"


def _axis_labels(as_: Axes) -> tuple[tuple[str, str], ...]:
    return ("x", as_.get_xlabel()), ("y", as_.get_ylabel())


def _ticks(naam: str, teksten: list[str]) -> Iterator[str]:
    gevuld = [_flat(tekst) for tekst in teksten if tekst]
    if gevuld:
        yield f"{naam}-streepjes: {' | '.join(gevuld)}"


def _describe_ding(ding: Artist, plaats: _Plaats) -> Iterator[str]:
    if isinstance(ding, Rectangle):
        begin, eind = plaats.x(ding.get_x()), plaats.x(ding.get_x() + ding.get_width())
        midden = plaats.y(ding.get_y() + ding.get_height() / 2)
        yield f"staaf x {begin} tot {eind}, {midden}, kleur {to_hex(ding.get_facecolor())}"
    elif isinstance(ding, Line2D):
        # A line over the full height has fractions of the axes as its y.
        geheel = ding.axes is None or ding.get_transform() != ding.axes.transData
        punten = _points(np.column_stack(ding.get_data()), _Plaats(_value, _value) if geheel else plaats)
        yield f"lijn {punten}, kleur {to_hex(ding.get_color())}, stijl {ding.get_linestyle()}"
    elif isinstance(ding, LineCollection):
        yield from (f"interval {_points(np.asarray(stuk), plaats)}" for stuk in ding.get_segments())
    elif isinstance(ding, PathCollection):
        kleuren = [to_hex(kleur) for kleur in np.atleast_2d(ding.get_facecolor())] or ["geen"]
        punten = _points(np.asarray(ding.get_offsets()), plaats)
        yield f"punten {punten}, kleur {', '.join(dict.fromkeys(kleuren))}"


def _points(punten: np.ndarray[tuple[int, ...], np.dtype[np.float64]], plaats: _Plaats) -> str:
    return " ".join(f"({plaats.x(x)}; {plaats.y(y)})" for x, y in np.asarray(punten, dtype="float64"))


def _value(getal: float) -> str:
    """Return a number in at most four decimals, and never -0."""
    return f"{round_half_up(float(getal), 4) + 0.0:.4f}".rstrip("0").rstrip(".")


def _flat(tekst: str) -> str:
    heel = re.sub(r"(?<=[a-zë])-\n(?=[a-zë])", "", tekst)
    return " ".join(heel.split())
