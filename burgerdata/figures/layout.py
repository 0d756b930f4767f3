"""The page of a figure: title, literal question, the drawing, foot lines; everything measured in points, top down."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from burgerdata.errors import PastNietError
from burgerdata.figures.formaat import Formaat, Formaatnaam, choose_formaat
from burgerdata.figures.measure import balance_tekst, measure_hoogte, wrap_tekst
from burgerdata.figures.palette import GRIJS
from burgerdata.figures.style import use_style

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.text import Text


@dataclass(frozen=True)
class Vlak:
    """A rectangle of a figure in points, measured from the top left corner; drawings never see fractions."""

    figuur: Figure
    formaat: Formaat
    links: float
    boven: float
    breedte: float
    hoogte: float

    def add_as(self, links: float, boven: float, breedte: float, hoogte: float) -> Axes:
        """Return axes on a rectangle inside this one."""
        geheel_b, geheel_h = self.figuur.get_size_inches() * 72
        onder = geheel_h - (self.boven + boven + hoogte)
        return self.figuur.add_axes(
            ((self.links + links) / geheel_b, onder / geheel_h, breedte / geheel_b, hoogte / geheel_h)
        )

    def write(self, tekst: str, links: float, boven: float, **opmaak: Any) -> Text:
        """Write a text with its top at ``boven``; ``opmaak`` goes to matplotlib's Text."""
        geheel_b, geheel_h = self.figuur.get_size_inches() * 72
        vast: dict[str, Any] = {"va": "top", "fontsize": self.formaat.letter}
        x, y = (self.links + links) / geheel_b, 1 - (self.boven + boven) / geheel_h
        return self.figuur.text(x, y, tekst, **(vast | opmaak))

    def draw_lijn(self, links: float, rechts: float, boven: float, kleur: str) -> None:
        """Draw a thin horizontal line."""
        geheel_b, geheel_h = self.figuur.get_size_inches() * 72
        y = 1 - (self.boven + boven) / geheel_h
        x = [(self.links + links) / geheel_b, (self.links + rechts) / geheel_b]
        dikte = 0.8 * self.formaat.letter / 9
        self.figuur.add_artist(
            Line2D(x, [y, y], color=kleur, linewidth=dikte, transform=self.figuur.transFigure)
        )

    def draw_blok(self, links: float, boven: float, zijde: float, *, kleur: str, rand: str) -> None:
        """Draw a square with its left top corner here."""
        geheel_b, geheel_h = self.figuur.get_size_inches() * 72
        hoek = ((self.links + links) / geheel_b, 1 - (self.boven + boven + zijde) / geheel_h)
        maten = (zijde / geheel_b, zijde / geheel_h)
        blok = Rectangle(hoek, *maten, facecolor=kleur, edgecolor=rand, linewidth=0.6)
        self.figuur.add_artist(blok).set_transform(self.figuur.transFigure)


class Tekening(Protocol):
    """What a kind of figure draws between the question and the foot lines."""

    def measure(self, breedte: float, formaat: Formaat) -> float:
        """Return the height that the drawing needs at this width, in points."""

    def draw(self, vlak: Vlak) -> None:
        """Draw inside the rectangle."""


@dataclass(frozen=True)
class Stapel:
    """Drawings under each other, each as high as it needs; a Tekening."""

    delen: tuple[Tekening, ...]

    def measure(self, breedte: float, formaat: Formaat) -> float:
        """Return the height of all parts together."""
        return sum(deel.measure(breedte, formaat) for deel in self.delen)

    def draw(self, vlak: Vlak) -> None:
        """Draw the parts from the top down; what is left of a slide is divided in proportion."""
        hoogtes = [deel.measure(vlak.breedte, vlak.formaat) for deel in self.delen]
        boven = 0.0
        for deel, nodig in zip(self.delen, hoogtes, strict=True):
            hoogte = nodig * max(1.0, vlak.hoogte / sum(hoogtes))
            deel.draw(replace(vlak, boven=vlak.boven + boven, hoogte=hoogte))
            boven += hoogte


class Blad(Protocol):
    """What the page must know of a figure."""

    @property
    def titel(self) -> str:
        """Return the finding."""

    @property
    def vraag(self) -> str:
        """Return the literal question."""

    @property
    def voet(self) -> tuple[str, ...]:
        """Return the foot lines."""

    @property
    def formaat(self) -> Formaatnaam:
        """Return the name of the format."""

    @property
    def style_path(self) -> str | Path | None:
        """Return the user's style file."""

    @property
    def tekening(self) -> Tekening:
        """Return what is drawn."""


