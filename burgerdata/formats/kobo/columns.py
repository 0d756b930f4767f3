"""Columns of submissions made into columns of a Tabel: sets of choices, codes in place of labels, own texts, rankings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from burgerdata.formats.kobo.guess import TICKED, UNTICKED
from burgerdata.formats.kobo.headers import is_fieldwork, is_personal
from burgerdata.formats.kobo.matching import MULTIPLE, Plek
from burgerdata.formats.kobo.xlsform import OTHER, Formulier, Formvraag
from burgerdata.intake.logboek import Logboek
from burgerdata.shapes import VELDWERK, Kolom

_PLACES = ("geopoint", "geotrace", "geoshape", "start-geopoint")
_MEDIA = ("image", "audio", "video", "file", "draw", "signature", "annotate", "background-audio")
_PERSONAL = ("username", "phonenumber", "simserial", "subscriberid", "deviceid", "email", "audit")
_FIELDWORK = ("start", "end", "today", "hidden")
_OPEN = ("text", "string", "barcode")
_NUMBERS = ("integer", "int", "decimal", "range")
_NO_VALUE = "n/a"
"""What older exports write in the cell of a question that has no value."""
_GLUE = ";"


@dataclass(frozen=True)
class Deel:
    """One column on its way: its header, what it is, and its cells."""

    kop: str
    plek: Plek
    cellen: pd.Series


Uitkomst = list[tuple[Kolom, pd.Series]]


class Omzetter:
    """Makes columns; what is left out or changed goes to the logboek."""

    def __init__(self, formulier: Formulier | None, logboek: Logboek) -> None:
        self.formulier = formulier
        self.logboek = logboek

    def convert(self, delen: Sequence[Deel]) -> Uitkomst:
        """Return the columns with their cells; those of one question stand together where its first column stood."""
        groepen: dict[int, list[Deel]] = {}
        sleutels: dict[tuple[str, ...], int] = {}
        for deel in delen:
            nummer = sleutels.setdefault(deel.plek.sleutel[:-2], len(sleutels))
            groepen.setdefault(nummer, []).append(deel)
        return [paar for groep in groepen.values() for paar in self._convert_question(groep)]

    def _convert_question(self, delen: list[Deel]) -> Uitkomst:
        soort = delen[0].plek.vraag.soort
        if soort in (*_PLACES, *_MEDIA, *_PERSONAL) or is_personal(delen[0].kop):
            return self._drop(delen, "kolom_persoonsgegeven")
        if soort == "note":
            return self._drop(delen, "kolom_weggelaten")
        anders = [deel for deel in delen if deel.plek.is_anders]
        gewoon = [deel for deel in delen if not deel.plek.is_anders]
        if soort == MULTIPLE and gewoon:
            return self._convert_multiple(gewoon, anders)
        uit = [self._convert_one(deel) for deel in gewoon]
        if soort == "rank" and uit:
            uit = _spread_ranks(*uit[0])
        code = OTHER if uit and OTHER in uit[0][0].labels else ""
        return uit + [self._convert_other(deel, uit[0][0].naam if uit else "", code) for deel in anders]

    def _drop(self, delen: Sequence[Deel], reden: str) -> Uitkomst:
        for deel in delen:
            self.logboek.note(
                reden, kolom=deel.kop, aantal=max(int((deel.cellen.str.strip() != "").sum()), 1)
            )
        return []

    def _convert_multiple(self, delen: Sequence[Deel], anders: Sequence[Deel]) -> Uitkomst:
        vakjes = [deel for deel in delen if deel.plek.keuze]
        if not vakjes:
            uit = [self._convert_summary(delen[0])]
            code = OTHER if OTHER in uit[0][0].labels else ""
            return uit + [self._convert_other(deel, delen[0].kop, code) for deel in anders]
        self._drop(
            [deel for deel in delen if not deel.plek.keuze], "kolom_weggelaten"
        )  # says the same once more
        uit = [self._convert_tick(deel) for deel in vakjes]
        vakje = next((deel.kop for deel in vakjes if deel.plek.keuze == OTHER), "")
        return uit + [self._convert_other(deel, vakje, vakje) for deel in anders]

    def _convert_tick(self, deel: Deel) -> tuple[Kolom, pd.Series]:
        vraag, tekst = deel.plek.vraag, self._text_of(deel)
        label = self._labels_of(vraag).get(deel.plek.keuze, deel.plek.keuze)
        waarden = [cel for cel in deel.cellen.unique() if cel.strip()]
        nieuw = {cel: "1" if cel.strip().casefold() in TICKED else "0" for cel in waarden}
        nieuw |= {cel: "" for cel in waarden if cel.strip().casefold() not in TICKED | UNTICKED}
        anders = {cel: waarde for cel, waarde in nieuw.items() if cel != waarde}
        kolom = Kolom(
            deel.kop,
            tekst=f"{tekst} – {label}",
            labels={"1": "gekozen", "0": "niet gekozen"},
            herkomst=deel.kop,
            set_naam=vraag.naam,
            set_tekst=tekst,
            set_code="1",
            soort="meer_antwoorden",
        )
        return kolom, deel.cellen.replace(anders) if anders else deel.cellen

    def _convert_summary(self, deel: Deel) -> tuple[Kolom, pd.Series]:
        """Return a list of codes with semicolons; of labels, which may hold spaces, the longest that fit are taken."""
        labels = self._labels_of(deel.plek.vraag)
        codes = _codes_of(self.formulier, deel.plek.vraag) if self.formulier else {}
        lijsten = {cel: _split_summary(cel, labels, codes) for cel in deel.cellen.unique() if cel.strip()}
        los = dict.fromkeys(code for lijst in lijsten.values() for code in lijst if code not in labels)
        labels = {**labels, **{code: "Anders" if code == OTHER else code for code in los}}
        kolom = Kolom(
            deel.kop, self._text_of(deel), labels=labels, herkomst=deel.kop, soort="meer_antwoorden"
        )
        return kolom, deel.cellen.replace({cel: _GLUE.join(lijst) for cel, lijst in lijsten.items()})

    def _convert_one(self, deel: Deel) -> tuple[Kolom, pd.Series]:
        vraag = deel.plek.vraag
        labels = self._labels_of(vraag)
        cellen = deel.cellen
        if labels and self.formulier is not None:
            codes = _codes_of(self.formulier, vraag)
            nieuw = {
                cel: codes.get(_fold(cel), "") for cel in cellen.unique() if cel.strip() and cel not in labels
            }
            nieuw = {cel: code for cel, code in nieuw.items() if code or _fold(cel) == _NO_VALUE}
            cellen = cellen.replace(nieuw) if nieuw else cellen
        kolom = Kolom(
            deel.kop,
            tekst=self._text_of(deel),
            labels=labels,
            herkomst=deel.kop,
            soort=_soort_of(vraag, deel.kop),
            reeks=vraag.raster,
            item=vraag.naam if vraag.raster else "",
        )
        return kolom, cellen

    def _convert_other(self, deel: Deel, ouder: str, code: str) -> tuple[Kolom, pd.Series]:
        tekst = f"{self._text_of(deel)} – anders, namelijk"
        kolom = Kolom(
            deel.kop,
            tekst,
            herkomst=deel.kop,
            soort="open",
            ouder_kolom=ouder if code else "",
            ouder_code=code,
        )
        return kolom, deel.cellen

    def _text_of(self, deel: Deel) -> str:
        teksten = deel.plek.vraag.teksten
        return (
            self.formulier.choose(teksten) if self.formulier else teksten.get("", "")
        ) or deel.plek.vraag.naam

    def _labels_of(self, vraag: Formvraag) -> dict[str, str]:
        if self.formulier is not None:
            return self.formulier.list_labels(vraag)
        return {OTHER: "Anders"} if vraag.anders else {}


def _soort_of(vraag: Formvraag, kop: str) -> str:
    if vraag.soort in _FIELDWORK or is_fieldwork(kop):
        return VELDWERK
    if vraag.soort in _NUMBERS:
        return "getal"
    return "open" if vraag.soort in _OPEN else ""


def _codes_of(formulier: Formulier, vraag: Formvraag) -> dict[str, str]:
    """Return label in any language -> code; a label of two codes names neither."""
    codes: dict[str, set[str]] = {}
    for code, teksten in formulier.keuzes.get(vraag.lijst, {}).items():
        for tekst in (code, *teksten.values()):
            codes.setdefault(_fold(tekst), set()).add(code)
    uit = {tekst: min(eigen) for tekst, eigen in codes.items() if len(eigen) == 1}
    return {**uit, "other": uit.get("other", OTHER)} if vraag.anders else uit


def _split_summary(cel: str, labels: dict[str, str], codes: dict[str, str]) -> list[str]:
    delen = cel.split()
    if not codes or all(deel in labels for deel in delen):
        return delen
    langste = sorted(codes, key=len, reverse=True)
    patroon = re.compile("|".join(re.escape(tekst) for tekst in langste))
    return [codes[treffer] for treffer in patroon.findall(_fold(cel))] or delen


def _spread_ranks(kolom: Kolom, cellen: pd.Series) -> Uitkomst:
    """Return a column per choice with its rank: a ranking is a list of codes, the first one best."""
    rangen = {cel: {code: str(n) for n, code in enumerate(cel.split(), start=1)} for cel in cellen.unique()}
    opties = {
        **kolom.labels,
        **{code: code for r in rangen.values() for code in r if code not in kolom.labels},
    }
    uit = []
    for code, label in opties.items():
        eigen = cellen.map({cel: rang.get(code, "") for cel, rang in rangen.items()}).astype("str")
        nieuw = Kolom(
            f"{kolom.naam}/{code}",
            tekst=f"{kolom.tekst} – {label}",
            herkomst=kolom.herkomst,
            set_naam=kolom.naam,
            set_tekst=kolom.tekst,
            soort="rangorde",
        )
        uit.append((nieuw, eigen))
    return uit


def _fold(tekst: str) -> str:
    return " ".join(tekst.split()).casefold()
