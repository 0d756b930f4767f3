"""What changed between waves, in the same people where they are the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd

from burgerdata.analysis.eens_oneens import list_kanten
from burgerdata.analysis.gelijkheid import refuse_verschil, spell_alike
from burgerdata.analysis.gevraagd import Gevraagd, find_gevraagd
from burgerdata.analysis.golven import compare_waves, list_paren, name_meting
from burgerdata.analysis.groepstoets import adjust_once
from burgerdata.analysis.interval import bound_aandelen
from burgerdata.analysis.regels import describe_gevraagd, format_reeks, is_gewogen
from burgerdata.analysis.uitval import list_wegingsnoten, weigh_langs
from burgerdata.analysis.werfverschil import list_werfverschillen
from burgerdata.designs import refuse_indelingen
from burgerdata.errors import MethodeError
from burgerdata.schema.vergelijking import IEDEREEN, SAMEN, VERGELIJKING, is_los
from burgerdata.toelichting import annotate
from burgerdata.traject import Traject

_KOLOMMEN = [
    *("label", "van", "naar", "n_van", "n_naar", "n_beide", "waarde_van", "waarde_naar"),
    *("alle_van", "alle_naar", "verschil", "se", "onder", "boven", "p_waarde", "p_aangepast", "maat"),
    VERGELIJKING,
    SAMEN,
]


def compare_metingen(traject: Traject, vraag_id: str, *, per: str | None = None) -> pd.DataFrame:
    """Return a row per pair of waves: what the same people answered then and now, with interval and test.

    Pairs are the successive waves and the first with the last. Columns: panel, vraag_id, label (share questions),
    van, naar, n_van, n_naar, n_beide, waarde_van, waarde_naar (of the same people), alle_van, alle_naar (of all
    respondents, each with the weight of that wave), verschil, se, onder, boven, p_waarde, p_aangepast (Holm over
    tests; of two answers both rows report one), maat (gemiddelde, aandeel), vergelijking (dezelfde mensen, twee
    steekproeven, iedereen per meting), samen (of a statement: whether the row takes the answers of one side together, as "eens of zeer
    eens"; Holm counts these rows apart). n_beide is who gave an answer and has weight in both, however they are compared.
    The difference is linearised on the person, in the design of the later wave with its weights and their calibration,
    or with a longitudinal weight: that of ``weight_uitval``, else that of the bureau (langsgewicht in traject.toml). Where the people
    in both waves are under half of the smaller one, everyone counts: the waves are compared as two
    samples (``burgerdata.statistics.compare_samples``); so are shares where but a few people are not in both, for those
    of the same people beside those of all would tell what the few answered. With ``per`` the trait of the first wave counts.

    Raises
    ------
    MethodeError
        When there is one wave only, or the waves did not ask the same question or asked education of ``per`` by another
        scheme: the difference is shown.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> compare_metingen(make_example(), "cijfer")
    Traceback (most recent call last):
    ...
    burgerdata.errors.MethodeError: vraag 'cijfer' is in één meting gesteld; verandering vraagt er twee
    """
    reeksen = find_reeksen(traject, vraag_id, per)
    for reeks in reeksen.values():
        refuse_verschil(reeks)
        if per:
            refuse_indelingen(traject, [g.activiteit_id for g in reeks], per)
    reeksen = {p: [spell_alike(g, reeks[0]) for g in reeks] for p, reeks in reeksen.items()}
    tabel = pd.concat([_compare_reeks(p, reeks, per) for p, reeks in reeksen.items()], ignore_index=True)
    voor = ["panel", *([per] if per else []), "vraag_id"]
    gesteld = [g for reeks in reeksen.values() for g in reeks]
    tabel = tabel.assign(p_aangepast=_adjust(tabel, gesteld[0], voor))
    anders = list_werfverschillen(traject, [[g.activiteit_id for g in reeks] for reeks in reeksen.values()])
    toelichting = describe_gevraagd(
        "verandering",
        gesteld,
        per=per or "",
        basis=state_basis_metingen(tabel, per),
        noten=[*([] if is_los(tabel).all() else list_wegingsnoten(gesteld)), *anders],
        anders_geworven=bool(anders),
    )
    golven = tuple((p, name_meting(g), g.activiteit_id) for p, reeks in reeksen.items() for g in reeks)
    toelichting = replace(toelichting, metingen=golven)
    return annotate(tabel[[*voor, *_KOLOMMEN]], toelichting)


def find_reeksen(traject: Traject, vraag_id: str, per: str | None) -> dict[str, list[Gevraagd]]:
    """Return the waves per panel, or per instrument where there is no panel, in the order of the traject."""
    volgorde = {naam: nr for nr, naam in enumerate(traject.activiteiten["activiteit_id"])}
    reeksen: dict[str, list[Gevraagd]] = {}
    gesteld = sorted(find_gevraagd(traject, vraag_id, per=per), key=lambda g: volgorde[g.activiteit_id])
    for gevraagd in gesteld:
        activiteit = gevraagd.activiteit
        if pd.isna(activiteit["panel"]) and pd.isna(activiteit["meting"]):
            continue  # two surveys are no waves of one until the analyst says so
        naam = activiteit["instrument"] if pd.isna(activiteit["panel"]) else activiteit["panel"]
        reeksen.setdefault(str(naam), []).append(gevraagd)
    reeksen = {naam: reeks for naam, reeks in reeksen.items() if len(reeks) > 1}
    if not reeksen and len(gesteld) > 1:
        raise MethodeError(
            f"vraag '{vraag_id}' is {len(gesteld)} keer gesteld, maar niet in metingen van één panel of instrument; zijn "
            "het metingen, geef ze dan in traject.toml elk een meting"
        )
    if not reeksen:
        raise MethodeError(f"vraag '{vraag_id}' is in één meting gesteld; verandering vraagt er twee")
    return reeksen


def _compare_reeks(panel: str, reeks: list[Gevraagd], per: str | None) -> pd.DataFrame:
    delen = [_compare_pair(van, naar, per) for van, naar in list_paren(reeks)]
    tabel = pd.concat(delen, ignore_index=True)
    vast = {"panel": panel, "vraag_id": reeks[0].vraag_id}
    return tabel.assign(**{k: pd.Series(v, index=tabel.index, dtype="str") for k, v in vast.items()})


def _compare_pair(van: Gevraagd, naar: Gevraagd, per: str | None) -> pd.DataFrame:
    langs = weigh_langs(van, naar)
    kanten = list(list_kanten(van, naar))
    gewogen = langs is not None or any(is_gewogen(g.traject, g.activiteit_id) for g in (van, naar))
    waarden = [*_list_waarden(van, naar), *kanten]
    tabel = compare_waves(van, naar, waarden, per=per, langs=langs, geteld=not (van.cijfer or gewogen))
    tabel = tabel if van.cijfer else bound_aandelen(tabel)
    tabel[SAMEN] = tabel["label"].isin([label for label, _, _ in kanten])
    tekst = {
        "van": name_meting(van),
        "naar": name_meting(naar),
        "maat": "gemiddelde" if van.cijfer else "aandeel",
    }
    return tabel.assign(**{k: pd.Series(v, index=tabel.index, dtype="str") for k, v in tekst.items()})


def _adjust(tabel: pd.DataFrame, gevraagd: Gevraagd, voor: list[str]) -> pd.Series:
    """Return Holm's p-values: over the answers, and apart over the sides of a statement, which are made of them."""
    delen = [deel for _, deel in tabel.groupby(SAMEN, observed=True, dropna=False)]
    aangepast = [adjust_once(deel["p_waarde"], _name_toetsen(deel, gevraagd, voor)) for deel in delen]
    samen: pd.Series = pd.concat(aangepast).reindex(tabel.index)
    return samen


def _name_toetsen(tabel: pd.DataFrame, gevraagd: Gevraagd, voor: list[str]) -> pd.Series:
    """Return which test each row reports: of two answers of which one is chosen, both rows report the same."""
    getest = tabel.loc[tabel["p_waarde"].notna(), "label"]
    tweedelig = gevraagd.soort not in ("meer_antwoorden", "rangorde") and getest.nunique() == 2
    tweedelig = tweedelig and not tabel[SAMEN].any()  # between agreeing and disagreeing there is a middle
    sleutel = [*voor, "van", "naar", *([] if tweedelig else ["label"])]
    return tabel[sleutel].astype("str").agg("\n".join, axis=1)


def _list_waarden(van: Gevraagd, naar: Gevraagd) -> Iterator[tuple[str, pd.Series, pd.Series]]:
    """Yield label and the numbers of both waves: the grade, or per answer 1 for who gave it."""
    if van.cijfer:
        yield "", van.getallen, naar.getallen
        return
    if van.soort in ("meer_antwoorden", "rangorde"):
        een, twee = (
            van.keuzes.astype("Float64").astype("float64"),
            naar.keuzes.astype("Float64").astype("float64"),
        )
        for label in [label for label in een if label in twee]:
            yield str(label), een[label], twee[label]
        return
    labels = list(dict.fromkeys([*van.opties["label"], *naar.opties["label"]]))
    for label in labels:
        waarden = [g.labels.eq(label).astype("float64").where(g.labels.notna()) for g in (van, naar)]
        yield str(label), waarden[0], waarden[1]


def state_basis_metingen(tabel: pd.DataFrame, per: str | None = None) -> str:
    """Return the base line of a table of change: the same people, or all people per wave.

    Per group it names no numbers, for the smallest may have to be hidden.
    """
    los = is_los(tabel)
    wie = "verschillende mensen per meting" if tabel["n_beide"].eq(0).all() else "iedereen per meting"
    if not los.all():
        wie = "mensen die in beide metingen antwoord gaven"
    enkelen = los & tabel[VERGELIJKING].astype("str").eq(IEDEREEN) if VERGELIJKING in tabel else los & False
    hoe = _state_los(tabel[los & ~enkelen], alle=bool(los.all())) + _state_iedereen(tabel[enkelen], per)
    if per:
        return f"Basis: {wie}; aantallen per groep in de tabel{hoe}."
    metingen = format_reeks([int(n) for kolom in ("n_van", "n_naar") for n in tabel[kolom]])
    if los.all():
        return f"Basis: {wie}, n = {metingen}{hoe}."
    beide = format_reeks([int(n) for n in tabel.loc[~los, "n_beide"]])
    return f"Basis: {wie}, n = {beide}; per meting n = {metingen}{hoe}."


def _state_los(los: pd.DataFrame, *, alle: bool) -> str:
    """Return why waves with people in both were compared as two samples; how many these are stands in the table."""
    if los.empty:
        return ""
    if los["n_beide"].eq(0).all():
        return "" if alle or los.empty else "; waar niemand in beide zit vergeleken als twee steekproeven"
    waar = "" if alle else "waar dat zo is, "
    return f"; minder dan de helft gaf in beide antwoord, {waar}vergeleken als twee steekproeven"


def _state_iedereen(rijen: pd.DataFrame, per: str | None) -> str:
    """Return why everyone counts although nearly all are in both waves."""
    if rijen.empty:
        return ""
    waar = (
        "waar maar enkelen in één van beide zitten "
        if per
        else "maar enkelen zitten in één van beide: daarom "
    )
    return f"; {waar}telt iedereen mee"
