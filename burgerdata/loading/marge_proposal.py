"""Figures of a population that lie in the folder, laid beside the traits of the questionnaires: a proposal for marges.xlsx.

The proposal stands on a sheet of its own and counts nowhere: whom the figures are about and of which day only a person
knows. A column fits a trait when it has nearly all of its answers; "18 t/m 34 jaar" is "18-34", and Mannen is man. Figures
per year of age are added up to the age bands of a trait.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from burgerdata.instruments.aantallen import read_aantallen
from burgerdata.instruments.values import read_getallen
from burgerdata.instruments.vraagregels import Groepregel, fold
from burgerdata.loading.drafts import Concept
from burgerdata.loading.herkend import Herkend
from burgerdata.loading.leeftijdsbanden import sum_per_band
from burgerdata.loading.marge_overlap import JAAR, find_overlap
from burgerdata.loading.naamdagen import read_moment
from burgerdata.shapes import Kolom

_TOTAAL = re.compile(r"(?:sub)?totaal\b.*|alle\b.*|gehele? .*", re.IGNORECASE)
_KENMERK = re.compile(r"kenmerk|variabele|achtergrondkenmerk", re.IGNORECASE)
_MENSEN = re.compile(r"inwoners|bevolking|personen", re.IGNORECASE)
_TELT = re.compile(r"aantal|totaal|huishoudens", re.IGNORECASE)
_PART = re.compile(r"man|vrouw|\d+-\d+|\d+\+")
"""A header, as it is compared, that counts a part of the people: a sex or an age."""
_DEEL = re.compile(r"%|procent|percentage|aandeel", re.IGNORECASE)
_LEEFTIJD = re.compile(r"(\d{1,3})\s*(?:jaar)?\s*(t/?m|tot en met|tot|-|–|_)\s*(\d{1,3})(?:\s*jaar)?")
_OUDER = re.compile(r"(\d{1,3})\s*(?:\+|(?:jaar )?(?:of|en) ouder|_?plus)")
_VOORAF = re.compile(r"(?:waarvan|w\.?v\.?|aantal|inwoners|leeftijd)\s+")
_MEERVOUD = {"mannen": "man", "vrouwen": "vrouw"}
_COVERED = 0.8
_FEWEST = 2

Lezing = tuple[str, dict[str, float]]
"""What is counted, and the figure of each category."""


def propose_marges(
    herkend: Sequence[Herkend], concepten: Sequence[Concept], groepen: Sequence[Groepregel]
) -> list[dict[str, object]]:
    """Return rows as in marges.xlsx: of every trait the figures of the first file that has them, else none."""
    kenmerken = _list_kenmerken(concepten, groepen)
    rijen: dict[str, list[dict[str, object]]] = {}
    for deel in herkend:
        if deel.aard != "bevolking" or deel.tabel is None:
            continue
        for teller, cijfers in _read_cijfers(deel.tabel.frame, deel.tabel.kolommen):
            for naam, labels in kenmerken.items():
                if naam not in rijen and (per_label := _fit_labels(cijfers, labels)):
                    rijen[naam] = [
                        _make_row(naam, label, aantal, teller, deel.bestand)
                        for label, aantal in per_label.items()
                    ]
    return [rij for eigen in rijen.values() for rij in eigen]


def mark_kenmerken(concepten: Sequence[Concept], marges: Sequence[Mapping[str, object]]) -> list[Concept]:
    """Return the drafts with each question whose answers are those of a population as a trait: what else would it be."""
    namen = {rij["variabele"] for rij in marges}
    return [
        replace(
            concept,
            regels=tuple(
                replace(regel, rol="kenmerk") if regel.vraag_id in namen and regel.rol == "inhoud" else regel
                for regel in concept.regels
            ),
            vragen=tuple(
                replace(vraag, rol="kenmerk") if vraag.vraag_id in namen and vraag.rol == "inhoud" else vraag
                for vraag in concept.vragen
            ),
        )
        for concept in concepten
    ]


def tell_proposal(herkend: Sequence[Herkend], rijen: Iterable[Mapping[str, object]]) -> list[Herkend]:
    """Return the files, of each that is in the proposal told where its figures stand."""
    in_voorstel = {rij["bron"] for rij in rijen}
    wat = "cijfers over de bevolking; als voorstel op blad voorstel van marges.xlsx: kijk ze na en neem ze over op blad marges"
    return [
        replace(deel, reden=wat)
        if deel.bestand in in_voorstel
        else replace(deel, reden=deel.reden + _warn_dubbel(deel))
        for deel in herkend
    ]


def _warn_dubbel(deel: Herkend) -> str:
    """Return over which columns of population figures nobody should add up; empty for any other file."""
    if deel.aard != "bevolking" or deel.tabel is None:
        return ""
    dubbel = _read_cellen(deel.tabel.frame, deel.tabel.kolommen).find_dubbel()
    waar = " en ".join(f"'{naam}'" for naam in dubbel)
    return f", maar tel niet op over kolom {waar}: daarin staan dezelfde mensen vaker" if dubbel else ""


def _list_kenmerken(concepten: Sequence[Concept], groepen: Sequence[Groepregel]) -> dict[str, list[str]]:
    """Return the answers of each closed question and of each grouped trait; those that say nothing are left out."""
    uit: dict[str, list[str]] = {}
    for vraag in (vraag for concept in concepten for vraag in concept.vragen):
        labels = [optie.label for optie in vraag.opties if optie.status == "geldig"]
        if vraag.soort == "een_antwoord" and len(labels) >= _FEWEST:
            uit.setdefault(vraag.vraag_id, labels)
    samen: dict[str, list[str]] = {}
    for regel in groepen:
        samen.setdefault(regel.kenmerk, []).append(regel.label)
    return samen | uit


def _read_cijfers(frame: pd.DataFrame, kolommen: Sequence[Kolom]) -> list[Lezing]:
    """Return readings of a table: the header of what is counted with category -> figure.

    A table that names the trait in a column is read per trait.
    """
    kop = next((kolom.naam for kolom in kolommen if _KENMERK.fullmatch(kolom.naam.strip())), "")
    if not kop:
        return _read_deel(frame, kolommen)
    over = [kolom for kolom in kolommen if kolom.naam != kop]
    delen = frame.groupby(frame[kop].astype("str"), observed=True, dropna=False, sort=False)
    return [lezing for _, deel in delen for lezing in _read_deel(deel, over)]


def _read_deel(frame: pd.DataFrame, kolommen: Sequence[Kolom]) -> list[Lezing]:
    """Return readings of figures: categories are the cells of a column of words, or the headers of columns that count."""
    deel = _read_cellen(frame, kolommen)
    if not deel.woorden or not deel.vol:
        return []
    heel, tellend = deel.heel, deel.tellend
    if not tellend:  # shares of one trait: those of two cannot be added
        uniek = [naam for naam in deel.woorden if deel.tekst[naam][heel].is_unique]
        cijfers = deel.getal[deel.vol[0]][heel] / 100
        return [(deel.vol[0], dict(zip(deel.tekst[naam][heel], cijfers, strict=True))) for naam in uniek]
    teller, apart = _choose_teller(tellend)
    dubbel = {*deel.find_dubbel()}
    uit = []
    for naam in deel.woorden if teller or apart else ():
        if dubbel - {naam}:  # adding up over that column would count people twice
            continue
        som = deel.totaal[heel].groupby(deel.tekst[naam][heel], observed=True, dropna=False, sort=False).sum()
        uit.append((teller, {str(soort): float(aantal) for soort, aantal in som.items()}))
    if dubbel:
        return uit
    return [*uit, (teller, {naam: float(deel.getal[naam][heel].sum()) for naam in tellend if naam != teller})]


@dataclass(frozen=True)
class _Cellen:
    """The cells of a table of figures: as text and as numbers, the columns that are all numbers (moments apart) and all words."""

    tekst: dict[str, pd.Series]
    getal: dict[str, pd.Series]
    vol: list[str]
    woorden: list[str]

    @property
    def heel(self) -> pd.Series:
        """Return which rows are of a part, and no totals."""
        totalen = [self.tekst[naam].str.fullmatch(_TOTAAL) for naam in self.woorden]
        return ~pd.concat(totalen, axis=1).any(axis=1)

    @property
    def tellend(self) -> list[str]:
        """Return the columns of counts; those of shares are none."""
        return [naam for naam in self.vol if not _DEEL.search(naam)]

    @property
    def totaal(self) -> pd.Series:
        """Return how many people each row counts, 0 where that is in doubt."""
        teller, apart = _choose_teller(self.tellend)
        nul = self.getal[self.vol[0]] * 0
        return self.getal[teller] if teller else sum((self.getal[deel] for deel in apart), start=nul)

    def find_dubbel(self) -> tuple[str, ...]:
        """Return the columns that say of whom and when, over which the figures of the rows cannot be added."""
        if not self.woorden or not self.tellend:
            return ()
        waarvan = {naam: cellen[self.heel] for naam, cellen in self.tekst.items() if naam not in self.tellend}
        return find_overlap(waarvan, self.totaal[self.heel], _normalise)


def _read_cellen(frame: pd.DataFrame, kolommen: Sequence[Kolom]) -> _Cellen:
    tekst = {kolom.naam: frame[kolom.naam].astype("str").str.strip() for kolom in kolommen}
    getal = {
        naam: read_getallen(cellen.str.rstrip(" %")) if _is_deel(naam, cellen) else read_aantallen(cellen)
        for naam, cellen in tekst.items()
    }
    vol = [
        naam for naam, cellen in getal.items() if cellen.notna().all() and not JAAR.fullmatch(naam.strip())
    ]
    return _Cellen(tekst, getal, vol, [naam for naam in tekst if getal[naam].isna().all()])


def _is_deel(kop: str, cellen: pd.Series) -> bool:
    return _DEEL.search(kop) is not None or bool(cellen.str.endswith("%").any())


def _choose_teller(tellend: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return the column that counts everybody, or the columns of sexes or ages that do so together; nothing in doubt.

    Examples
    --------
    >>> _choose_teller(["Inwoners 18+", "waarvan 18-34", "35+"]), _choose_teller(["Mannen", "Vrouwen"])
    (('Inwoners 18+', ()), ('', ('Mannen', 'Vrouwen')))
    >>> _choose_teller(["Inwoners 2025", "Inwoners 2026"])
    ('', ())
    """
    delen = tuple(naam for naam in tellend if _PART.fullmatch(_normalise(naam)) and not _MENSEN.search(naam))
    heel = [naam for naam in tellend if naam not in delen]
    for vorm in (_MENSEN, _TELT):
        if len(gevonden := [naam for naam in heel if vorm.search(naam)]) == 1:
            return gevonden[0], ()
    if len(heel) == 1:
        return heel[0], ()
    return "", (delen if not heel else ())


