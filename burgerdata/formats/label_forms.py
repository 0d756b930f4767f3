"""Labels that are one speaker in another form: a title in full or in short, and what somebody does in brackets behind it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable

from burgerdata.intake.seal import fold_label

_TITLES = (
    (re.compile(r"(?:mw|mevr|mvr|mevrouw)(?:\.\s*|\s+)", re.IGNORECASE), "mevrouw "),
    (re.compile(r"(?:dhr|hr|de heer|heer|meneer|mijnheer)(?:\.\s*|\s+)", re.IGNORECASE), "de heer "),
)
_DOES = re.compile(
    r"\s*\((?!\w*(?:ent|ant)\b)(?:[a-z]{2,}(?:t|end)|zacht\w*|hard\w*|vervolg|opnieuw|weer|nogmaals)\b[^()\d]{0,30}\)$"
)
"""What somebody does while speaking: "(valt in)", "(lachend)"; a word in capitals, a number or a "student" tells who it is."""


def join_forms(labels: Iterable[str], sprekers: Collection[str]) -> dict[str, str]:
    """Return label → the speaker as he is written most often, for labels that differ in the form of the title or a gesture alone.

    Examples
    --------
    >>> join_forms(["Mevr. A.", "Mevr. A.", "Mevrouw A.", "Mevr. A. (valt in)", "Dhr. A."], {"Mevr. A.", "Mevrouw A.", "Dhr. A."})
    {'Mevrouw A.': 'Mevr. A.', 'Mevr. A. (valt in)': 'Mevr. A.'}
    """
    keer = Counter(labels)
    vormen: dict[str, list[str]] = {}
    for label in keer:
        vormen.setdefault(_spell(label), []).append(label)
    uit: dict[str, str] = {}
    for gelijk in vormen.values():
        kaal = [label for label in gelijk if label in sprekers and not _DOES.search(label)]
        if kaal:
            wie = max(kaal, key=lambda label: (keer[label], label))
            uit |= {label: wie for label in gelijk if fold_label(label) != fold_label(wie)}
    return uit


def _spell(label: str) -> str:
    """Return a label with its title in full and without what somebody does behind it."""
    kaal = _DOES.sub("", label)
    for titel, voluit in _TITLES:
        if gevonden := titel.match(kaal):
            return voluit + kaal[gevonden.end() :].casefold()
    return kaal.casefold()
