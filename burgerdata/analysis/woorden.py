"""Words that one group uses more than the others."""

from __future__ import annotations

import pandas as pd

from burgerdata.analysis.genoemd import list_teksten
from burgerdata.analysis.groepen import VAN_ACTIVITEIT, read_groepen
from burgerdata.analysis.kenmerknamen import name_groep
from burgerdata.analysis.regels import state_bron
from burgerdata.analysis.vermenging import state_vermenging
from burgerdata.designs import read_burgers
from burgerdata.errors import MethodeError
from burgerdata.getallen import format_getal
from burgerdata.text import keyness, tokenize_texts
from burgerdata.toelichting import Toelichting, annotate
from burgerdata.traject import Traject

_MINSTE_MENSEN, _MINSTE_Z = 5, 1.96
_MASKER = r"\[[a-z]+\]"
"""What a name was replaced with: nobody's word."""
_KOLOMMEN = ["woord", "n_groep", "n_rest", "mensen", "log_odds", "z", "g2"]


def find_kenmerkende_woorden(
    traject: Traject, *, per: str, n: int = 10, vraag_id: str | None = None
) -> pd.DataFrame:
    """Return the words most typical of each group: activiteit_id, the group under the name of ``per``, woord and figures.

    ``per`` is a column of activiteiten (fase, instrument, meting, …), "groep", or a trait; a trait is compared within
    each activity, a column of activiteiten over all of them (activiteit_id is then empty). n_groep and n_rest count
    the word, mensen who used it in the group; log_odds has an informative Dirichlet prior, z is it divided by its
    standard error, g2 the likelihood ratio. A word of fewer than five people of a group, or with z under 1.96, is left out. It shows how people
    speak, and is no test of a difference in what they think.

    Raises
    ------
    MethodeError
        When ``per`` is no group, or there are not two groups with texts.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> find_kenmerkende_woorden(make_example(), per="leeftijdsgroep")
    Traceback (most recent call last):
    burgerdata.errors.MethodeError: er zijn geen twee groepen met teksten; kies een andere indeling dan 'leeftijdsgroep'
    """
    teksten = _add_groepen(traject, list_teksten(traject, vraag_id=vraag_id), per)
    teksten = teksten.assign(tekst=teksten["tekst"].str.replace(_MASKER, " ", regex=True))
    over_alles = per in VAN_ACTIVITEIT
    delen = []
    bron = pd.Series("", index=teksten.index, dtype="str") if over_alles else teksten["activiteit_id"]
    for activiteit_id, deel in teksten.groupby(bron, observed=True, dropna=False, sort=False):
        if deel["_groep"].nunique() > 1:
            delen.append(_compare(deel, n).assign(activiteit_id=str(activiteit_id)))
    if not delen:
        raise MethodeError(f"er zijn geen twee groepen met teksten; kies een andere indeling dan '{per}'")
    tabel = pd.concat(delen, ignore_index=True).rename(columns={"groep": per})
    tabel = tabel[["activiteit_id", per, *_KOLOMMEN] if per != "activiteit_id" else [per, *_KOLOMMEN]]
    ids = list(teksten["activiteit_id"].unique())
    noten = (
        "Kenmerkend is: vaker gebruikt dan door de anderen. Het zegt hoe mensen spreken, niet hoe vaak zij iets vinden.",
    )
    mensen = teksten["deelnemer_id"].nunique()
    vermenging = state_vermenging(traject, ids) if per in ("fase", "instrument") else ""
    uitleg = Toelichting(
        "overig",
        onderwerp="kenmerkende woorden",
        basis=f"Basis: {format_getal(len(teksten))} teksten van {format_getal(mensen)} mensen.",
        bron=state_bron(traject, ids),
        per=per,
        groep_naam=name_groep(traject, per, ids),
        noten=tuple(filter(None, (*noten, vermenging))),
        synthetisch=traject.instellingen.synthetisch,
    )
    return annotate(tabel.reset_index(drop=True), uitleg)


def _add_groepen(traject: Traject, teksten: pd.DataFrame, per: str) -> pd.DataFrame:
    """Return the texts with the group of their person in ``_groep``; texts of no group are left out."""
    if per not in (*VAN_ACTIVITEIT, "groep") and not traject.vragen["vraag_id"].eq(per).any():
        raise MethodeError(
            f"kenmerk '{per}' bestaat niet; kies een kenmerk, of fase, instrument, meting of groep"
        )
    delen = []
    for _, activiteit in traject.activiteiten.iterrows():
        activiteit_id = str(activiteit["activiteit_id"])
        eigen = teksten[teksten["activiteit_id"].eq(activiteit_id)]
        vragen = traject.vragen[traject.vragen["activiteit_id"].eq(activiteit_id)]["vraag_id"]
        if eigen.empty or (per not in (*VAN_ACTIVITEIT, "groep") and not vragen.eq(per).any()):
            continue
        personen = read_burgers(traject.volledig or traject, activiteit_id)
        groep = read_groepen(traject, activiteit, per, personen).astype("str")
        wie = dict(zip(personen["deelnemer_id"].astype("str"), groep, strict=True))
        delen.append(eigen.assign(_groep=eigen["deelnemer_id"].map(wie).astype("str")))
    leeg = teksten.assign(_groep=pd.Series("", index=teksten.index, dtype="str")).iloc[:0]
    return pd.concat([leeg, *delen], ignore_index=True).dropna(subset="_groep")


def _compare(deel: pd.DataFrame, n: int) -> pd.DataFrame:
    """Return the n most typical words of each group, with how many people of the group used them."""
    gevonden = keyness(deel["tekst"].tolist(), deel["_groep"].tolist())
    woorden = tokenize_texts(deel["tekst"].tolist())
    los = pd.DataFrame(
        {"groep": deel["_groep"].to_numpy(), "wie": deel["deelnemer_id"].to_numpy(), "woord": woorden}
    ).explode("woord")
    mensen = los.dropna().groupby(["groep", "woord"], observed=True)["wie"].nunique().rename("mensen")
    tabel = gevonden.astype({"groep": "str"}).merge(mensen.reset_index(), on=["groep", "woord"])
    tabel = tabel[tabel["mensen"].ge(_MINSTE_MENSEN) & tabel["z"].ge(_MINSTE_Z)]
    return tabel.groupby("groep", observed=True, sort=False).head(n).astype({"mensen": "Int32"})
