"""How far people who coded the same texts agree."""

from __future__ import annotations

from itertools import combinations

import pandas as pd

from burgerdata.analysis.genoemd import choose_coderingen
from burgerdata.errors import MethodeError
from burgerdata.schema import SLEUTELTHEMAS
from burgerdata.text import cohen_kappa, krippendorff_alpha, krippendorff_alpha_per_thema
from burgerdata.toelichting import Toelichting, annotate
from burgerdata.traject import Traject

ALLE = "alle_themas"
"""The row that takes all themes together."""
REGELS = "themalijst"
_KOLOMMEN = [
    *("thema_id", "thema", "codeur_a", "codeur_b", "n", "beide", "alleen_a", "alleen_b", "geen_van_beide"),
    *("overeenstemming", "kappa", "alpha", "onder", "boven", "n_codeurs"),
]


def compare_codeurs(traject: Traject, *, regels: bool = False, seed: int = 0) -> pd.DataFrame:
    """Return a row per theme and pair of coders: how often both gave it, only A, only B, neither, and how far they agree.

    Columns: thema_id, thema, codeur_a, codeur_b, n (texts that both read), beide, alleen_a, alleen_b, geen_van_beide,
    overeenstemming (share of texts on which the pair agrees), kappa (Cohen, of the pair), alpha (Krippendorff, nominal,
    over all coders and every text that two or more of them read), onder, boven (95%, texts drawn anew), n_codeurs. The
    first rows (``alle_themas``) take all themes together: a text by theme is then one judgement. With ``regels`` the
    themalijst is one of the coders, on the texts that people read.

    Raises
    ------
    MethodeError
        When no text was coded by two people (or, with ``regels``, by anyone).

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> compare_codeurs(make_example())
    Traceback (most recent call last):
    burgerdata.errors.MethodeError: geen enkele tekst is door twee codeurs gelezen; maak met 'codeer --dubbel 100' ...
    """
    codes = list_oordelen(traject, regels=regels)
    gezien = codes.groupby("fragment_id", observed=True)["codeur"].nunique()
    codes = codes[codes["fragment_id"].isin(gezien[gezien > 1].index)]
    if codes.empty:
        raise MethodeError(
            "geen enkele tekst is door twee codeurs gelezen; maak met 'codeer --dubbel 100' een werkboek voor een tweede"
        )
    alpha = _measure_alpha(codes, seed)
    paren = pd.concat(
        [_count_pair(codes, een, twee) for een, twee in combinations(sorted(set(codes["codeur"])), 2)],
        ignore_index=True,
    )
    namen = dict(zip(traject.themas["thema_id"].astype("str"), traject.themas["naam"], strict=True))
    tabel = paren.merge(alpha, on="thema_id", how="left")
    tabel = tabel.assign(thema=tabel["thema_id"].map({**namen, ALLE: "alle thema's samen"}).astype("str"))
    volgorde = {ALLE: -1} | {naam: nr for nr, naam in enumerate(namen)}
    tabel = tabel.sort_values("thema_id", key=lambda reeks: reeks.map(volgorde), kind="stable")
    tellingen = dict.fromkeys(("n", "beide", "alleen_a", "alleen_b", "geen_van_beide", "n_codeurs"), "Int32")
    return annotate(
        tabel[_KOLOMMEN].astype(tellingen).reset_index(drop=True), _describe(traject, codes, regels=regels)
    )


