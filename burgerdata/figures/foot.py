"""The lines under a figure, ready to print: base and weighting, what the signs mean, source, notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from burgerdata.figures.formaat import Formaatnaam
from burgerdata.getallen import join_woorden
from burgerdata.schema.labels import NIET_OPGEGEVEN, VIA_NETWERK, ZELF_AANGEMELD
from burgerdata.toelichting import Toelichting

INTERVAL_GEWOGEN = (
    "Lijntjes: interval van 95%, als de weging de steekproef vergelijkbaar maakt met de doelgroep."
)
INTERVAL_ONGEWOGEN = "Lijntjes: interval van 95%, als de deelnemers vergelijkbaar zijn met de doelgroep."
ONDERDRUKT = "x: niet getoond, om kleine aantallen te beschermen."
INDICATIEF = "* minder dan 50 antwoorden: indicatief."
VERSCHILT = "▲ ▼ verschilt van de rest (p < 0,05, na correctie)."
SYNTHETISCH = "Synthetisch: alle gegevens zijn verzonnen."
_BRONNEN = 3
"""Sources whose recruitment and period stand under a figure."""
_RUIMTE = 260
"""Letters of notes under a figure; the table has the rest."""
_NIET = "Niet gewogen."
GEZIEN = "wat onderzoekers zagen"
"""What the note says on tests, in which people are watched and not asked."""
BLIJFT = (ZELF_AANGEMELD, VIA_NETWERK, NIET_OPGEGEVEN)
"""What the notes on people whom nobody chose say, which are never left out."""
_NAAM = re.compile(r" \(|, ")
"""What ends the name of a source: its waves between brackets, or how people were found."""
_BESTAND = re.compile(r"\.[A-Za-z][A-Za-z0-9]{1,6}\b")
"""What a source has in it that is a file: a bracket or comma in the name of that begins no fieldwork."""
_ASIDE = re.compile(r" \([^()]{60,}\)")
"""A long aside between brackets, which the table keeps."""
_STAM = re.compile(r"(?P<vraag>[^?:]{10,}[?:])\s*(?:[-–] |\[)")
"""What statements of one block begin with in an export: their question, and a dash or a bracket before the statement."""
AANTALLEN = "Aantallen mensen, geen percentages: deze bron is kwalitatief."


def state_basis(toelichting: Toelichting) -> str:
    """Return the base line with the weighting: what the notes say of it, or else the word alone.

    Examples
    --------
    >>> state_basis(Toelichting("verdeling", basis="Basis: iedereen die antwoord gaf, n = 1.389", gewogen=True))
    'Basis: iedereen die antwoord gaf, n = 1.389. Gewogen.'
    >>> state_basis(Toelichting("bronnen", basis="Basis: mensen", noten=("Niet gewogen.", "Gewogen: weegfactor.")))
    'Basis: mensen. Gewogen: weegfactor. De andere bronnen zijn niet gewogen.'
    """
    basis = _sentence(toelichting.basis)
    if not basis or "gewogen" in basis.lower() or _is_geteld(toelichting):
        return basis
    noten = [_sentence(noot) for noot in toelichting.noten if "gewogen" in noot.lower()]
    if _NIET in noten and len(noten) > 1:  # several sources, of which some are weighted
        noten = [*(noot for noot in noten if noot != _NIET), "De andere bronnen zijn niet gewogen."]
    return " ".join([basis, *(noten or ["Gewogen." if toelichting.gewogen else "Niet gewogen."])])


def list_noten(toelichting: Toelichting) -> tuple[str, ...]:
    """Return the notes of a table that the base line, the signs and the source line do not tell already.

    Examples
    --------
    >>> list_noten(Toelichting("verdeling", noten=("Gewogen: weegfactor.", "Interval: 95%.", "Eén gesprek telt als één.")))
    ('Eén gesprek telt als één.',)
    """
    elders = ("gewogen", "interval", "▲", *(("synthetisch",) if toelichting.synthetisch else ()))
    if _is_geteld(toelichting):
        elders = elders[1:]
    noten = [noot for noot in toelichting.noten if not any(woord in noot.lower() for woord in elders)]
    return tuple(_keep_room([_ASIDE.sub("", noot) for noot in noten]))


def _keep_room(noten: list[str]) -> Iterator[str]:
    """Return the notes until there are ``_RUIMTE`` letters, and who was chosen by nobody in any case."""
    over = _RUIMTE
    for noot in noten:
        over -= len(noot)
        if over >= 0 or any(woord in noot for woord in BLIJFT):
            yield noot


def state_bron(toelichting: Toelichting) -> str:
    """Return the source line, with the warning that example data are made up.

    Examples
    --------
    >>> state_bron(Toelichting("verdeling", bron="enquête, panel, 1–21 juni 2026"))
    'Bron: enquête, panel, 1–21 juni 2026.'
    """
    bron = shorten_bron(toelichting.bron.removeprefix("Bron:").strip())
    delen = (_sentence(f"Bron: {bron}") if bron else "", SYNTHETISCH if toelichting.synthetisch else "")
    return " ".join(filter(None, delen))


def shorten_bron(bron: str) -> str:
    """Return the source line; of more than three sources only the names, for a figure is no list of fieldwork.

    Examples
    --------
    >>> shorten_bron("enquête, panel, juni; straat, mei; groepen, mei; signalen, open link, 2026")
    'enquête, straat, groepen en signalen (werving en periode: zie de lijst van activiteiten)'
    >>> shorten_bron("klantpanel (maart en juni), panel; straat, mei; groepen, mei; CBS")
    'klantpanel, straat en groepen (werving en periode: zie de lijst van activiteiten); CBS'
    >>> shorten_bron("klantpanel, panel; straat, mei; groepen, mei; wijken (O&S).csv").rpartition("; ")[2]
    'wijken (O&S).csv'
    """
    delen = bron.split("; ")
    if len(delen) <= _BRONNEN:
        return bron
    eigen = [deel for deel in delen if _NAAM.search(deel) and not _BESTAND.search(deel)]
    namen = list(dict.fromkeys(_NAAM.split(deel)[0] for deel in eigen))
    los = [deel for deel in delen if deel not in eigen]  # where the population figures come from
    return "; ".join([f"{join_woorden(namen)} (werving en periode: zie de lijst van activiteiten)", *los])


def state_vraag(toelichting: Toelichting, *, meest: int = 5) -> str:
    """Return the literal question and which answers are shown, on one line.

    Of more than ``meest`` questions or statements, joined by " / ", only the number is told: as a heading they would
    be larger than the figure. What the statements of a block have in common is told once.

    Examples
    --------
    >>> state_vraag(Toelichting("verdeling", vraag="Weet u waar u een klacht indient?", antwoorden="Alle antwoorden"))
    'Weet u waar u een klacht indient? Alle antwoorden.'
    >>> state_vraag(Toelichting("stellingen", vraag="Hoe tevreden bent u? [Prijs] / Hoe tevreden bent u? [Hulp]"))
    'Hoe tevreden bent u? Prijs / Hulp.'
    """
    vragen = toelichting.vraag.split(" / ")
    vraag = _tell_stam(vragen) or toelichting.vraag
    if len(vragen) > meest:
        vraag = f"{len(vragen)} vragen of stellingen; de letterlijke teksten staan in de vragenlijst"
    return " ".join(filter(None, (_sentence(vraag), _sentence(toelichting.antwoorden))))


def _tell_stam(vragen: Sequence[str]) -> str:
    """Return the question that statements of one block have in common, once before them; nothing where they have none."""
    stam = _STAM.match(vragen[0])
    if stam is None or len(vragen) < 2 or not all(vraag.startswith(stam[0]) for vraag in vragen):
        return ""
    stellingen = [vraag[stam.end() :].strip(" []") for vraag in vragen]
    return f"{stam['vraag']} {' / '.join(stellingen)}" if all(stellingen) else ""


def state_interval(toelichting: Toelichting) -> str:
    """Return the line that says what the intervals assume: that of the table, or else an own one."""
    eigen = INTERVAL_GEWOGEN if toelichting.gewogen else INTERVAL_ONGEWOGEN
    return _find_noot(toelichting, "interval") or eigen


def state_verschil(toelichting: Toelichting) -> str:
    """Return the line that explains ▲ and ▼: that of the table, or else an own one."""
    return _find_noot(toelichting, "▲") or VERSCHILT


def _is_geteld(toelichting: Toelichting) -> bool:
    """Return whether weighting is not the base line's to tell: counts, and tables that say it themselves."""
    return toelichting.kwalitatief or toelichting.gemeld or toelichting.soort in ("respons", "overig")


def _find_noot(toelichting: Toelichting, woord: str) -> str:
    return next((_sentence(noot) for noot in toelichting.noten if woord in noot.lower()), "")


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
