"""The traits of who took a test, in columns beside the tasks -> questions, as those beside a SUS are."""

from __future__ import annotations

from dataclasses import replace

from burgerdata.instruments.bijdragen import stack_tabellen
from burgerdata.instruments.kinds import is_trait
from burgerdata.instruments.screener import fill_screener
from burgerdata.instruments.survey import Tabellen
from burgerdata.instruments.values import is_filled
from burgerdata.instruments.vraagregels import Vragenlijst
from burgerdata.settings import Levering
from burgerdata.shapes import PERSOON, Tabel


def add_taakkenmerken(
    gelezen: Tabellen, tabel: Tabel, levering: Levering, lijst: Vragenlijst, activiteit_id: str
) -> Tabellen:
    """Return what a table of tasks gave, and beside it the traits that were left out of it: each once for a person.

    A column that is not the same in all rows of a person is no trait.
    """
    logboek, personen = gelezen["logboek"], gelezen["deelnemers"][["deelnemer_id", "rol"]]
    weg = set(logboek.loc[logboek["reden"].eq("kolom_weggelaten"), "kolom"])
    rijen = tabel.frame[tabel.frame[PERSOON].isin(personen["deelnemer_id"])]
    mogelijk = [kolom for kolom in tabel.kolommen if kolom.naam in weg and is_trait(kolom)]
    gevuld = (
        rijen[[kolom.naam for kolom in mogelijk]].astype("str").apply(lambda cel: cel.where(is_filled(cel)))
    )
    per_mens = gevuld.groupby(rijen[PERSOON], observed=True, dropna=False, sort=False)
    kolommen = tuple(kolom for kolom in mogelijk if per_mens[kolom.naam].nunique().max() == 1)
    if not kolommen:
        return gelezen
    eerste = rijen.drop_duplicates(PERSOON).set_index(PERSOON, drop=False)
    cellen = {kolom.naam: per_mens[kolom.naam].first().fillna("").astype("str") for kolom in kolommen}
    leden = replace(tabel, kolommen=kolommen, frame=eerste.assign(**cellen).reset_index(drop=True))
    kenmerken = fill_screener(personen, [leden], replace(levering, kenmerken=()), lijst, activiteit_id)
    genoemd = [kolom.naam for kolom in kolommen]
    over = logboek[~(logboek["reden"].eq("kolom_weggelaten") & logboek["kolom"].isin(genoemd))]
    samen = {"logboek": over, **{naam: gelezen[naam] for naam in ("vragen", "opties", "antwoorden")}}
    erbij = {
        naam: stack_tabellen([eigen, kenmerken[naam]]) for naam, eigen in samen.items() if naam in kenmerken
    }
    return {**gelezen, **samen, **erbij}
