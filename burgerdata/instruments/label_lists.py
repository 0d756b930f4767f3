"""A codebook in a sheet (variable, description, code, label) put on the columns of a table that came without labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from burgerdata.instruments.sets import recognise_sets
from burgerdata.instruments.statuses import list_answers
from burgerdata.instruments.vraagregels import fold
from burgerdata.instruments.wide_waves import share_labels
from burgerdata.shapes import Kolom, Tabel

_HEADERS = {
    "variabele": re.compile(
        r"variabele?(?:naam)?|variable(?: ?name)?|code ?name|column(?: ?name)?|field ?name|vraag(?:nummer|code)|kolom(?:naam)?|naam|name|veld"
    ),
    "tekst": re.compile(
        r"omschrijving|vraag(?:tekst|stelling)?|(?:code ?)?description|question|variable ?label|toelichting"
    ),
    "code": re.compile(r"codes?|waarden?|values?|antwoordcode"),
    "label": re.compile(r"labels?|antwoord(?:tekst|optie)?s?|value ?labels?|betekenis|antwoordlabel"),
}
_ONLY_VARIABLES = re.compile(
    r"variabele?(?:naam)?|variable(?: ?name)?|kolomnaam|column(?: ?name)?|field ?name|code ?name"
)
_MOST_COLUMNS = 8


def find_list_columns(tabel: Tabel) -> dict[str, str]:
    """Return which columns hold variabele, tekst, code and label, as far as the headers tell.

    Examples
    --------
    >>> import pandas as pd
    >>> kolommen = tuple(Kolom(naam) for naam in ("Variabele", "Code", "Label"))
    >>> find_list_columns(Tabel("codeboek.xlsx", "excel", pd.DataFrame(), kolommen))
    {'variabele': 'Variabele', 'code': 'Code', 'label': 'Label'}
    """
    return _match_headers([kolom.naam for kolom in tabel.kolommen])


def _match_headers(koppen: Sequence[str]) -> dict[str, str]:
    gevonden: dict[str, str] = {}
    for kop in koppen:
        for rol, patroon in _HEADERS.items():
            if rol not in gevonden and patroon.fullmatch(fold(kop)):
                gevonden[rol] = kop
                break
    return gevonden


def is_label_list(tabel: Tabel) -> bool:
    """Return whether a table is a codebook: it has columns for variables, codes and labels, and little else.

    One without codes tells what the variables are about; its first column is then headed by a word for nothing else.
    """
    return has_label_headers([kolom.naam for kolom in tabel.kolommen])


def has_label_headers(koppen: Sequence[str]) -> bool:
    """Return whether headers are those of a codebook.

    Examples
    --------
    >>> has_label_headers(["variabele", "omschrijving", "code", "label"]), has_label_headers(["code", "label"])
    (True, False)
    """
    plek = _match_headers(koppen)
    met_codes = {"variabele", "code", "label"} <= set(plek)
    zonder = "tekst" in plek and bool(_ONLY_VARIABLES.fullmatch(fold(plek.get("variabele", ""))))
    return (met_codes or zonder) and len(koppen) <= _MOST_COLUMNS


def apply_label_lists(tabel: Tabel, codeboek: Sequence[Tabel]) -> Tabel:
    """Return the table with texts and labels from the codebook, where the file itself has none; ticks become sets."""
    return recognise_sets(label_columns(tabel, codeboek))


def label_columns(tabel: Tabel, codeboek: Sequence[Tabel]) -> Tabel:
    """Return the table with texts and labels from the codebook, where the file itself has none.

    A codebook may tell the codes of a question in its first wave only.
    """
    teksten: dict[str, str] = {}
    labels: dict[str, dict[str, str]] = {}
    for lijst in codeboek:
        if is_label_list(lijst):
            _collect(lijst, teksten, labels)
    kolommen = tuple(_describe(kolom, teksten, labels) for kolom in tabel.kolommen)
    return share_labels(replace(tabel, kolommen=kolommen))


def _collect(lijst: Tabel, teksten: dict[str, str], labels: dict[str, dict[str, str]]) -> None:
    """Read the rows; a variable is named once and holds for the rows below it."""
    plek = find_list_columns(lijst)
    huidig = ""
    for rij in lijst.frame.to_dict("records"):
        huidig = fold(str(rij[plek["variabele"]])) or huidig
        tekst = str(rij[plek["tekst"]]).strip() if "tekst" in plek else ""
        code, label = (str(rij[plek[rol]]).strip() if rol in plek else "" for rol in ("code", "label"))
        if tekst:
            teksten.setdefault(huidig, tekst)
        if code and label:
            labels.setdefault(huidig, {}).setdefault(code, label)


def _describe(kolom: Kolom, teksten: dict[str, str], labels: dict[str, dict[str, str]]) -> Kolom:
    sleutel = fold(kolom.naam)
    tekst = kolom.tekst if kolom.tekst and kolom.tekst != kolom.naam else teksten.get(sleutel, kolom.tekst)
    if kolom.labels or sleutel not in labels:
        return replace(kolom, tekst=tekst)
    eigen = labels[sleutel]
    # A label that is wholly a status ("weet niet") marks its code as missing, as SPSS would.
    antwoorden = set(list_answers(eigen.values()))
    missend = frozenset(code for code, label in eigen.items() if label not in antwoorden)
    return replace(kolom, tekst=tekst, labels=eigen, missend=missend)
