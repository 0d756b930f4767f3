"""What a reader must know beside a table: the literal question, the base, the source; carried by the table itself.

Analysis annotates a table, findings and figures read the annotation, so that neither needs the other.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from burgerdata.activiteitnamen import name_activiteit

if TYPE_CHECKING:
    import pandas as pd

Tabelsoort = Literal[
    "verdeling",
    "cijfer",
    "kruistabel",
    "stellingen",
    "verandering",
    "respons",
    "themas",
    "bronnen",
    "citaten",
    "stemmen",
    "meningsgroepen",
    "overig",
]
"""What kind of table it is; findings, figures and disclosure choose by it. Columns per kind: docs/architecture.md."""

RANGORDE = "Aandeel dat dit op de eerste plaats zet"
"""What ``antwoorden`` says of a table of what people put in order."""
_SLEUTEL = "toelichting"


@dataclass(frozen=True)
class Toelichting:
    """The text that belongs to a table, every part in Dutch and ready to print.

    vraag is the literal question; antwoorden says which answers are shown; basis is the whole base line
    ("Basis: iedereen die antwoord gaf, n = 1.389; weet niet 4%, niet in de basis."); bron is instrument, recruitment
    and period ("enquête, panel, 1–21 juni 2026"); onderwerp is the short name used in a finding ("het rapportcijfer");
    groep_naam is the Dutch name of the ``per`` column ("leeftijdsgroep"); vraag_id is the question of a table about one;
    golven says that its activities are waves of one panel or survey, of which the last one speaks for now;
    anders_geworven that these waves found their people in other ways; schaal the ends of a scale in words ("1 tot 5"),
    without which nobody can read its mean; hoogste the highest number of any scale, a grade too, 0 where there is none:
    a point of one scale is no point of another; namen what readers call each activity, where its id does not tell; gemeld that
    all rows are of people who reported something: they are counted, and no share of them is printed; berichten that
    nobody knows who these people are, so that n and basis are messages; metingen the panel, the name and the activity of
    each wave of a table of change; voluit whole texts of which the table has the beginning.
    """

    soort: Tabelsoort
    onderwerp: str = ""
    vraag: str = ""
    antwoorden: str = ""
    basis: str = ""
    bron: str = ""
    per: str = ""
    groep_naam: str = ""
    noten: tuple[str, ...] = ()
    gewogen: bool = False
    kwalitatief: bool = False
    synthetisch: bool = False
    geordend: bool = False
    zelfselectie: bool = False
    vraag_id: str = ""
    golven: bool = False
    anders_geworven: bool = False
    schaal: str = ""
    hoogste: float = 0.0
    namen: tuple[tuple[str, str], ...] = ()
    gemeld: bool = False
    berichten: bool = False
    metingen: tuple[tuple[str, str, str], ...] = ()
    voluit: tuple[str, ...] = ()

    def __deepcopy__(self, memo: dict[int, Any]) -> Toelichting:
        """Return itself: pandas copies ``attrs`` deeply at every step, and nothing in here can change."""
        return self


def name_bron(toelichting: Toelichting, activiteit_id: str) -> str:
    """Return what readers call an activity of a table.

    Examples
    --------
    >>> over = Toelichting("cijfer", namen=(("enq3", "enquête"),))
    >>> name_bron(over, "enq3"), name_bron(over, "klantpanel_2026-03")
    ('enquête', 'klantpanel maart 2026')
    """
    return dict(toelichting.namen).get(activiteit_id) or name_activiteit(activiteit_id)


def annotate(table: pd.DataFrame, toelichting: Toelichting) -> pd.DataFrame:
    """Return a copy of the table that carries this annotation.

    Examples
    --------
    >>> import pandas as pd
    >>> tabel = annotate(pd.DataFrame({"n": [3]}), Toelichting("respons", bron="enquête"))
    >>> read_toelichting(tabel.head()).bron
    'enquête'
    """
    copy = table.copy()
    copy.attrs[_SLEUTEL] = toelichting
    return copy


def read_toelichting(table: pd.DataFrame) -> Toelichting:
    """Return the annotation of a table, or an empty one of kind 'overig'."""
    found = table.attrs.get(_SLEUTEL)
    return found if isinstance(found, Toelichting) else Toelichting("overig")


def change_toelichting(table: pd.DataFrame, **changes: Any) -> pd.DataFrame:
    """Return a copy of the table with parts of its annotation replaced."""
    return annotate(table, replace(read_toelichting(table), **changes))
