"""The first traject.toml: what was decided before anything was collected; the rest is a question mark."""

from __future__ import annotations

from datetime import date

from burgerdata.getallen import join_woorden
from burgerdata.loading.draft_toml import LEVERINGEN_HIER
from burgerdata.loading.toml_values import quote
from burgerdata.preparing.voorbereiding import MIDDELEN, Voorbereiding
from burgerdata.schema import FASE, TREDE
from burgerdata.schema.labels import INSTRUMENT_LABEL

_KOP = (
    "# Gemaakt bij de voorbereiding. Vul in waar een vraagteken staat; wat u niet weet laat u staan.",
    "# Een datum schrijft u als 2026-03-01.",
)


def write_toml(plan: Voorbereiding) -> str:
    """Return the text of traject.toml; `nieuw` adds the deliveries to it when their files are in ruw/."""
    ruimte = " ".join(filter(None, [plan.ruimte, plan.ruimte_van and f"Bepaald door {plan.ruimte_van}."]))
    regels = [
        *_KOP,
        "",
        f"titel = {_text(plan.titel)}  # hoe het traject heet",
        f"beleid = {_text(plan.beleid)}  # om welk beleid het gaat, in één zin",
        f"doel = {_text(plan.doel)}  # waarvoor burgers worden gevraagd",
        f"ruimte = {_text(ruimte)}  # wat er nog open ligt, en wie dat wanneer heeft bepaald",
        f"doelgroep = {_texts(plan.doelgroep)}  # over wie het gaat",
        f"besluit = {_date(plan.besluit)}  # dag waarop wordt besloten, zoals 2027-03-15",
        f"fase = {_text(plan.fase)}  # {', '.join(FASE)}; een levering met een andere fase krijgt een eigen regel",
        f"trede = {_text(plan.trede)}  # {', '.join(TREDE)}; een levering met een andere trede krijgt een eigen regel",
        f"middelen = {_means(plan)}",
        f"belanghebbenden = {_texts(plan.belanghebbenden)}  # wie er belang bij heeft",
        "",
        *_remarks(plan),
        LEVERINGEN_HIER,
        "",
    ]
    return "\n".join(regels)


def _text(tekst: str) -> str:
    return quote(tekst or "?")


def _texts(teksten: tuple[str, ...]) -> str:
    return f"[{', '.join(_text(tekst) for tekst in teksten or ('',))}]"


def _date(dag: date | None) -> str:
    return dag.isoformat() if dag else '"?"'


def _means(plan: Voorbereiding) -> str:
    namen = dict.fromkeys([*MIDDELEN, *plan.middelen])
    waarden = {naam: f"{plan.middelen[naam]:.15g}" if naam in plan.middelen else '"?"' for naam in namen}
    return f"{{ {', '.join(f'{naam} = {waarde}' for naam, waarde in waarden.items())} }}"


def _remarks(plan: Voorbereiding) -> list[str]:
    """Return what a levering will need and traject.toml has no key for at the top."""
    instrumenten = join_woorden([INSTRUMENT_LABEL[naam] for naam in plan.instrumenten])
    return [f"# Gekozen instrumenten: {instrumenten}"] if instrumenten else []