def compose(blad: Blad) -> Figure:
    """Return the whole figure, as high as its rows ask on A4 and exactly 16:9 on a slide.

    Raises
    ------
    PastNietError
        When it does not fit the slide or the page.
    """
    with use_style(blad.style_path):
        kader = Kader.of(blad.titel, blad.vraag, blad.voet, choose_formaat(blad.formaat))
        formaat, breedte = kader.formaat, kader.breedte
        nodig = blad.tekening.measure(breedte, formaat)
        if nodig > kader.ruimte:
            raise PastNietError(refuse_groot(formaat))
        hoogte = kader.ruimte if formaat.vaste_hoogte else nodig
        geheel = kader.boven + hoogte + kader.onder
        figuur = Figure(figsize=(formaat.breedte / 72, geheel / 72))
        FigureCanvasAgg(figuur)
        blad.tekening.draw(Vlak(figuur, formaat, formaat.marge, kader.boven, breedte, hoogte))
        _write_kop(Vlak(figuur, formaat, formaat.marge, formaat.marge, breedte, kader.boven), kader)
        _write_voet(Vlak(figuur, formaat, formaat.marge, geheel - kader.onder, breedte, kader.onder), kader)
    return figuur


@dataclass(frozen=True)
class Kader:
    """The texts around a drawing, wrapped, and the room that they leave for it."""

    formaat: Formaat
    titel: str
    vraag: str
    voet: tuple[str, ...]

    @classmethod
    def of(cls, titel: str, vraag: str, voet: tuple[str, ...], formaat: Formaat) -> Kader:
        """Wrap the texts for this format; the style of the figure must be in use."""
        breedte, letter = formaat.breedte - 2 * formaat.marge, formaat.letter
        regels = tuple(wrap_tekst(regel, breedte, letter) for regel in voet)
        kop = balance_tekst(titel, breedte, formaat.titel, vet=True)
        return cls(formaat, kop, wrap_tekst(vraag, breedte, letter), regels)

    @property
    def breedte(self) -> float:
        """Return the width inside the margins."""
        return self.formaat.breedte - 2 * self.formaat.marge

    @property
    def boven(self) -> float:
        """Return the height that title and question take, the margin included."""
        letter = self.formaat.letter
        return (
            self.formaat.marge
            + measure_hoogte(self.titel, self.formaat.titel)
            + measure_hoogte(self.vraag, letter)
            + letter
        )

    @property
    def onder(self) -> float:
        """Return the height that the foot lines take, the margin included."""
        letter = self.formaat.letter
        return sum(measure_hoogte(regel, letter) for regel in self.voet) + self.formaat.marge + 0.4 * letter

    @property
    def ruimte(self) -> float:
        """Return the most that is left for the drawing."""
        return self.formaat.hoogte - self.boven - self.onder


def render_png(figuur: Figure, *, dpi: float) -> bytes:
    """Return a composed figure as PNG without date or version, so that equal drawings give equal bytes."""
    buffer = io.BytesIO()
    with use_style():
        figuur.savefig(buffer, format="png", dpi=dpi, metadata={"Software": None})
    return buffer.getvalue()


def render_svg(figuur: Figure, *, titel: str) -> bytes:
    """Return a composed figure as SVG without a date and with fixed ids, so that equal drawings give equal bytes."""
    buffer = io.BytesIO()
    gegevens = {"Date": None, "Creator": "burgerdata", "Title": titel, "Language": "nl-NL"}
    with use_style():
        figuur.savefig(buffer, format="svg", metadata=gegevens)
    return buffer.getvalue()


def refuse_groot(formaat: Formaat) -> str:
    """Return why a figure of this format is refused, with what the analyst can do."""
    if formaat.naam == "dia":
        return "De figuur past niet op één dia; kies minder rijen of kortere teksten, of formaat='a4'."
    return "De figuur past niet op één bladzijde A4; kies minder rijen of kolommen, of kortere teksten."


def _write_kop(vlak: Vlak, kader: Kader) -> None:
    groot = vlak.formaat.titel
    vlak.write(kader.titel, 0, 0, fontsize=groot, fontweight="bold", gid="titel")
    if kader.vraag:
        boven = measure_hoogte(kader.titel, groot) + 0.2 * vlak.formaat.letter
        vlak.write(kader.vraag, 0, boven, color=GRIJS, gid="vraag")


def _write_voet(vlak: Vlak, kader: Kader) -> None:
    boven = 0.4 * vlak.formaat.letter
    for regel in kader.voet:
        vlak.write(regel, 0, boven, color=GRIJS, gid="voet")
        boven += measure_hoogte(regel, vlak.formaat.letter)
