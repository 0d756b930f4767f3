"""Sealing of the ids in a table of messages: who wrote, which message, and which one it replies to."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

import pandas as pd

from burgerdata.cellen import fold
from burgerdata.intake.seal import Zegel, fold_label
from burgerdata.intake.seal_gesprek import LEIDERS
from burgerdata.schema.berichtvelden import SLEUTELVELDEN, TEKSTVELDEN
from burgerdata.shapes import HERHAALD, ORGANISATIE, OUDER, PERSOON, RECORD, RIJ, Tabel

_NOBODY = frozenset(
    [
        *("-", "–", "onbekend", "unknown", "n/a", "nvt", "n.v.t.", "none", "geen"),
        *("anoniem", "anonieme gebruiker", "anonymous", "anonymous user", "anonym", "anonyme", "anónimo"),
        *("verwijderde gebruiker", "verwijderde deelnemer", "deleted user", "deleted participant"),
        *(
            "gelöschter benutzer",
            "gelöschter nutzer",
            "utilisateur supprimé",
            "usuario eliminado",
            "usuario borrado",
        ),
    ]
)
"""What a platform writes where it does not say who wrote: never one person with that name."""
_INITIALS = 3
_YES = frozenset(["ja", "yes", "x", "1", "waar", "true"])
_LEIDERS = frozenset(
    [
        *(label for label in LEIDERS if len(label) > _INITIALS),
        *("moderatie", "beheerder", "redactie", "webredactie", "webcare", "communitymanager", "admin"),
        *("beheer", "forumbeheer", "communitybeheer", "communitybeheerder", "forumbeheerder", "webbeheer"),
        *("gemeente", "provincie", "waterschap", "ministerie", "projectteam", "griffie"),
    ]
)
"""What whoever runs a platform is called, when the analyst names nobody; in a list of pseudonyms M may be anyone."""
_WITH_NAME = frozenset(
    ["moderator", "moderatie", "gespreksleider", "communitymanager", "gemeente", "provincie", "waterschap"]
)
"""Those words that may have a name behind them."""
_REACTIES = re.compile(
    r"(?<![^\W\d_])(?:reacties?|repl(?:y|ies)|comments?|antwoorden|responses?)(?![^\W\d_])", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]+")
_BRACKETS = re.compile(r"[(\[]([^)\]]+)[)\]]\s*$")
_NO_ORGANISATION = frozenset(
    ["", "nee", "no", "0", "onwaar", "false", "particulier", "burger", "inwoner", *_NOBODY]
)


def find_sleutelvelden(tabel: Tabel, zegel: Zegel) -> dict[str, str]:
    """Return role → column for the columns that hold ids: those of the seal, else what the format says."""
    velden = {kolom.veld: kolom.naam for kolom in tabel.kolommen if kolom.veld in SLEUTELVELDEN}
    return velden | {rol: naam for rol, naam in _find_named(tabel, zegel).items() if rol in SLEUTELVELDEN}


def is_berichten(tabel: Tabel, zegel: Zegel) -> bool:
    """Return whether the columns of this table have roles of messages, by the format or by traject.toml."""
    rollen = {kolom.veld for kolom in tabel.kolommen if kolom.veld} | set(_find_named(tabel, zegel))
    return bool(rollen & {*TEKSTVELDEN, *SLEUTELVELDEN, "onderwerp"})


def _find_named(tabel: Tabel, zegel: Zegel) -> dict[str, str]:
    """Return role → column for what traject.toml names and this table has; spaces and case make no difference.

    The number of a topic is what a reply in another sheet answers: named for both, it is the number of the rows in which it
    stands once each, unless the sheet is called after replies.
    """
    namen = {fold(kolom.naam): kolom.naam for kolom in tabel.kolommen}
    gedeeld = _list_gedeeld(zegel)
    gevonden = {
        rol: [namen[kop] for kop in map(fold, genoemd) if kop in namen]
        for rol, genoemd in zegel.velden.items()
    }
    eigen = sorted(gevonden.get("bericht_id", ()), key=lambda naam: fold(naam) in gedeeld)
    if eigen and fold(eigen[0]) in gedeeld:
        nummers = tabel.frame[eigen[0]].str.strip().replace("", None).dropna()
        herhaald = nummers.duplicated().any() or holds_reacties(tabel)
        gevonden["antwoord_op"] = eigen if herhaald else [n for n in gevonden["antwoord_op"] if n != eigen[0]]
        eigen = [] if herhaald else eigen
    gevonden["bericht_id"] = eigen
    return {rol: koppen[0] for rol, koppen in gevonden.items() if koppen}


def holds_reacties(tabel: Tabel) -> bool:
    """Return whether a sheet, or else the file, is called after replies: a number of a topic there is what they reply to."""
    return bool(_REACTIES.search(tabel.blad or PurePosixPath(tabel.bestand).stem))


def make_bericht_ids(tabel: Tabel, zegel: Zegel) -> tuple[dict[str, pd.Series], set[str]]:
    """Return RECORD, PERSOON, OUDER, ORGANISATIE and HERHAALD, and the columns that were used up for them.

    Numbers of messages hold within the sheet when every reply in it is to a message in it, else (and where the format
    made them itself) within the whole activity: comments may stand in another file than what they are about. A number that
    has one header in both is told by that header: topic 1 is not reply 1. An organisation is one participant, whoever writes for it.
    """
    frame = tabel.frame
    velden = find_sleutelvelden(tabel, zegel)
    leeg = pd.Series("", index=frame.index, dtype="str")
    bericht = frame[velden["bericht_id"]].str.strip() if "bericht_id" in velden else leeg
    ouder = frame[velden["antwoord_op"]].str.strip() if "antwoord_op" in velden else leeg
    plek = (tabel.bestand, tabel.blad)
    eigen = tabel.kolom(velden["bericht_id"]).veld if "bericht_id" in velden else ""
    binnen = not eigen and set(ouder) - {""} <= set(bericht)
    bereik, bereik_ouder = (
        (fold(velden[rol]),) if fold(velden.get(rol, "")) in _list_gedeeld(zegel) else plek if binnen else ()
        for rol in ("bericht_id", "antwoord_op")
    )
    keer = bericht.groupby(bericht, observed=True, dropna=False).cumcount().astype("str")
    record = [
        zegel.make_record(*bereik, "bericht", nummer, herhaling)
        if nummer
        else zegel.make_record(*plek, "rij", str(rij))
        for nummer, herhaling, rij in zip(bericht, keer, frame[RIJ], strict=True)
    ]
    ouders = [zegel.make_record(*bereik_ouder, "bericht", nummer, "0") if nummer else "" for nummer in ouder]
    organisatie = _fold(frame[velden["organisatie"]]) if "organisatie" in velden else leeg
    organisatie = organisatie.where(~organisatie.isin(_NO_ORGANISATION), "")
    wie = frame[velden["persoon"]] if "persoon" in velden else leeg
    wie = wie.where(~_fold(wie).isin(_NOBODY), "")
    wie = wie.where(organisatie.isin({"", *_YES}), "organisatie " + organisatie)
    personen = {naam: zegel.make_persoon(naam) for naam in wie.unique()}
    ids: dict[str, pd.Series] = {
        RECORD: pd.Series(record, index=frame.index, dtype="str"),
        PERSOON: wie.map(personen).astype("str"),
        OUDER: pd.Series(ouders, index=frame.index, dtype="str"),
    }
    ids[HERHAALD] = keer.ne("0") & bericht.ne("")
    ids["gespreksleider"] = wie.map({naam: _leads(naam, zegel) for naam in personen}).astype("bool")
    if "organisatie" in velden:
        ids[ORGANISATIE] = pd.Series("ja", index=frame.index, dtype="str").where(organisatie != "", "")
    return ids, set(velden.values())


def _list_gedeeld(zegel: Zegel) -> set[str]:
    """Return the headers that name a message in one table and what it replies to in another."""
    eigen, op = (set(map(fold, zegel.velden.get(rol, ()))) for rol in ("bericht_id", "antwoord_op"))
    return eigen & op


def _leads(naam: str, zegel: Zegel) -> bool:
    """Return whether someone runs the platform: whom the analyst names, else who has a word for it in the name."""
    gevouwen = fold_label(naam)
    if zegel.gespreksleider:
        return gevouwen in {fold_label(label) for label in zegel.gespreksleider}
    woorden = _WORD.findall(gevouwen)
    tussen_haken = _BRACKETS.search(gevouwen)
    eerst = woorden[0] if woorden else ""
    # "VvE-beheerder Anja" and "Redactie Buurtkrant" are neighbours; "Redactie" and "Moderator Els" run the platform
    alleen = eerst in _LEIDERS and (len(woorden) == 1 or eerst in _WITH_NAME)
    return alleen or (tussen_haken is not None and tussen_haken[1].strip() in _LEIDERS)


def _fold(cellen: pd.Series) -> pd.Series:
    return cellen.str.strip().str.casefold()
