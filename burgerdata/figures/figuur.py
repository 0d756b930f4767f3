"""A figure as burgerdata hands it on: what is drawn, what it says in words, and the data behind it."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from burgerdata.figures.digest import describe_figuur
from burgerdata.figures.foot import list_voet
from burgerdata.figures.formaat import Formaatnaam, choose_formaat
from burgerdata.figures.layout import Tekening, compose, render_png, render_svg

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.figure import Figure

_NOTEBOOK_DPI = 120
_SCHERM_DPI = 96


@dataclass(frozen=True, repr=False, eq=False)
class Figuur:
    """A drawn table: finding as title, literal question, base, source, alt text, data, and a drawing to be redone.

    ``alt`` is one or two sentences for people who do not see the figure. ``digest`` holds every drawn value in four
    decimals; it is meant for the comparison of notebooks on synthetic data and never for a report. ``noten`` are the
    lines under the figure after base and source; ``tekens`` are those that explain a sign in the drawing.
    """

    naam: str
    titel: str
    vraag: str
    alt: str
    basis: str
    bron: str
    tekens: tuple[str, ...]
    noten: tuple[str, ...]
    tabel: pd.DataFrame
    formaat: Formaatnaam
    style_path: str | Path | None
    tekening: Tekening
    opnieuw: Callable[[Formaatnaam], Figuur]

    @property
    def voet(self) -> tuple[str, ...]:
        """Return the lines under the figure; a slide keeps base, signs and source, the notes are for paper."""
        return list_voet(self.basis, self.tekens, self.noten, self.bron, formaat=self.formaat)

    @property
    def digest(self) -> str:
        """Return what is drawn as text, values in four decimals."""
        return describe_figuur(self.alt, self.draw())

    def draw(self) -> Figure:
        """Return a matplotlib figure that belongs to no window and no other figure."""
        return compose(self)

    def png(self, dpi: float = 200) -> bytes:
        """Return the figure as PNG, equal bytes on every run."""
        return render_png(self.draw(), dpi=dpi)

    def svg(self) -> bytes:
        """Return the figure as SVG, equal bytes on every run."""
        return render_svg(self.draw(), titel=self.titel)

    def render(self, dpi: float = 200) -> tuple[bytes, bytes]:
        """Return the figure as PNG and as SVG, drawn once for both."""
        tekening = self.draw()
        return render_png(tekening, dpi=dpi), render_svg(tekening, titel=self.titel)

    def change_formaat(self, formaat: Formaatnaam) -> Figuur:
        """Return the same figure laid out anew for A4 or for a slide."""
        choose_formaat(formaat)
        return self.opnieuw(formaat)

    def save(self, folder: str | Path, *, naam: str = "") -> tuple[Path, ...]:
        """Write PNG, SVG and the data as CSV (``;`` and a decimal comma) in this folder, and return the three paths."""
        basis = Path(folder) / (naam or self.naam)
        basis.parent.mkdir(parents=True, exist_ok=True)
        csv = self.tabel.to_csv(index=False, sep=";", decimal=",", lineterminator="\n")
        png, svg = self.render()
        inhoud = {".png": png, ".svg": svg, ".csv": csv.encode("utf-8-sig")}
        paden = tuple(basis.parent / f"{basis.name}{soort}" for soort in inhoud)
        for pad, bytes_ in zip(paden, inhoud.values(), strict=True):
            pad.write_bytes(bytes_)
        return paden

    def __repr__(self) -> str:
        return f"Figuur '{self.naam}': {self.titel}"

    def _repr_mimebundle_(
        self, include: Any = None, exclude: Any = None
    ) -> tuple[dict[str, str], dict[str, Any]]:
        """Return the picture and the digest; a notebook comparison skips pictures and compares the digest."""
        tekening = self.draw()
        breedte = round(tekening.get_figwidth() * _SCHERM_DPI)
        beeld = base64.b64encode(render_png(tekening, dpi=_NOTEBOOK_DPI)).decode("ascii")
        return (
            {"image/png": beeld, "text/plain": describe_figuur(self.alt, tekening)},
            {"image/png": {"width": breedte, "alt": self.alt}},
        )
