"""What stands at the top of a draft and the files tell: over whom it is, when was decided, in which phase; all to be looked over."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import date
from pathlib import PurePosixPath

from burgerdata.loading.toml_values import quote, write_list

_AANTAL = re.compile(r"(?:het )?aantal\s+", re.IGNORECASE)
_VRAAG = re.compile(r'^(doelgroep|besluit|fase) = (?:\["\?"\]|"\?")  # (.*)$', re.MULTILINE)
_FASEN = {
    "evaluatie": re.compile(
        r"(?<!geen[ _-])evaluatie(?!form)(?![ _-]+(?:(?:van|over)[ _-]+)?(?:(?:de|het|deze)[ _-]+)?(?:\w*(?:avond|middag|dag)(?![^\W\d_])|bijeenkomst|sessie|workshop))"
        r"|eindmeting|terugblik"
    ),
    "dienstverlening": re.compile(r"dienstverlening|klant(?:tevredenheid|beleving|reis|onderzoek)"),
    "beleidsontwikkeling": re.compile(
        r"(?:omgevings|beleids|toekomst)visie|beleids(?:plan|ontwikkeling|nota)|koersdocument"
    ),
    "praktijk": re.compile(r"uitvoeringspraktijk|handhaving"),
}
"""What the name of a folder or file calls the phase; the form at the end of an evening is no evaluation of a policy, and neither is what is said of that evening."""
_MEESTE_GROEPEN = 2
"""More populations are those of several figures, and none of them the group that it is about."""


def propose_boven(
    marges: Sequence[Mapping[str, object]], punten: Sequence[Mapping[str, object]], namen: Iterable[str]
) -> dict[str, tuple[str, str]]:
    """Return setting → its value as TOML and where it was read, for what population figures, decisions and names tell.

    Examples
    --------
    >>> punten = [{"besluit_datum": "2026-05-11"}, {"besluit_datum": "2026-06-16"}, {"besluit_datum": None}]
    >>> propose_boven([{"populatie": "Aantal inwoners 18+"}], punten, ["Evaluatie jeugdhulp", "evaluatieformulier.xlsx"])
    {'doelgroep': ('["inwoners 18+"]', 'volgens de bevolkingscijfers'), 'besluit': ('2026-06-16', 'de laatste van 2 dagen in de besluitenlijst'), 'fase': ('"evaluatie"', 'volgens de naam Evaluatie jeugdhulp')}
    """
    groepen = list(
        dict.fromkeys(_AANTAL.sub("", str(rij.get("populatie") or "?"), count=1) for rij in marges)
    )
    uit: dict[str, tuple[str, str]] = {}
    if 0 < len(groepen) <= _MEESTE_GROEPEN and "?" not in groepen:
        uit["doelgroep"] = (write_list(groepen), "volgens de bevolkingscijfers")
    if dagen := sorted({dag for punt in punten if (dag := _read_dag(punt.get("besluit_datum")))}):
        waar = f"de laatste van {len(dagen)} dagen in" if len(dagen) > 1 else "volgens"
        uit["besluit"] = (dagen[-1].isoformat(), f"{waar} de besluitenlijst")
    genoemd = {
        fase: naam for naam in namen for fase, woord in _FASEN.items() if woord.search(naam.casefold())
    }
    if len(genoemd) == 1:
        ((fase, naam),) = genoemd.items()
        uit["fase"] = (quote(fase), f"volgens de naam {PurePosixPath(naam).name}")
    return uit


def _read_dag(waarde: object) -> date | None:
    """Return the day of a decision, which is written as in doorwerking.xlsx: year, month, day."""
    with suppress(ValueError):
        return date.fromisoformat(str(waarde or "")[:10])
    return None


def fill_boven(toml: str, voorstel: Mapping[str, tuple[str, str]]) -> str:
    """Return a draft with these answers in the place of the questions at its top, each marked as proposed.

    Examples
    --------
    >>> fill_boven('besluit = "?"  # dag waarop wordt besloten', {"besluit": ("2026-06-16", "volgens de besluitenlijst")})
    'besluit = 2026-06-16  # volgens de besluitenlijst; verbeter wat niet klopt (dag waarop wordt besloten)'
    """
    kop, levering, rest = toml.partition("[[levering]]")

    def answer(gevonden: re.Match[str]) -> str:
        naam, uitleg = gevonden.groups()
        if naam not in voorstel:
            return gevonden.group()
        waarde, waar = voorstel[naam]
        return f"{naam} = {waarde}  # {waar}; verbeter wat niet klopt ({uitleg})"

    return _VRAAG.sub(answer, kop) + levering + rest
