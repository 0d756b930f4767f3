"""The style of a figure as a context: matplotlib's own defaults, the house style, and the user's style file on top."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import matplotlib as mpl
from matplotlib import style

from burgerdata.errors import BronError

_HUISSTIJL = Path(__file__).with_name("burgerdata.mplstyle")
_VAST = {
    # "$" in an answer is a dollar, not mathematics; the rest makes equal bytes and equal widths on every run.
    "text.parse_math": False,
    "text.usetex": False,
    "text.hinting": "no_hinting",
    "svg.hashsalt": "burgerdata",
    "svg.fonttype": "path",
    "path.sketch": None,
    "figure.autolayout": False,
    "figure.constrained_layout.use": False,
    "savefig.bbox": None,
}


@contextmanager
def use_style(style_path: str | Path | None = None) -> Iterator[None]:
    """Draw in the house style, or in the user's style file on top of it; everything is put back afterwards.

    Raises
    ------
    BronError
        When the style file is missing or is not a matplotlib style.
    """
    lagen: list[str | Path] = [_HUISSTIJL]
    if style_path is not None:
        lagen.append(_check(Path(style_path)))
    with style.context(lagen, after_reset=True):
        mpl.rcParams.update(_VAST)  # type: ignore[arg-type]
        mpl.rcParams["font.family"] = [*mpl.rcParams["font.family"], "DejaVu Sans"]
        yield


def _check(pad: Path) -> Path:
    if not pad.is_file():
        raise BronError(
            "het stijlbestand bestaat niet", "geef het pad van een .mplstyle-bestand", bestand=pad.name
        )
    try:
        mpl.rc_params_from_file(pad, use_default_template=False)
    except (OSError, ValueError) as fout:
        raise BronError(
            "dit is geen stijlbestand van matplotlib", "sla het op als tekst in UTF-8", bestand=pad.name
        ) from fout
    return pad
