"""Whether more or fewer people name a theme than in an earlier wave: only within one instrument."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from burgerdata.analysis.genoemd import list_basis, list_genoemd, list_teksten
from burgerdata.analysis.geworven import is_zelfselectie
from burgerdata.analysis.golven import compare_waves, list_paren
from burgerdata.analysis.groepen import read_groepen
from burgerdata.analysis.interval import bound_aandelen
from burgerdata.analysis.kwalitatief import is_kwalitatief
from burgerdata.analysis.regels import list_noten, state_bron
from burgerdata.analysis.themas import MENSEN, choose_themas, describe_themas, state_gelezen
from burgerdata.analysis.uitval import list_wegingsnoten, weigh_langs
from burgerdata.analysis.verandering import state_basis_metingen
from burgerdata.analysis.werfverschil import list_werfverschillen
from burgerdata.designs import make_design, read_burgers
from burgerdata.errors import MethodeError
from burgerdata.schema.vergelijking import VERGELIJKING, is_los
from burgerdata.statistics import Design, adjust_p
from burgerdata.toelichting import Toelichting, annotate
from burgerdata.traject import Traject

_KOLOMMEN = [
    *("panel", "thema_id", "label", "van", "naar", "n_van", "n_naar", "n_beide", "waarde_van", "waarde_naar"),
    *(
        "alle_van",
        "alle_naar",
        "verschil",
        "se",
        "onder",
        "boven",
        "p_waarde",
        "p_aangepast",
        "maat",
        VERGELIJKING,
        "gelezen",
    ),
]


@dataclass(frozen=True, eq=False)
class _Golf:
    """One wave: all burgers of the sample, who of them wrote something (``binnen``), and who named which theme."""

    traject: Traject
    activiteit_id: str
    meting: str
    personen: pd.DataFrame
    binnen: pd.Series
    genoemd: pd.DataFrame

    def groepen(self, per: str) -> pd.Series:
        """Return the group of each person."""
        activiteiten = self.traject.activiteiten
        activiteit = activiteiten[activiteiten["activiteit_id"].eq(self.activiteit_id)].iloc[0]
        return read_groepen(self.traject, activiteit, per, self.personen)

    def design(self, kolommen: dict[str, pd.Series]) -> Design:
        """Return the design of the wave with these columns."""
        return make_design(self.traject, self.activiteit_id, kolommen=kolommen)

    def name(self, thema_id: str) -> pd.Series:
        """Return 1 for who named the theme, 0 for who wrote something else, missing for the others."""
        wie = self.genoemd.loc[self.genoemd["thema_id"].eq(thema_id), "deelnemer_id"]
        ja = self.personen["deelnemer_id"].astype("str").isin(wie).astype("float64")
        return ja.where(self.binnen)


def compare_themas(
    traject: Traject,
    *,
    themas: Sequence[str] | None = None,
    vraag_id: str | None = None,
    n: int | None = None,
) -> pd.DataFrame:
    """Return a row per theme and pair of waves of one instrument: the share of people who named it then and now.

    The columns are those of ``compare_metingen``, with the name of the theme in label, thema_id, and gelezen: the
    smallest share of the texts of both waves that a person read. Pairs are the successive waves and the first with the
    last. With ``n`` only the n themes that changed most, corrected for all that were tried. n_beide are people
    who wrote something in both. Waves of different instruments are never compared: a theme that rises because people
    were asked in another way has not risen.

    Raises
    ------
    MethodeError
        When no instrument that measures shares has texts in two waves, or a theme does not exist.

    Examples
    --------
    >>> from burgerdata.analysis import code_fragmenten
    >>> from burgerdata.analysis.example import make_example
    >>> lijst = pd.DataFrame({"thema": ["Duur"], "woorden_wel": ["te lang"]})
    >>> compare_themas(code_fragmenten(make_example(), lijst))
    Traceback (most recent call last):
    burgerdata.errors.MethodeError: geen instrument heeft teksten in twee metingen; een stijging is daar niet te zien
    """
    lijst = choose_themas(traject, themas)
    teksten = list_teksten(traject, vraag_id=vraag_id)
    namen = dict(zip(lijst["thema_id"].astype("str"), lijst["naam"].astype("str"), strict=True))
    reeksen = _find_reeksen(traject, teksten)
    if not reeksen:
        raise MethodeError(
            "geen instrument heeft teksten in twee metingen; een stijging is daar niet te zien"
        )
    delen, noten = [], list[str]()
    for panel, ids in reeksen.items():
        golven = [_read_golf(traject, teksten, activiteit_id) for activiteit_id in ids]
        gelezen = (
            teksten[teksten["activiteit_id"].isin(ids)]
            .groupby("activiteit_id", observed=True, dropna=False)["gelezen"]
            .mean()
        )
        eigen = [
            _compare(van, naar, namen).assign(panel=panel, gelezen=float(gelezen.min()))
            for van, naar in list_paren(golven)
        ]
        if not all(is_los(deel).all() for deel in eigen):
            noten += list_wegingsnoten(golven)
        delen += eigen
    tabel = pd.concat(delen, ignore_index=True)
    tabel = tabel.assign(p_aangepast=adjust_p(tabel["p_waarde"].to_numpy()), maat="aandeel")
    tabel = tabel[_KOLOMMEN].astype({"panel": "str", "maat": "str"})
    if n is not None:
        grootste = tabel.groupby("thema_id", observed=True, sort=False)["verschil"].agg(
            lambda d: d.abs().max()
        )
        houden = grootste.round(9).sort_values(ascending=False, kind="stable").index[:n]
        tabel = tabel[tabel["thema_id"].isin(houden)].reset_index(drop=True)
    ids = [naam for eigen in reeksen.values() for naam in eigen]
    anders = list_werfverschillen(traject, list(reeksen.values()))
    toelichting = _describe(traject, tabel, ids, tuple(dict.fromkeys([*noten, *anders])))
    return annotate(tabel, replace(toelichting, anders_geworven=bool(anders)))


def _find_reeksen(traject: Traject, teksten: pd.DataFrame) -> dict[str, list[str]]:
    """Return the waves with texts per panel, or per instrument where there is no panel; talks are left out."""
    reeksen: dict[str, list[str]] = {}
    basis = list_basis(traject, teksten)["activiteit_id"].value_counts()
    for rij in traject.activiteiten[["activiteit_id", "instrument", "panel", "meting"]].itertuples():
        activiteit_id, instrument = str(rij.activiteit_id), str(rij.instrument)
        n = int(basis.get(activiteit_id, 0))
        if n and isinstance(rij.meting, str) and not is_kwalitatief(instrument, n):
            panel = rij.panel if isinstance(rij.panel, str) else instrument
            reeksen.setdefault(panel, []).append(activiteit_id)
    return {naam: ids for naam, ids in reeksen.items() if len(ids) > 1}


def _read_golf(traject: Traject, teksten: pd.DataFrame, activiteit_id: str) -> _Golf:
    eigen = teksten[teksten["activiteit_id"].eq(activiteit_id)]
    personen = read_burgers(traject.volledig or traject, activiteit_id)
    activiteiten = traject.activiteiten.set_index("activiteit_id")
    return _Golf(
        traject,
        activiteit_id,
        str(activiteiten.at[activiteit_id, "meting"]),
        personen,
        personen["deelnemer_id"].astype("str").isin(eigen["deelnemer_id"]),
        list_genoemd(traject, eigen),
    )


def _compare(van: _Golf, naar: _Golf, namen: dict[str, str]) -> pd.DataFrame:
    waarden = [(naam, van.name(thema), naar.name(thema)) for thema, naam in namen.items()]
    tabel = bound_aandelen(compare_waves(van, naar, waarden, langs=weigh_langs(van, naar)))
    vast = {"van": van.meting, "naar": naar.meting}
    return tabel.assign(
        thema_id=pd.Series(list(namen), index=tabel.index, dtype="str"),
        **{naam: pd.Series(waarde, index=tabel.index, dtype="str") for naam, waarde in vast.items()},
    )


def _describe(traject: Traject, tabel: pd.DataFrame, ids: list[str], noten: tuple[str, ...]) -> Toelichting:
    themas = describe_themas(
        traject,
        pd.DataFrame({"activiteit_id": ids, "kwalitatief": False, "basis": 1, "gelezen": float("nan")}),
    )
    return Toelichting(
        "verandering",
        onderwerp="genoemde thema's",
        vraag=themas.vraag,
        antwoorden="Aandeel van de mensen dat het thema noemt.",
        basis=state_basis_metingen(tabel),
        bron=state_bron(traject, ids),
        noten=(
            MENSEN,
            state_gelezen(tabel),
            *noten,
            *list_noten(traject, ids, kwalitatief=False),
        ),
        gewogen=themas.gewogen,
        synthetisch=traject.instellingen.synthetisch,
        zelfselectie=is_zelfselectie(traject, ids),
    )
