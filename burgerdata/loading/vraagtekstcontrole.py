"""Questions that are still called after their column: the report can only call them so too."""

from __future__ import annotations

from burgerdata.errors import Probleem
from burgerdata.getallen import format_getal
from burgerdata.instruments.sets import name_opties
from burgerdata.text.kolomnamen import is_kolomcode
from burgerdata.traject import Traject

_MOST_NAMED = 8


def review_vraagteksten(traject: Traject) -> list[Probleem]:
    """Return per delivery which of its columns tell a reader nothing and have neither the text of a question nor a short name."""
    sus = traject.vragen["gebruik"].eq("sus").fillna(False)
    vragen = traject.vragen[traject.vragen["rol"].ne("gewicht") & traject.vragen["kort"].eq("") & ~sus]
    per_levering: dict[str, dict[str, None]] = {}
    for levering in traject.instellingen.leveringen:
        ids = {levering.naam, *(levering.name_activiteit(m) for m in (*levering.metingen, levering.meting))}
        eigen = vragen[vragen["activiteit_id"].isin(ids)]
        kolommen = dict.fromkeys(tekst for tekst in eigen["tekst"].astype("str") if is_kolomcode(tekst))
        if kolommen:
            per_levering.setdefault(levering.naam, {}).update(kolommen)
    taken = set(vragen["tekst"][vragen["soort"].eq("taak")].astype("str"))
    return [
        _tell(levering, list(kolommen), taak=not taken.isdisjoint(kolommen))
        for levering, kolommen in per_levering.items()
    ]


def review_opties(traject: Traject) -> list[Probleem]:
    """Return each question called after its options because its file does not hold it: it may be more than one."""
    tabel = traject.opties.astype({"vraag_id": "str", "activiteit_id": "str", "label": "str"})
    per_vraag = tabel.groupby(["activiteit_id", "vraag_id"], observed=True, dropna=False, sort=False)["label"]
    opties = {sleutel: name_opties(labels.tolist()) for sleutel, labels in per_vraag}
    meer = traject.vragen[traject.vragen["soort"].eq("meer_antwoorden")]
    sleutels = zip(meer["activiteit_id"].astype("str"), meer["vraag_id"].astype("str"), strict=True)
    teksten = zip(sleutels, meer["tekst"].astype("str"), strict=True)
    vragen = dict.fromkeys(vraag for (_, vraag), tekst in teksten if opties.get((_, vraag)) == tekst)
    return [
        Probleem(
            f"de vraag '{vraag}' staat niet in het bestand, alleen wat men kon kiezen; het kan meer dan één vraag zijn",
            "vul bij 'tekst' de vraag in zoals zij is gesteld, en geef opties van een andere vraag een eigen vraag_id",
            bestand="vragen.xlsx",
        )
        for vraag in vragen
    ]


def _tell(levering: str, kolommen: list[str], *, taak: bool) -> Probleem:
    """Return the columns in one sentence; of tasks ``nieuw`` wrote no rows, so that the analyst adds them."""
    namen = ", ".join(
        [f"'{naam}'" for naam in kolommen[:_MOST_NAMED]] + ["…"] * (len(kolommen) > _MOST_NAMED)
    )
    een = len(kolommen) == 1
    wat = (
        f"kolom {namen} van levering '{levering}' heeft"
        if een
        else f"{format_getal(len(kolommen))} kolommen van levering '{levering}' ({namen}) hebben"
    )
    return Probleem(
        f"{wat} nog geen vraagtekst, en {'heet' if een else 'heten'} in het rapport zo",
        "vul bij 'tekst' de vraag in zoals zij is gesteld, of bij 'kort' een naam voor titels en tabellen"
        + f" (een taak heeft nog geen rij: zet er een onder, met levering '{levering}' en de taak bij kolom)"
        * taak,
        bestand="vragen.xlsx",
    )
