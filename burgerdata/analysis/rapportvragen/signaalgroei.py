"""Which themes come up more often in the signals of the second half of a period than in those of the first."""

from __future__ import annotations

import pandas as pd

from burgerdata.analysis.genoemd import choose_coderingen, list_teksten, list_themas
from burgerdata.analysis.overzicht import describe_overzicht
from burgerdata.errors import MethodeError
from burgerdata.findings.zinnen import HOOGSTE_P, choose_zin, quote
from burgerdata.getallen import format_getal
from burgerdata.schema.labels import MAANDEN
from burgerdata.toelichting import annotate
from burgerdata.traject import Traject

_MEEST = 5
_NOOT = (
    "Signalen zijn geen steekproef: wat vaker wordt gemeld, hoeft niet vaker voor te komen. Is het aantal in een van "
    "de twee perioden te klein om te tonen, dan staat ook het andere er niet precies: samen verraden zij het kleine aantal."
)


def has_tijd(traject: Traject) -> bool:
    """Return whether signals with a date, of people who are known, cover two months or more."""
    return _list_maanden(traject).nunique() > 1


def compare_signalen(traject: Traject) -> pd.DataFrame:
    """Return a row per theme and half of the period: activiteit_id, thema, periode, n, basis, aandeel, tekst, toeval.

    n are people who named the theme, of those who reported anything in that half (basis); the whole months are halved,
    and of the themes that rose most, five at most, those come first that chance does not explain, then those that it may,
    then those of which counts are missing. Themes that fewer people named in the second half than the
    threshold ``drempel`` are left out; where fewer did in the first half, n and aandeel of both halves are missing, for
    the number of people in both is printed elsewhere. tekst is what can be said of each half: its count, or
    that it is under the threshold or not. toeval is whether the two halves may differ by chance alone (Fisher 1934, exact
    test, p >= 0.05); missing where a count is.

    Raises
    ------
    MethodeError
        When no signal of a known person has a date, or no theme is named by enough people, and by more in the second half than in the first.
    """
    drempel = traject.instellingen.drempels.drempel
    maanden = _list_maanden(traject)
    if maanden.empty:
        raise MethodeError("van geen enkel signaal zijn de datum en wie het stuurde allebei bekend")
    teksten = list_teksten(traject).merge(maanden.rename("maand"), left_on="fragment_id", right_index=True)
    namen = sorted(teksten["maand"].unique())
    helft = len(namen) - len(namen) // 2
    met_jaar = len({maand[:4] for maand in namen}) > 1
    periodes = tuple(_name_periode(deel, met_jaar=met_jaar) for deel in (namen[:helft], namen[helft:]))
    later = teksten["maand"].isin(namen[helft:])
    teksten = teksten.assign(periode=later.map({False: periodes[0], True: periodes[1]}))
    wie = ["activiteit_id", "deelnemer_id", "periode"]
    basis = (
        teksten.drop_duplicates(wie).groupby(["activiteit_id", "periode"], observed=True, dropna=False).size()
    )
    genoemd = teksten.merge(choose_coderingen(traject), on="fragment_id").drop_duplicates([*wie, "thema_id"])
    n = genoemd.groupby(["activiteit_id", "thema_id", "periode"], observed=True, dropna=False).size()
    themas = dict(
        zip(list_themas(traject)["thema_id"].astype("str"), list_themas(traject)["naam"], strict=True)
    )
    rijen = []
    for activiteit_id in teksten["activiteit_id"].unique():
        for thema_id, thema in themas.items():
            tellingen = [
                (int(n.get((activiteit_id, thema_id, p), 0)), int(basis.get((activiteit_id, p), 0)))
                for p in periodes
            ]
            if tellingen[1][0] < drempel:
                continue
            groei = tellingen[1][0] / max(tellingen[1][1], 1) - tellingen[0][0] / max(tellingen[0][1], 1)
            rijen += [
                (groei, activiteit_id, str(thema), p, *t) for p, t in zip(periodes, tellingen, strict=True)
            ]
    tabel = pd.DataFrame(rijen, columns=["groei", "activiteit_id", "thema", "periode", "n", "basis"])
    tabel = tabel[tabel["groei"].gt(0)].sort_values("groei", ascending=False, kind="stable").head(2 * _MEEST)
    if tabel.empty:
        raise MethodeError(
            "geen thema is in de tweede helft van de periode door genoeg en door meer mensen gemeld"
        )
    tabel = tabel.drop(columns="groei").reset_index(drop=True).astype({"n": "Int32", "basis": "Int32"})
    klein = (
        tabel["n"]
        .between(1, drempel - 1)
        .groupby([tabel["activiteit_id"], tabel["thema"]], observed=True, dropna=False)
        .transform("any")
    )
    later = tabel["periode"].eq(periodes[1])
    tekst = later.map({False: f"minder dan {drempel}", True: f"{drempel} of meer"})
    tabel = tabel.assign(tekst=tekst.where(klein, tabel["n"].map(format_getal)).astype("str"))
    tabel = tabel.assign(toeval=_test_halves(tabel).mask(klein), n=tabel["n"].mask(klein))
    tabel = tabel.assign(aandeel=(tabel["n"] / tabel["basis"]).astype("float64"))
    # a rise that was not tested, for its counts are hidden, does not go before one that was
    rang = tabel["toeval"].astype("Int8").fillna(2)
    tabel = tabel.iloc[rang.to_numpy().argsort(kind="stable")].reset_index(drop=True)
    return annotate(tabel, describe_overzicht(traject, tabel, "signalen over de tijd", _NOOT))


