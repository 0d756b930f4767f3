"""The columns of Polis, which exporters of several years and the API name differently, and what recognises a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

STELLING, DEELNEMER, TEKST, TIJDSTIP, STEM = "stelling", "deelnemer", "tekst", "tijdstip", "stem"
EENS, ONEENS, MODERATIE, UITGANG, GROEP = "eens", "oneens", "moderatie", "uitgangsstelling", "groep"
_NAMEN: Mapping[str, tuple[str, ...]] = {
    STELLING: ("commentid", "statementid", "tid"),
    DEELNEMER: ("voterid", "authorid", "participant", "participantid", "pid"),
    TEKST: ("commentbody", "commenttext", "body", "txt"),
    TIJDSTIP: ("timestamp", "created", "modified"),
    STEM: ("vote",),
    EENS: ("agrees", "agreecount", "nagree"),
    ONEENS: ("disagrees", "disagreecount", "ndisagree"),
    MODERATIE: ("moderated", "mod"),
    UITGANG: ("isseed",),
    GROEP: ("groupid",),
}
_VAN = {naam: doel for doel, namen in _NAMEN.items() for naam in namen}
_SAMENVATTING = frozenset(["url", "views", "voters", "votersinconv"])
Rijen = Sequence[Sequence[str]]


def fold_kop(kop: str) -> str:
    """Return a header without signs and capitals: ``comment-id``, ``comment_id`` and ``Comment ID`` are one."""
    return "".join(teken for teken in kop.casefold() if teken.isalnum())


def name_kolom(kop: str) -> str:
    """Return the one name of a column of Polis, or the header itself when it is none of those.

    Examples
    --------
    >>> [name_kolom(kop) for kop in ("comment-id", "tid", "author-id", "pid", "importance", "12")]
    ['stelling', 'stelling', 'deelnemer', 'deelnemer', 'importance', '12']
    """
    return _VAN.get(fold_kop(kop), kop)


def recognise_stellingen(rijen: Rijen) -> bool:
    """Return whether these are the first rows of the statements (comments.csv).

    Examples
    --------
    >>> recognise_stellingen([["timestamp", "comment-id", "author-id", "agrees", "moderated", "comment-body"]])
    True
    """
    return {STELLING, TEKST, MODERATIE} <= _kop(rijen)


def recognise_stemmen(rijen: Rijen) -> bool:
    """Return whether these are the first rows of the votes (votes.csv)."""
    return {STELLING, DEELNEMER, STEM} <= _kop(rijen)


def recognise_deelnemers(rijen: Rijen) -> bool:
    """Return whether these are the first rows of the votes per participant (participants-votes.csv)."""
    return {"participant", "nvotes", "nagree"} <= _gevouwen(rijen)


def recognise_samenvatting(rijen: Rijen) -> bool:
    """Return whether these are the first rows of summary.csv, a list of names and values without a header."""
    eerste = [fold_kop(rij[0]) for rij in rijen if rij]
    return eerste[:1] == ["topic"] and len(_SAMENVATTING & set(eerste)) > 1


def recognise_groepen(rijen: Rijen) -> bool:
    """Return whether these are the first rows of the votes per group and statement (comment-groups.csv)."""
    return {"commentid", "totalvotes", "totalagrees"} <= _gevouwen(rijen)


def recognise_verloop(rijen: Rijen) -> bool:
    """Return whether these are the first rows of the running totals (stats-history.csv)."""
    return {"nvotes", "ncomments", "nvisitors", "nvoters"} <= _gevouwen(rijen)


def _gevouwen(rijen: Rijen) -> set[str]:
    return {fold_kop(kop) for kop in rijen[0]} if rijen else set()


def _kop(rijen: Rijen) -> set[str]:
    return {name_kolom(kop) for kop in rijen[0]} if rijen else set()
