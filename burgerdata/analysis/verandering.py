"""What changed between waves, in the same people where they are the same."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Literal, Protocol, cast

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from burgerdata.analysis.gelijkheid import refuse_verschil
from burgerdata.analysis.gevraagd import Gevraagd, find_gevraagd
from burgerdata.analysis.groepen import PER
from burgerdata.analysis.regels import describe_gevraagd, format_reeks
from burgerdata.analysis.uitval import find_uitval, read_langsgewicht
from burgerdata.errors import MethodeError
from burgerdata.getallen import join_woorden
from burgerdata.schema.labels import WERVING_LABEL
from burgerdata.statistics import Design, add_p_values, adjust_p
from burgerdata.toelichting import annotate
from burgerdata.traject import Traject
from burgerdata.wide import find_rijen

_KOLOMMEN = [
    *("label", "van", "naar", "n_van", "n_naar", "n_beide", "waarde_van", "waarde_naar"),
    *("alle_van", "alle_naar", "verschil", "se", "onder", "boven", "p_waarde", "p_aangepast", "maat"),
]
_GENOEG = 30
"""People in both waves who can stand for all, however large the waves are."""


def compare_metingen(traject: Traject, vraag_id: str, *, per: str | None = None) -> pd.DataFrame:
    """Return a row per pair of waves: what the same people answered then and now, with interval and test.

    Pairs are the successive waves and the first with the last. Columns: panel, vraag_id, label (share questions),
    van, naar, n_van, n_naar, n_beide, waarde_van, waarde_naar (of the same people), alle_van, alle_naar (of all
    respondents, each with the weight of that wave), verschil, se, onder, boven, p_waarde, p_aangepast (Holm over the
    rows), maat (gemiddelde, aandeel).
    The difference is linearised on the person. Where too few people are in both waves to stand for them (under 30 and
    under half of the smaller wave), everyone counts: the waves are compared as samples, with what people in both have
    in common taken into account, and n_beide is 0. A person has the weight of the later wave,
    or after ``weight_uitval`` a longitudinal one; with ``per`` the trait of the first wave counts.

    Raises
    ------
    MethodeError
        When there is one wave only, or the waves did not ask the same question: the difference is shown.

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
    tabel = pd.concat([_compare_reeks(p, reeks, per) for p, reeks in reeksen.items()], ignore_index=True)
    tabel = tabel.assign(p_aangepast=adjust_p(tabel["p_waarde"].to_numpy()))
    voor = ["panel", *([per] if per else []), "vraag_id"]
    gesteld = [g for reeks in reeksen.values() for g in reeks]
    noten = _list_noten(gesteld)
    toelichting = describe_gevraagd(
        "verandering", gesteld, per=per or "", basis=state_basis_metingen(tabel, per), noten=noten
    )
    return annotate(tabel[[*voor, *_KOLOMMEN]], toelichting)


def find_reeksen(traject: Traject, vraag_id: str, per: str | None) -> dict[str, list[Gevraagd]]:
    """Return the waves per panel, or per instrument where there is no panel, in the order of the traject."""
    volgorde = {naam: nr for nr, naam in enumerate(traject.activiteiten["activiteit_id"])}
    reeksen: dict[str, list[Gevraagd]] = {}
    for gevraagd in sorted(
        find_gevraagd(traject, vraag_id, per=per), key=lambda g: volgorde[g.activiteit_id]
    ):
        activiteit = gevraagd.activiteit
        naam = activiteit["instrument"] if pd.isna(activiteit["panel"]) else activiteit["panel"]
        reeksen.setdefault(str(naam), []).append(gevraagd)
    reeksen = {naam: reeks for naam, reeks in reeksen.items() if len(reeks) > 1}
    if not reeksen:
        raise MethodeError(f"vraag '{vraag_id}' is in één meting gesteld; verandering vraagt er twee")
    return reeksen


def _compare_reeks(panel: str, reeks: list[Gevraagd], per: str | None) -> pd.DataFrame:
    paren = list(pairwise(reeks))
    if len(reeks) > 2:
        paren.append((reeks[0], reeks[-1]))
    delen = [_compare_pair(van, naar, per) for van, naar in paren]
    tabel = pd.concat(delen, ignore_index=True)
    vast = {"panel": panel, "vraag_id": reeks[0].vraag_id}
    return tabel.assign(**{k: pd.Series(v, index=tabel.index, dtype="str") for k, v in vast.items()})


def _compare_pair(van: Gevraagd, naar: Gevraagd, per: str | None) -> pd.DataFrame:
    frame = _weigh_pair(join_waves(van, naar, per), van, naar)
    tabel = compare_waves(frame, list(_list_waarden(van, naar)), per=PER if per else None)
    tekst = {
        "van": _name_meting(van),
        "naar": _name_meting(naar),
        "maat": "gemiddelde" if van.cijfer else "aandeel",
    }
    tabel = tabel.assign(**{k: pd.Series(v, index=tabel.index, dtype="str") for k, v in tekst.items()})
    return tabel.rename(columns={PER: per}) if per else tabel


