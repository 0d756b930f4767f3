"""A finding about change between waves."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd
from scipy.special import chdtrc

from burgerdata.activiteitnamen import name_meting
from burgerdata.findings.afronding import tell_afronding
from burgerdata.findings.zinnen import (
    HOOGSTE_P,
    choose_zin,
    has_enough,
    join_quotes,
    keep_sterk,
    name_groepen,
    name_onderwerp,
    pick_hoogste,
    quote,
)
from burgerdata.getallen import format_getal, format_procent, format_verschil
from burgerdata.schema.vergelijking import is_los, keep_samen
from burgerdata.settings import Drempels
from burgerdata.toelichting import Toelichting, read_toelichting

GEEN_VERSCHIL = "is geen verschil in verandering aangetoond"
ONVERGELIJKBAAR = "is niet te vergelijken"
ANDERS = "er is anders geworven"
TE_KLEIN = "de rest is te klein om te tonen"
_EEN = re.compile(r"cijfer|score|^het ", re.IGNORECASE)
"""What tells that the name of a question is one thing."""
_INGEKORT = (40, 30, 24)
"""Lengths to which the subject of a long sentence is cut: without it nobody knows what was asked."""
_GELIJK = 1e-6
"""A change under this is none, and a standard error under it is that of people who all changed alike."""


def state_verandering(tabel: pd.DataFrame, toelichting: Toelichting) -> str:
    """Return the tested change from the first wave to the last, with both values, or that none was measured.

    Per group that is the groups with a change of their own where every group has one or groups are shown not to be alike,
    else whether the change differs between them: a change that is shown in one group and not in another is no difference
    between the two (Gelman & Stern 2006). Waves of other people, who were also found in another way, rise nor fall: both
    values are told.
    """
    lang = _keep_longest(tabel)
    if _is_zelfde(lang):
        lang = keep_sterk(lang, "n_beide")
    p = lang["p_aangepast"] if "p_aangepast" in lang else lang["p_waarde"]
    zeker = lang[p.lt(HOOGSTE_P).fillna(False) & lang["verschil"].notna()]
    onderwerp = toelichting.onderwerp
    if zeker.empty and (p[lang.index].isna() | lang["verschil"].isna()).all():
        return _state_gesprek(tabel, toelichting) or _state_ongetoetst(tabel, lang, toelichting)
    anders = toelichting.anders_geworven and bool(is_los(lang).any())
    if toelichting.per:
        if _is_gelijk(lang, zeker, toelichting.per):
            return _state_gelijk(lang, toelichting)
        rest = bool(list_verborgen(tabel, toelichting.per))
        return _state_groepen(zeker, toelichting, anders=anders, rest=rest)
    if zeker.empty:
        return choose_zin([f"Er is geen verandering gemeten in {quote(onderwerp, langst=50)}"])
    rij = pick_hoogste(zeker.assign(zeker=-p[zeker.index]), "zeker")
    aandeel = rij["maat"] == "aandeel"
    van, naar = (
        format_procent(rij[kolom]) if aandeel else format_getal(float(rij[kolom]), 1)
        for kolom in ("waarde_van", "waarde_naar")
    )
    steeg = "steeg" if rij["verschil"] > 0 else "daalde"
    hoe = f"{steeg} licht" if van == naar else f"{steeg} van {van} naar {naar}"
    if anders:
        hoe = f"verschilt licht; {ANDERS}" if van == naar else f"was {van}, toen {naar}; {ANDERS}"
    if not aandeel:
        kort = quote(onderwerp, langst=50)
        # "minuten daalde" is no Dutch: a name that may be a plural stands between quotation marks
        naam = name_onderwerp(toelichting)
        return choose_zin([f"{naam} {hoe}", f"{kort} {hoe}"] if _EEN.search(naam) else [f"{kort} {hoe}"])
    label = quote(str(rij["label"]), langst=30)
    if "thema_id" in tabel:
        return choose_zin([f"Het aandeel dat {label} noemt {hoe}"])
    over = [quote(onderwerp), *(quote(onderwerp, langst=langst) for langst in _INGEKORT)]
    return choose_zin(
        [*(f"Het aandeel {label} bij {naam} {hoe}" for naam in over), f"Het aandeel {label} {hoe}"]
    )


def is_veranderd(tabel: pd.DataFrame) -> bool:
    """Return whether a test marked a change between the first wave and the last among enough people to tell it."""
    lang = _keep_longest(tabel)
    lang = keep_sterk(lang, "n_beide") if _is_zelfde(lang) else lang
    p = lang["p_aangepast"] if "p_aangepast" in lang else lang["p_waarde"]
    return bool((p.lt(HOOGSTE_P).fillna(False) & lang["verschil"].notna()).any())


def measure_verandering(tabel: pd.DataFrame) -> float:
    """Return how large the change is that the finding tells, in standard deviations, so that scales can be laid side by side.

    For the same people that is the mean difference over the standard deviation of the differences, for two samples over that
    of the answers (Cohen 1988); nought without a test or a standard error.
    """
    lang = _keep_longest(tabel)
    p = lang["p_aangepast"] if "p_aangepast" in lang else lang["p_waarde"]
    zeker = lang[p.lt(HOOGSTE_P).fillna(False) & lang["verschil"].notna()]
    if zeker.empty or "se" not in zeker:
        return 0.0
    rij = pick_hoogste(zeker.assign(zeker=-p[zeker.index]), "zeker")
    zelfde = _is_zelfde(lang)
    deler = rij["n_beide"] ** -0.5 if zelfde else (1 / rij["n_van"] + 1 / rij["n_naar"]) ** 0.5
    spreiding = float(rij["se"]) / float(deler)
    return abs(float(rij["verschil"])) / spreiding if spreiding > 0 else 0.0


def _is_zelfde(tabel: pd.DataFrame) -> bool:
    """Return whether every row is of people who answered both times; a suppressed one does not say of how many."""
    dicht = tabel["onderdrukt"].fillna(False).astype("bool") if "onderdrukt" in tabel else False
    return bool(((tabel["n_beide"].fillna(0).gt(0) | dicht) & ~is_los(tabel)).all())


def _keep_longest(tabel: pd.DataFrame) -> pd.DataFrame:
    """Return the comparison of the first wave with the last, of statements by side; with two waves that is the only one."""
    tabel = keep_samen(pd.DataFrame(tabel))
    eerste, laatste = tabel["van"].iloc[0], tabel["naar"].iloc[-1]
    lang = tabel[tabel["van"].eq(eerste) & tabel["naar"].eq(laatste)]
    return lang if len(lang) else tabel


def _state_gesprek(tabel: pd.DataFrame, toelichting: Toelichting) -> str:
    """Return what the same people in talks gave then and later, as an indication; nothing where that may not be told.

    An exit form is not tested and its mean is printed from the threshold of a cell on: so is its change. It rose or fell
    only where the interval leaves out no change.
    """
    lang = _keep_longest(tabel)
    if not toelichting.kwalitatief or toelichting.per or not _is_zelfde(lang):
        return ""
    lang = keep_sterk(lang[has_enough(lang["n_beide"])].assign(kwalitatief=True))
    lang = lang[lang["maat"].astype("str").eq("gemiddelde") & lang["verschil"].notna()]
    if lang.empty or lang["verschil"].abs().le(_GELIJK).all():
        return ""
    rij = lang.iloc[0]
    van, naar = (format_getal(float(rij[kolom]), 1) for kolom in ("waarde_van", "waarde_naar"))
    zeker = van != naar and pd.notna(rij["onder"]) and rij["onder"] * rij["boven"] > 0
    steeg = "steeg" if rij["verschil"] > 0 else "daalde"
    hoe = f"{steeg} van {van} naar {naar} (indicatie)" if zeker else f"was {van}, toen {naar} (indicatie)"
    return choose_zin([f"{quote(toelichting.onderwerp, langst=langst)} {hoe}" for langst in (60, *_INGEKORT)])


def _state_ongetoetst(tabel: pd.DataFrame, lang: pd.DataFrame, toelichting: Toelichting) -> str:
    """Return that nobody changed, or why waves cannot be compared: one has no answers, too few people, nothing to test."""
    onderwerp = toelichting.onderwerp
    if toelichting.per and list_verborgen(tabel, toelichting.per):
        zin = f"{ONVERGELIJKBAAR} naar {toelichting.groep_naam or toelichting.per}: de groepen zijn te klein"
        return choose_zin(
            [f"{quote(onderwerp, langst=langst)} {zin}" for langst in (40, 24)] + [f"Dit {zin}"]
        )
    if "se" in lang and len(lang) and (lang["se"].eq(0) & lang["verschil"].abs().le(_GELIJK)).all():
        return choose_zin([f"{quote(onderwerp, langst=50)} is in beide metingen gelijk"])
    reden = _find_reden(tabel, lang)
    return choose_zin(
        [
            *(f"{quote(onderwerp, langst=langst)} {ONVERGELIJKBAAR}: {reden}" for langst in (30, 24)),
            f"Dit {ONVERGELIJKBAAR}: {reden}",
        ]
    )


def _find_reden(tabel: pd.DataFrame, lang: pd.DataFrame) -> str:
    """Return why nothing can be said of a change: what was hidden for its few people was asked, answered and tested."""
    if lang.empty:
        return "te weinig antwoorden in beide metingen"
    if (
        "onderdrukt" in lang
        and (lang["onderdrukt"].fillna(False).astype("bool") & lang["verschil"].isna()).any()
    ):
        return "te weinig mensen om te tonen"
    if tabel["verschil"].isna().all():
        return "een meting heeft geen bruikbare antwoorden"
    return "er viel niets te toetsen"


def list_verborgen(tabel: pd.DataFrame, per: str) -> list[str]:
    """Return the groups of which a change is hidden because they are too small to show.

    Examples
    --------
    >>> tabel = pd.DataFrame({"rolstoel": ["ja", "nee"], "onderdrukt": [True, False]})
    >>> list_verborgen(tabel, "rolstoel")
    ['ja']
    """
    if "onderdrukt" not in tabel:
        return []
    weg = tabel.groupby(tabel[per].astype("str"), sort=False, observed=True, dropna=False)["onderdrukt"].all()
    return [str(groep) for groep, verborgen in weg.items() if verborgen]


def _is_gelijk(lang: pd.DataFrame, zeker: pd.DataFrame, per: str) -> bool:
    """Return whether the groups with a change of their own must not be told apart from the others."""
    alle = set(lang.loc[lang["verschil"].notna(), per].astype("str"))
    kan_toetsen = "se" in lang and bool(lang["se"].notna().any())
    return zeker.empty or (
        kan_toetsen and alle != set(zeker[per].astype("str")) and not _find_anders(lang, per)
    )


def _state_gelijk(lang: pd.DataFrame, toelichting: Toelichting) -> str:
    """Return which group changed unlike the others, or that no such difference was shown."""
    onderwerp = quote(toelichting.onderwerp, langst=30)
    anders = _find_anders(lang, toelichting.per)
    if anders:
        anders = name_groepen([anders], toelichting)[0]
        return choose_zin([f"{onderwerp} veranderde bij {quote(anders, langst=24)} anders dan bij de rest"])
    naam = toelichting.groep_naam or toelichting.per
    zin = f"In {onderwerp} {GEEN_VERSCHIL}"
    return choose_zin([f"{zin} naar {naam}", f"Er {GEEN_VERSCHIL} naar {naam}", f"Er {GEEN_VERSCHIL}"])


def _find_anders(lang: pd.DataFrame, per: str) -> str:
    """Return the group farthest from the common change where groups are not alike, else an empty text.

    The test is Cochran's Q (1954) over the changes of the groups, who are different people; Holm over the answers. A group
    that all changed alike has no error of its own: the others are then compared with it, if it is not a small one.
    """
    if "se" not in lang:
        return ""
    getoetst = lang[(lang["se"].gt(0) | (lang["se"].eq(0) & _is_groot(lang))) & lang["verschil"].notna()]
    sleutel = [kolom for kolom in ("panel", "vraag_id", "label") if kolom in getoetst]
    per_antwoord = getoetst.groupby(sleutel, observed=True, dropna=False)
    uitslagen = [_measure_ongelijk(groepen, per) for _, groepen in per_antwoord if len(groepen) > 1]
    if not uitslagen:
        return ""
    p, anders = min(uitslagen)
    return anders if p * len(uitslagen) < HOOGSTE_P else ""


def _is_groot(lang: pd.DataFrame) -> pd.Series:
    """Return which groups have enough people to be shown: of two samples in the smaller one."""
    n = lang["n_beide"].astype("Float64")
    golven = [kolom for kolom in ("n_van", "n_naar") if kolom in lang]
    n = n.mask(is_los(lang), lang[golven].astype("Float64").min(axis=1)) if golven else n
    return has_enough(n, Drempels().verborgen)


def _measure_ongelijk(groepen: pd.DataFrame, per: str) -> tuple[float, str]:
    verschil, se = (groepen[kolom].to_numpy(dtype="float64") for kolom in ("verschil", "se"))
    se = np.maximum(se, _GELIJK)
    samen = np.average(verschil, weights=se**-2)
    afstand = np.square((verschil - samen) / se)
    return float(chdtrc(len(groepen) - 1, afstand.sum())), str(groepen[per].iloc[int(afstand.argmax())])


def _state_groepen(zeker: pd.DataFrame, toelichting: Toelichting, *, anders: bool, rest: bool) -> str:
    """Return which groups changed; where others are too small to show, that they are: nobody may think that they did not."""
    if anders:
        groepen = list(dict.fromkeys(name_groepen(zeker[toelichting.per], toelichting)))
        zin = f"{quote(toelichting.onderwerp, langst=30)} verschilt per meting bij"
        return choose_zin(
            [f"{zin} {join_quotes(groepen)}; {ANDERS}", f"{zin} een deel van de groepen; {ANDERS}"]
        )
    delen = []
    for omhoog, woord in ((True, "steeg"), (False, "daalde")):
        rijen = zeker[zeker["verschil"].gt(0) == omhoog]
        if len(rijen):
            delen.append((woord, list(dict.fromkeys(name_groepen(rijen[toelichting.per], toelichting)))))
    woord, groepen = delen[0]
    onderwerp = toelichting.onderwerp
    if zeker["label"].ne("").any():
        return choose_zin([f"De antwoorden op {quote(onderwerp)} veranderden bij {join_quotes(groepen)}"])
    zinnen = [
        f"{name_onderwerp(toelichting, langst=30)} {woord} bij {join_quotes(groepen)}",
        f"{quote(onderwerp, langst=30)} {woord} bij {join_quotes(groepen)}",
    ]
    return choose_zin(
        [
            *(f"{zin}; {TE_KLEIN}" for zin in zinnen if rest and len(groepen) == 1),
            *zinnen,
            f"{quote(onderwerp, langst=50)} {woord} bij een deel van de groepen",
        ]
    )


def explain_verandering(tabel: pd.DataFrame, toelichting: Toelichting) -> list[str]:
    """Return the size of the tested change with its interval, and over how many people; per group where it was shown."""
    lang = _keep_longest(tabel)
    zelfde_mensen = _is_zelfde(lang)
    lang = keep_sterk(lang, "n_beide") if zelfde_mensen else lang
    p = lang["p_aangepast"] if "p_aangepast" in lang else lang["p_waarde"]
    zeker = lang[p.lt(HOOGSTE_P).fillna(False) & lang["verschil"].notna()]
    if toelichting.per:
        return _explain_groepen(tabel, lang, zeker, toelichting)
    if zeker.empty:
        return []
    rij = pick_hoogste(zeker.assign(zeker=-p[zeker.index]), "zeker")
    maal, eenheid = (100, " procentpunt") if rij["maat"] == "aandeel" else (1, "")
    decimalen = 0 if rij["maat"] == "aandeel" else 1
    verschil, onder, boven = (
        format_verschil(float(rij[kolom]) * maal, decimalen) for kolom in ("verschil", "onder", "boven")
    )
    zin = f"Het verschil is {verschil}{eenheid}{tell_afronding(rij, maal, decimalen)}"
    zin += "" if pd.isna(rij["onder"]) else f" en ligt waarschijnlijk tussen {onder} en {boven}"
    mensen = f"; gemeten bij {format_getal(rij['n_beide'])} mensen die beide keren antwoord gaven"
    return [f"{zin}{mensen if zelfde_mensen else _tell_twee(rij)}", *_tell_trefwoord(rij)]


def tell_onzeker(tabel: pd.DataFrame) -> str:
    """Return what a question gave in the first wave and in the last, though no test held: the answer nearest to a change.

    Nothing where too few people answered to show it.
    """
    toelichting = read_toelichting(tabel)
    lang = _keep_longest(tabel)
    lang = keep_sterk(lang, "n_beide") if _is_zelfde(lang) else lang
    lang = lang[lang["verschil"].notna() & lang["onder"].notna() & lang["p_waarde"].notna()]
    if lang.empty:
        return ""
    rij = lang.sort_values("p_waarde", kind="stable").iloc[0]
    aandeel = rij["maat"] == "aandeel"
    maal, decimalen, eenheid = (100, 0, " procentpunt") if aandeel else (1, 1, "")
    van, naar = (
        format_procent(rij[kolom]) if aandeel else format_getal(float(rij[kolom]), 1)
        for kolom in ("waarde_van", "waarde_naar")
    )
    onder, boven = (format_verschil(float(rij[kolom]) * maal, decimalen) for kolom in ("onder", "boven"))
    wie = f"; {format_getal(rij['n_beide'])} mensen gaven beide keren antwoord"
    wat = f", ‘{rij['label']}’" if aandeel else ", gemiddeld"
    toch = (
        "; na correctie voor het aantal antwoorden is dat niet zeker"
        if rij["onder"] * rij["boven"] > 0
        else ""
    )
    return (
        f"{quote(toelichting.onderwerp)}{wat}: eerst {van}, toen {naar}; het verschil ligt waarschijnlijk tussen {onder} en "
        f"{boven}{eenheid}{wie if _is_zelfde(lang) else _tell_twee(rij)}{toch}"
    )


def _tell_twee(rij: pd.Series) -> str:
    """Return how many people each wave had: of two samples the change rests on both."""
    if pd.isna(rij["n_van"]) or pd.isna(rij["n_naar"]):
        return ""
    wie = " die iets opschreven" if "thema_id" in rij else ""
    van, naar = (name_meting(str(rij[kolom])) for kolom in ("van", "naar"))
    n_van, n_naar = (format_getal(rij[kolom]) for kolom in ("n_van", "n_naar"))
    return f"; gemeten bij {n_van} mensen in {van} en {n_naar} in {naar}{wie}"


def _tell_trefwoord(rij: pd.Series) -> list[str]:
    """Return that words decided who named a theme, where nobody read a text: another word for it would look like a fall."""
    if not is_ongelezen(rij):
        return []
    return ["Geen van deze teksten is door een mens gelezen: de woorden van de themalijst bepaalden wat telt"]


def is_ongelezen(rij: pd.Series) -> bool:
    """Return whether a change is one of themes in texts that nobody read."""
    return "thema_id" in rij and "gelezen" in rij and bool(rij["gelezen"] == 0)


def _tell_verborgen(groepen: list[str]) -> str:
    """Return that these groups are too small to show, so that nobody takes them for unchanged.

    Of several one may be large and hidden beside a small one, which it would give back.
    """
    wie, zijn = (
        (f"De groep {join_quotes(groepen)}", "is")
        if len(groepen) == 1
        else (f"De groepen {join_quotes(groepen)}", "zijn")
    )
    waarom = (
        "te klein om te tonen" if len(groepen) == 1 else "niet te tonen zonder een kleine groep te verraden"
    )
    return f"{wie} {zijn} {waarom}; ook daar kan het zijn veranderd"


def _explain_groepen(
    tabel: pd.DataFrame, lang: pd.DataFrame, zeker: pd.DataFrame, toelichting: Toelichting
) -> list[str]:
    """Return which groups changed for sure where that makes them no different from the others, else which are hidden."""
    weg = name_groepen(list_verborgen(tabel, toelichting.per), toelichting)
    if zeker.empty or not _is_gelijk(lang, zeker, toelichting.per):
        een = zeker[toelichting.per].astype("str").nunique() == 1
        return [_tell_verborgen(weg)] if weg and een else []
    groepen = join_quotes(list(dict.fromkeys(name_groepen(zeker[toelichting.per], toelichting))))
    return [
        f"Op zichzelf is de verandering aangetoond bij {groepen}; dat het bij de andere groepen anders ging, is niet aangetoond"
    ]
