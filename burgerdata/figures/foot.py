"""The lines under a figure, ready to print: base and weighting, what the signs mean, source, notes."""

from __future__ import annotations

from burgerdata.figures.formaat import Formaatnaam
from burgerdata.toelichting import Toelichting

INTERVAL_GEWOGEN = (
    "Lijntjes: interval van 95%, als de weging de steekproef vergelijkbaar maakt met de doelgroep."
)
INTERVAL_ONGEWOGEN = "Lijntjes: interval van 95%, als de deelnemers vergelijkbaar zijn met de doelgroep."
ONDERDRUKT = "x: te weinig antwoorden om te tonen."
INDICATIEF = "* minder dan 50 antwoorden: indicatief."
VERSCHILT = "▲ ▼ verschilt van de rest (p < 0,05, na correctie)."
SYNTHETISCH = "Synthetisch: alle gegevens zijn verzonnen."
AANTALLEN = "Aantallen mensen, geen percentages: deze bron is kwalitatief."


def state_basis(toelichting: Toelichting) -> str:
    """Return the base line with the weighting; a base line without the word gets it.

    Examples
    --------
    >>> state_basis(Toelichting("verdeling", basis="Basis: iedereen die antwoord gaf, n = 1.389", gewogen=True))
    'Basis: iedereen die antwoord gaf, n = 1.389. Gewogen.'
    """
    basis = _sentence(toelichting.basis)
    if not basis or "gewogen" in basis.lower():
        return basis
    if toelichting.kwalitatief or toelichting.soort == "respons":
        return basis
    return f"{basis} {'Gewogen.' if toelichting.gewogen else 'Niet gewogen.'}"


def state_bron(toelichting: Toelichting) -> str:
    """Return the source line, with the warning that example data are made up.

    Examples
    --------
    >>> state_bron(Toelichting("verdeling", bron="enquête, panel, 1–21 juni 2026"))
    'Bron: enquête, panel, 1–21 juni 2026.'
    """
    bron = toelichting.bron.removeprefix("Bron:").strip()
    delen = (_sentence(f"Bron: {bron}") if bron else "", SYNTHETISCH if toelichting.synthetisch else "")
    return " ".join(filter(None, delen))


def state_vraag(toelichting: Toelichting) -> str:
    """Return the literal question and which answers are shown, on one line.

    Examples
    --------
    >>> state_vraag(Toelichting("verdeling", vraag="Weet u waar u een klacht indient?", antwoorden="Alle antwoorden"))
    'Weet u waar u een klacht indient? Alle antwoorden.'
    """
    return " ".join(filter(None, (_sentence(toelichting.vraag), _sentence(toelichting.antwoorden))))


def state_interval(toelichting: Toelichting) -> str:
    """Return the line that says what the intervals assume, unless a note of the table already does."""
    if any("interval" in noot.lower() for noot in toelichting.noten):
        return ""
    return INTERVAL_GEWOGEN if toelichting.gewogen else INTERVAL_ONGEWOGEN


def list_voet(
    basis: str, tekens: tuple[str, ...], noten: tuple[str, ...], bron: str, *, formaat: Formaatnaam
) -> tuple[str, ...]:
    """Return the paragraphs under a figure: base, signs and notes, source; a slide leaves the notes to the paper.

    Examples
    --------
    >>> list_voet("Basis.", ("* klein.",), ("Door afronding …",), "Bron.", formaat="dia")
    ('Basis.', '* klein.', 'Bron.')
    """
    midden = " ".join((*tekens, *(noten if formaat == "a4" else ())))
    return tuple(filter(None, (basis, midden, bron)))


def _sentence(tekst: str) -> str:
    kaal = tekst.strip()
    return kaal if not kaal or kaal[-1] in ".?!…:" else f"{kaal}."