def list_verschillen(traject: Traject, *, regels: bool = False) -> pd.DataFrame:
    """Return every theme on which coders of a text differ: fragment_id, activiteit_id, thema_id, thema, wel, niet, tekst.

    wel and niet name the coders who gave the theme and those who did not. Meant to be talked through: the definition
    of a theme that keeps coming back here is not clear.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> len(list_verschillen(make_example()))
    0
    """
    codes = list_oordelen(traject, regels=regels)
    lezers: dict[str, set[str]] = {}
    gaven: dict[tuple[str, str], set[str]] = {}
    for fragment, codeur, thema in codes.itertuples(index=False, name=None):
        lezers.setdefault(fragment, set()).add(codeur)
        if thema not in SLEUTELTHEMAS:
            gaven.setdefault((fragment, thema), set()).add(codeur)
    bron = traject.fragmenten.assign(fragment_id=traject.fragmenten["fragment_id"].astype("str"))
    bron = bron.set_index("fragment_id")
    namen = dict(zip(traject.themas["thema_id"].astype("str"), traject.themas["naam"], strict=True))
    rijen = [
        (
            fragment,
            str(bron.at[fragment, "activiteit_id"]),
            thema,
            namen[thema],
            ", ".join(sorted(wel)),
            ", ".join(sorted(lezers[fragment] - wel)),
            str(bron.at[fragment, "tekst"]),
        )
        for (fragment, thema), wel in gaven.items()
        if lezers[fragment] - wel
    ]
    kolommen = ["fragment_id", "activiteit_id", "thema_id", "thema", "wel", "niet", "tekst"]
    tabel = pd.DataFrame(rijen, columns=kolommen).astype("str")
    return tabel.sort_values(["thema_id", "fragment_id"], kind="stable").reset_index(drop=True)


def list_oordelen(traject: Traject, *, regels: bool = False) -> pd.DataFrame:
    """Return what each coder gave: fragment_id, codeur, thema_id, one row each; geen_thema where nothing was given."""
    coderingen = traject.coderingen[["fragment_id", "codeur", "thema_id", "wijze"]].astype("str")
    mens = coderingen[coderingen["wijze"].eq("mens")].drop(columns="wijze")
    mens = mens.assign(thema_id=mens["thema_id"].replace("geen_reden", "geen_thema"))
    if not regels:
        return mens.drop_duplicates(ignore_index=True)
    gelezen = pd.Series(mens["fragment_id"].unique(), dtype="str")
    regel = coderingen[coderingen["wijze"].eq("regel") & coderingen["fragment_id"].isin(gelezen)]
    regel = regel.drop(columns="wijze").assign(codeur=REGELS)
    regel = regel.assign(thema_id=regel["thema_id"].replace("geen_reden", "geen_thema"))
    leeg = gelezen[~gelezen.isin(regel["fragment_id"])]
    zonder = pd.DataFrame({"fragment_id": leeg, "codeur": REGELS, "thema_id": "geen_thema"}).astype("str")
    if mens["codeur"].nunique() > 1:
        samen = choose_coderingen(traject)
        samen = samen[samen["fragment_id"].isin(gelezen)]
        samen = samen.assign(thema_id=samen["thema_id"].replace("geen_reden", "geen_thema"))
        # three coders who gave three themes agree on none
        niets = gelezen[~gelezen.isin(samen["fragment_id"])]
        oneens = pd.DataFrame({"fragment_id": niets, "thema_id": "geen_thema"}).astype("str")
        samen = pd.concat([samen, oneens], ignore_index=True)
        mens = samen.assign(codeur="mensen")[["fragment_id", "codeur", "thema_id"]]
    return pd.concat([mens, regel, zonder], ignore_index=True).drop_duplicates(ignore_index=True)


def _spread(codes: pd.DataFrame, codeur: str, fragmenten: pd.Index, themas: list[str]) -> pd.DataFrame:
    """Return a boolean table fragment x theme of what one coder gave."""
    eigen = codes[codes["codeur"].eq(codeur)]
    tabel = pd.crosstab(eigen["fragment_id"], eigen["thema_id"]).gt(0)
    return tabel.reindex(index=fragmenten, columns=themas, fill_value=False)


def _flatten(tabel: pd.DataFrame) -> pd.Series:
    """Return every judgement, text by text and theme by theme, in one column."""
    return pd.Series(tabel.to_numpy().ravel())


