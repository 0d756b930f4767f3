"""Which columns of a table are which questions: what the analyst says first, else what the file tells."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pandas as pd

from burgerdata.cellen import list_cells
from burgerdata.errors import Probleem
from burgerdata.instruments.achtergrond import is_achtergrond
from burgerdata.instruments.item_names import name_items
from burgerdata.instruments.kinds import guess_soort, is_technical, is_trait, is_weight, names_sexes
from burgerdata.instruments.multiple import plan_meervoudig
from burgerdata.instruments.options import make_opties, name_schaal, runs_down
from burgerdata.instruments.parents import link_ouders
from burgerdata.instruments.proces import complete_stappen
from burgerdata.instruments.shared_scales import share_scales
from burgerdata.instruments.spelling import drop_nought, find_common_start, list_spellings, merge_spellings
from burgerdata.instruments.statuses import classify_label
from burgerdata.instruments.values import parse_getal
from burgerdata.instruments.vraag import GESLOTEN, MEERVOUDIG, Vraag
from burgerdata.instruments.vraagregels import Vraagregel, Vragenlijst, fold, make_slug, split_code
from burgerdata.schema import LANGSGEWICHT
from burgerdata.settings import Levering
from burgerdata.shapes import Kolom, Tabel

Gedeeld = Mapping[str, Sequence[str]]
"""Folded header → values that occur in any wave, so that every wave offers the same options."""


@dataclass(frozen=True)
class Plan:
    """The questions of one table in the order of its columns, and the columns that are not used."""

    vragen: tuple[Vraag, ...]
    ongebruikt: tuple[str, ...]
    problemen: tuple[Probleem, ...] = ()


def plan_vragen(
    tabel: Tabel,
    levering: Levering,
    lijst: Vragenlijst,
    *,
    bezet: Sequence[str] = (),
    gedeeld: Gedeeld | None = None,
) -> Plan:
    """Return the questions that the columns of a table hold.

    When vragen.xlsx has rows for this delivery, only their columns are questions; without, every column is that is not
    about the fieldwork. What the delivery calls a trait always is one. ``bezet`` are columns that the instrument reads
    itself.
    """
    genoemd = {fold(naam) for naam in levering.kenmerken}
    regels = match_regels(tabel.kolommen, lijst.rows_of(levering.naam))
    ingedeeld: dict[str, list[tuple[Kolom, Vraagregel]]] = {}
    for kolom in tabel.kolommen:
        regel = regels.get(kolom.naam)
        if fold(kolom.naam) == fold(levering.gewicht) or (regel is None and is_weight(kolom) and not regels):
            regel = replace(regel or Vraagregel(levering.naam, kolom.naam), soort="getal", rol="gewicht")
        if levering.langsgewicht and fold(kolom.naam) == fold(levering.langsgewicht):
            regel = Vraagregel(levering.naam, kolom.naam, vraag_id=LANGSGEWICHT, soort="getal", rol="gewicht")
        buiten = bool(regels) or is_technical(kolom, tabel.frame[kolom.naam])
        if regel is None and (kolom.naam in bezet or (buiten and fold(kolom.naam) not in genoemd)):
            continue
        regel = regel or Vraagregel(levering.naam, kolom.naam)
        if regel.soort and regel.soort not in MEERVOUDIG:  # the analyst takes the column out of its set
            kolom = replace(kolom, set_naam="", set_tekst="", set_code="")
        if regel.missend:
            kolom = _add_missend(kolom, regel, tabel.frame[kolom.naam])
        ingedeeld.setdefault(_name_vraag(kolom, regel, ingedeeld), []).append((kolom, regel))
    bekend = share_scales(tabel, gedeeld or {})
    problemen: list[Probleem] = []
    vragen = []
    for vraag_id, delen in ingedeeld.items():
        vraag = _make_vraag(vraag_id, delen, tabel.frame, bekend)
        if len(delen) > 1 and vraag.soort not in MEERVOUDIG:
            problemen.append(_report_double(vraag_id, delen, lijst))
        problemen += _check_leeg(vraag, delen, lijst)
        vragen.append(vraag)
    gebruikt = {naam for vraag in vragen for naam in vraag.kolommen} | set(bezet)
    over = tuple(kolom.naam for kolom in tabel.kolommen if kolom.naam not in gebruikt)
    klaar = name_items(_name_reeksen(link_ouders(vragen, list(regels.values()), tabel.kolommen)))
    return Plan(tuple(_set_rol(vraag, levering) for vraag in klaar), over, tuple(problemen))


def _add_missend(kolom: Kolom, regel: Vraagregel, cellen: pd.Series) -> Kolom:
    """Return the column with what the analyst says is no answer, however the file writes that number (0, 0.0)."""
    codes = {*regel.list_missend()}
    getallen = {getal for getal in map(parse_getal, codes) if not math.isnan(getal)}
    gelijk = {
        cel for cel in map(str, list_cells(cellen)) if cel.strip() in codes or parse_getal(cel) in getallen
    }
    return replace(kolom, missend=kolom.missend | codes | gelijk | set(map(drop_nought, codes)))


def match_regels(kolommen: Sequence[Kolom], regels: Sequence[Vraagregel]) -> dict[str, Vraagregel]:
    """Return per column the row of vragen.xlsx about it; spaces and case make no difference."""
    gevouwen = {fold(kolom.herkomst): kolom.naam for kolom in reversed(kolommen) if kolom.herkomst}
    gevouwen |= {fold(kolom.naam): kolom.naam for kolom in reversed(kolommen)}
    return {gevouwen[fold(regel.kolom)]: regel for regel in regels if fold(regel.kolom) in gevouwen}


def _name_vraag(
    kolom: Kolom, regel: Vraagregel, bezet: Mapping[str, Sequence[tuple[Kolom, Vraagregel]]]
) -> str:
    """Return the id of the question that a column belongs to; two sets with long names alike stay two questions."""
    if regel.vraag_id:
        return regel.vraag_id
    eerste = naam = make_slug(kolom.set_naam or kolom.naam)
    nummer = 2
    while naam in bezet and not (kolom.set_naam and bezet[naam][0][0].set_naam == kolom.set_naam):
        naam, nummer = f"{eerste}_{nummer}", nummer + 1
    return naam


def _make_vraag(
    vraag_id: str, delen: Sequence[tuple[Kolom, Vraagregel]], frame: pd.DataFrame, gedeeld: Gedeeld
) -> Vraag:
    kolom, regel = delen[0]
    soort = regel.soort or guess_soort(kolom, frame[kolom.naam])
    vraag = Vraag(
        vraag_id=vraag_id,
        kolommen=tuple(deel.naam for deel, _ in delen),
        tekst=regel.tekst or kolom.set_tekst or split_code(kolom.tekst)[1] or kolom.tekst or kolom.naam,
        soort=soort,
        rol=regel.rol or ("kenmerk" if is_trait(kolom) and soort != "open" else "inhoud"),
        kort=regel.kort,
        gebruik=regel.gebruik,
        aspect=regel.aspect,
        fase=regel.fase,
        kompasvraag=regel.kompasvraag,
        omkeren=bool(regel.omkeren),
        reeks=regel.reeks or (make_slug(kolom.reeks) if kolom.reeks else ""),
        item=regel.item or kolom.item,
        schaal=regel.schaal,
        eenheid=regel.eenheid,
        leeg=next((deel.leeg for _, deel in delen if deel.leeg), ""),
    )
    if soort in MEERVOUDIG:
        return plan_meervoudig(vraag, [deel for deel, _ in delen], frame)
    if soort in GESLOTEN:
        extra = gedeeld.get(fold(kolom.naam), ())
        eigen = list_spellings(frame[kolom.naam], vast=kolom.labels)
        waarden = merge_spellings(eigen, extra)
        if soort in ("schaal", "stelling"):
            waarden = complete_stappen(regel.gebruik, kolom, waarden)
        met = _add_opties(vraag, kolom, waarden, regel.omkeren)
        geldig = [optie.label for optie in met.opties if optie.status == "geldig"]
        persoonlijk = names_sexes([optie.label for optie in met.opties]) or (
            soort == "een_antwoord" and is_achtergrond(kolom, geldig)
        )
        kenmerk = not regel.rol and persoonlijk
        return replace(met, rol="kenmerk") if kenmerk else met
    zonder = _list_no_answers(frame[kolom.naam])
    return replace(vraag, opties=make_opties(_missing_only(kolom), zonder, schaal=False))


def _list_no_answers(cellen: pd.Series) -> list[str]:
    """Return the words in a column of numbers that say why there is none, such as weet niet."""
    anders = (cel for cel in map(str, list_cells(cellen)) if not cel[:1].isdigit())
    woorden = [cel for cel in anders if classify_label(cel) != "geldig"]
    return list_spellings(cellen[cellen.isin(woorden)]) if woorden else []


def _add_opties(vraag: Vraag, kolom: Kolom, waarden: list[str], omkeren: bool | None) -> Vraag:
    opties = make_opties(kolom, waarden, schaal=vraag.soort in ("schaal", "stelling"))
    richting = runs_down(opties) if omkeren is None else omkeren
    return replace(vraag, opties=opties, schaal=vraag.schaal or name_schaal(opties), omkeren=richting)


def _missing_only(kolom: Kolom) -> Kolom:
    """Return the column of a number with the labels that are no answer, such as 999 = wil niet zeggen."""
    return replace(
        kolom, labels=dict(kolom.labels) | {code: code for code in kolom.missend - set(kolom.labels)}
    )


def _report_double(vraag_id: str, delen: Sequence[tuple[Kolom, Vraagregel]], lijst: Vragenlijst) -> Probleem:
    namen = ", ".join(f"'{kolom.naam}'" for kolom, _ in delen[:3])
    wat = f"de kolommen {namen} hebben dezelfde vraag_id '{vraag_id}'"
    remedie = "geef elke vraag een eigen vraag_id, of maak de soort meer_antwoorden"
    return lijst.report(wat, remedie, regel=delen[1][1], kolom="vraag_id")


def _set_rol(vraag: Vraag, levering: Levering) -> Vraag:
    namen = {fold(naam) for naam in levering.kenmerken}
    genoemd = vraag.vraag_id in levering.kenmerken or any(fold(kolom) in namen for kolom in vraag.kolommen)
    return replace(vraag, rol="kenmerk") if genoemd else vraag


def _name_reeksen(vragen: Sequence[Vraag]) -> list[Vraag]:
    """Return the questions with a name for each run of statements on one scale, where the analyst gave none."""
    klaar = list(vragen)
    begin = 0
    while begin < len(klaar):
        eind = begin + 1
        while eind < len(klaar) and _same_run(klaar[begin], klaar[eind]):
            eind += 1
        if eind - begin > 1:
            naam = _name_run([vraag.vraag_id for vraag in klaar[begin:eind]])
            for plek in range(begin, eind):
                item = klaar[plek].item or str(plek - begin + 1)
                klaar[plek] = replace(klaar[plek], reeks=naam, item=item)
        begin = eind
    return klaar


def _same_run(een: Vraag, ander: Vraag) -> bool:
    los = not een.reeks and not ander.reeks
    gelijk = _valid_labels(een) == _valid_labels(ander)
    return los and een.soort == ander.soort == "stelling" and gelijk


def _valid_labels(vraag: Vraag) -> list[str]:
    return [optie.label for optie in vraag.opties if optie.status == "geldig"]


def _name_run(namen: list[str]) -> str:
    kop = find_common_start(namen)
    return kop.rstrip("_") if kop.endswith("_") else f"{namen[0]}_{namen[-1]}"


def _check_leeg(
    vraag: Vraag, delen: Sequence[tuple[Kolom, Vraagregel]], lijst: Vragenlijst
) -> list[Probleem]:
    """Return what is wrong with what the analyst says of the empty cells of a question."""
    gezegd = [regel for _, regel in delen if regel.leeg]
    if len({regel.leeg for regel in gezegd}) > 1:
        wat = f"de kolommen van vraag '{vraag.vraag_id}' zeggen hier niet hetzelfde"
        return [lijst.report(wat, "vul overal hetzelfde in", regel=gezegd[-1], kolom="leeg")]
    if vraag.leeg == "geen_gekozen" and vraag.soort != "meer_antwoorden":
        wat = "geen_gekozen kan alleen bij een vraag met meer antwoorden"
        remedie = "kies overgeslagen of niet_getoond, of maak de soort meer_antwoorden"
        return [lijst.report(wat, remedie, regel=gezegd[0], kolom="leeg")]
    return []