def _fit_labels(cijfers: Mapping[str, float], labels: Sequence[str]) -> dict[str, float]:
    """Return the figure of each answer: of the category that says the same, or of the ages in its band together."""
    if bij := _match_labels(cijfers, labels):
        return {bij.get(soort, soort): aantal for soort, aantal in cijfers.items()}
    per_leeftijd = {_normalise(soort): aantal for soort, aantal in cijfers.items()}
    if len(per_leeftijd) < len(cijfers):  # two of them are the same ages
        return {}
    return sum_per_band(per_leeftijd, {_normalise(label): label for label in labels})


def _match_labels(cijfers: Mapping[str, float], labels: Sequence[str]) -> dict[str, str]:
    """Return category -> answer where the categories are those of the trait, but for a few; empty where they are not."""
    bij = {_normalise(label): label for label in labels}
    gevonden = {soort: bij[norm] for soort in cijfers if (norm := _normalise(soort)) in bij}
    genoeg = len(gevonden) >= max(_FEWEST, _COVERED * len(labels), _COVERED * len(cijfers))
    return gevonden if genoeg and len(set(gevonden.values())) == len(gevonden) else {}


def _normalise(label: str) -> str:
    """Return a category as it is compared.

    Examples
    --------
    >>> [_normalise(label) for label in ("waarvan 18-34", "18 t/m 34 jaar", "18 tot 35 jaar", "75 jaar of ouder", "Mannen")]
    ['18-34', '18-34', '18-34', '75+', 'man']
    """
    kaal = _VOORAF.sub("", fold(label))
    if leeftijd := _LEEFTIJD.fullmatch(kaal):
        van, woord, tot = leeftijd.groups()
        return f"{int(van)}-{int(tot) - (woord == 'tot')}"
    if ouder := _OUDER.fullmatch(kaal):
        return f"{int(ouder[1])}+"
    return _MEERVOUD.get(kaal, kaal)


def _make_row(variabele: str, categorie: str, aantal: float, teller: str, bestand: str) -> dict[str, object]:
    return {
        "variabele": variabele,
        "categorie": categorie,
        "aandeel" if _DEEL.search(teller) else "aantal": aantal,
        "populatie": teller or "?",
        "peildatum": _read_peildatum(bestand),
        "bron": bestand,
    }


def _read_peildatum(bestand: str) -> str:
    """Return the day in the name of a file, a question mark where there is none.

    Examples
    --------
    >>> _read_peildatum("ruw/cliënten_1-1-2026.csv"), _read_peildatum("cliënten 2026.csv")
    ('2026-01-01', '?')
    """
    moment = read_moment(bestand)
    return f"{moment[0]:04d}-{moment[1]:02d}-{moment[2]:02d}" if moment and all(moment) else "?"