def state_groei(tabel: pd.DataFrame) -> str:
    """Return how many people named the theme that rose most, in both halves; against the threshold where they are hidden.

    What may be chance is called so.
    """
    later = tabel.iloc[1]
    naam = quote(str(later["thema"]).capitalize(), langst=25)
    if tabel["n"].head(2).isna().any():
        eerder, nu = (str(tekst) for tekst in tabel["tekst"].head(2))
        meer = f"{naam} meldden in {later['periode']} meer mensen dan daarvoor"
        if "x" in (eerder, nu):
            return meer
        zin = f"{naam} meldden in {later['periode']} {nu} mensen, daarvoor {eerder}"
        return choose_zin([f"{zin}; niet getoetst", f"{meer}; niet getoetst", meer])
    toen, nu = (format_getal(int(n)) for n in tabel["n"].head(2))
    einde = "; dat kan toeval zijn" if pd.notna(later["toeval"]) and later["toeval"] else ""
    return choose_zin(
        [
            f"{naam} meldden {nu} mensen in {later['periode']}, eerder {toen}{einde}",
            f"{naam} meldden {nu} mensen, eerder {toen}{einde}",
        ]
    )


def _test_halves(tabel: pd.DataFrame) -> pd.Series:
    """Return per row whether its theme was named as often in both halves as chance allows."""
    from scipy.stats import fisher_exact  # most of a second to import, and most trajects have no signals

    toeval = []
    for nr in range(0, len(tabel), 2):
        kruis = [
            [int(n), int(basis) - int(n)] for n, basis in tabel[["n", "basis"]].iloc[nr : nr + 2].to_numpy()
        ]
        toeval += [float(fisher_exact(kruis).pvalue) >= HOOGSTE_P] * 2
    return pd.Series(toeval, index=tabel.index, dtype="boolean")


def _list_maanden(traject: Traject) -> pd.Series:
    """Return the month of each dated signal of a known person, by fragment_id."""
    activiteiten = traject.activiteiten
    eigen = activiteiten[activiteiten["instrument"].eq("signaal")]["activiteit_id"]
    fragmenten = traject.fragmenten
    fragmenten = fragmenten[fragmenten["activiteit_id"].isin(eigen) & fragmenten["tijdstip"].notna()]
    fragmenten = fragmenten[fragmenten["fragment_id"].isin(list_teksten(traject)["fragment_id"])]
    maanden: pd.Series = fragmenten["tijdstip"].dt.strftime("%Y-%m")
    return maanden.set_axis(fragmenten["fragment_id"].astype("str"))


def _name_periode(maanden: list[str], *, met_jaar: bool = False) -> str:
    """Return the first and the last month in words, with the year where the signals are of several.

    Examples
    --------
    >>> _name_periode(["2026-05", "2026-06"]), _name_periode(["2025-10", "2026-01"], met_jaar=True)
    ('mei–juni', 'oktober 2025–januari 2026')
    >>> _name_periode(["2025-10", "2025-12"], met_jaar=True)
    'oktober–december 2025'
    """
    eerste, laatste = (MAANDEN[int(maand[5:]) - 1] for maand in (maanden[0], maanden[-1]))
    begin, eind = (f" {maand[:4]}" if met_jaar else "" for maand in (maanden[0], maanden[-1]))
    if maanden[0] == maanden[-1]:
        return f"{laatste}{eind}"
    return f"{eerste}{'' if begin == eind else begin}–{laatste}{eind}"
