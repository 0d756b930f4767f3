"""Labels of a name with what somebody is, ``[Anna – gastvrouw]``, beside section heads that are written alike."""

from __future__ import annotations

import re
from collections.abc import Collection

from burgerdata.formats.leidwoorden import LEIDT, ONTVANGT, SCHRIJFT
from burgerdata.intake.seal_gesprek import is_leider
from burgerdata.pseudonyms.namenlijsten import load_namenlijsten

PERSON_WORDS = (
    rf"(?:{LEIDT}|{SCHRIJFT}|{ONTVANGT}"
    r"|\w*bewoon(?:st)?er|\w*bewoner|inwoner|burger|ouder|ondernemer|raadslid|wethouder|(?:beleids|balie)?medewerk(?:st)?er|ambtenaar"
    r"|deelne(?:e)?m(?:st)?er|huurder|klant|cli[eë]nt|vrijwillig(?:st)?er|leerling|student|jongere)"
)
"""What somebody may be who speaks, in the label behind a dash."""
_PERSON = re.compile(rf"(?P<naam>[^–—]+?)\s+[-–—]\s+{PERSON_WORDS}", re.IGNORECASE)
_WITH_ROLE = re.compile(r"([^\d–]+) – ([^\d–]+)")


def has_role(label: str) -> bool:
    """Return whether a label has a dash in it with words on both sides: "Anna – gastvrouw", "Wonen – ruimte"."""
    return _WITH_ROLE.fullmatch(label) is not None


def find_people(labels: Collection[str], *, elders: bool) -> set[str]:
    """Return which labels of this kind are people; ``elders`` is whether the text has speakers of another kind.

    A first name or a word for somebody tells. Where nobody else speaks, one who is told vouches for the others.

    Examples
    --------
    >>> labels = ["Anna – gastvrouw", "Carol – balie", "Wonen – ruimte"]
    >>> sorted(find_people(labels, elders=True)), len(find_people(labels, elders=False))
    (['Anna – gastvrouw'], 3)
    >>> find_people(labels[2:], elders=False)
    set()
    """
    zeker = {label for label in labels if _is_person(label)}
    return zeker if elders or not zeker else set(labels)


def name_citizen(label: str) -> str:
    """Return the name before a dash and a word for somebody who does not lead, empty for other labels.

    Examples
    --------
    >>> name_citizen("Kees - bewoner"), name_citizen("Kees - gespreksleider"), name_citizen("Wonen - te duur")
    ('Kees', '', '')
    """
    match = _PERSON.fullmatch(label)
    return match["naam"].strip() if match and not is_leider(label) else ""


def _is_person(label: str) -> bool:
    """Return whether a label begins with a first name, or ends in a word for somebody."""
    lijsten, eerste = load_namenlijsten(), label.split()[0].casefold()
    voornaam = eerste in lijsten.voornamen or eerste in lijsten.voornaam_onzeker
    return voornaam or _PERSON.fullmatch(label) is not None
