"""A finding about the same themes in several sources."""

from __future__ import annotations

import pandas as pd

from burgerdata.activiteitnamen import add_lidwoord
from burgerdata.findings.draagvlak import weigh_themas
from burgerdata.findings.number_words import say_aantal, say_mensen
from burgerdata.findings.zinnen import choose_zin, has_enough, quote, start_zin
from burgerdata.getallen import format_getal, join_woorden
from burgerdata.schema.labels import FASE_LABEL
from burgerdata.toelichting import Toelichting, name_bron

_GEMETEN = ("enquete", "klantpanel")
_BRON = ["instrument", "activiteit_id"]
"""What tells sources apart."""
_SCHRIJVERS = "mensen die iets opschreven"
"""Who is in the base of a survey: who left the open question empty is not."""
_BREDER = 3
"""Themes that are named because they are in more sources."""
_VEEL_VAKER = 3
"""Reports or talks that name a theme so many times as widely as a survey does, are told first."""
_GEDEELD = 3 / 4
"""A theme is as shared as another when it comes back in more than this part of the other's sources."""
WAAR = {
    "enquete": "in de enquête",
    "klantpanel": "in het klantpanel",
    "focusgroep": "in de focusgroepen",
    "straatgesprek": "op straat",
    "community": "in de online community",
    "burgerberaad": "in het burgerberaad",
    "burgerdialoog": "in de burgerdialoog",
    "usability": "in de gebruikerstest (wat onderzoekers zagen)",
    "signaal": "in de meldingen",
}
_EEN_GROEP = "in de focusgroep"
"""Where one group was held."""


def state_bronnen(tabel: pd.DataFrame, toelichting: Toelichting) -> str:
    """Return the theme that most people name of those that many sources share, or that none is in more than one.

    A source is an activity, of waves the last one: the same that the figure counts. In a survey a theme counts from ten
    people on.
    """
    bronnen = len(_list_bronnen(tabel))
    if bronnen == 0 or not _is_named(_asked(tabel)).any():
        return "Geen van de thema's is in deze bronnen genoemd"
    gevonden, meest, verborgen = _find_widest(tabel)
    thema = quote(gevonden)
    if bronnen == 1 and meest == 1:
        return choose_zin([_state_berichten(tabel, gevonden) or f"{thema} is in de enige bron genoemd"])
    if meest <= 1:
        return "Geen thema komt in meer dan één bron terug"
    if meest == bronnen:
        hoeveel = "beide bronnen" if bronnen == 2 else f"alle {say_aantal(bronnen)} de bronnen"
        return choose_zin([f"{thema} komt in {hoeveel} terug"])
    minstens = "minstens " if verborgen else ""
    return choose_zin(
        [f"{thema} komt in {minstens}{say_aantal(meest)} van de {say_aantal(bronnen)} bronnen terug"]
    )


def _state_berichten(tabel: pd.DataFrame, thema: str) -> str:
    """Return in how many messages a theme stands, where nobody knows who wrote them; empty for any other source."""
    rij = _asked(tabel)[_asked(tabel)["thema"].astype("str").eq(thema)].iloc[0]
    if not _is_berichten(rij):
        return ""
    return f"{quote(thema)} staat {_say_heard(rij)}"


def _is_berichten(rij: pd.Series) -> bool:
    """Return whether a row counts messages: nobody knows who wrote them."""
    return str(rij.get("tekst", "")).endswith((" meldingen", " berichten"))


def count_bronnen(tabel: pd.DataFrame, thema: str) -> tuple[int, int]:
    """Return in how many sources a theme was named, and in how many sources people could name one.

    Examples
    --------
    >>> tabel = pd.DataFrame({"thema": "taal", "activiteit_id": ["enq", "fg", "straat"], "gevraagd": [True, True, False]})
    >>> count_bronnen(tabel.assign(instrument=["enquete", "focusgroep", "straatgesprek"], n=[9, 1, None]), "taal")
    (1, 2)
    """
    gevraagd = _asked(tabel)
    eigen = gevraagd[gevraagd["thema"].astype("str").eq(thema)]
    return len(_list_bronnen(eigen[_is_named(eigen)])), len(_list_bronnen(tabel))


