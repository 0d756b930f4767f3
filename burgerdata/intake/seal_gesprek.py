"""Sealing of a conversation: speakers become persons, the moderator is marked, every turn is masked."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

import pandas as pd

from burgerdata.intake.logboek import Logboek
from burgerdata.intake.seal import Zegel, fold_label
from burgerdata.pseudonyms.known_names import collect_namen
from burgerdata.pseudonyms.masking import mask_texts
from burgerdata.pseudonyms.names import find_names
from burgerdata.shapes import PERSOON, RECORD, RIJ, Gesprek

LEIDERS = frozenset(
    [
        "m",
        "mod",
        "gl",
        "moderator",
        "gespreksleider",
        "gespreksleidster",
        "i",
        "int",
        "interviewer",
        "vragensteller",
        "onderzoeker",
        "facilitator",
    ]
)
"""Labels of a moderator; the longer ones may have a name beside them, and count whomever the analyst names."""
LEIDT = " (moderator)"
"""What stands behind the name of who leads where the source says so beside it."""
_BRACKETS = re.compile(r"[(\[]([^)\]]+)[)\]]\s*$")
_ABBREVIATED = 3
_DASHES = re.compile(r"\s+[-–—]\s+")


def seal_gesprek(gesprek: Gesprek, zegel: Zegel, logboek: Logboek) -> Gesprek:
    """Return the turns with RIJ, RECORD, PERSOON, gespreksleider, spreker, begin_s, tekst, and rol where the source has it.

    ``spreker`` keeps a label that is a code or a role (``R3``); a name is replaced by an empty one and masked in all
    turns. A turn without a speaker has an empty PERSOON and a row in the logboek.
    """
    beurten = gesprek.beurten
    sprekers = beurten["spreker"]
    namen = read_speaker_names(gesprek, zegel)
    groep = zegel.groep or gesprek.bestand
    bekend = (*zegel.namen, *namen, *find_introduced(beurten["tekst"]))
    masked, aantal = mask_texts(beurten["tekst"], namen=bekend)
    leiders = frozenset(fold_label(label) for label in zegel.gespreksleider)
    record = [zegel.make_record(groep, "beurt", str(nummer)) for nummer in range(len(beurten))]
    leidt = find_leiders(sprekers.unique(), leiders)
    mee = [label for label, is_er_een in leidt.items() if not is_er_een]
    codes = zegel.sprekers.find_codes(mee, zegel.name_groep(groep))
    personen = {label: zegel.make_persoon(codes.get(label, label), groep=groep) for label in leidt}
    frame = pd.DataFrame(
        {
            RIJ: beurten[RIJ],
            RECORD: pd.Series(record, index=beurten.index, dtype="str"),
            PERSOON: sprekers.map(personen).astype("str"),
            "gespreksleider": sprekers.map(leidt).astype("bool"),
            "spreker": sprekers.where(~sprekers.isin(namen), ""),
            "begin_s": beurten["begin_s"],
            "tekst": masked,
        }
    )
    if "rol" in beurten:
        frame = frame.assign(rol=mask_texts(beurten["rol"], namen=bekend)[0])
    _note_changes(frame, sprekers, aantal, logboek, namen)
    return replace(gesprek, beurten=frame, namen=())


def is_leider(label: str, genoemd: Collection[str] = ()) -> bool:
    """Return whether a speaker leads the conversation: named by the analyst (folded), or with a word for it beside a name.

    A word or an initial by itself, such as M, counts where the analyst names nobody.

    Examples
    --------
    >>> is_leider("Kim (moderator)"), is_leider("M"), is_leider("M de Vries"), is_leider("M", {"kim"})
    (True, True, False, False)
    """
    gevouwen = fold_label(label)
    eerste, _, rest = gevouwen.partition(" ")
    tussen_haken = _BRACKETS.search(gevouwen)
    # "GL (Kim)", where "M (54)" is a man and "GL (54)" somebody of that age
    kort = rest.startswith("(") and len(eerste) > 1 and not re.search(r"\d", rest)
    vooraan = bool(rest) and (len(eerste) > _ABBREVIATED or kort) and eerste in LEIDERS
    return (
        gevouwen in (genoemd or LEIDERS)
        or vooraan
        or (tussen_haken is not None and tussen_haken[1].strip() in LEIDERS)
        or bool(name_leider(gevouwen))
    )


def find_leiders(labels: Iterable[str], genoemd: Collection[str] = ()) -> dict[str, bool]:
    """Return per speaker of one conversation whether he or she leads it.

    Initials beside other initials are a person where somebody is called by a word for who leads.

    Examples
    --------
    >>> find_leiders(["Moderator", "AB", "GL"]), find_leiders(["GL", "AB"])
    ({'Moderator': True, 'AB': False, 'GL': False}, {'GL': True, 'AB': False})
    """
    leidt = {label: is_leider(label, genoemd) for label in labels}
    voluit = any(is_er_een and not _is_initials(label) for label, is_er_een in leidt.items())
    mensen = {len(label) for label, is_er_een in leidt.items() if not is_er_een and _is_initials(label)}
    return {
        label: is_er_een
        and not (voluit and len(label) in mensen and _is_initials(label) and fold_label(label) not in genoemd)
        for label, is_er_een in leidt.items()
    }


def _is_initials(label: str) -> bool:
    return re.fullmatch(r"[A-Z]{1,2}", label) is not None


def read_speaker_names(gesprek: Gesprek, zegel: Zegel) -> tuple[str, ...]:
    """Return the speakers' labels that are names of persons, the named moderators and the names beside them among them."""
    return collect_namen([*gesprek.beurten["spreker"].unique(), *zegel.gespreksleider, *gesprek.namen])


def find_introduced(teksten: pd.Series) -> tuple[str, ...]:
    """Return the names with a capital that are found somewhere: who says "ik ben Xandra" is called Xandra later too."""
    gevonden = dict.fromkeys(
        tekst[vondst.begin : vondst.eind] for tekst in teksten.unique() for vondst in find_names(tekst)
    )
    return tuple(dict.fromkeys(naam.split()[0] for naam in gevonden if naam[:1].isupper()))


def name_leider(label: str) -> str:
    """Return the name before a dash and a word for who leads, empty for other labels.

    Examples
    --------
    >>> name_leider("Marieke - gespreksleider"), name_leider("Kees - bewoner")
    ('Marieke', '')
    """
    naam, _, rol = _DASHES.sub(" - ", label).partition(" - ")
    return naam.strip() if len(rol) > _ABBREVIATED and rol.strip().casefold() in LEIDERS else ""


def list_leider_labels(naam: str) -> tuple[str, ...]:
    """Return how a conversation may write who leads it, by name with the word for it beside it."""
    achter = [f" {streep} {woord}" for woord in LEIDERS if len(woord) > _ABBREVIATED for streep in "-–—"]
    return tuple(naam + deel for deel in ("", LEIDT, *achter))


def _note_changes(
    frame: pd.DataFrame, sprekers: pd.Series, aantal: pd.Series, logboek: Logboek, namen: tuple[str, ...]
) -> None:
    geraakt = aantal > 0
    logboek.note_cells("cel_gemaskeerd", "tekst", frame.loc[geraakt, RIJ], aantal[geraakt])
    logboek.note("naam_vervangen", kolom="spreker", aantal=int(sprekers.isin(namen).sum()))
    logboek.note("spreker_onbekend", kolom="spreker", aantal=int((sprekers == "").sum()))