def _weigh_pair(frame: pd.DataFrame, van: Gevraagd, naar: Gevraagd) -> pd.DataFrame:
    """Return the frame with ``weeg``: the longitudinal weight where there is one, else the weight of the later wave."""
    kenmerken = find_uitval(naar)
    beide = frame["plek_van"].ge(0) & frame["plek_naar"].ge(0)
    if not kenmerken or not beide.any():
        return frame.assign(weeg=frame["gewicht"])
    langs = read_langsgewicht(van, naar, kenmerken)
    return frame.assign(
        weeg=frame["deelnemer_id"].map(langs).astype("float64").where(beide, frame["gewicht"])
    )


def compare_waves(
    frame: pd.DataFrame, waarden: Sequence[tuple[str, pd.Series, pd.Series]], *, per: str | None = None
) -> pd.DataFrame:
    """Return the change of each pair of series, one per wave on the index of its persons, in people of ``join_waves``."""
    frame = frame if "weeg" in frame else frame.assign(weeg=frame["gewicht"])
    for nr, (_, een, twee) in enumerate(waarden):
        plekken = {f"een {nr}": _take(een, frame["plek_van"]), f"twee {nr}": _take(twee, frame["plek_naar"])}
        frame = frame.assign(**plekken)
    design = _make_design(frame)
    delen = [
        _measure(design, f"een {nr}", f"twee {nr}", per).assign(label=label)
        for nr, (label, _, _) in enumerate(waarden)
    ]
    return pd.concat(delen, ignore_index=True)


def _name_meting(gevraagd: Gevraagd) -> str:
    meting = gevraagd.activiteit["meting"]
    return gevraagd.activiteit_id if pd.isna(meting) else str(meting)


class Golf(Protocol):
    """One wave of anything: its persons, who of them counts, and their groups."""

    @property
    def personen(self) -> pd.DataFrame:
        """Return the burgers of the wave."""

    @property
    def binnen(self) -> pd.Series:
        """Return who of them is asked about."""

    def groepen(self, per: str) -> pd.Series:
        """Return the group of each person."""


def join_waves(van: Golf, naar: Golf, per: str | None) -> pd.DataFrame:
    """Return everyone of either wave once: weight, stratum, cluster, and in each wave their place and weight."""
    kolommen = ["deelnemer_id", "gewicht", "stratum", "cluster"]
    samen = pd.concat(
        [
            naar.personen[kolommen][naar.binnen].astype({"deelnemer_id": "str"}),
            van.personen[kolommen][van.binnen].astype({"deelnemer_id": "str"}),
        ],
        ignore_index=True,
    ).drop_duplicates("deelnemer_id", ignore_index=True)
    wie = samen["deelnemer_id"].astype("category")
    samen = samen.assign(plek_van=find_rijen(wie, van.personen), plek_naar=find_rijen(wie, naar.personen))
    for kant, golf in (("van", van), ("naar", naar)):
        samen[f"gewicht_{kant}"] = _take(golf.personen["gewicht"], samen[f"plek_{kant}"])
    if per is None:
        return samen
    eerst, later = van.groepen(per), naar.groepen(per)
    groep = _take(eerst.astype("str"), samen["plek_van"])
    groep = groep.fillna(_take(later.astype("str"), samen["plek_naar"]))
    volgorde = list(dict.fromkeys([*eerst.cat.categories, *later.cat.categories]))
    return samen.assign(**{PER: pd.Categorical(groep, volgorde, ordered=True)})


def _take(reeks: pd.Series, plek: pd.Series) -> pd.Series:
    """Return the value of each person at a place in a wave, missing where that is -1."""
    return pd.Series(reeks.reindex(plek.where(plek >= 0)).to_numpy(), index=plek.index, dtype=reeks.dtype)


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


def _make_design(frame: pd.DataFrame) -> Design:
    heeft = {naam: bool(frame[naam].notna().all()) for naam in ("stratum", "cluster")}
    return Design(
        frame,
        weight="weeg",
        strata="stratum" if heeft["stratum"] else None,
        cluster="cluster" if heeft["cluster"] else None,
    )


