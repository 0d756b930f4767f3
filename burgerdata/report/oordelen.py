"""Judgements that no report question looked at: grades, satisfaction, statements and choices from a list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial

import pandas as pd

from burgerdata.analysis import (
    Antwoord,
    crosstab_vraag,
    summarise_cijfer,
    summarise_stellingen,
    summarise_vraag,
)
from burgerdata.analysis.regels import list_later
from burgerdata.analysis.zonder_burgers import list_zonder_burgers
from burgerdata.errors import MethodeError
from burgerdata.instruments.steunvragen import asks_deelname
from burgerdata.report.file_names import LANGST, cap_naam, slug
from burgerdata.toelichting import read_toelichting
from burgerdata.traject import Traject
from burgerdata.wide import is_cijfer, read_opties

OORDEEL = "oordeel_"
"""What the names of tables begin with that hold a judgement outside the report questions."""
VERDELING = "_verdeling"
"""What the name of the distribution of a grade ends with; the table of its mean has the name before it."""
_OORDELEN = ("rapportcijfer", "tevredenheid", "vertrouwen", "steun")
_TOTAAL = ("rapportcijfer", "tevredenheid")
_GETALLEN = ("schaal", "stelling", "getal")
_KEUZES = "meer_antwoorden"
_BELEVING = re.compile(
    r"tegen(?:op|aan|gekomen|komt|hou\w*)|\bhoud\w*\b.{0,40}\btegen\b|belemmer|drempels?\b|weerhoud|knelpunt|problem|probleem|zorgen\b.*\bmaakt|maakt u zich|bezwa|moeilijk|lastig|\bmis(?:t|te|ging)?\b|"
    r"ergern|erger|\blast\b|overlast|nadelen|voordelen|waarom|belangrijkst|wensen|behoefte|\bhelpen\b|\bliever\b|\bbeter\b|verbeter",
    re.IGNORECASE,
)
"""Words of a question about what people run into, weigh or want."""
_KENMERKEN = 3
_ALLE = ""
_Maak = tuple[str, Callable[[], pd.DataFrame]]


def list_oordelen(traject: Traject, antwoorden: Iterable[Antwoord]) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield name and table of each judgement about content that no answer shows, in the order of the activities.

    Of a grade also how the answers are divided; of the overall judgement of an activity also how groups differ; of
    statements, and of the parts of one judgement, one table per series. Of waves that cannot be compared the last one tells. What the data cannot give is
    left out.
    """
    antwoorden = tuple(antwoorden)
    getoond, gedrukt = _list_getoond(antwoorden), _list_getoond(antwoorden, alleen_kern=True)
    zonder = list_zonder_burgers(traject)
    for activiteit in traject.activiteiten["activiteit_id"].astype("str"):
        if activiteit in zonder:
            continue
        vragen = _take_open(traject, activiteit, getoond, gedrukt)
        alleen = traject.only(activiteit_id=activiteit) if len(vragen) else traject
        plannen = (_plan_oordelen, _plan_stellingen, _plan_keuzes)
        for deel, maak in [een for plan in plannen for een in plan(alleen, vragen)]:
            try:
                tabel = maak()
            except MethodeError:
                continue
            if len(tabel):
                yield _name_tabel(activiteit, deel), tabel


def _name_tabel(activiteit: str, deel: str) -> str:
    """Return the name of a table; however long, that of a distribution is the name of its grade with an ending."""
    achter = VERDELING if deel.endswith(VERDELING) else ""
    naam = f"{OORDEEL}{slug(activiteit)}_{deel.removesuffix(VERDELING)}"
    return f"{cap_naam(naam, LANGST - len(VERDELING))}{achter}"


def _list_getoond(antwoorden: Iterable[Antwoord], *, alleen_kern: bool = False) -> set[tuple[str, str]]:
    """Return activity and question of every row of an answer; a table without activities is of all.

    With ``alleen_kern`` only of the table that the finding was stated from: a chapter prints that one, the others are files.
    """
    uit: set[tuple[str, str]] = set()
    for antwoord in antwoorden:
        kern = antwoord.kern if alleen_kern else ""
        for tabel in (t for naam, t in antwoord.tabellen.items() if kern in ("", naam)):
            vraag = read_toelichting(tabel).vraag_id
            vragen = tabel["vraag_id"] if "vraag_id" in tabel else pd.Series(vraag, index=tabel.index)
            waar = tabel["activiteit_id"] if "activiteit_id" in tabel else pd.Series(_ALLE, index=tabel.index)
            uit |= set(zip(waar.astype("str"), vragen.astype("str"), strict=True))
    return uit


