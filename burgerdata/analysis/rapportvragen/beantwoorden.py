"""One report question -> an Antwoord, made from the material of its phase."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from difflib import get_close_matches
from typing import Literal, cast

import pandas as pd

from burgerdata.analysis.antwoord import Antwoord, Soort, Status, Tekening
from burgerdata.analysis.kwalitatief import GEMETEN
from burgerdata.analysis.rapportvragen import beleidsontwikkeling, dienstverlening, evaluatie, praktijk
from burgerdata.analysis.rapportvragen.coderen import tell_meten
from burgerdata.analysis.rapportvragen.elders import tell_elders
from burgerdata.analysis.rapportvragen.gedeeld import tell_doorwerking
from burgerdata.analysis.rapportvragen.grenzen import GRENZEN, list_grenzen, renew_grenzen
from burgerdata.analysis.rapportvragen.herhaling import tell_geweigerd
from burgerdata.analysis.rapportvragen.materiaal import Materiaal
from burgerdata.analysis.rapportvragen.opzet import Opzet
from burgerdata.analysis.rapportvragen.stippen import tell_soort_stippen
from burgerdata.analysis.rapportvragen.voorraad import Voorraad
from burgerdata.analysis.rapportvragen.vragen import RAPPORTVRAGEN, Rapportvraag
from burgerdata.disclosure import plan_onderdrukking
from burgerdata.errors import MethodeError
from burgerdata.findings import state_bevinding
from burgerdata.findings.grootste import has_gemerkt, is_getoetst
from burgerdata.settings import Drempels
from burgerdata.toelichting import read_toelichting
from burgerdata.traject import Traject

_ANTWOORDEN: Mapping[str, Callable[[Materiaal], Opzet | None]] = {
    **beleidsontwikkeling.ANTWOORDEN,
    **dienstverlening.ANTWOORDEN,
    **praktijk.ANTWOORDEN,
    **evaluatie.ANTWOORDEN,
}
_OVER_TIJD = ("dv9", "pr2", "ev2", "ev3")
"""The questions that waves answer."""
_VERVOLG = {
    "bo10": ("beleidsontwikkeling",),
    "dv10": ("dienstverlening",),
    "pr10": ("praktijk",),
    "ev8": ("beleidsontwikkeling", "dienstverlening", "praktijk"),
}
"""The questions that doorwerking.xlsx answers, with the phases of the inputs that they are about."""
_LAATSTE = "ev10"
"""The question about what was not measured: answered from the plans of all others."""


def list_rapportvragen(traject: Traject | None = None) -> pd.DataFrame:
    """Return the forty report questions: id, fase, vraag, status.

    With a traject, status is what ``beantwoord`` will say as far as the questions asked tell: beantwoord, deels or
    niet_gemeten; without one it is empty.

    Examples
    --------
    >>> list_rapportvragen().head(2)[["id", "vraag"]]
        id                                               vraag
    0  bo1  Wie heeft hier belang bij, wie bereikten we en...
    1  bo2  Welk probleem noemen mensen, hoe vaak en hoe e...
    """
    voorraad = None if traject is None else Voorraad(traject)
    rijen = [
        (vraag.id, vraag.fase, vraag.vraag, "" if voorraad is None else _tell_status(voorraad, vraag))
        for vraag in RAPPORTVRAGEN
    ]
    return pd.DataFrame(rijen, columns=["id", "fase", "vraag", "status"]).astype("str")


def _tell_status(voorraad: Voorraad, vraag: Rapportvraag) -> str:
    if vraag.id == _LAATSTE:
        return "beantwoord"
    opzet = _plan(voorraad, vraag)
    return "niet_gemeten" if opzet is None else opzet.status


def _tell_meten(voorraad: Voorraad, vraag: Rapportvraag) -> str:
    """Return why what was measured twice tells nothing, else what would answer the question."""
    materiaal = Materiaal(voorraad, vraag)
    geweigerd = tell_geweigerd(materiaal) if vraag.id in _OVER_TIJD else ""
    if vraag.id in _VERVOLG:
        geweigerd = tell_doorwerking(materiaal, _VERVOLG[vraag.id])
    return geweigerd or tell_elders(materiaal) or tell_meten(voorraad, vraag)


def _plan(voorraad: Voorraad, vraag: Rapportvraag) -> Opzet | None:
    """Return the plan of an answer, made once: what was not measured is asked of the plans of all questions."""
    return voorraad.traject.remember(
        ("opzet", vraag.id), lambda: _ANTWOORDEN[vraag.id](Materiaal(voorraad, vraag))
    )


def beantwoord(traject: Traject, vraag: str) -> Antwoord:
    """Return the answer to one report question (bo1 to bo10, dv1 to dv10, pr1 to pr10, ev1 to ev10).

    It looks for what the question needs by gebruik, soort, rol, instrument and theme, in the material of the
    question's own phase, and says what it used. Where nothing measured it, status is niet_gemeten and ``ontbreekt``
    says what would. ``[rapportvragen]`` in traject.toml binds a question to the vraag_ids that answer it.

    Raises
    ------
    MethodeError
        When there is no report question with this id.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> beantwoord(make_example(), "pr4")
    pr4. Hoe beoordelen mensen de dienstverlening, per stap?
    Over ‘rapportcijfer’ zijn te weinig antwoorden om iets te zeggen (gemeten).
    Gebruikt: rapportcijfer (enquête, panel, 1–21 juni 2026).
    Deels beantwoord. Naar een oordeel per stap is niet gevraagd.
    """
    return _answer(Voorraad(traject), _find_rapportvraag(vraag))


def beantwoord_alle(traject: Traject) -> dict[str, Antwoord]:
    """Return the answers to all forty report questions by id; as ``beantwoord``, with what they share made once.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> antwoorden = beantwoord_alle(make_example())
    >>> len(antwoorden), antwoorden["pr3"].status, antwoorden["ev6"].status
    (40, 'beantwoord', 'niet_gemeten')
    """
    voorraad = Voorraad(traject)
    return {vraag.id: _answer(voorraad, vraag) for vraag in RAPPORTVRAGEN}


def publish_alle(
    antwoorden: Mapping[str, Antwoord], tabellen: Mapping[str, Mapping[str, pd.DataFrame]], traject: Traject
) -> dict[str, Antwoord]:
    """Return the answers with these tables, suppressed by a plan: what may not be shown is not measured, and counted so."""
    uit = {vraag: antwoord.publish(tabellen[vraag]) for vraag, antwoord in antwoorden.items()}
    return uit | {_LAATSTE: renew_grenzen(uit[_LAATSTE], uit, traject)}


def _answer(voorraad: Voorraad, vraag: Rapportvraag) -> Antwoord:
    """Return the answer, made once for a traject: what was shown in one notebook is counted in the price of the next."""
    antwoord = voorraad.traject.remember(("antwoord", vraag.id), lambda: _make_answer(voorraad, vraag))
    return replace(antwoord, tabellen={naam: t.copy(deep=False) for naam, t in antwoord.tabellen.items()})


def _make_answer(voorraad: Voorraad, vraag: Rapportvraag) -> Antwoord:
    if vraag.id == _LAATSTE:
        return _answer_grenzen(voorraad, vraag)
    opzet = _plan(voorraad, vraag)
    drempels = voorraad.traject.instellingen.drempels
    meten = _tell_meten(voorraad, vraag)
    return _refuse(vraag, meten) if opzet is None else _fill(vraag, opzet, drempels, meten)


def _find_rapportvraag(naam: str) -> Rapportvraag:
    bekend = {vraag.id: vraag for vraag in RAPPORTVRAGEN}
    if naam not in bekend:
        dichtbij = get_close_matches(naam, bekend, n=1)
        raad = (
            f"bedoelde u '{dichtbij[0]}'?"
            if dichtbij
            else "kies uit bo1 t/m bo10, dv1 t/m dv10, pr1 t/m pr10, ev1 t/m ev10"
        )
        raise MethodeError(f"rapportvraag '{naam}' bestaat niet; {raad}")
    return bekend[naam]


def _refuse(vraag: Rapportvraag, ontbreekt: str) -> Antwoord:
    return Antwoord(vraag.id, vraag.fase, vraag.vraag, "niet_gemeten", ontbreekt=ontbreekt)


def _fill(vraag: Rapportvraag, opzet: Opzet, drempels: Drempels, meten: str) -> Antwoord:
    """Return the answer with its tables made; a table that the data cannot give is left out, with the reason."""
    tabellen: dict[str, pd.DataFrame] = {}
    redenen = []
    for deel in opzet.delen:
        try:
            tabel = deel.maak()
        except MethodeError as fout:
            redenen.append(f"{str(fout)[:1].upper()}{str(fout)[1:]}.")
            continue
        if len(tabel):
            tabellen[deel.naam] = tabel
    inhoud = {naam: tabel for naam, tabel in tabellen.items() if read_toelichting(tabel).soort != "citaten"}
    if not inhoud:
        return _refuse(vraag, " ".join([*redenen, meten]))
    eerste = opzet.delen[0].naam in tabellen
    zichtbaar = _suppress(inhoud, drempels)
    vertel = opzet.bevinding if opzet.bevinding and eerste else _state_first
    return Antwoord(
        vraag.id,
        vraag.fase,
        vraag.vraag,
        cast("Status", opzet.status if eerste else "deels"),
        vertel(zichtbaar),
        _list_gebruikt(inhoud),
        " ".join(filter(None, [opzet.ontbreekt, opzet.noot, *redenen])),
        tabellen,
        tuple(
            Tekening(deel.figuur, deel.naam) for deel in opzet.delen if deel.figuur and deel.naam in tabellen
        ),
        _tell_soort({naam: tabel for naam, tabel in inhoud.items() if naam in opzet.kern} or inhoud),
        vertel,
    )


def _state_first(tabellen: Mapping[str, pd.DataFrame]) -> str:
    return state_bevinding(next(iter(tabellen.values())))


def _suppress(tabellen: Mapping[str, pd.DataFrame], drempels: Drempels) -> dict[str, pd.DataFrame]:
    """Return the tables as they may be published: a finding may not tell what its table will hide."""
    plan = plan_onderdrukking(tabellen, drempels)
    return {naam: plan.apply(naam, tabel) for naam, tabel in tabellen.items()}


def _list_gebruikt(tabellen: Mapping[str, pd.DataFrame]) -> tuple[str, ...]:
    """Return what the answer rests on: the short question and its source, each once."""
    bronnen: dict[str, list[str]] = {}
    for tabel in tabellen.values():
        toelichting = read_toelichting(tabel)
        bronnen.setdefault(toelichting.bron, []).append(toelichting.onderwerp)
    return tuple(
        f"{', '.join(dict.fromkeys(filter(None, namen)))} ({bron})"
        if bron
        else ", ".join(dict.fromkeys(namen))
        for bron, namen in bronnen.items()
    )


def _tell_soort(tabellen: Mapping[str, pd.DataFrame]) -> Soort:
    """Return whether this was measured in numbers, heard in talks, or both.

    A vote and the dots of people who were chosen are counted, and a difference between groups that a test marked is measured, also among who came
    forward: of such a question the traits without a marked group add nothing.
    """
    getoetst = any(has_gemerkt(tabel) for tabel in tabellen.values())
    gemeten, gehoord = getoetst, False
    for nummer, tabel in enumerate(tabellen.values()):
        if getoetst and is_getoetst(tabel):
            continue
        toelichting = read_toelichting(tabel)
        soort = toelichting.soort
        if soort in ("themas", "bronnen"):
            cijfers = tabel["instrument"].isin(GEMETEN)
            gehoord, gemeten = gehoord or bool((~cijfers).any()), gemeten or bool(cijfers.any())
        elif soort in (
            "verdeling",
            "cijfer",
            "kruistabel",
            "stellingen",
            "verandering",
            "stemmen",
            "meningsgroepen",
        ):
            # who came forward tells what plays, as in a talk, and not how often; a vote of who were chosen is counted
            zelf = toelichting.zelfselectie and soort != "meningsgroepen"
            stem = zelf if soort == "stemmen" else toelichting.kwalitatief or toelichting.gemeld or zelf
            if soort == "stemmen" and zelf and nummer:  # the finding is from another table
                continue
            ook = soort == "stemmen" and zelf and ";" in toelichting.bron
            gehoord, gemeten = gehoord or stem, gemeten or ook or not stem
        elif {"thema", "basis"} <= set(tabel.columns) or {"taak_id", "knelpunt"} & set(tabel.columns):
            gehoord = True
        elif {"idee", "stippen"} <= set(tabel.columns):
            stip = tell_soort_stippen(toelichting) == "gemeten"
            gemeten, gehoord = gemeten or stip, gehoord or not stip
        elif {"verband", "vak"} & set(tabel.columns):
            gemeten = gemeten or not gehoord
    woorden: list[Literal["gemeten", "gehoord"]] = []
    woorden += ["gemeten"] if gemeten else []
    woorden += ["gehoord"] if gehoord else []
    return cast("Soort", " en ".join(woorden))


def _answer_grenzen(voorraad: Voorraad, vraag: Rapportvraag) -> Antwoord:
    """Return what these data do not show: the report questions that nothing measures, or only in part."""
    open_: list[tuple[Rapportvraag, Status, str]] = []
    for ander in RAPPORTVRAGEN:
        if ander.id == _LAATSTE:
            continue
        opzet = _plan(voorraad, ander)
        if opzet is None:
            open_.append((ander, "niet_gemeten", _tell_meten(voorraad, ander)))
        elif opzet.status == "deels":
            open_.append((ander, "deels", opzet.ontbreekt))
    tabel = list_grenzen(voorraad.traject, open_)
    return Antwoord(
        vraag.id, vraag.fase, vraag.vraag, "beantwoord", state_bevinding(tabel), (), "", {GRENZEN: tabel}
    )
