"""Open answers and turns of talk as fragments, with ids that do not depend on text or order."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from burgerdata.instruments.columns import GROEP, TIJDSTIP
from burgerdata.instruments.values import is_filled
from burgerdata.instruments.vraag import Vraag
from burgerdata.pseudonyms.sleutel import choose_sha256
from burgerdata.shapes import PERSOON, RECORD
from burgerdata.text.language import detect_language

_SPACES_THAT_TELL = 3
"""Fewer words than four are mostly names and terms, which look like any language."""


def make_fragment_id(activiteit_id: str, record: str, deel: str) -> str:
    """Return the id of a piece of text: keyed, because ``record`` is itself a keyed id that is never shown.

    Examples
    --------
    >>> make_fragment_id("enquete", "r0123", "q10") == make_fragment_id("enquete", "r0123", "q11")
    False
    """
    return _make_fragment_ids(activiteit_id, [record], deel)[0]


def _make_fragment_ids(activiteit_id: str, records: Iterable[str], deel: str) -> list[str]:
    """Return the id of the same part of each record; the lengths of what goes in stand before it."""
    voor, na = (f"{len(stuk)}:{stuk}" for stuk in (activiteit_id, deel))
    boodschappen = (f"{voor}{len(record)}:{record}{na}" for record in records)
    sha256 = choose_sha256()
    return [
        "f" + sha256(boodschap.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        for boodschap in boodschappen
    ]


def make_fragmenten(
    vragen: Iterable[Vraag], frame: pd.DataFrame, activiteit_id: str, *, soort: str, taal: str
) -> pd.DataFrame:
    """Return a row per filled cell of the open questions: the contract table fragmenten without time.

    ``frame`` has PERSOON, RECORD and the columns of the questions, and GROEP and TIJDSTIP where there are any.
    """
    delen = [_answers_of(vraag, frame, activiteit_id) for vraag in vragen if vraag.soort == "open"]
    leeg = pd.DataFrame({"fragment_id": [], "tekst": []}, dtype="str")
    tabel = pd.concat(delen, ignore_index=True) if delen else leeg
    talen = list_talen(tabel["tekst"], taal)
    return tabel.assign(
        activiteit_id=activiteit_id, soort=soort, taal=pd.Series(talen, index=tabel.index, dtype="str")
    )


def _answers_of(vraag: Vraag, frame: pd.DataFrame, activiteit_id: str) -> pd.DataFrame:
    kolom = vraag.kolommen[0]
    extra = {doel: naam for doel, naam in (("groep", GROEP), ("tijdstip", TIJDSTIP)) if naam in frame}
    gevuld = frame.loc[
        is_filled(frame[kolom]), list(dict.fromkeys([RECORD, PERSOON, kolom, *extra.values()]))
    ]
    ids = _make_fragment_ids(activiteit_id, gevuld[RECORD].to_numpy().tolist(), kolom)
    tabel = pd.DataFrame(
        {
            "fragment_id": pd.Series(ids, dtype="str"),
            "deelnemer_id": gevuld[PERSOON].to_numpy(),
            "vraag_id": vraag.vraag_id,
            "volgnummer": gevuld.index.to_numpy() + 1,
            "tekst": gevuld[kolom].str.strip().to_numpy(),
        }
    )
    return tabel.assign(**{doel: gevuld[naam].to_numpy() for doel, naam in extra.items()})


def list_talen(teksten: pd.Series, taal: str) -> list[str]:
    """Return the language of each text; a text that is too short to tell is in the language of the activity."""
    gevonden = {
        tekst: detect_language(tekst) if tekst.count(" ") >= _SPACES_THAT_TELL else "onbekend"
        for tekst in teksten.unique()
    }
    return [taal if gevonden[tekst] == "onbekend" else gevonden[tekst] for tekst in teksten]
