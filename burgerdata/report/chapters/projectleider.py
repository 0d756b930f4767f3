"""The view of the project leader beside that of the participants (K21): the form as filled in, or the analyst's text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from burgerdata.activiteitnamen import name_activiteiten
from burgerdata.getallen import format_getal, join_woorden
from burgerdata.report.blocks import Alinea, Blok
from burgerdata.report.own_words import add_tekst
from burgerdata.report.texts import Tekst
from burgerdata.schema.procesvragen import PROCESVRAGEN
from burgerdata.traject import Traject

PROJECTLEIDER = "projectleider"
"""The measurement that holds the form, and the file in ``teksten/`` with what is added to it."""
_CIJFERS = {"P7": "Rapportcijfer (P7)", "P8": "Past bij de verwachting (P8)"}


def tell_projectleider(traject: Traject, teksten: Mapping[str, Tekst]) -> list[Blok]:
    """Return what each form of a project leader says, then the analyst's own text; or that nobody asked."""
    eigen = [*tell_formulieren(traject)]
    erbij = add_tekst(teksten, PROJECTLEIDER)
    if not eigen and not erbij:
        zin = (
            "niet gemeten: hoe de projectleider zelf terugkijkt, is niet vastgelegd; laat formulier_projectleider.xlsx "
            f"invullen (meting {PROJECTLEIDER}) of zet de terugblik in teksten/{PROJECTLEIDER}.md."
        )
        return [Alinea(zin, kop="De projectleider:")]
    return [*(eigen or [Alinea("", kop="De projectleider:")]), *erbij]


def tell_formulieren(traject: Traject) -> Iterator[Alinea]:
    """Yield a paragraph per form of a project leader: what they agree with, what not, and their grades."""
    activiteiten = traject.activiteiten
    eigen = activiteiten[activiteiten["meting"].eq(PROJECTLEIDER).fillna(False)]["activiteit_id"].astype(
        "str"
    )
    namen = name_activiteiten(activiteiten)
    leiders = traject.deelnemers[traject.deelnemers["rol"].eq("professional")]
    for activiteit in eigen:
        waarvan = namen[activiteit].removesuffix(f" {PROJECTLEIDER}")
        for leider in leiders["deelnemer_id"][leiders["activiteit_id"].eq(activiteit)]:
            zin = _tell_antwoorden(_read_antwoorden(traject, activiteit, str(leider)))
            if zin:
                yield Alinea(zin, kop=f"De projectleider ({waarvan}) vulde dezelfde vragen in.")


def _read_antwoorden(traject: Traject, activiteit: str, leider: str) -> pd.DataFrame:
    """Return what one person answered to P1 to P8: gebruik, label, getal, in the order of the form."""
    antwoorden, vragen, opties = (
        tabel[tabel["activiteit_id"].eq(activiteit)]
        for tabel in (traject.antwoorden, traject.vragen, traject.opties)
    )
    antwoorden = antwoorden[antwoorden["deelnemer_id"].eq(leider) & antwoorden["status"].eq("gegeven")]
    rijen = antwoorden.merge(vragen[["vraag_id", "gebruik"]], on="vraag_id")
    rijen = rijen.merge(opties[["vraag_id", "code", "label"]], on=["vraag_id", "code"], how="left")
    rijen = rijen[rijen["gebruik"].isin(list(PROCESVRAGEN)[:8])]
    return rijen[["gebruik", "label", "getal"]].astype({"gebruik": "str"}).sort_values("gebruik")


def _tell_antwoorden(antwoorden: pd.DataFrame) -> str:
    """Return the statements by answer, the most favourable first, then the grades; a sentence each."""
    cijfers = antwoorden["gebruik"].isin(_CIJFERS)
    delen = [
        f"{str(label).capitalize()}: {join_woorden([_quote(vraag) for vraag in deel['gebruik']])}"
        for (_, label), deel in antwoorden[~cijfers].groupby(
            [-antwoorden["getal"], "label"], observed=True, dropna=False
        )
    ]
    delen += [
        f"{_CIJFERS[rij['gebruik']]}: {format_getal(rij['getal'])}"
        for _, rij in antwoorden[cijfers].iterrows()
    ]
    return " ".join(f"{deel}." for deel in delen)


def _quote(vraag: str) -> str:
    """Return the literal question with its code, in quotation marks."""
    return f"‘{PROCESVRAGEN[vraag]}’ ({vraag})"
