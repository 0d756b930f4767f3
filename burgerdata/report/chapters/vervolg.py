"""Chapter 7: what is done with the input, or when it will be decided (K18, K19)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from burgerdata.analysis.doorwerking import GEEN_MOTIVERING, MOTIVEREN, needs_reason
from burgerdata.figures import plot_doorwerking
from burgerdata.findings import state_bevinding
from burgerdata.findings.besluitdag import NIETS, announce_besluit, find_momenten, state_besluitdag
from burgerdata.findings.number_words import say_aantal
from burgerdata.getallen import join_woorden
from burgerdata.instruments.opvolging import GEEN_REDEN, gives_reason, write_motivering
from burgerdata.report.blocks import Alinea, Blok, Kop, Tabelblok
from burgerdata.report.chapters.answers import print_tabelblok
from burgerdata.report.collect import Opbrengst
from burgerdata.report.drawing import draw_tabel
from burgerdata.report.own_words import add_tekst
from burgerdata.report.texts import Tekst
from burgerdata.report.themakoppeling import link_punten
from burgerdata.schema.labels import STATUS_LABEL
from burgerdata.toelichting import read_toelichting

_KOLOMMEN = ("samenvatting", "status", "motivering", "besluit op", "teruggekoppeld op", "teruggekoppeld")
_BESLOTEN = frozenset(naam for woord, naam in STATUS_LABEL.items() if woord != "in_behandeling")
_ELDERS = "Alle redenen en data staan voluit in bijlage E."
_MEEST = 3
"""Up to so many inputs with the same gap are named; of more the table in the annex says which."""
VRAGEN = ("bo10", "dv10", "pr10", "ev8")
"""The report questions that this chapter answers together, for all phases at once."""


def build(opbrengst: Opbrengst, teksten: Mapping[str, Tekst]) -> list[Blok]:
    """Return the chapter; before the decision it names the date instead of an alarm."""
    kop = Kop("7 Wat er met de inbreng gebeurt", anker="vervolg")
    tabel = opbrengst.tabellen.get("doorwerking")
    if tabel is None:
        wanneer = announce_besluit(opbrengst.traject.instellingen.besluit, opbrengst.datum)
        leeg = Alinea(f"Nog niet vastgelegd: doorwerking.xlsx is niet ingevuld. {wanneer}".rstrip())
        return [kop, *add_tekst(teksten, kop.anker), leeg]
    eigen = add_tekst(teksten, kop.anker)
    zin = Alinea(f"{state_bevinding(tabel)}.", "bevinding")
    figuur = draw_tabel(plot_doorwerking, tabel, "doorwerking", stijl=opbrengst.stijl)
    inhoud = [*figuur, Alinea(_ELDERS, "noot")] if figuur else [print_punten(opbrengst)]
    return [kop, *eigen, zin, *inhoud, *_warn(opbrengst)]


def _warn(opbrengst: Opbrengst) -> list[Blok]:
    """Return what is missing in the follow-up: reasons, dates that do not fit, and themes without a row."""
    tabel = opbrengst.tabellen["doorwerking"]
    doorwerking = opbrengst.traject.doorwerking
    plicht = doorwerking.loc[needs_reason(opbrengst.traject), "inbreng_id"].astype("str")
    zinnen = [*_tell_voorbij(opbrengst), *_tell_gaten(tabel, tabel["inbreng_id"].astype("str").isin(plicht))]
    if zonder := list_unlinked(opbrengst):
        zinnen.append(_tell_unlinked(tabel, zonder, int(link_punten(opbrengst).map(len).eq(0).sum())))
    return [Alinea(zin, "let_op") for zin in zinnen]


def _tell_voorbij(opbrengst: Opbrengst) -> list[str]:
    """Return that the day has passed on which was to be decided about what is open; nothing where the table says so itself."""
    tabel, besluit = opbrengst.tabellen["doorwerking"], opbrengst.traject.instellingen.besluit
    open_ = tabel[tabel["status"].eq(STATUS_LABEL["in_behandeling"])]
    verteld = any(NIETS in noot for noot in read_toelichting(tabel).noten)
    if (
        besluit is None
        or besluit >= opbrengst.datum
        or open_.empty
        or verteld
        or find_momenten(open_["motivering"])
    ):
        return []
    punten = [f"‘{str(naam).rstrip('.')}’" for naam in open_["samenvatting"]]
    welke = f" ({join_woorden(punten)})" if len(punten) <= _MEEST else ""
    over = f"Over {say_aantal(len(punten))} {'punt' if len(punten) == 1 else 'punten'}{welke}"
    return [f"{state_besluitdag(over, besluit, opbrengst.datum)}."]


def _tell_gaten(tabel: pd.DataFrame, plicht: pd.Series) -> list[str]:
    """Return one sentence per thing that is missing or does not fit, with the inputs that it is about where they are few.

    A missing reason is counted among the inputs of ``plicht``, to which one belongs: the others may do without.
    """
    los = tabel.assign(gat=tabel["let_op"].astype("str").str.split("; ")).explode("gat")
    zinnen = []
    for gat, deel in los[los["gat"].ne("")].groupby("gat", observed=True, dropna=False, sort=False):
        punten = [str(naam).rstrip(".") for naam in deel["samenvatting"]]
        reden = gat == GEEN_MOTIVERING
        ook = _tell_vrij(tabel[~plicht]) if reden else ""
        if len(punten) == 1:
            zinnen.append(f"{punten[0]}: {gat}.{ook}")
            continue
        alle = int(plicht.sum()) if reden else len(tabel)
        hoeveel = f"{say_aantal(len(punten))} van de {say_aantal(alle)}"
        hoeveel = f"alle {say_aantal(len(punten))} de" if len(punten) == alle else hoeveel
        wat = "punten waarbij een reden hoort" if alle < len(tabel) else "punten"
        welke = f" ({join_woorden([f'‘{punt}’' for punt in punten])})" if len(punten) <= _MEEST else ""
        zinnen.append(f"Bij {hoeveel} {wat}{welke}: {gat}.{ook}")
    return zinnen


def _tell_vrij(vrij: pd.DataFrame) -> str:
    """Return how many more decisions have no reason, of those to which none has to belong: the file shows them empty too."""
    leeg = ~vrij["motivering"].fillna("").astype("str").map(gives_reason).astype("bool")
    n = int((leeg & vrij["status"].ne(STATUS_LABEL["in_behandeling"])).sum())
    if not n:
        return ""
    return (
        f" Bij nog {say_aantal(n)} overgenomen {'punt' if n == 1 else 'punten'} staat geen reden; "
        "onder trede adviseren hoeft dat niet."
    )


def _tell_unlinked(tabel: pd.DataFrame, zonder: Sequence[str], los: int) -> str:
    """Return that nothing was written down about these themes; of ``los`` inputs without a theme it is not known."""
    themas = join_woorden(list(zonder))
    if not los:
        return f"Over deze thema's is nog niets vastgelegd: {themas}."
    wie = "het ene punt" if len(tabel) == 1 else f"{los} van de {len(tabel)} punten"
    gaan = "dat over deze thema's gaat" if los == 1 else "die over deze thema's gaan"
    return f"Aan {wie} is geen thema gekoppeld. Of {gaan}, is daarom niet te zeggen: {themas}."


def count_los(tabel: pd.DataFrame) -> int:
    """Return how many inputs nobody tied to a theme."""
    return int(tabel["thema_id"].astype("str").fillna("").eq("").sum())


def list_unlinked(opbrengst: Opbrengst) -> list[str]:
    """Return the themes that people named in some source and that no input of doorwerking.xlsx is about, by its theme or its words."""
    bronnen = opbrengst.tabellen.get("bronnen")
    if bronnen is None:
        return []
    gekoppeld = {thema for themas in link_punten(opbrengst) for thema in themas}
    genoemd = bronnen[bronnen["n"].fillna(0).gt(0) & ~bronnen["thema_id"].astype("str").isin(gekoppeld)]
    return list(dict.fromkeys(genoemd["thema"].astype("str")))


def print_punten(opbrengst: Opbrengst) -> Tabelblok:
    """Return one row per input: what citizens said, what is done with it, why, and when they heard."""
    blok = print_tabelblok(opbrengst, "doorwerking")
    tabel = blok.tabel[[kolom for kolom in _KOLOMMEN if kolom in blok.tabel]]
    if "motivering" in tabel:
        tabel = tabel.assign(motivering=_write_redenen(tabel))
    return replace(blok, tabel=tabel)


def _write_redenen(tabel: pd.DataFrame) -> pd.Series:
    """Return per input why, as a cell prints it; of what was not taken over an empty cell says that nobody gave a reason."""
    status = tabel["status"].astype("str")
    moet = status.isin([STATUS_LABEL[woord] for woord in MOTIVEREN])
    redenen = tabel["motivering"].astype("str").fillna("")
    cellen = [
        GEEN_REDEN if nodig and not reden.strip() else write_motivering(reden, besloten=woord in _BESLOTEN)
        for reden, nodig, woord in zip(redenen, moet, status, strict=True)
    ]
    return pd.Series(cellen, index=tabel.index, dtype="str")
