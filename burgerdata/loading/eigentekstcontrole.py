"""Own texts at a question with one answer: those that were put together, and answers of a few people that were not."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from burgerdata.errors import Probleem
from burgerdata.getallen import format_getal, join_woorden
from burgerdata.traject import Traject

_WEINIG, _VEEL = 10, 4
"""An answer of fewer people is printed nowhere; the others have at least so many times more."""
_MINSTENS = 2
_GENOEMD = 3


def review_eigen_teksten(traject: Traject) -> list[Probleem]:
    """Return per question with one answer how many people count as "anders", and per trait the answers of too few people."""
    return [*_tell_samen(traject), *_tell_los(traject)]


def _tell_samen(traject: Traject) -> Iterator[Probleem]:
    vragen = traject.vragen.astype(
        {"activiteit_id": "str", "vraag_id": "str", "kolom": "str", "soort": "str"}
    )
    een = {
        (rij["activiteit_id"], rij["vraag_id"]): rij["kolom"]
        for rij in vragen[vragen["soort"].eq("een_antwoord")].to_dict("records")
    }
    for rij in vragen[vragen["ouder_code"].notna() & vragen["soort"].eq("open")].to_dict("records"):
        kolom = een.get((rij["activiteit_id"], str(rij["ouder_vraag_id"])))
        # only what reading put apart bears the name of the column that it stood in
        if kolom is None or rij["kolom"] != f"{kolom} anders":
            continue
        eigen = traject.fragmenten["activiteit_id"].eq(rij["activiteit_id"])
        teksten = traject.fragmenten[eigen & traject.fragmenten["vraag_id"].eq(rij["vraag_id"])]["tekst"]
        wie = "1 mens telt" if len(teksten) == 1 else f"{format_getal(len(teksten))} mensen tellen"
        yield Probleem(
            f"{wie} als ‘{rij['ouder_code']}’: wat zij typten staat als open antwoord bij '{rij['vraag_id']}'",
            "staat daar een antwoord dat meetelt als een ander, verbeter het dan in een kopie van de bron",
            _find_bestand(traject, rij["activiteit_id"]),
            kolom=kolom,
        )


def _tell_los(traject: Traject) -> Iterator[Probleem]:
    """Yield the traits with several answers of a few people beside answers of many, not put together by the sheet groepen."""
    vragen = traject.vragen[traject.vragen["rol"].eq("kenmerk") & traject.vragen["soort"].eq("een_antwoord")]
    vragen = vragen.astype({"activiteit_id": "str", "vraag_id": "str", "kolom": "str"})
    samen = vragen[vragen.duplicated(["activiteit_id", "kolom"], keep=False)]
    for rij in vragen.drop(samen.index).to_dict("records"):
        aantallen = _count_labels(traject, rij["activiteit_id"], rij["vraag_id"])
        weinig, veel = aantallen[aantallen < _WEINIG], aantallen[aantallen >= _WEINIG]
        if len(weinig) < _MINSTENS or len(veel) < _MINSTENS or weinig.max() * _VEEL > veel.min():
            continue
        namen = [f"‘{naam}’" for naam in weinig.index[:_GENOEMD]]
        namen += ["andere"] if len(weinig) > _GENOEMD else []
        yield Probleem(
            f"{len(weinig)} antwoorden van minder dan {_WEINIG} mensen ({join_woorden(namen)}) staan als groep naast de andere: "
            "het rapport toont ze niet, en soms daardoor ook een grote groep niet",
            "horen ze bij elkaar, geef dan op blad groepen van vragen.xlsx elk antwoord een rij met een nieuw kenmerk, en deze de label ‘anders’",
            _find_bestand(traject, rij["activiteit_id"]),
            kolom=rij["kolom"],
        )


def _count_labels(traject: Traject, activiteit_id: str, vraag_id: str) -> pd.Series:
    """Return how many people gave each answer without a label of its own in the file: those may have been typed."""
    opties = traject.opties[
        traject.opties["activiteit_id"].eq(activiteit_id) & traject.opties["vraag_id"].eq(vraag_id)
    ].astype({"code": "str", "label": "str", "status": "str"})
    geldig = opties[opties["status"].eq("geldig")]
    getypt = not geldig["label"].str.contains(r"\d").any() and geldig["waarde"].isna().all()
    if not getypt:
        return pd.Series(dtype="int64")
    antwoorden = traject.antwoorden
    eigen = antwoorden["activiteit_id"].eq(activiteit_id) & antwoorden["vraag_id"].eq(vraag_id)
    codes = antwoorden[eigen & antwoorden["status"].eq("gegeven")]["code"].astype("str")
    aantallen = codes.value_counts()
    return aantallen.rename(index=dict(zip(geldig["code"], geldig["label"], strict=True)))


def _find_bestand(traject: Traject, activiteit_id: str) -> str:
    bronnen = traject.bronnen
    eigen = bronnen[bronnen["activiteit_id"].eq(activiteit_id) & bronnen["gebruikt"]]
    return next(iter(eigen["bestand"].astype("str")), "")
