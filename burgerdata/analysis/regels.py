"""The lines under a table, in Dutch: literal question, base, source, weighting, and what the reader must keep in mind."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

import pandas as pd

from burgerdata.activiteitnamen import add_lidwoord, name_activiteiten
from burgerdata.analysis.geldigheid import name_gebied
from burgerdata.analysis.gevraagd import Gevraagd
from burgerdata.analysis.geworven import is_zelfselectie, tell_zelfselectie
from burgerdata.analysis.inkorten import shorten
from burgerdata.analysis.kenmerknamen import name_groep
from burgerdata.analysis.kwalitatief import is_kwalitatief
from burgerdata.analysis.margepopulatie import find_andere_populatie, find_onbekende_populatie
from burgerdata.analysis.meldingen import is_gemeld, state_meldingen
from burgerdata.designs import has_gewicht, list_buiten, read_burgers
from burgerdata.getallen import format_getal, format_periode, format_procent, join_woorden
from burgerdata.schema.labels import INSTRUMENT_LABEL, KANSSTEEKPROEF, WERVING_LABEL
from burgerdata.settings import Weging
from burgerdata.text.kolomnamen import read_kolomnaam
from burgerdata.toelichting import RANGORDE, Tabelsoort, Toelichting
from burgerdata.traject import Traject

_STAM = re.compile(
    r"^(?:in hoeverre|in welke mate|bent u|vindt u|wat vindt u|geef aan)\b[^:]{0,80}:\s*", re.IGNORECASE
)
"""What stands before every statement of a series."""
_AANWIJZING = re.compile(
    r"\s*\((?:[^()]*\b(?:antwoord(?:en)?|aankruisen|aanvinken|invullen|keuzes?)\b[^()]*|\d+ ?(?:-|–|t/m|tot en met) ?\d+)\)\s*$"
    # what the ends of a scale mean, between brackets or behind the question mark
    r"|\s*[(\[]\d+ ?[=:][^()\[\]]+[)\]]\??\s*$|(?<=\?)\s+\d+ ?= ?\S.*$",
    re.IGNORECASE,
)
"""How to answer, behind the question: it is no part of what was asked."""
_CIJFER = re.compile(
    r"(?:welk|wat voor) (?:rapport)?cijfer (?:geeft|geef|zou) (?:u|je|jij)(?: (?:aan|voor|over))? (.{3,}?)(?: geven)?",
    re.IGNORECASE,
)
"""A question for a grade, and what the grade is of."""
_VOOR = 48
"""Letters of the longest name of a grade that says what it is for."""
ONGEWOGEN = "Niet gewogen."
HOLM = "▲ ▼ verschilt van de rest (p < 0,05, na correctie volgens Holm)."


def describe_gevraagd(
    soort: Tabelsoort, gesteld: Sequence[Gevraagd], *, per: str = "", noten: Sequence[str] = (), **delen: Any
) -> Toelichting:
    """Return the annotation of a table about one question in these activities."""
    eerste = gesteld[0]
    traject, ids = eerste.traject, [g.activiteit_id for g in gesteld]
    kwalitatief = all(is_kwalitatief(str(g.activiteit["instrument"]), int(g.binnen.sum())) for g in gesteld)
    gemeld = is_gemeld(traject, ids)
    standaard: dict[str, Any] = {
        "onderwerp": eerste.remember("onderwerp", lambda: _name_gevraagd(eerste)),
        "vraag": " / ".join(dict.fromkeys(str(g.vraag["tekst"]) for g in gesteld)),
        "antwoorden": eerste.remember("antwoorden", lambda: _name_antwoorden(eerste)),
        "basis": state_meldingen(gesteld)
        if gemeld
        else eerste.remember(f"basis {' '.join(ids)}", lambda: state_basis(gesteld)),
        "geordend": eerste.soort in ("schaal", "stelling"),
        "schaal": _name_schaal(eerste),
        "hoogste": _find_hoogste(eerste),
    }
    return Toelichting(
        soort,
        **(standaard | delen),
        bron=traject.remember(("bron", *ids), lambda: state_bron(traject, ids)),
        per=per,
        groep_naam=traject.remember(("groep_naam", per, *ids), lambda: name_groep(traject, per, ids)),
        noten=(
            *noten,
            *traject.remember(
                ("noten", str(kwalitatief or gemeld), *ids),
                lambda: list_noten(traject, ids, kwalitatief=kwalitatief or gemeld),
            ),
        ),
        gewogen=any(is_gewogen(g.traject, g.activiteit_id) for g in gesteld),
        kwalitatief=kwalitatief,
        synthetisch=traject.instellingen.synthetisch,
        zelfselectie=traject.remember(("zelfselectie", *ids), lambda: is_zelfselectie(traject, ids)),
        vraag_id=eerste.vraag_id if len({g.vraag_id for g in gesteld}) == 1 else "",
        golven=is_golven(traject, ids),
        namen=list_namen(traject, ids),
        gemeld=gemeld,
    )


def list_namen(traject: Traject, ids: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """Return these activities with what readers call them."""
    namen = traject.remember(("activiteitnamen",), lambda: name_activiteiten(traject.activiteiten))
    return tuple((str(naam), namen[str(naam)]) for naam in dict.fromkeys(ids) if str(naam) in namen)


def is_golven(traject: Traject, ids: Sequence[str]) -> bool:
    """Return whether these activities are waves: measurements of one panel, or of one delivery."""
    if len(set(ids)) < 2:
        return False
    golven = _list_golven(traject)
    eigen = golven[golven["activiteit_id"].isin(list(ids))]
    return len(eigen) == len(set(ids)) and eigen["panel"].nunique() == 1


def list_vervangen(traject: Traject) -> list[str]:
    """Return the waves that another wave of the same panel or delivery comes after."""
    golven = _list_golven(traject)
    return list(golven["activiteit_id"][golven.duplicated("panel", keep="last")])


def list_later(traject: Traject, activiteit_id: str) -> list[str]:
    """Return the later waves of the panel or delivery that an activity is a wave of."""
    golven = _list_golven(traject)
    panel = golven["panel"][golven["activiteit_id"].eq(activiteit_id)]
    namen = list(golven["activiteit_id"][golven["panel"].isin(panel)])
    return namen[namen.index(activiteit_id) + 1 :] if namen else []


def _list_golven(traject: Traject) -> pd.DataFrame:
    activiteiten = traject.activiteiten[["activiteit_id", "panel", "meting"]].astype({"activiteit_id": "str"})
    return activiteiten[activiteiten["panel"].notna() & activiteiten["meting"].notna()]


def name_onderwerp(vraag: pd.Series) -> str:
    """Return the short name of a question, or its text cut at a word, a statement without what stands before it.

    Examples
    --------
    >>> tekst = "In hoeverre bent u het eens met: De brief was duidelijk."
    >>> name_onderwerp(pd.Series({"kort": "", "tekst": tekst, "soort": "stelling"}))
    'De brief was duidelijk'
    >>> name_onderwerp(pd.Series({"kort": "", "tekst": "Welk rapportcijfer geeft u dat contact? (1-10)", "soort": "schaal"}))
    'rapportcijfer voor dat contact'
    >>> name_onderwerp(pd.Series({"kort": "", "tekst": "Wat voor cijfer geeft u de hulp? (1 = slecht, 10 = goed)", "soort": "schaal"}))
    'rapportcijfer voor de hulp'
    """
    tekst = read_kolomnaam(_AANWIJZING.sub("", str(vraag["tekst"])).rstrip("?. "))
    if vraag["soort"] == "stelling":
        tekst = _STAM.sub("", tekst)
    cijfer = _CIJFER.fullmatch(tekst)
    tekst = f"rapportcijfer voor {cijfer[1]}" if cijfer else tekst
    return str(vraag["kort"]) or shorten(tekst, 50)


def _name_gevraagd(gevraagd: Gevraagd) -> str:
    """Return the short name of a question; the only grade of an activity is called what it is, with what it is for."""
    vraag, vragen = gevraagd.vraag, gevraagd.traject.vragen
    cijfers = vragen["activiteit_id"].eq(gevraagd.activiteit_id) & vragen["gebruik"].eq("rapportcijfer")
    enige = vraag["gebruik"] == "rapportcijfer" and int(cijfers.sum()) == 1
    naam = name_onderwerp(vraag)
    voor = naam.startswith("rapportcijfer voor ") and len(naam) <= _VOOR and not naam.endswith("…")
    return "rapportcijfer" if enige and not vraag["kort"] and not voor else naam


def _name_antwoorden(gevraagd: Gevraagd) -> str:
    labels = list(gevraagd.opties["label"])
    if gevraagd.cijfer:
        return ""
    if gevraagd.soort in ("schaal", "stelling") and len(labels) > 1:
        return f"Van {labels[0]} tot {labels[-1]}"
    woord = {
        "meer_antwoorden": "Meer antwoorden mogelijk",
        "rangorde": RANGORDE,
    }
    return woord.get(gevraagd.soort, "")


def _name_schaal(gevraagd: Gevraagd) -> str:
    """Return the ends of a scale with words for its steps, as numbers; a grade and a number need none."""
    waarden = gevraagd.opties["waarde"].dropna()
    if gevraagd.soort not in ("schaal", "stelling") or gevraagd.cijfer or len(waarden) < 2:
        return ""
    return f"{format_getal(float(waarden.min()))} tot {format_getal(float(waarden.max()))}"


def _find_hoogste(gevraagd: Gevraagd) -> float:
    """Return the highest number of a scale or a grade; 0 of any other question."""
    waarden = gevraagd.opties["waarde"].dropna()
    return float(waarden.max()) if gevraagd.soort in ("schaal", "stelling") and len(waarden) else 0.0


def state_basis(gesteld: Sequence[Gevraagd]) -> str:
    """Return the base line: who, n, and the share of weet niet, which stays outside the base."""
    statussen = [g.statussen for g in gesteld]
    n = [int(s.isin(("gegeven", "geen_gekozen")).sum()) for s in statussen]
    routed = any(s.isin(("niet_getoond", "overgeslagen")).any() for s in statussen)
    wie = "iedereen die de vraag kreeg en antwoord gaf" if routed else "iedereen die antwoord gaf"
    regel = f"Basis: {wie}, n = {format_reeks(n)}"
    weet_niet = [int(s.eq("weet_niet").sum()) for s in statussen]
    if any(weet_niet):
        aandelen = [w / (w + k) if w + k else 0.0 for w, k in zip(weet_niet, n, strict=True)]
        laag, hoog = format_procent(min(aandelen)), format_procent(max(aandelen))
        bereik = laag if laag == hoog else f"{laag[:-1]}–{hoog}"
        regel += f"; weet niet {bereik}, niet in de basis"
    leeg = [int(s.eq("leeg_onbekend").sum()) for s in statussen]
    if any(leeg):
        per_vraag = " per vraag" if len(leeg) > 1 else ""
        regel += f"; {format_reeks(leeg)} keer leeg{per_vraag}, en de bron zegt niet waarom"
    gewichtloos = [g.zonder_gewicht for g in gesteld]
    if any(gewichtloos):
        regel += f"; {format_reeks(gewichtloos)} met gewicht 0 niet in de basis"
    return f"{regel}."


def format_reeks(getallen: Sequence[int]) -> str:
    """Return one number, or the smallest and the largest.

    Examples
    --------
    >>> format_reeks([1389, 1471]), format_reeks([32])
    ('1.389 tot 1.471', '32')
    """
    laag, hoog = format_getal(min(getallen)), format_getal(max(getallen))
    return laag if laag == hoog else f"{laag} tot {hoog}"


def state_bron(traject: Traject, ids: Sequence[str]) -> str:
    """Return the source line: instrument, wave, recruitment and period of each activity, nothing said twice."""
    activiteiten = traject.activiteiten
    eigen = activiteiten[activiteiten["activiteit_id"].isin(list(ids))]
    delen = []
    for instrument in eigen["instrument"].astype("str").drop_duplicates():
        rijen = eigen[eigen["instrument"].eq(instrument)]
        metingen = list(rijen["meting"].dropna().astype("str"))
        naam = INSTRUMENT_LABEL[instrument] + (f" ({join_woorden(metingen)})" if metingen else "")
        werving = [WERVING_LABEL[w] for w in rijen["werving"].dropna().drop_duplicates()]
        begin, eind = rijen["begindatum"].min(), rijen["einddatum"].max()
        periode = [] if pd.isna(begin) or pd.isna(eind) else [format_periode(begin, eind)]
        delen.append(", ".join([naam, *werving, *periode]))
    return "; ".join(delen)


def list_noten(traject: Traject, ids: Sequence[str], *, kwalitatief: bool) -> tuple[str, ...]:
    """Return the notes on weighting, on what intervals assume, on self-selection and on invented data."""
    noten = [] if kwalitatief else [state_weging(traject, ids), state_interval(traject, ids)]
    if is_zelfselectie(traject, ids):
        noten.append(_state_zelfselectie(traject, ids))
    if traject.instellingen.synthetisch:
        noten.append("Synthetische gegevens: alle cijfers zijn verzonnen.")
    return tuple(noten)


def state_weging(traject: Traject, ids: Sequence[str]) -> str:
    """Return in words how the shares are weighted; where activities differ, which of them are."""
    wijzen: dict[str, list[str]] = {}
    for activiteit_id in ids:
        wijzen.setdefault(_state_eigen_weging(traject, str(activiteit_id)), []).append(str(activiteit_id))
    if len(wijzen) < 2:
        return next(iter(wijzen), "")
    namen = name_activiteiten(traject.activiteiten)
    gewogen = {zin: wie for zin, wie in wijzen.items() if zin != ONGEWOGEN}
    zinnen = [
        f"In {join_woorden([add_lidwoord(namen[naam]) for naam in wie])} {zin[0].lower()}{zin[1:]}"
        for zin, wie in gewogen.items()
    ]
    return " ".join([*zinnen, *(["De andere bronnen zijn niet gewogen."] if ONGEWOGEN in wijzen else [])])


def _state_eigen_weging(traject: Traject, activiteit_id: str) -> str:
    """Return in words how one activity is weighted, and what that costs where it halves what the answers tell."""
    weging = traject.wegingen.get(activiteit_id)
    if weging is None or weging.herkomst == "geen":
        return ONGEWOGEN
    return f"{_state_wijze(traject, activiteit_id, weging)}{_state_verlies(traject, activiteit_id)}"


def _state_verlies(traject: Traject, activiteit_id: str) -> str:
    """Return how many unweighted people the weighted ones are worth (Kish 1965), where that is half of them or fewer."""
    gewicht = read_burgers(traject, activiteit_id)["gewicht"].astype("float64")
    gewicht = gewicht[gewicht.gt(0)]
    waard = float(gewicht.sum() ** 2 / gewicht.pow(2).sum()) if len(gewicht) else 0.0
    if 2 * waard > len(gewicht):
        return ""
    mensen = f"{format_getal(len(gewicht))} mensen samen"
    return f" De weging is zwaar: {mensen} zeggen zoveel als {format_getal(waard)} ongewogen."


def _state_wijze(traject: Traject, activiteit_id: str, weging: Weging) -> str:
    if weging.herkomst == "bureau":
        hoe = weging.methode.rstrip(".") or "met de weegfactor van het bureau"
        return f"Gewogen: {hoe}." if not hoe.startswith("met ") else f"Gewogen {hoe}."
    namen = {kenmerk: name_groep(traject, kenmerk, [activiteit_id]) for kenmerk in weging.kenmerken}
    zinnen = [f"Gewogen naar de bevolking op {join_woorden([*namen.values()])}."]
    buiten = [
        f"{naam}{wie.removeprefix(kenmerk)}"
        for kenmerk, naam in namen.items()
        for wie in list_buiten(traject, activiteit_id, [kenmerk])
    ]
    if buiten:
        zinnen.append(f"Niet in de marges, en daarom met hun eigen gewicht: {join_woorden(buiten)}.")
    zinnen += find_andere_populatie(traject, activiteit_id, weging.kenmerken)
    zinnen += find_onbekende_populatie(traject, [activiteit_id], weging.kenmerken)
    return " ".join(zinnen)


def _state_zelfselectie(traject: Traject, ids: Sequence[str]) -> str:
    """Return that nobody chose the people, of several activities in which of them."""
    hoe = tell_zelfselectie(traject, ids)
    welke = "de" if hoe.startswith("deelnemers") else "die"
    return (
        f"{hoe[:1].upper()}{hoe[1:]}: {welke} cijfers gelden niet voor {name_gebied(traject.instellingen)}."
    )


def state_interval(traject: Traject, ids: Sequence[str]) -> str:
    """Return what the interval means; without a probability sample the words say so, of several activities of which."""
    if is_kanssteekproef(traject, ids):
        return "Interval: 95%."
    geen = [str(naam) for naam in ids if not is_kanssteekproef(traject, [naam])]
    if 0 < len(geen) < len(ids):
        namen = name_activiteiten(traject.activiteiten)
        return f"Interval: 95%; in {join_woorden([add_lidwoord(namen[naam]) for naam in geen])} een indicatie: geen kanssteekproef."
    return (
        "Geen kanssteekproef: het toeval koos niet wie meedeed. Interval: 95%, een indicatie: het geldt alleen als de weging "
        "de deelnemers vergelijkbaar maakt met wie het betreft."
    )


def is_kanssteekproef(traject: Traject, ids: Sequence[str]) -> bool:
    """Return whether chance chose the people of all these activities."""
    activiteiten = traject.activiteiten
    werving = activiteiten[activiteiten["activiteit_id"].isin(list(ids))]["werving"]
    return bool(len(werving) and werving.isin(KANSSTEEKPROEF).all())


def is_gewogen(traject: Traject, activiteit_id: str) -> bool:
    """Return whether persons who count in the figures of an activity weigh differently."""
    geheel = traject.volledig or traject
    personen = read_burgers(geheel, activiteit_id)
    return personen["gewicht"][has_gewicht(geheel, activiteit_id, personen)].nunique() > 1
