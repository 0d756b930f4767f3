"""Every group against every other group, for one question."""

from __future__ import annotations

import pandas as pd

from burgerdata.analysis.gevraagd import GESLOTEN, Gevraagd, find_gevraagd
from burgerdata.analysis.groepen import PER
from burgerdata.analysis.groepstoets import HOOGSTE_P, adjust_once, list_waarden, name_toetsen
from burgerdata.analysis.kwalitatief import is_ongetoetst
from burgerdata.analysis.regels import describe_gevraagd
from burgerdata.getallen import as_floats
from burgerdata.statistics.exact import SAME
from burgerdata.statistics.pairs import compare_pairs
from burgerdata.toelichting import annotate
from burgerdata.traject import Traject

GEMIDDELDE = "gemiddelde"
_KOLOMMEN = {
    "groep": "str",
    "andere": "str",
    "label": "str",
    "basis": "Int32",
    "basis_andere": "Int32",
    "verschil": "float64",
    "se": "float64",
    "p_waarde": "float64",
    "p_aangepast": "float64",
    "hoger": "boolean",
    "lager": "boolean",
    "indicatief": "bool",
    "indicatief_andere": "bool",
}


def compare_groepen(traject: Traject, vraag_id: str, per: str) -> pd.DataFrame:
    """Return a row per activity, pair of groups and answer: how much higher the first group is.

    Columns: activiteit_id, groep, andere, label (``gemiddelde`` for the mean of a number or scale), basis,
    basis_andere, verschil (groep minus andere), se, p_waarde, p_aangepast, hoger, lager, indicatief, indicatief_andere
    (a base under that threshold). A design-based t test, or Fisher's exact test where both groups are of one mind each,
    Holm-corrected over all pairs and answers of the question, of two answers one; hoger and lager are marked from
    p_aangepast < 0.05. Pairs with a group under the threshold ``verborgen`` are not tested: their hoger and lager are
    missing. Neither are talks and reports. Groups that do not differ at all need no test, and have no p-value.

    Raises
    ------
    MethodeError
        As ``summarise_vraag``.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> compare_groepen(make_example(), "cijfer", "leeftijdsgroep").tail(1)[["groep", "andere", "label", "verschil"]]
        groep andere       label  verschil
    10  18-34    35+  gemiddelde      -1.0
    """
    gesteld = find_gevraagd(traject, vraag_id, per=per)
    tabel = pd.concat([_compare(gevraagd, per) for gevraagd in gesteld], ignore_index=True)
    noot = "Getoetst per paar van groepen (t-toets op het design, exact waar niets varieert; na correctie volgens Holm)."
    return annotate(tabel, describe_gevraagd("overig", gesteld, per=per, noten=(noot,)))


def _compare(gevraagd: Gevraagd, per: str) -> pd.DataFrame:
    waarden = _list_waarden(gevraagd)
    groepen = gevraagd.groepen(per)
    kolommen = {f"x{nr}": as_floats(reeks) for nr, reeks in enumerate(waarden.values())}
    ongetoetst = is_ongetoetst(str(gevraagd.activiteit["instrument"]), int(gevraagd.binnen.sum()))
    bekend = (groepen.notna() & gevraagd.binnen).to_numpy()
    for reeks in kolommen.values():
        bekend = bekend & reeks.notna().to_numpy()
    if ongetoetst or not bekend.any():
        return _finish(
            pd.DataFrame({naam: pd.Series(dtype=soort) for naam, soort in _KOLOMMEN.items()}), gevraagd
        )
    toets = compare_pairs(gevraagd.design({**kolommen, PER: groepen}), list(kolommen), by=PER)
    drempels = gevraagd.traject.instellingen.drempels
    kleinste = max(drempels.verborgen, 2)
    genoeg = toets["n_first"].ge(kleinste) & toets["n_second"].ge(kleinste)
    p_waarde = toets["p_value"].where(genoeg)
    label = toets["level"].map(dict(zip(kolommen, waarden, strict=True))).astype("str")
    groep, andere = toets["first"].astype("str"), toets["second"].astype("str")
    zelfde = name_toetsen(waarden)
    namen = zip(groep, andere, label, strict=True)
    toets_namen = pd.Series([f"{een}\n{ander}\n{zelfde[wat]}" for een, ander, wat in namen], dtype="str")
    p_aangepast = adjust_once(p_waarde, toets_namen)
    zeker = p_aangepast.lt(HOOGSTE_P)
    gelijk = genoeg & toets["se"].eq(0) & toets["estimate"].abs().le(SAME)
    hoger, lager = (
        (zeker & kant).astype("boolean").mask(p_aangepast.isna() & ~gelijk)
        for kant in (toets["estimate"].gt(0), toets["estimate"].lt(0))
    )
    tabel = pd.DataFrame(
        {
            "groep": groep,
            "andere": andere,
            "label": label,
            "basis": toets["n_first"].astype("Int32"),
            "basis_andere": toets["n_second"].astype("Int32"),
            "verschil": toets["estimate"],
            "se": toets["se"],
            "p_waarde": p_waarde,
            "p_aangepast": p_aangepast,
            "hoger": hoger,
            "lager": lager,
            "indicatief": toets["n_first"] < drempels.indicatief,
            "indicatief_andere": toets["n_second"] < drempels.indicatief,
        }
    )
    return _finish(tabel, gevraagd)


def _list_waarden(gevraagd: Gevraagd) -> dict[str, pd.Series]:
    """Return 1 or 0 per answer for who answered, and the number where the answers have one."""
    waarden: dict[str, pd.Series] = {}
    if gevraagd.soort in GESLOTEN:
        waarden = list_waarden(gevraagd.labels, list(gevraagd.opties["label"]))
    elif gevraagd.soort != "getal":
        waarden = {str(label): reeks for label, reeks in gevraagd.keuzes.items()}
    if gevraagd.soort == "getal" or (
        gevraagd.soort in ("schaal", "stelling") and bool(gevraagd.opties["waarde"].notna().all())
    ):
        waarden[GEMIDDELDE] = gevraagd.getallen
    return waarden


def _finish(tabel: pd.DataFrame, gevraagd: Gevraagd) -> pd.DataFrame:
    tabel.insert(0, "activiteit_id", pd.Series(gevraagd.activiteit_id, index=tabel.index, dtype="str"))
    return tabel


def letter_groepen(paren: pd.DataFrame, letters: dict[str, str]) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the letters of the groups that each group is higher than, by (groep, label).

    >>> paren = pd.DataFrame({"groep": ["a"], "andere": ["b"], "label": ["ja"], "hoger": [True], "lager": [False]})
    >>> letter_groepen(paren, {"a": "A", "b": "B"})
    {('a', 'ja'): ('B',)}
    """
    lager_dan: dict[tuple[str, str], list[str]] = {}
    verschilt = paren[(paren["hoger"] | paren["lager"]).fillna(False).astype("bool")]
    for groep, andere, label, hoger in zip(
        *(verschilt[naam] for naam in ("groep", "andere", "label", "hoger")), strict=True
    ):
        wint, verliest = (groep, andere) if hoger else (andere, groep)
        lager_dan.setdefault((wint, label), []).append(letters[verliest])
    return {
        sleutel: tuple(sorted(namen, key=lambda letter: (len(letter), letter)))
        for sleutel, namen in lager_dan.items()
    }