def _measure(design: Design, een: str, twee: str, by: str | None) -> pd.DataFrame:
    """Return the change from one column to the other, of the same people where every group has some."""
    frame = design.frame
    nummers, namen = (
        (np.zeros(len(frame), dtype=np.int64), None) if by is None else pd.factorize(frame[by], sort=True)
    )
    waves = [frame[naam].to_numpy(dtype="float64") for naam in (een, twee)]
    heeft = [~np.isnan(wave) & (nummers >= 0) for wave in waves]
    n = {"n_van": heeft[0], "n_naar": heeft[1], "n_beide": heeft[0] & heeft[1]}
    size = 1 if namen is None else len(namen)
    geteld = {naam: np.bincount(nummers[wie], minlength=size) for naam, wie in n.items()}
    zelfde = _find_zelfde(geteld)
    geteld["n_beide"] = np.where(zelfde, geteld["n_beide"], 0)
    tabel, plek = _change(design, (een, twee), by, zelfde, namen)
    samen = np.where(zelfde[nummers], n["n_beide"], heeft[0] | heeft[1]) & (nummers >= 0)
    gemiddelden = {
        f"{welke}_{kant}": _mean(wave, frame[gewicht].to_numpy(dtype="float64"), nummers, wie & binnen)[plek]
        for kant, wave, wie in zip(("van", "naar"), waves, heeft, strict=True)
        for welke, gewicht, binnen in (
            ("waarde", "weeg", samen),
            ("alle", f"gewicht_{kant}", np.ones(len(frame), dtype=np.bool_)),
        )
    }
    kolommen = {"estimate": "verschil", "ci_low": "onder", "ci_high": "boven", "p_value": "p_waarde"}
    tabel = tabel.drop(columns="n").rename(columns=kolommen)
    tabel = tabel.assign(p_waarde=tabel["p_waarde"].where(tabel["se"] > 0), **gemiddelden)
    tabel = tabel.assign(**{naam: pd.Series(aantal[plek], dtype="Int32") for naam, aantal in geteld.items()})
    return tabel.astype({by: "str"}) if by else tabel


def _find_zelfde(geteld: Mapping[str, NDArray[np.int64]]) -> NDArray[np.bool_]:
    """Return per group whether enough people are in both waves to stand for them."""
    beide, kleinste = geteld["n_beide"], np.minimum(geteld["n_van"], geteld["n_naar"])
    return np.asarray((beide >= _GENOEG) | ((beide > 0) & (2 * beide >= kleinste)))


def _change(
    design: Design,
    golven: tuple[str, str],
    by: str | None,
    zelfde: NDArray[np.bool_],
    namen: pd.Index | None,
) -> tuple[pd.DataFrame, NDArray[np.int64]]:
    """Return the change per group, of the same people where ``zelfde`` says so, and the place of each group."""
    delen = []
    for overlap, geldt in (("both", zelfde), ("all", ~zelfde)):
        if not geldt.any():
            continue
        tabel = add_p_values(design.change(*golven, by=by, overlap=cast("Literal['both', 'all']", overlap)))
        plek = np.zeros(1, dtype=np.int64) if namen is None else namen.get_indexer(pd.Index(tabel[str(by)]))
        delen.append(tabel.assign(_plek=plek)[geldt[plek]])
    samen = pd.concat(delen).sort_values("_plek", kind="stable", ignore_index=True)
    return samen.drop(columns="_plek"), samen["_plek"].to_numpy(dtype=np.int64)


def _mean(
    wave: NDArray[np.float64],
    gewicht: NDArray[np.float64],
    nummers: NDArray[np.int64],
    wie: NDArray[np.bool_],
) -> NDArray[np.float64]:
    """Return the weighted mean per group; missing for a group without anyone."""
    size = int(nummers.max(initial=0)) + 1
    massa = np.bincount(nummers[wie], gewicht[wie], size)
    som = np.bincount(nummers[wie], gewicht[wie] * wave[wie], size)
    return np.asarray(np.divide(som, massa, out=np.full(size, np.nan), where=massa > 0), dtype=np.float64)


def state_basis_metingen(tabel: pd.DataFrame, per: str | None = None) -> str:
    """Return the base line of a table of change: the same people, or other people per wave.

    Per group it names no numbers, for the smallest may have to be hidden.
    """
    if per:
        wie = (
            "verschillende mensen per meting"
            if tabel["n_beide"].eq(0).all()
            else "mensen die in beide metingen antwoord gaven"
        )
        return f"Basis: {wie}; aantallen per groep in de tabel."
    metingen = [int(n) for kolom in ("n_van", "n_naar") for n in tabel[kolom]]
    if tabel["n_beide"].eq(0).all():
        return f"Basis: verschillende mensen per meting, n = {format_reeks(metingen)}."
    beide = format_reeks([int(n) for n in tabel["n_beide"]])
    return f"Basis: mensen die in beide metingen antwoord gaven, n = {beide}; per meting n = {format_reeks(metingen)}."


def _list_noten(gesteld: list[Gevraagd]) -> list[str]:
    """Return the notes on attrition weights, and on waves whose people were found in different ways."""
    noten = []
    kenmerken = list(dict.fromkeys(naam for gevraagd in gesteld for naam in find_uitval(gevraagd)))
    if kenmerken:
        noten.append(
            f"Verandering gewogen voor uitval op {join_woorden(kenmerken)}: wie bleef, staat voor wie vertrok."
        )
    werving = list(
        dict.fromkeys(str(g.activiteit["werving"]) for g in gesteld if pd.notna(g.activiteit["werving"]))
    )
    if len(werving) > 1:
        namen = join_woorden([WERVING_LABEL[naam] for naam in werving])
        noten.append(f"Let op: de metingen zijn anders geworven ({namen}); een verschil kan daarvan komen.")
    return noten
