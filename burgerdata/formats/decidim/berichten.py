"""Decidim proposals and comments (.csv, .xlsx, .json): fields in fields are columns ``a/b``, texts one column per language.

Numbers of proposals and of comments run side by side: a message is numbered by its kind as well, so that a comment
finds the proposal that it is about in another file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from burgerdata.formats.berichten import assign_velden, drop_columns, merge_languages
from burgerdata.formats.header_rows import list_header_rows, read_rectangles, rename_columns
from burgerdata.formats.lezing import Ruw
from burgerdata.formats.plain_html import strip_column
from burgerdata.shapes import Bron, Tabel

_COMMENT = frozenset(["id", "body", "created_at", "commentable_id", "commentable_type"])
_OF_CONSUL = frozenset(["cached_votes_up", "cached_votes_total", "ancestry"])
"""Columns of the comments in Consul's open data, which are called alike for the rest."""
_PROPOSAL = frozenset(["id", "participatory_space/id", "component/id"])
_COMMENT_VELDEN = {
    "id": "bericht_id",
    "body": "bericht",
    "author/id": "persoon",
    "user_group/name": "organisatie",
    "created_at": "tijdstip",
}
_PROPOSAL_VELDEN = {
    "id": "bericht_id",
    "title": "onderwerp",
    "body": "bericht",
    "author/id": "persoon",
    "user_group/name": "organisatie",
    "published_at": "tijdstip",
    "supports": "stemmen_voor",
    "votes": "stemmen_voor",
    "endorsements/total_count": "steun",
    "endorsements_count": "steun",
    "comments": "reacties",
    "component/id": "groep",
}
_PERSONAL = ("author/name", "author/url", "author/nickname", "endorsements/user_endorsements", "address")


def recognise_decidim(rijen: Sequence[Sequence[str]]) -> bool:
    """Return whether the first row is that of comments or proposals of Decidim.

    Examples
    --------
    >>> recognise_decidim([["id", "created_at", "body", "locale", "commentable_id", "commentable_type"]])
    True
    >>> recognise_decidim([["id", "participatory_space/id", "component/id", "title/nl", "body/nl"]])
    True
    >>> recognise_decidim([["id", "title", "body"]])
    False
    """
    return bool(_kind_of(rijen[0] if rijen else ()))


def _kind_of(koppen: Sequence[str]) -> str:
    namen = {kop.strip() for kop in koppen}
    if namen >= _COMMENT and not namen & _OF_CONSUL:
        return "comment"
    tekst = any(naam.split("/")[0] == "title" for naam in namen) and any(
        naam.split("/")[0] == "body" for naam in namen
    )
    return "proposal" if namen >= _PROPOSAL and tekst else ""


def read_decidim(bron: Bron, *, blad: str = "") -> list[Ruw]:
    """Return the proposals or comments, with what each column is said; HTML becomes text, names of endorsers go.

    Raises
    ------
    BronError
        When the file cannot be read as a table.
    """
    return [_read(ruw) for ruw in read_rectangles(bron, blad=blad)]


def _read(ruw: Ruw) -> Ruw:
    koppen = list_header_rows(ruw, 1)[0]
    soort = _kind_of(koppen)
    if not soort:
        return ruw
    tabel, logboek = rename_columns(ruw, koppen, formaat="decidim")
    for stam in ("title", "body", "user_group/name"):
        tabel = merge_languages(tabel, stam)
    tabel = drop_columns(
        tabel, [naam for naam in _PERSONAL if naam in tabel.frame], logboek, reden="kolom_persoonsgegeven"
    )
    teksten = {naam: strip_column(tabel.frame[naam]) for naam in ("title", "body") if naam in tabel.frame}
    tabel = replace(tabel, frame=tabel.frame.assign(**teksten))
    tabel = _number(tabel, soort)
    velden = _COMMENT_VELDEN if soort == "comment" else _PROPOSAL_VELDEN
    return Ruw(assign_velden(tabel, velden), ruw.records_in, logboek)


def _number(tabel: Tabel, soort: str) -> Tabel:
    """Return the table with ids that say what kind of message they number, and what a comment is about in one column."""
    frame = tabel.frame
    ids = {"id": soort + "/" + frame["id"].str.strip()}
    if soort == "proposal":
        return replace(tabel, frame=frame.assign(**ids))
    wat = frame["commentable_type"].str.replace(r".*::", "", regex=True).str.strip().str.lower()
    ids["commentable_id"] = wat + "/" + frame["commentable_id"].str.strip()
    kolommen = tuple(
        replace(kolom, veld="antwoord_op") if kolom.naam == "commentable_id" else kolom
        for kolom in tabel.kolommen
    )
    return replace(tabel, frame=frame.assign(**ids), kolommen=kolommen)