def _take_open(
    traject: Traject, activiteit: str, getoond: set[tuple[str, str]], gedrukt: set[tuple[str, str]]
) -> pd.DataFrame:
    """Return the judgements and statements about content of an activity that nothing shows, nor a later wave asks.

    A judgement is shown where it is printed: support that stands in a file behind the votes was told to nobody. Of
    statements a table is enough, for an answer tells the one that stands out.
    """
    vragen = traject.vragen
    eigen = vragen[vragen["activiteit_id"].eq(activiteit) & vragen["rol"].eq("inhoud")]
    sus = eigen["gebruik"].eq("sus").fillna(False)  # the SUS tells those ten together
    los = eigen["soort"].eq("stelling") & ~sus
    eigen = eigen[eigen["gebruik"].isin(_OORDELEN) | los | eigen["soort"].eq(_KEUZES)]
    later = vragen["vraag_id"][vragen["activiteit_id"].isin(list_later(traject, activiteit))]
    namen = eigen["vraag_id"].astype("str")
    oordeel = eigen["gebruik"].isin(_OORDELEN)
    bekend = [
        bool({(activiteit, naam), (_ALLE, naam)} & (gedrukt if streng else getoond))
        for naam, streng in zip(namen, oordeel, strict=True)
    ]
    return eigen[~pd.Series(bekend, index=eigen.index, dtype="bool") & ~namen.isin(later)]


def _plan_oordelen(alleen: Traject, vragen: pd.DataFrame) -> Iterator[_Maak]:
    """Yield how each judgement is told, and of the overall one also how groups differ."""
    oordelen = vragen[vragen["gebruik"].isin(_OORDELEN)]
    reeksen = _group_reeksen(oordelen)
    yield from (
        (slug(reeks), partial(summarise_stellingen, alleen, vragen=namen)) for reeks, namen in reeksen.items()
    )
    samen = {naam for namen in reeksen.values() for naam in namen}
    for vraag in oordelen[~oordelen["vraag_id"].isin(samen)].to_dict("records"):
        naam = str(vraag["vraag_id"])
        # a trust of 1 to 10 is a grade too: of two such questions "6 of hoger" and "5 of lager" would contradict each other
        cijfer = vraag["soort"] in _GETALLEN and (
            vraag["gebruik"] == "rapportcijfer"
            or is_cijfer(read_opties(alleen, str(vraag["activiteit_id"]), naam))
        )
        # by its sides: the middle is no judgement
        if vraag["soort"] in ("schaal", "stelling") and not cijfer:
            yield slug(naam), partial(summarise_stellingen, alleen, vragen=[naam])
        else:
            yield slug(naam), partial(summarise_cijfer if cijfer else summarise_vraag, alleen, naam)
        if cijfer:
            yield f"{slug(naam)}{VERDELING}", partial(summarise_vraag, alleen, naam)
    totaal = oordelen[oordelen["gebruik"].isin(_TOTAAL)].sort_values("gebruik", kind="stable")
    for vraag in totaal.head(1).to_dict("records"):
        naam = str(vraag["vraag_id"])
        vergelijk = summarise_cijfer if vraag["soort"] in _GETALLEN else crosstab_vraag
        for kenmerk in _list_kenmerken(alleen):
            yield f"{slug(naam)}_naar_{slug(kenmerk)}", partial(vergelijk, alleen, naam, per=kenmerk)


def _group_reeksen(oordelen: pd.DataFrame) -> dict[str, list[str]]:
    """Return the judgements per series: the parts of one question are one table, of which the worst is told."""
    in_woorden = oordelen["soort"].isin(("schaal", "stelling")) & oordelen["gebruik"].ne("rapportcijfer")
    delen = oordelen[in_woorden & oordelen["reeks"].astype("str").fillna("").ne("")]
    per_reeks = delen.groupby(delen["reeks"].astype("str"), observed=True, dropna=False, sort=False)
    reeksen = {str(reeks): list(deel["vraag_id"].astype("str")) for reeks, deel in per_reeks}
    return {reeks: namen for reeks, namen in reeksen.items() if len(namen) > 1}


def _plan_stellingen(alleen: Traject, vragen: pd.DataFrame) -> Iterator[_Maak]:
    """Yield the statements of each series."""
    stellingen = vragen[vragen["soort"].eq("stelling") & ~vragen["gebruik"].isin(_OORDELEN)]
    for reeks, deel in stellingen.groupby(
        stellingen["reeks"].astype("str"), observed=True, dropna=False, sort=False
    ):
        namen = list(deel["vraag_id"].astype("str"))
        yield (
            slug(str(reeks) if len(namen) > 1 else namen[0]),
            partial(summarise_stellingen, alleen, vragen=namen),
        )


def _plan_keuzes(alleen: Traject, vragen: pd.DataFrame) -> Iterator[_Maak]:
    """Yield what people run into or want, from each list of which they could name several; what they did is no judgement."""
    tekst = vragen["tekst"].astype("str")
    lijsten = vragen[
        vragen["soort"].eq(_KEUZES)
        & ~vragen["gebruik"].isin(_OORDELEN)
        & tekst.str.contains(_BELEVING)
        & ~tekst.map(asks_deelname).astype("bool")
    ]
    for naam in lijsten["vraag_id"].astype("str"):
        yield slug(naam), partial(summarise_vraag, alleen, naam)


def _list_kenmerken(alleen: Traject) -> list[str]:
    vragen = alleen.vragen
    kenmerken = vragen[vragen["rol"].eq("kenmerk") & vragen["soort"].isin(("een_antwoord", "schaal"))]
    bedoeld = [naam for levering in alleen.instellingen.leveringen for naam in levering.kenmerken]
    namen = list(dict.fromkeys(kenmerken["vraag_id"].astype("str")))
    return sorted(namen, key=lambda naam: naam not in bedoeld)[:_KENMERKEN]