def _count_pair(codes: pd.DataFrame, een: str, twee: str) -> pd.DataFrame:
    gelezen = {
        naam: pd.Index(codes.loc[codes["codeur"].eq(naam), "fragment_id"].unique()) for naam in (een, twee)
    }
    samen = gelezen[een].intersection(gelezen[twee])
    themas = sorted(set(codes["thema_id"]) - set(SLEUTELTHEMAS))
    a, b = (_spread(codes, naam, samen, themas) for naam in (een, twee))
    delen = {ALLE: (_flatten(a), _flatten(b))} | {thema: (a[thema], b[thema]) for thema in themas}
    rijen = [
        (
            thema,
            len(links),
            int((links & rechts).sum()),
            int((links & ~rechts).sum()),
            int((~links & rechts).sum()),
            int((~links & ~rechts).sum()),
            float((links == rechts).mean()) if len(links) else float("nan"),
            cohen_kappa(links.tolist(), rechts.tolist()) if len(links) else float("nan"),
        )
        for thema, (links, rechts) in delen.items()
    ]
    kolommen = [
        "thema_id",
        "n",
        "beide",
        "alleen_a",
        "alleen_b",
        "geen_van_beide",
        "overeenstemming",
        "kappa",
    ]
    tabel = pd.DataFrame(rijen, columns=kolommen)
    # The row of all themes counts judgements; the number of texts is what a reader wants to see.
    tabel = tabel.assign(n=tabel["n"].mask(tabel["thema_id"].eq(ALLE), len(samen)))
    return tabel.assign(
        thema_id=tabel["thema_id"].astype("str"),
        codeur_a=pd.Series(een, index=tabel.index, dtype="str"),
        codeur_b=pd.Series(twee, index=tabel.index, dtype="str"),
    )


def _measure_alpha(codes: pd.DataFrame, seed: int) -> pd.DataFrame:
    """Return alpha with its interval per theme and for all judgements together."""
    themas = sorted(set(codes["thema_id"]) - set(SLEUTELTHEMAS))
    leeg = pd.DataFrame({"thema_id": pd.Series(dtype="str")})
    per = krippendorff_alpha_per_thema(codes, seed=seed) if themas else leeg
    codeurs = sorted(set(codes["codeur"]))
    fragmenten = pd.Index(codes["fragment_id"].unique())
    delen = {}
    for codeur in codeurs:
        gezien = fragmenten.isin(codes.loc[codes["codeur"].eq(codeur), "fragment_id"].tolist())
        tabel = _spread(codes, codeur, fragmenten, themas).astype("float64")
        delen[codeur] = _flatten(tabel.where(pd.Series(gezien, index=fragmenten), axis=0))
    groepen = [fragment for fragment in fragmenten for _ in themas]
    alles = krippendorff_alpha(pd.DataFrame(delen), groups=groepen, seed=seed) if themas else leeg
    kolommen = ["thema_id", "alpha", "onder", "boven", "n_codeurs"]
    samen = pd.concat(
        [alles.assign(thema_id=ALLE).astype({"thema_id": "str"}), per.astype({"thema_id": "str"})],
        ignore_index=True,
    )
    return samen.reindex(columns=kolommen)


def _describe(traject: Traject, codes: pd.DataFrame, *, regels: bool) -> Toelichting:
    n = codes["fragment_id"].nunique()
    wie = "de themalijst en mensen" if regels else f"{codes['codeur'].nunique()} codeurs"
    return Toelichting(
        "overig",
        onderwerp="overeenstemming tussen codeurs",
        antwoorden="Alpha van Krippendorff: 1 is volledig eens, 0 is niet beter dan toeval.",
        basis=f"Basis: {n} teksten die {wie} allebei lazen." if not regels else f"Basis: {n} teksten.",
        bron=f"coderingen door {wie}",
        noten=("Interval: 95%, teksten opnieuw getrokken. Vanaf 0,80 goed, tot 0,67 alleen als aanwijzing.",),
        synthetisch=traject.instellingen.synthetisch,
    )
