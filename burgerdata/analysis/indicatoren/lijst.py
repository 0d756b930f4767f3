"""The indicators as data: what each is called, in which unit, which way is good, and what would measure it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Eenheid = Literal["aandeel", "punten", "getal", "cijfer", "aantal", "dagen", "weken", "euro"]
"""How a value is printed: a share 0 to 1, percentage points, a plain number, a grade, a count, a duration, money."""


@dataclass(frozen=True)
class Indicator:
    """One indicator; ``gunstig`` says which way is good: hoog, laag, or neither (then no norm can be set).

    ``uitleg`` says what its number means, where its name does not tell a reader.
    """

    id: str
    naam: str
    eenheid: Eenheid
    gunstig: Literal["hoog", "laag", ""]
    meten: str
    uitleg: str = ""

    @property
    def dimensie(self) -> str:
        """Return the dimension: what the letter of the id stands for."""
        return DIMENSIE[self.id[0]]


DIMENSIE = {
    "R": "bereik",
    "P": "proces",
    "I": "invloed",
    "T": "vertrouwen",
    "E": "doelmatigheid",
}
_STELLING = "Neem het uitloopformulier af, met een stelling voor {id} (gebruik: {id})."

INDICATOREN: tuple[Indicator, ...] = (
    Indicator("R1", "respons", "aandeel", "hoog", "Geef per levering uitgenodigd en afgerond op."),
    Indicator(
        "R2",
        "trechter",
        "aandeel",
        "hoog",
        "Geef per levering de stappen van de werving op.",
        "van de eerste groep die is benaderd bleef dit deel tot het eind over",
    ),
    Indicator("R3", "afwijking van de bevolking", "punten", "laag", "Vul marges.xlsx met bevolkingscijfers."),
    Indicator(
        "R4",
        "dissimilariteitsindex",
        "aandeel",
        "laag",
        "Vul marges.xlsx met bevolkingscijfers.",
        "dit deel van de deelnemers zou tot een andere groep moeten horen om op de bevolking te lijken",
    ),
    Indicator("R5", "gemiste groepen", "aantal", "laag", "Vul marges.xlsx met bevolkingscijfers."),
    Indicator(
        "R6",
        "ontwerpeffect",
        "getal",
        "laag",
        "Weeg de deelnemers (wegen in traject.toml), of gebruik de weging van het bureau.",
        "1 betekent dat weging niets kost; bij 2 zeggen de gewogen antwoorden zoveel als die van half zoveel mensen",
    ),
    Indicator("R7", "uitval", "aandeel", "laag", "Geef per levering gestart en afgerond op, of meet vaker."),
    Indicator("P1", "de vraag was duidelijk", "aandeel", "hoog", _STELLING.format(id="P1")),
    Indicator("P2", "voldoende informatie", "aandeel", "hoog", _STELLING.format(id="P2")),
    Indicator("P3", "gehoord en gerespecteerd", "aandeel", "hoog", _STELLING.format(id="P3")),
    Indicator(
        "P4",
        "gelijke spreektijd",
        "getal",
        "laag",
        "Lever transcripten met sprekers van groepsgesprekken.",
        "0 als iedereen evenveel zei, bijna 1 als één mens al het woord had (gini-coëfficiënt)",
    ),
    Indicator("P5", "neutrale begeleiding", "aandeel", "hoog", _STELLING.format(id="P5")),
    Indicator(
        "P6", "vroeg betrokken", "dagen", "hoog", "Geef de besluitdatum en het einde van het veldwerk op."
    ),
    Indicator("P7", "rapportcijfer van het traject", "cijfer", "hoog", _STELLING.format(id="P7")),
    Indicator(
        "P8", "verwachting en ervaring", "getal", "hoog", "Vraag vooraf én achteraf hetzelfde (gebruik: P8)."
    ),
    Indicator("I1", "opvolging", "aandeel", "", "Vul doorwerking.xlsx: per punt wat is besloten."),
    Indicator("I2", "gemotiveerd", "aandeel", "hoog", "Vul in doorwerking.xlsx de motivering in."),
    Indicator(
        "I3", "teruggekoppeld", "aandeel", "hoog", "Vul in doorwerking.xlsx de datum van terugkoppeling in."
    ),
    Indicator(
        "I4",
        "herleidbaarheid",
        "aandeel",
        "hoog",
        "Geef elk punt in doorwerking.xlsx zijn thema.",
        "bij hoeveel genoemde thema's een besluit staat, en bij hoeveel besluiten een thema",
    ),
    Indicator(
        "I5", "nieuwe inzichten", "aandeel", "hoog", "Vul in themalijst.xlsx in of een thema nieuw is."
    ),
    Indicator("I6", "steun per aanbeveling", "aandeel", "", "Laat deelnemers stemmen over elke aanbeveling."),
    Indicator(
        "T1", "vertrouwen voor en na", "getal", "hoog", "Vraag vooraf én achteraf hetzelfde (gebruik: T1)."
    ),
    Indicator("T2", "het doet ertoe", "getal", "hoog", "Vraag vooraf én achteraf hetzelfde (gebruik: T2)."),
    Indicator(
        "T3",
        "nettoscore tevredenheid",
        "punten",
        "hoog",
        "Vraag hoe tevreden mensen zijn (gebruik: tevredenheid).",
        "het percentage tevreden mensen min het percentage ontevreden mensen",
    ),
    Indicator("E1", "kosten", "euro", "laag", "Vul middelen = { euro = … } in traject.toml in."),
    Indicator("E2", "doorlooptijd", "weken", "laag", "Vul de begin- en einddatum van elke levering in."),
    Indicator(
        "E3", "eerst te verbeteren onderdelen", "aantal", "laag", "Vraag per onderdeel belang en oordeel."
    ),
)
"""Every indicator, in the order of the scorecard."""
