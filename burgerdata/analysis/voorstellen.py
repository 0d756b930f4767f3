"""Themes proposed for texts that nobody has read yet, and how good such proposals are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pandas as pd

from burgerdata.analysis.genoemd import choose_coderingen, list_teksten, list_themas
from burgerdata.analysis.losse_berichten import list_berichten
from burgerdata.analysis.ontkenning import list_ontkend
from burgerdata.coding.ids import name_coderingen
from burgerdata.coding.taal import is_andere_taal
from burgerdata.errors import BurgerdataError, MethodeError
from burgerdata.schema import SLEUTELTHEMAS
from burgerdata.toelichting import Toelichting, annotate
from burgerdata.traject import Traject

if TYPE_CHECKING:
    from burgerdata.text import SuggesterEvaluation

CODEUR = "computer"
"""The coder of rows of wijze voorstel."""
MINST_GELEZEN = 20
"""Fewer texts read by people say nothing about how good proposals are."""


@dataclass(frozen=True)
class Raming:
    """What the computer thinks of texts that nobody has read.

    ``teksten`` as ``list_teksten`` gives them; ``zekerheid`` a row per text and a column per theme, 0 to 1;
    ``gekozen`` the themes that are sure enough to propose; ``geleerd`` how many read texts it learned from; ``ontkend``
    the texts in which a word of the theme list stands behind a negation.
    """

    teksten: pd.DataFrame
    zekerheid: pd.DataFrame
    gekozen: tuple[frozenset[str], ...]
    geleerd: int
    ontkend: frozenset[str] = frozenset()


def suggest_codes(traject: Traject, *, seed: int = 0, embed: bool = False) -> Traject:
    """Return the Traject with coderingen of wijze voorstel, with zekerheid, for texts that no person has coded.

    It learns from what people coded and from the definitions of the themes. A text that a person has coded keeps
    what that person gave and gets no proposal; proposals made before are replaced. Texts in another language are left
    alone. A proposal never counts in a table: it is for the workbook of ``codeer``. With ``embed`` a language model
    helps to say how alike texts are, which is better and slow; it needs the extra of that name.

    Raises
    ------
    MethodeError
        When there are no themes, or the language model is not installed.

    Examples
    --------
    >>> from burgerdata.analysis import code_fragmenten
    >>> from burgerdata.analysis.example import make_example
    >>> lijst = pd.DataFrame({"thema": ["Duur"], "omschrijving": ["het wachten duurde lang"]})
    >>> t = suggest_codes(code_fragmenten(make_example(), lijst))
    >>> t.coderingen[t.coderingen["wijze"].eq("voorstel")][["fragment_id", "thema_id", "codeur"]]
      fragment_id thema_id    codeur
    1          f0     duur  computer
    2          f1     duur  computer
    """
    raming = estimate_codes(traject, seed=seed, embed=embed)
    ids = raming.teksten["fragment_id"].tolist()
    rijen = [
        (ids[nr], thema, len(raming.teksten["tekst"].iloc[nr]), float(raming.zekerheid[thema].iloc[nr]))
        for nr, gekozen in enumerate(raming.gekozen)
        for thema in sorted(gekozen)
    ]
    frame = pd.DataFrame(rijen, columns=["fragment_id", "thema_id", "eind", "zekerheid"])
    voorstel = name_coderingen(
        frame[["fragment_id", "thema_id"]].assign(
            codeur=CODEUR, wijze="voorstel", begin=0, eind=frame["eind"]
        )
    ).assign(zekerheid=frame["zekerheid"].round(4))
    tekst = dict.fromkeys(("codering_id", "segment_id", "fragment_id", "thema_id", "codeur", "wijze"), "str")
    blijft = traject.coderingen[traject.coderingen["wijze"].ne("voorstel")].astype(tekst)
    delen = [deel for deel in (blijft, voorstel) if len(deel)]
    if not delen:
        return traject
    return traject.replace_tabellen(coderingen=pd.concat(delen, ignore_index=True))


def estimate_codes(traject: Traject, *, seed: int = 0, embed: bool = False) -> Raming:
    """Return the confidence of every theme for every text that nobody has read, with what it was learned from."""
    # scikit-learn takes longer to import than all the rest: who asks for no proposals does without
    from burgerdata.text import CodeSuggester

    ongelezen = _list_ongelezen(traject)
    geleerd, labels = read_gelezen(traject)
    omschrijvingen = define_themas(traject)
    woorden = ongelezen["tekst"].tolist()
    kiezer = CodeSuggester(definitions=omschrijvingen, seed=seed, embed=embed)
    kiezer.fit([*geleerd, *woorden], [*labels, *[None] * len(woorden)])
    zekerheid = kiezer.predict_proba(woorden)
    zekerheid = zekerheid[[naam for naam in zekerheid if naam in omschrijvingen]]
    gekozen = tuple(frozenset(gevonden & set(omschrijvingen)) for gevonden in kiezer.predict(woorden))
    return Raming(ongelezen, zekerheid, gekozen, len(geleerd), list_ontkend(traject))


def _list_ongelezen(traject: Traject) -> pd.DataFrame:
    """Return the texts that nobody read: of people, and messages of which no writer is known, which count by themselves."""
    teksten = list_teksten(traject, ook_anders=True)
    los = list_berichten(traject)
    coderingen = traject.coderingen
    klaar = coderingen["wijze"].eq("mens") | coderingen["thema_id"].eq("geen_reden")
    weg = {*teksten["fragment_id"], *coderingen.loc[klaar, "fragment_id"].astype("str")}
    los = los[~los["fragment_id"].isin(weg)].assign(deelnemer_id="", gelezen=False)
    samen = pd.concat([teksten, los[teksten.columns]], ignore_index=True) if len(los) else teksten
    return samen[~samen["gelezen"]].reset_index(drop=True)


def read_gelezen(traject: Traject) -> tuple[list[str], list[set[str]]]:
    """Return the texts that people coded, in the language of their activity, with the themes that count."""
    fragmenten = traject.fragmenten[~is_andere_taal(traject.fragmenten, traject.activiteiten)]
    mens = traject.coderingen[traject.coderingen["wijze"].eq("mens")]["fragment_id"].astype("str").unique()
    teksten = fragmenten[fragmenten["fragment_id"].isin(mens)][["fragment_id", "tekst"]].astype("str")
    telt = choose_coderingen(traject)
    telt = telt[~telt["thema_id"].isin(SLEUTELTHEMAS)]
    per_tekst = telt.groupby("fragment_id", observed=True, dropna=False)["thema_id"].agg(set)
    labels = [set(per_tekst.get(naam, set())) for naam in teksten["fragment_id"]]
    return teksten["tekst"].tolist(), labels


def define_themas(traject: Traject) -> Mapping[str, str]:
    """Return what each theme means: name and definition, with example and words where the folder has a themalijst."""
    from burgerdata.analysis.codering import read_codebook

    themas = list_themas(traject)
    if themas.empty:
        raise MethodeError("er zijn nog geen thema's; vul themalijst.xlsx of gebruik code_fragmenten")
    kort = {
        str(rij.thema_id): ". ".join(filter(None, (str(rij.naam), str(rij.omschrijving))))
        for rij in themas[["thema_id", "naam", "omschrijving"]].itertuples()
    }
    try:
        lang = read_codebook(traject, None).definitions
    except BurgerdataError:
        lang = {}
    return {thema_id: lang.get(thema_id, tekst) for thema_id, tekst in kort.items()}


def evaluate_codes(traject: Traject, *, seed: int = 0, embed: bool = False) -> SuggesterEvaluation:
    """Return how good proposals are on texts that people have coded: samenvatting, per_thema and leercurve.

    Every text is judged by a suggester that has not seen it. The learning curve says what more coded texts would
    bring: rows of soort "verwacht" are a line through the measured ones.

    Raises
    ------
    MethodeError
        When people have coded fewer than 20 texts, or ``embed`` is asked for and not installed.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> evaluate_codes(make_example())
    Traceback (most recent call last):
    burgerdata.errors.MethodeError: mensen hebben 0 teksten gecodeerd en er zijn er 20 nodig; codeer eerst ...
    """
    teksten, labels = read_gelezen(traject)
    if len(teksten) < MINST_GELEZEN:
        raise MethodeError(
            f"mensen hebben {len(teksten)} teksten gecodeerd en er zijn er {MINST_GELEZEN} nodig; "
            "codeer eerst meer teksten met 'codeer'"
        )
    from burgerdata.text import evaluate_suggester

    gevonden = traject.remember(
        ("evaluate_codes", str(seed), str(embed)),
        lambda: evaluate_suggester(
            teksten, labels, definitions=define_themas(traject), seed=seed, embed=embed
        ),
    )
    delen = {
        "leercurve": gevonden.leercurve,
        "samenvatting": gevonden.samenvatting,
        "per_thema": gevonden.per_thema.assign(thema=_name(traject, gevonden.per_thema)),
    }
    uitleg = _describe(traject, len(teksten))
    return replace(gevonden, **{naam: annotate(deel, uitleg) for naam, deel in delen.items()})


def _name(traject: Traject, tabel: pd.DataFrame) -> pd.Series:
    namen = dict(zip(traject.themas["thema_id"].astype("str"), traject.themas["naam"], strict=True))
    ids = tabel["thema_id"].astype("str")
    return ids.map(namen).fillna(ids).astype("str")


def _describe(traject: Traject, n: int) -> Toelichting:
    return Toelichting(
        "overig",
        onderwerp="voorstellen voor thema's",
        antwoorden="F1 is 1 als elk voorstel klopt en geen thema ontbreekt, en 0 als er niets klopt.",
        basis=f"Basis: {n} teksten die mensen hebben gecodeerd.",
        bron="teksten van dit traject",
        noten=("Elke tekst is beoordeeld door een model dat deze tekst niet heeft gezien.",),
        synthetisch=traject.instellingen.synthetisch,
    )
