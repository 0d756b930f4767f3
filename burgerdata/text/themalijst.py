"""The rows of a themalijst -> themes, with every problem of every row at once."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from burgerdata.errors import ContractError, Probleem
from burgerdata.text.folding import fold
from burgerdata.text.patterns import Pattern, compile_pattern, split_patterns
from burgerdata.text.thema import KOLOMMEN, KOMPASVRAGEN, Thema

_JA_NEE = re.compile(r"(ja|nee)\b[\s:;,(.-]*(.*?)\)?\s*", re.DOTALL)


@dataclass(frozen=True)
class Rij:
    """One filled row of a themalijst: its number in the file and its cells as text."""

    nummer: int
    cellen: Mapping[str, str]

    def __getitem__(self, kolom: str) -> str:
        """Return the text of a cell without surrounding spaces; empty where the column is missing."""
        return self.cellen.get(kolom, "").strip()


@dataclass
class _Keuring:
    """Where the problems of one list are gathered while its rows are read."""

    bestand: str
    blad: str
    problemen: list[Probleem] = field(default_factory=list)

    def meld(self, rij: int | None, kolom: str, wat: str, remedie: str) -> None:
        self.problemen.append(Probleem(wat, remedie, self.bestand, self.blad, rij, kolom))


def slug(naam: str) -> str:
    """Return the id that belongs to a name: lower-case letters, digits and underscores.

    Examples
    --------
    >>> slug("Wachttijd & café's")
    'wachttijd_cafe_s'
    """
    return re.sub(r"[^a-z0-9]+", "_", fold(naam)).strip("_")


def check_kolommen(kolommen: Iterable[str], *, bestand: str, blad: str = "") -> None:
    """Raise a ContractError where the header lacks 'thema', repeats a column, or has one that looks misspelled."""
    keuring = _Keuring(bestand, blad)
    gezien = list(kolommen)
    if "thema" not in gezien:
        keuring.meld(1, "thema", "de kolom ontbreekt", f"zet in de eerste rij: {' | '.join(KOLOMMEN)}")
    for kolom in dict.fromkeys(gezien):
        if kolom in KOLOMMEN and gezien.count(kolom) > 1:
            keuring.meld(1, kolom, "de kolom staat er meer dan één keer", "laat er één staan")
        over = [naam for naam in KOLOMMEN if naam not in gezien]
        lijkt_op = difflib.get_close_matches(kolom, over, 1)
        if kolom not in KOLOMMEN and lijkt_op:
            keuring.meld(1, kolom, "de kolom is onbekend", f"bedoelde u '{lijkt_op[0]}'?")
    if keuring.problemen:
        raise ContractError(keuring.problemen)


def read_themas(rijen: Iterable[Rij], *, bestand: str, blad: str = "") -> tuple[Thema, ...]:
    """Return the themes of a list in its order; raises one ContractError with a line for every problem."""
    keuring = _Keuring(bestand, blad)
    gevuld = [rij for rij in rijen if any(rij[kolom] for kolom in KOLOMMEN)]
    namen = _check_namen(gevuld, keuring)
    themas = [_read_thema(rij, namen, keuring) for rij in gevuld if rij["thema"]]
    _check_kringen(themas, gevuld, keuring)
    if not gevuld:
        keuring.meld(None, "thema", "de themalijst heeft geen enkel thema", "zet één thema per rij")
    if keuring.problemen:
        raise ContractError(sorted(keuring.problemen, key=_place))
    return tuple(themas)


def _place(probleem: Probleem) -> tuple[int, int]:
    return probleem.rij or 0, KOLOMMEN.index(probleem.kolom)


def _check_namen(rijen: list[Rij], keuring: _Keuring) -> dict[str, str]:
    namen: dict[str, str] = {}
    eerste: dict[str, int] = {}
    for rij in rijen:
        sleutel = slug(rij["thema"])
        if not sleutel:
            keuring.meld(
                rij.nummer, "thema", "de naam van het thema ontbreekt", "vul een naam in of maak de rij leeg"
            )
        elif sleutel in eerste:
            eerder = f"dit thema staat ook in rij {eerste[sleutel]}"
            keuring.meld(rij.nummer, "thema", eerder, "geef elk thema een eigen naam")
        else:
            eerste[sleutel] = rij.nummer
            namen[sleutel] = rij["thema"]
    return namen


def _read_thema(rij: Rij, namen: Mapping[str, str], keuring: _Keuring) -> Thema:
    thema = Thema(
        thema_id=slug(rij["thema"]),
        naam=rij["thema"],
        omschrijving=rij["omschrijving"],
        wel=_read_patronen(rij, "woorden_wel", keuring),
        niet=_read_patronen(rij, "woorden_niet", keuring),
        voorbeeld=rij["voorbeeld"],
        ouder_id=_read_ouder(rij, namen, keuring),
        kompasvraag=_read_kompasvraag(rij, keuring),
    )
    beide = {fold(p.written) for p in thema.wel} & {fold(p.written) for p in thema.niet}
    if beide:
        remedie = "haal het uit één van de twee kolommen"
        keuring.meld(rij.nummer, "woorden_niet", "een woord staat ook in woorden_wel", remedie)
    return _with_inzicht(thema, rij, keuring)


def _read_patronen(rij: Rij, kolom: str, keuring: _Keuring) -> tuple[Pattern, ...]:
    patronen = []
    for nummer, geschreven in enumerate(split_patterns(rij[kolom]), start=1):
        if "," in geschreven:
            keuring.meld(
                rij.nummer, kolom, f"woord {nummer} bevat een komma", "scheid woorden met een puntkomma"
            )
            continue
        try:
            patronen.append(compile_pattern(geschreven))
        except ValueError:
            remedie = "schrijf ten minste twee letters naast het sterretje"
            keuring.meld(rij.nummer, kolom, f"woord {nummer} is te kort om op te zoeken", remedie)
    return tuple(patronen)


def _read_ouder(rij: Rij, namen: Mapping[str, str], keuring: _Keuring) -> str | None:
    if not rij["hoort_onder"]:
        return None
    ouder = slug(rij["hoort_onder"])
    if ouder in namen and ouder != slug(rij["thema"]):
        return ouder
    lijkt_op = difflib.get_close_matches(ouder, [naam for naam in namen if naam != slug(rij["thema"])], 1)
    remedie = (
        f"bedoelde u '{namen[lijkt_op[0]]}'?"
        if lijkt_op
        else "neem de naam van een ander thema uit de lijst over"
    )
    wat = "een thema kan niet onder zichzelf horen" if ouder in namen else "dit thema staat niet in de lijst"
    keuring.meld(rij.nummer, "hoort_onder", wat, remedie)
    return None


def _read_kompasvraag(rij: Rij, keuring: _Keuring) -> str | None:
    waarde = rij["kompasvraag"].lower()
    if waarde and waarde not in KOMPASVRAGEN:
        keuring.meld(
            rij.nummer, "kompasvraag", "deze waarde bestaat niet", f"kies uit {', '.join(KOMPASVRAGEN)}"
        )
        return None
    return waarde or None


def _with_inzicht(thema: Thema, rij: Rij, keuring: _Keuring) -> Thema:
    waarde = rij["nieuw_inzicht"]
    if not waarde:
        return thema
    gevonden = _JA_NEE.fullmatch(waarde.lower())
    if gevonden is None:
        remedie = "vul ja of nee in; achter nee mag de bron, zoals 'nee: probleemanalyse 2025, p. 4'"
        keuring.meld(rij.nummer, "nieuw_inzicht", "hier staat geen ja of nee", remedie)
        return thema
    herkomst = waarde[gevonden.start(2) : gevonden.end(2)]
    return replace(thema, nieuw_inzicht=gevonden.group(1) == "ja", herkomst=herkomst)


def _check_kringen(themas: list[Thema], rijen: list[Rij], keuring: _Keuring) -> None:
    ouders = {thema.thema_id: thema.ouder_id for thema in themas}
    nummers = {slug(rij["thema"]): rij.nummer for rij in reversed(rijen)}
    for thema in themas:
        boven, stappen = ouders[thema.thema_id], 0
        while boven is not None and boven != thema.thema_id and stappen <= len(ouders):
            boven, stappen = ouders.get(boven), stappen + 1
        if boven == thema.thema_id:
            remedie = "laat bij het bovenste thema hoort_onder leeg"
            keuring.meld(
                nummers[thema.thema_id], "hoort_onder", "dit thema hoort onder zijn eigen onderdeel", remedie
            )