def _list_bronnen(tabel: pd.DataFrame) -> pd.DataFrame:
    """Return the sources of these rows, each once."""
    return _asked(tabel)[_BRON].drop_duplicates()


def _asked(tabel: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of sources that were asked, of waves the last one."""
    gevraagd = tabel["gevraagd"].fillna(False).astype("bool")
    laatste = tabel["laatste"].fillna(True).astype("bool") if "laatste" in tabel else True
    return pd.DataFrame(tabel[gevraagd & laatste])


def _find_widest(tabel: pd.DataFrame) -> tuple[str, int, int]:
    """Return the theme that most people name of those that many sources share, in how many, and how many hide it.

    Shared by many is what comes back in more than three quarters as many sources as any theme does. A number that is hidden to protect a small group says not that nobody named the theme: with its hidden sources a
    theme may come back in as many as another; the widest reach where it is known decides.
    """
    gevraagd = _asked(tabel)
    genoemd, weg = _is_named(gevraagd), _is_hidden(gevraagd)
    aantal, verborgen = _count_per_thema(gevraagd[genoemd]), _count_per_thema(gevraagd[weg])
    if aantal.empty:
        return "", 0, 0
    mogelijk = aantal.add(verborgen.reindex(aantal.index, fill_value=0))
    gedeeld = mogelijk[mogelijk.gt(_GEDEELD * aantal.max())]
    kandidaten = gevraagd[genoemd & gevraagd["thema"].isin(gedeeld.index)]
    thema = weigh_themas(kandidaten, gedeeld).idxmax()
    return str(thema), dict(aantal)[thema], dict(verborgen).get(thema, 0)


def _count_per_thema(tabel: pd.DataFrame) -> pd.Series:
    """Return in how many sources each theme of these rows occurs, in the order of the rows."""
    bronnen = tabel.drop_duplicates(["thema", *_BRON])
    return bronnen.groupby("thema", sort=False, observed=True, dropna=False).size()


def _is_hidden(tabel: pd.DataFrame) -> pd.Series:
    """Return which numbers the protection of small groups hides."""
    if "onderdrukt" not in tabel:
        return pd.Series(False, index=tabel.index, dtype="bool")
    return tabel["onderdrukt"].fillna(False).astype("bool")


def _is_named(tabel: pd.DataFrame) -> pd.Series:
    gemeten = tabel["instrument"].isin(_GEMETEN)
    genoemd = (has_enough(tabel["n"]) | (~gemeten & tabel["n"].fillna(0).gt(0))).astype("bool")
    return genoemd & ~_is_hidden(tabel)


def explain_bronnen(tabel: pd.DataFrame, toelichting: Toelichting) -> list[str]:
    """Return how often the theme of the finding occurs: in numbers where it was measured, in people where it was heard.

    Of the sources that the finding counts: of waves the last one, of other activities each by its name. The last sentence
    says which sources these are.
    """
    thema, _, _ = _find_widest(tabel)
    if not thema:
        return []
    gevraagd = _asked(tabel)
    eigen = gevraagd[gevraagd["thema"].astype("str").eq(thema)]
    laatste = eigen.assign(waar=_name_waar(eigen, toelichting))[_is_named(eigen)]
    gemeten = laatste[laatste["instrument"].isin(_GEMETEN) & laatste["aandeel"].notna()]
    gehoord = laatste[~laatste["instrument"].isin(_GEMETEN)]
    delen = [
        f"{rij['waar']} {_say_gemeten(rij)}"
        if nr
        else f"{rij['waar']} noemt {_say_gemeten(rij, _SCHRIJVERS)} dit thema"
        for nr, (_, rij) in enumerate(gemeten.iterrows())
    ]
    heard = [_say_heard(rij) for _, rij in gehoord.iterrows()]
    # who left the open question empty is not in the base of a survey
    zinnen = [start_zin(", ".join(delen))] if delen else []
    zinnen += [f"Het kwam ter sprake {join_woorden(heard)}"] if heard else []
    zinnen = zinnen[::-1] if _measure_breedst(gehoord) > _VEEL_VAKER * _measure_breedst(gemeten) else zinnen
    return [*zinnen, *_tell_breder(tabel, thema), *_tell_geteld(tabel)]


def _say_gemeten(rij: pd.Series, wie: str = "mensen") -> str:
    """Return who a measured share is."""
    zin = say_mensen(float(rij["aandeel"]), int(rij["basis"]), wie=wie)
    return (
        zin.replace("bijna iedereen (", "bijna iedereen die iets opschreef (") if wie == _SCHRIJVERS else zin
    )


def _tell_breder(tabel: pd.DataFrame, thema: str) -> list[str]:
    """Return which themes come back in more sources than the one that is told: they stand above it in the figure."""
    gevraagd = _asked(tabel)
    aantal = _count_per_thema(gevraagd[_is_named(gevraagd)])
    breder = aantal[aantal.gt(int(aantal.get(thema, 0)))]
    if breder.empty:
        return []
    namen = join_woorden([quote(str(naam)) for naam in breder.index[:_BREDER]])
    meer = f" en {say_aantal(len(breder) - _BREDER)} andere" if len(breder) > _BREDER else ""
    komt = "komt" if len(breder) == 1 else "komen"
    return [start_zin(f"{namen}{meer} {komt} in meer bronnen terug, maar minder breed")]


def _tell_geteld(tabel: pd.DataFrame) -> list[str]:
    """Return which sources the finding counts, for their number differs between findings; of one source nothing."""
    bronnen = len(_list_bronnen(tabel))
    if bronnen < 2:
        return []
    fasen = list(_asked(tabel)["fase"].dropna().astype("str").unique()) if "fase" in tabel else []
    fase = f" in de fase ‘{FASE_LABEL[fasen[0]]}’" if len(fasen) == 1 and fasen[0] in FASE_LABEL else ""
    golven = "laatste" in tabel and not tabel["laatste"].fillna(True).astype("bool").all()
    laatste = "; van metingen telt de laatste" if golven else ""
    return [f"Geteld zijn de {say_aantal(bronnen)} bronnen{fase} waarin een thema te noemen was{laatste}"]


def _measure_breedst(rijen: pd.DataFrame) -> float:
    """Return the widest reach of one theme in these sources; of none it is nought."""
    if rijen.empty:
        return 0.0
    return float(weigh_themas(rijen, pd.Series(dtype="int64")).max())


def _name_waar(rijen: pd.DataFrame, toelichting: Toelichting) -> pd.Series:
    """Return where each row was said: the instrument, or the activity by name where an instrument has several."""
    instrument = rijen["instrument"].astype("str")
    vaker = instrument.duplicated(keep=False)
    namen = [f"in {add_lidwoord(name_bron(toelichting, str(naam)))}" for naam in rijen["activiteit_id"]]
    return instrument.map(WAAR).mask(vaker, pd.Series(namen, index=rijen.index, dtype="str")).astype("str")


def _say_heard(rij: pd.Series) -> str:
    if str(rij.get("tekst", "")).endswith(" tafels"):
        if rij["basis"] == 1:
            return "in de burgerdialoog aan de enige tafel"
        return f"in de burgerdialoog aan {format_getal(rij['n'])} van de {format_getal(rij['basis'])} tafels"
    if _is_berichten(rij):
        wat = str(rij["tekst"]).rpartition(" ")[2]
        return f"in {format_getal(rij['n'])} van de {format_getal(rij['basis'])} {wat}"
    # on the street a whole conversation is one row: who took part in it is not told apart
    wat = "gesprekken" if rij["instrument"] == "straatgesprek" else "mensen"
    mensen = f"{format_getal(rij['n'])} van de {format_getal(rij['basis'])} {wat}"
    groepen = rij["groepen_totaal"] if rij["instrument"] == "focusgroep" else pd.NA
    if pd.notna(groepen) and groepen > 1:
        hoeveel = (
            f"alle {say_aantal(int(rij['groepen_totaal']))} de groepen"
            if rij["groepen"] == rij["groepen_totaal"]
            else f"{say_aantal(int(rij['groepen']))} van de {say_aantal(int(rij['groepen_totaal']))} groepen"
        )
        return f"in {hoeveel} ({mensen})"
    waar = str(rij["waar"])
    if pd.notna(groepen) and groepen == 1:
        waar = waar.replace(WAAR["focusgroep"], _EEN_GROEP)
    return f"{waar} {'in' if wat == 'gesprekken' else 'bij'} {mensen}"
