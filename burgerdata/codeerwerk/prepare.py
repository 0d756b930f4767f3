"""The verb `codeer`: workbooks written or refreshed, and what remains to be done, in Dutch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from burgerdata.analysis.genoemd import list_themas
from burgerdata.analysis.ontkenning import state_ontkenning
from burgerdata.analysis.talen import state_talen
from burgerdata.analysis.voorstellen import Raming, estimate_codes, evaluate_codes
from burgerdata.codeerwerk.collect import Codeerwerk, read_codeerwerk, state_nieuwe_themas
from burgerdata.codeerwerk.layout import MAP
from burgerdata.codeerwerk.match import list_keuzes
from burgerdata.codeerwerk.plan import STANDAARD, Voorraad, Werkplan, plan_regels
from burgerdata.codeerwerk.quotes import propose_citaten
from burgerdata.codeerwerk.read import Werkboek
from burgerdata.codeerwerk.show import show_regels
from burgerdata.codeerwerk.write import Inhoud, refuse_open, write_werkboek
from burgerdata.errors import ContractError, MethodeError
from burgerdata.getallen import format_getal
from burgerdata.loading.load import SLEUTELBESTAND, collect_traject
from burgerdata.pseudonyms import read_sleutel
from burgerdata.text.themalijst import slug
from burgerdata.traject import Traject

_SECONDS, _WORDS_PER_SECOND = 12.0, 3.3
"""What choosing a theme takes beside reading, and how fast people read."""
_EERSTE = "codeur1"


@dataclass(frozen=True)
class Wens:
    """What the analyst asked for: whose workbook (all that exist when empty), how many open texts, how many for two.

    ``taalmodel``: whether a language model helps with the proposals.
    """

    codeur: str = ""
    werkvoorraad: int | None = None
    dubbel: int = 0
    seed: int = 0
    taalmodel: bool = False


@dataclass(frozen=True)
class Klaargezet:
    """What `codeer` wrote: ``werkboeken`` has a row per workbook (bestand, gecodeerd, open, opnieuw, dubbel, weg).

    ``uren`` is what remains to be read, ``citaten`` how many quotes were put forward, ``tekst`` what is printed.
    """

    werkboeken: pd.DataFrame
    uren: float
    citaten: int
    tekst: str


def prepare_codeerwerk(map_: Path | str, wens: Wens | None = None) -> Klaargezet:
    """Write the workbooks of the coders of a traject, or refresh them, and return what remains to be done.

    What was filled in stays. Without a coder all workbooks that exist are refreshed; where there are none the first
    one is made. A new workbook holds 300 texts, the least certain first, or only ``dubbel`` texts of other coders
    when that is all that was asked.

    Raises
    ------
    ContractError
        Everything that is wrong with the files of the traject, workbooks included.
    MethodeError
        When there is no list of themes, or there are no texts to code, or no language model where one is asked for.
    BronError
        When a workbook is open in another program.
    """
    wens = wens or Wens()
    map_ = Path(map_).parent if Path(map_).suffix == ".toml" else Path(map_)
    traject, problemen = collect_traject(map_)
    if problemen:
        raise ContractError(problemen)
    if list_themas(traject).empty:
        raise MethodeError(
            "er is nog geen themalijst; vul themalijst.xlsx, of maak met find_themas een eerste concept"
        )
    werk = read_codeerwerk(traject, map_, read_sleutel(map_ / SLEUTELBESTAND))
    raming = estimate_codes(traject, seed=wens.seed, embed=wens.taalmodel)
    paren = _choose_boeken(werk, map_, wens)
    for pad, _ in paren:
        refuse_open(pad)
    citaten = propose_citaten(traject, map_, werk.werkboeken)
    plannen = _write_all(traject, werk, raming, paren, wens)
    uren = _count_hours(traject, plannen)
    rijen = [{"bestand": f"{MAP}/{pad.name}", **plan.count()} for pad, plan in plannen]
    tabel = pd.DataFrame(rijen)
    tekst = "\n".join([*_tell_boeken(tabel), *_tell_rest(traject, uren, citaten, wens.seed)])
    return Klaargezet(tabel, uren, citaten, tekst)


def _choose_boeken(werk: Codeerwerk, map_: Path, wens: Wens) -> list[tuple[Path, Werkboek | None]]:
    """Return which workbooks are written: the one that was asked for, else all, else a first one."""
    bestaand = {boek.naam.casefold(): boek for boek in werk.werkboeken}
    if not wens.codeur and bestaand:
        return [(map_ / boek.bestand, boek) for boek in werk.werkboeken]
    naam = wens.codeur.strip() or _EERSTE
    if not slug(naam):
        raise MethodeError("de naam van de codeur heeft ten minste één letter of cijfer nodig")
    boek = bestaand.get(naam.casefold())
    pad = map_ / boek.bestand if boek else map_ / MAP / f"{slug(naam)}.xlsx"
    if boek is None and pad.exists():
        raise MethodeError(
            f"er is al een werkboek {pad.name} van een andere codeur; kies een andere naam voor deze codeur"
        )
    return [(pad, boek)]


def _write_all(
    traject: Traject,
    werk: Codeerwerk,
    raming: Raming,
    paren: Sequence[tuple[Path, Werkboek | None]],
    wens: Wens,
) -> list[tuple[Path, Werkplan]]:
    """Write the workbooks one after another: what one coder gets, the next does not."""
    verdeeld = {boek.naam: set(boek.regels["fragment_id"]) for boek in werk.werkboeken}
    plannen = []
    for pad, boek in paren:
        naam = boek.naam if boek else (wens.codeur.strip() or _EERSTE)
        anderen = set().union(*(ids for ander, ids in verdeeld.items() if ander != naam))
        plan = plan_regels(
            traject,
            boek,
            Voorraad(raming, anderen, _count_wanted(boek, wens), wens.dubbel, wens.seed),
        )
        if plan.regels.empty and plan.niet_terug.empty:
            raise MethodeError(
                "er zijn geen teksten om te coderen; laat eerst een andere codeur beginnen"
                if wens.dubbel
                else "er zijn geen teksten om te coderen die nog niemand heeft gelezen"
            )
        verdeeld[naam] = set(plan.regels["fragment_id"])
        _write_one(traject, pad, naam, (boek, plan), raming)
        plannen.append((pad, plan))
    return plannen


def _count_wanted(boek: Werkboek | None, wens: Wens) -> int:
    """Return how many open texts a workbook should hold; without a wish an existing one keeps what it has."""
    if wens.werkvoorraad is not None:
        return wens.werkvoorraad
    return 0 if boek is not None or wens.dubbel else STANDAARD


def _write_one(
    traject: Traject, pad: Path, naam: str, werk: tuple[Werkboek | None, Werkplan], raming: Raming
) -> None:
    boek, plan = werk
    leeg = pd.DataFrame({"naam": [], "omschrijving": []}, dtype="str")
    themas = traject.themas
    write_werkboek(
        pad,
        Inhoud(
            naam,
            show_regels(traject, plan.regels, raming),
            plan.niet_terug,
            boek.nieuw[boek.nieuw["naam"].ne("")] if boek else leeg,
            themas,
            list_keuzes(themas),
        ),
    )


def _count_hours(traject: Traject, plannen: Sequence[tuple[Path, Werkplan]]) -> float:
    woorden = dict(
        zip(
            traject.fragmenten["fragment_id"].astype("str"),
            traject.fragmenten["tekst"].str.count(r"\S+"),
            strict=True,
        )
    )
    seconden = 0.0
    for _, plan in plannen:
        regels = plan.regels
        te_doen = regels[regels["klaar"].ne("j") & (regels["klaar"].ne("") | regels["thema 1"].eq(""))]
        seconden += sum(
            _SECONDS + float(woorden[naam]) / _WORDS_PER_SECOND for naam in te_doen["fragment_id"]
        )
    return round(seconden / 3600, 2)


def _tell_boeken(tabel: pd.DataFrame) -> list[str]:
    woorden = {
        "gecodeerd": "gecodeerd",
        "opnieuw": "opnieuw te bekijken",
        "dubbel": "voor twee codeurs",
        "weg": "niet teruggevonden",
    }
    regels = []
    for rij in tabel.to_dict("records"):
        delen = [f"{format_getal(int(rij['open']))} te coderen, de onzekerste eerst"]
        delen += [f"{format_getal(int(rij[naam]))} {woord}" for naam, woord in woorden.items() if rij[naam]]
        regels.append(f"{rij['bestand']}: {'; '.join(delen)}")
    return regels


def _tell_rest(traject: Traject, uren: float, citaten: int, seed: int) -> list[str]:
    regels = [f"Nog ongeveer {format_getal(uren, 1)} uur werk."]
    regels.append(state_winst(traject, seed=seed))
    regels.append(state_talen(traject, list(traject.activiteiten["activiteit_id"].astype("str"))))
    if ontkend := state_ontkenning(traject):
        regels.append(f"{ontkend}; die teksten staan vooraan, want zij kunnen het tegendeel zeggen.")
    if citaten:
        woord = "1 voorstel" if citaten == 1 else f"{format_getal(citaten)} voorstellen"
        regels.append(f"citaten.xlsx: {woord} erbij, nog te beoordelen (vul vrijgegeven_door en datum in).")
    regels.append(state_nieuwe_themas(traject))
    return [regel for regel in regels if regel]


def state_winst(traject: Traject, *, seed: int = 0) -> str:
    """Return in one sentence what more coded texts would bring."""
    try:
        curve = evaluate_codes(traject, seed=seed).leercurve
    except MethodeError as fout:
        return f"De winst is nog niet te schatten: {fout}."
    nu = curve[curve["soort"].eq("gemeten")].iloc[-1]
    later = curve[curve["soort"].eq("verwacht")].iloc[0]
    erbij = int(later["n"] - nu["n"])
    van, naar = (format_getal(float(rij["f1_per_tekst"]), 2) for rij in (nu, later))
    stand = f"Voorstellen nu: F1 {van}, geleerd van {format_getal(int(nu['n']))} teksten (1 is alles goed)."
    if naar <= van:
        return f"{stand} Naar verwachting maken {erbij} teksten meer dat niet beter."
    return f"{stand} Met {erbij} teksten meer is F1 {naar} te verwachten."
