"""Turns with a dash behind the name, ``Anja - ik vind …``: only where returning names leave no doubt about it.

A dash stands behind many other words too: ``Wonen - te duur``, ``Agenda - punt 3``. So a text is read this way only
when a good part of its lines begins so, several labels come back, and most of these are names of people.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from burgerdata.formats.leidwoorden import LEIDT
from burgerdata.formats.role_labels import PERSON_WORDS
from burgerdata.formats.speaker_words import is_numbered_role
from burgerdata.pseudonyms.namenlijsten import load_namenlijsten
from burgerdata.pseudonyms.speaker_names import bare_name, is_titled, list_name_forms

_LABEL_AND_DASH = r"^\s*(?P<label>[^\W\d_a-z][\w .,'’()/-]{0,45}?)\s+[-–—]\s+"
_ROLE_AND_COLON = rf"(?i:{PERSON_WORDS})\s*:\s"
DASH_NAME = re.compile(rf"{_LABEL_AND_DASH}(?!{_ROLE_AND_COLON})(?P<rest>\S.*)$", re.DOTALL)
"""No role and a colon behind the dash: that is the rest of the label, "Marieke - gespreksleider: welkom"."""
_WITH_ROLE = re.compile(_LABEL_AND_DASH + _ROLE_AND_COLON)
_PRESENT = re.compile(
    r"\s*(?:aanwezig\w*|deelnemers?|deelgenomen|sprekers?|erbij)\s*:\s*(?P<wie>.+)", re.IGNORECASE
)
_LEADS = re.compile(rf"{LEIDT}\b.*", re.IGNORECASE)
_FEWEST_LABELS, _FEWEST_TURNS = 2, 5
_SHARE_OF_LINES, _SHARE_OF_NAMES = 1 / 3, 0.5
_MOST_WORDS = 3


def speaks_with_dashes(teksten: Iterable[str], bekend: Collection[str] = ()) -> bool:
    """Return whether the lines are turns with a dash behind the name of the speaker.

    ``bekend`` are people who are known to be there; so are those whom a line "Aanwezig: …" names.

    Examples
    --------
    >>> speaks_with_dashes(["Anja - ja.", "Kees – nee.", "Anja - wel.", "Kees - niet.", "Anja - goed."])
    True
    >>> speaks_with_dashes(["Wonen - te duur", "Werk - te ver", "Wonen - te klein", "Werk - te weinig", "Zorg - ja"])
    False
    """
    regels = [tekst for tekst in teksten if tekst.strip()]
    kaal = [read_dash_label(tekst) for tekst in regels]
    if are_people(kaal, regels, bekend):
        return True
    # whom a role and a colon follow speaks as well, but that does not tell what the other dashes stand behind
    labels = [label or _read_role_label(tekst) for label, tekst in zip(kaal, regels, strict=True)]
    return _are_mostly_people(set(kaal) - {""}, regels, bekend) and are_people(labels, regels, bekend)


def are_people(
    labels: Sequence[str],
    regels: Sequence[str],
    bekend: Collection[str] = (),
    *,
    aandeel: float = _SHARE_OF_LINES,
) -> bool:
    """Return whether the labels of lines (empty where a line has none) are speakers.

    They are when several come back, in at least a share of the lines, and most of these are people.
    """
    keren = Counter(label for label in labels if label)
    terug = [label for label, aantal in keren.items() if aantal > 1]
    beurten = sum(keren[label] for label in terug)
    if len(terug) < _FEWEST_LABELS or beurten < max(_FEWEST_TURNS, aandeel * len(regels)):
        return False
    return _are_mostly_people(terug, regels, bekend)


def _are_mostly_people(labels: Collection[str], regels: Sequence[str], bekend: Collection[str]) -> bool:
    """Return whether there are labels and at least half of them are people."""
    heten = {vorm for naam in [*bekend, *_list_present(regels)] for vorm in list_name_forms(naam)}
    return bool(labels) and sum(_is_person(label, heten) for label in labels) >= _SHARE_OF_NAMES * len(labels)


def read_dash_label(tekst: str) -> str:
    """Return the short label with a capital that a dash stands behind; empty where the line begins otherwise.

    Examples
    --------
    >>> read_dash_label("Mw. Bos – dat klopt"), read_dash_label("- punt een"), read_dash_label("e-mail werkt niet")
    ('Mw. Bos', '', '')
    """
    match = DASH_NAME.match(tekst)
    label = " ".join(match["label"].split()) if match else ""
    return label if label[:1].isupper() and len(label.split()) <= _MOST_WORDS else ""


def _read_role_label(tekst: str) -> str:
    """Return the name before a dash, a role and a colon, "Marieke - gespreksleider: welkom"; empty for other lines."""
    match = _WITH_ROLE.match(tekst)
    label = " ".join(match["label"].split()) if match else ""
    return label if len(label.split()) <= _MOST_WORDS else ""


def _list_present(regels: Sequence[str]) -> list[str]:
    gevonden = (match["wie"] for tekst in regels if (match := _PRESENT.match(tekst)))
    return [naam.strip() for wie in gevonden for naam in re.split(r",|;|\ben\b", wie) if naam.strip()]


def _is_person(label: str, heten: Collection[str]) -> bool:
    """Return whether a label is a first name, a title with a name, somebody who is known, a role or who leads the talk."""
    lijsten = load_namenlijsten()
    eerste = label.casefold().split()[0]
    voornaam = eerste in lijsten.voornamen or eerste in lijsten.voornamen_ook_woord
    bekend = voornaam or is_titled(label) or bare_name(label) in heten
    return bekend or is_numbered_role(label) or bool(_LEADS.fullmatch(label))
