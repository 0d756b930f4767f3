"""One delivery read: its files sealed under one key, its lists of help, and the tables that its instrument makes."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd

from burgerdata.contract import conform_tabellen
from burgerdata.errors import BronError, ContractError, Probleem
from burgerdata.formats import Lezing, read
from burgerdata.formats.bladkeuze import find_ledenblad
from burgerdata.formats.peek import list_headers, list_names, list_sprekers
from burgerdata.formats.tools import PLATFORMS
from burgerdata.instruments import Tabellen, Vragenlijst, build_activiteiten
from burgerdata.instruments.delen import DeelsGelezenError
from burgerdata.instruments.onderdeeltoewijzing import drop_elders
from burgerdata.instruments.onderdelen import ONDERDELEN, find_kept_columns, is_personenlijst, is_persoonskop
from burgerdata.instruments.screener import GROEPKOPPEN
from burgerdata.instruments.street_columns import guess_kolommen
from burgerdata.instruments.suggestions import suggest
from burgerdata.instruments.trechter import read_trechter
from burgerdata.instruments.velden import BERICHTEN, name_velden
from burgerdata.instruments.vraagregels import fold
from burgerdata.intake import Zegel
from burgerdata.intake.nummerkoppen import SPREKERKOPPEN, is_person_header
from burgerdata.intake.sprekerlijst import Sprekerlijst, find_naamdelen
from burgerdata.loading.bestanden_lezen import choose_levering_bladen, read_files, try_read
from burgerdata.loading.bronnenboek import drop_geen_mensen, join_logboek, make_bronnen
from burgerdata.loading.chatkolommen import guess_chat
from burgerdata.loading.gespreksleiders import check_gespreksleiders
from burgerdata.loading.label_sheets import fit_lezingen, keep_sheets, read_label_sheets, split_label_sheets
from burgerdata.loading.lijst_zonder_groep import place_deelnemers
from burgerdata.loading.lijstblad import find_lijstblad
from burgerdata.loading.nummerlijst import read_nummerlijst
from burgerdata.loading.redenen import drop_unused_masks
from burgerdata.loading.versies import Gelezen, keep_levering
from burgerdata.pseudonyms import Sleutel
from burgerdata.schema.berichtvelden import SLEUTELVELDEN
from burgerdata.settings import Levering
from burgerdata.shapes import Bron, Gesprek, Tabel

_ENQUETES = ("enquete", "klantpanel")
_ASKING = ("enquete", "klantpanel", "straatgesprek")
"""Instruments with a questionnaire: a sheet that names the columns of another one is a part of the others."""
_GESPREKKEN = ("focusgroep",)
"""Instruments that may come as a table of turns; elsewhere who speaks and what is said are columns like others."""
_CHAT = dict.fromkeys(BERICHTEN, True) | dict.fromkeys(_GESPREKKEN, False)
"""Whether a text is a chat log, where the instrument says so."""


@dataclass(frozen=True)
class Oogst:
    """What one delivery gives: contract tables per activity, the ledger of its files, and what was wrong.

    ``rijfouten`` are rows that do not fit their header: beside them the tables are whole but for those rows.
    """

    activiteiten: tuple[Tabellen, ...] = ()
    bronnen: pd.DataFrame = field(default_factory=pd.DataFrame)
    logboek: pd.DataFrame = field(default_factory=pd.DataFrame)
    problemen: tuple[Probleem, ...] = ()
    gelezen: Gelezen | None = None
    rijfouten: tuple[Probleem, ...] = ()

    @property
    def alles(self) -> tuple[Probleem, ...]:
        """Return everything that was wrong, the rows first."""
        return (*self.rijfouten, *self.problemen)


def read_levering(
    levering: Levering,
    map_: Path,
    sleutel: Sleutel,
    lijst: Vragenlijst,
    geopend: dict[Path, Bron] | None = None,
) -> Oogst:
    """Return the tables of one delivery; problems are collected, never raised, each at its line of traject.toml.

    Files among ``geopend`` are not opened again, and taken out of it: their bytes are not kept longer than needed.
    """
    oogst = _harvest(levering, map_, sleutel, lijst, {} if geopend is None else geopend)
    return replace(oogst, problemen=tuple(_locate(probleem, levering) for probleem in oogst.problemen))


def _locate(probleem: Probleem, levering: Levering) -> Probleem:
    """Return a problem with a setting at the line where it stands, else at the line where its delivery begins."""
    if probleem.bestand != "traject.toml" or probleem.rij is not None:
        return probleem
    return probleem._replace(rij=levering.regels.get(probleem.kolom) or levering.regels.get(""))


def _harvest(
    levering: Levering, map_: Path, sleutel: Sleutel, lijst: Vragenlijst, geopend: dict[Path, Bron]
) -> Oogst:
    levering = guess_chat(guess_straat(levering, map_, lijst), map_)
    zegel = make_zegel(levering, sleutel, lijst)
    problemen: list[Probleem] = []
    lijst_zegel = replace(
        zegel, scope=zegel.scope or zegel.activiteit_id, beurtentabel=False, segmenten=False
    )
    deelnemers, namen, sprekers = _read_deelnemerslijst(levering, map_, lijst_zegel, lijst, problemen)
    codeboek = try_read(map_, levering.codeboek, lijst_zegel, problemen) if levering.codeboek else ()
    persoon = "" if levering.instrument == "focusgroep" else levering.persoon
    groepen = _list_groepen(deelnemers)
    zegel = replace(zegel, namen=namen, persoon=persoon, groepen=groepen, sprekers=sprekers)
    zegel = seal_onderdelen(zegel, levering, map_)
    gelezen_bestanden, rijfouten = read_files(levering, map_, zegel, problemen, geopend)
    lezingen = _leave_elders(gelezen_bestanden, levering, map_)
    vraagt = levering.instrument in _ASKING
    deelnemers = _place(
        deelnemers, lezingen, zegel, _read_elders(levering, map_, zegel) if deelnemers else ()
    )
    lezingen, bladen = split_label_sheets(fit_lezingen(lezingen) if vraagt else lezingen)
    bladen = bladen or read_label_sheets(levering.bestanden, map_, lijst_zegel, blad=levering.blad)
    codeboek = (*(codeboek or _read_beside(lezingen, map_, lijst_zegel, problemen)), *bladen)
    codeboek = fit_lezingen(codeboek, lezingen) if vraagt else codeboek
    kolom = "" if levering.instrument in BERICHTEN else persoon
    problemen += _check_persoon(
        lezingen, kolom, een=levering.instrument in ONDERDELEN, golven=len(levering.metingen) > 1
    )
    problemen += _check_sleutelvelden(lezingen, levering)
    problemen += check_gespreksleiders(lezingen, levering, zegel)
    problemen += _check_rijen(lezingen)
    gelezen = keep_levering(levering, drop_elders(lezingen, levering), zegel.scope)
    hulp = [tabel for lezing in (*deelnemers, *codeboek) for tabel in lezing.tabellen]
    if problemen or not lezingen:
        return Oogst(problemen=tuple(problemen), gelezen=gelezen, rijfouten=rijfouten)
    try:
        gebouwd, mislukt = _build(lezingen, levering, lijst, hulp)
        if not gebouwd:
            return Oogst(problemen=mislukt, gelezen=gelezen, rijfouten=rijfouten)
        records = pd.concat([deel["records"] for deel in gebouwd], ignore_index=True)
        eigen = [{naam: tabel for naam, tabel in deel.items() if naam != "records"} for deel in gebouwd]
        activiteiten = tuple(conform_tabellen(deel, fill=False) for deel in eigen)
    except ContractError as fout:
        return Oogst(problemen=fout.lijst, gelezen=gelezen, rijfouten=rijfouten)
    logboek = join_logboek(lezingen, deelnemers, records)
    samen = drop_unused_masks(pd.concat([logboek, *(deel["logboek"] for deel in gebouwd)], ignore_index=True))
    samen = drop_geen_mensen(samen, lezingen, eigen) if levering.instrument in ONDERDELEN else samen
    bronnen, scheef = make_bronnen(lezingen, deelnemers, codeboek, records, samen)
    zonder = tuple({n: tabel for n, tabel in deel.items() if n != "logboek"} for deel in activiteiten)
    return Oogst(zonder, bronnen, samen, (*mislukt, *scheef), gelezen, rijfouten)


def _build(
    lezingen: Sequence[Lezing], levering: Levering, lijst: Vragenlijst, hulp: Sequence[Tabel]
) -> tuple[list[Tabellen], tuple[Probleem, ...]]:
    """Return the activities of a delivery; of one in parts also those of the parts that can be read beside one that cannot."""
    try:
        return build_activiteiten(lezingen, levering, lijst, hulp=hulp), ()
    except DeelsGelezenError as fout:
        return list(fout.tabellen), fout.lijst


def guess_straat(levering: Levering, map_: Path, lijst: Vragenlijst) -> Levering:
    """Return street talks with their columns told by the headers, where the analyst says nothing about them."""
    if levering.instrument != "straatgesprek" or levering.kolommen or lijst.rows_of(levering.naam):
        return levering
    with suppress(BronError):
        bestand = next(iter(levering.bestanden), "")
        return replace(levering, kolommen=guess_kolommen(list_headers(map_ / bestand, blad=levering.blad)))
    return levering


def make_zegel(levering: Levering, sleutel: Sleutel, lijst: Vragenlijst) -> Zegel:
    """Return how a delivery is sealed: ids within its panel, columns that the analyst named kept and masked."""
    genoemd = [naam for namen in levering.kolommen.values() for naam in namen]
    genoemd += [regel.kolom for regel in lijst.rows_of(levering.naam)]
    genoemd += [
        levering.gewicht,
        levering.langsgewicht,
        levering.stratum,
        levering.groep,
        *levering.cluster,
    ]
    return Zegel(
        sleutel=sleutel,
        activiteit_id=levering.naam,
        scope=levering.panel or levering.naam,
        gespreksleider=levering.gespreksleider,
        open=frozenset(naam for naam in genoemd if naam),
        velden=name_velden(levering),
        beurtentabel=levering.instrument in _GESPREKKEN,
        testrijen=levering.testrijen,
        segmenten=not (levering.kolommen or levering.persoon),  # who names columns says what the table holds
        chat=_CHAT.get(levering.instrument),
        woordtabellen=frozenset(levering.onderdelen.get("besluiten", ())),
    )


def seal_onderdelen(zegel: Zegel, levering: Levering, map_: Path) -> Zegel:
    """Return the seal of a delivery in parts: who a row is about and which columns a part reads, told by each header.

    A file that cannot be read says so when it is read.
    """
    if levering.instrument not in ONDERDELEN:
        return zegel
    koppen: list[str] = []
    for bestand, blad in zip(levering.bestanden, choose_levering_bladen(levering, map_), strict=True):
        with suppress(BronError):
            koppen += list_headers(
                map_ / bestand, blad=blad, bestand=bestand, woordtabel=bestand in zegel.woordtabellen
            )
    lijsten = {kop for kop in koppen if is_personenlijst(kop, levering)}
    personen = tuple(dict.fromkeys(kop for kop in koppen if is_persoonskop(kop) and kop not in lijsten))
    open_ = zegel.open | {
        kop for kop in find_kept_columns(koppen, levering) if kop not in (*personen, *lijsten)
    }
    return replace(zegel, persoon_ook=personen, personen=frozenset(lijsten), open=open_)


def _leave_elders(lezingen: Sequence[Lezing], levering: Levering, map_: Path) -> tuple[Lezing, ...]:
    """Return the readings of a delivery in parts, or of messages, without the sheets that others name, that are its list of participants, or that count its recruitment."""
    if levering.instrument not in (*ONDERDELEN, *BERICHTEN):
        return tuple(lezingen)
    elders: dict[str, list[str]] = {}
    for bestand, blad in levering.bladen_elders:
        elders.setdefault(bestand, []).append(blad)
    if lijst := find_lijstblad(levering, lezingen, map_):
        elders.setdefault(levering.deelnemerslijst, []).append(lijst)
    for lezing in lezingen if levering.instrument in ONDERDELEN else ():
        bladen = [tabel.blad for tabel in lezing.tabellen if read_trechter(tabel)]
        elders.setdefault(lezing.bestand, []).extend(bladen if len(bladen) < len(lezing.vormen) else ())
    return tuple(
        keep_sheets(lezing, elders[lezing.bestand], weg=True) if lezing.bestand in elders else lezing
        for lezing in lezingen
    )


def _read_beside(
    lezingen: Sequence[Lezing], map_: Path, zegel: Zegel, problemen: list[Probleem]
) -> tuple[Lezing, ...]:
    """Return the questionnaires beside the files that their columns were described by: sources too."""
    namen = dict.fromkeys(lezing.vragenlijst for lezing in lezingen if lezing.vragenlijst)
    return tuple(lezing for naam in namen for lezing in try_read(map_, naam, zegel, problemen))


def _check_persoon(lezingen: Sequence[Lezing], persoon: str, *, een: bool, golven: bool) -> list[Probleem]:
    """Return a problem for each file without the person column; the logboek tells which columns were used up.

    Of a delivery in parts ``een`` file with that column is enough: the votes of a meeting have no persons.
    """
    problemen = []
    for lezing in lezingen if persoon else ():
        weg = lezing.logboek.loc[lezing.logboek["reden"] == "kolom_persoonsgegeven", "kolom"].tolist()
        if lezing.tabellen and fold(persoon) not in map(fold, weg):
            over = [kolom.naam for tabel in lezing.tabellen for kolom in tabel.kolommen]
            wat = f"de kolom '{persoon}' bij 'persoon' staat niet in {lezing.bestand}"
            remedie = suggest(persoon, [*weg, *over])
            if golven:
                remedie += (
                    "; heet zij in elke meting anders, maak dan van elke meting een levering met dezelfde 'panel' en "
                    "een eigen 'meting' en 'persoon'"
                )
            problemen.append(Probleem(wat, remedie, "traject.toml", kolom="persoon"))
    return [] if een and len(problemen) < len(lezingen) else problemen


def _check_rijen(lezingen: Sequence[Lezing]) -> list[Probleem]:
    """Return a problem for each file that has headers and no row; of a platform only when none of its files has one."""
    leeg = [
        lezing
        for lezing in lezingen
        if lezing.tabellen
        and not lezing.gesprekken
        and not any(len(tabel.frame) for tabel in lezing.tabellen)
    ]
    alle = len(leeg) == len(lezingen)
    return [
        Probleem(
            "in dit bestand staan koppen en geen enkele rij met antwoorden",
            "vraag om het bestand met de antwoorden erin, of haal het uit traject.toml",
            lezing.bestand,
        )
        for lezing in leeg
        if alle or not (lezing.formaat in PLATFORMS or lezing.formaat.startswith("polis_"))
    ]


def _check_sleutelvelden(lezingen: Sequence[Lezing], levering: Levering) -> list[Probleem]:
    """Return a problem for each column with ids that traject.toml names and that none of the files of messages has."""
    genoemd = [
        (rol, naam) for rol, namen in name_velden(levering).items() for naam in namen if rol in SLEUTELVELDEN
    ]
    weg = [
        naam
        for lezing in lezingen
        for naam in lezing.logboek.loc[lezing.logboek["reden"] == "kolom_persoonsgegeven", "kolom"]
    ]
    over = [kolom.naam for lezing in lezingen for tabel in lezing.tabellen for kolom in tabel.kolommen]
    gevouwen = {fold(naam) for naam in weg}
    bestanden = ", ".join(lezing.bestand for lezing in lezingen)
    return [
        Probleem(
            f"de kolom '{naam}' bij '{rol}' staat niet in {bestanden}",
            suggest(naam, [*weg, *over]),
            "traject.toml",
            kolom="kolommen",
        )
        for rol, naam in genoemd
        if lezingen and fold(naam) not in gevouwen
    ]


def _read_deelnemerslijst(
    levering: Levering, map_: Path, zegel: Zegel, lijst: Vragenlijst, problemen: list[Probleem]
) -> tuple[tuple[Lezing, ...], tuple[str, ...], Sprekerlijst]:
    """Return the list of participants, sealed so that its persons are those of the transcripts, its names and who is who."""
    bestand, niets = levering.deelnemerslijst, ((), (), Sprekerlijst())
    if not bestand:
        return niets
    if levering.instrument in _ENQUETES:
        return *read_nummerlijst(levering, map_, zegel, lijst, problemen), Sprekerlijst()
    try:
        blad = find_ledenblad(map_ / bestand)
        koppen = list_headers(map_ / bestand, blad=blad, bestand=bestand)
        eigen = find_screener_columns(koppen, levering.persoon or find_lidnummer(levering, koppen))
        if not eigen[0]:
            wat = "hierin is geen kolom met de code van de spreker"
            problemen.append(Probleem(wat, f"noem haar bij 'persoon': {suggest('spreker', koppen)}", bestand))
            return niets
        verzegeld = seal_lijst(zegel, koppen, *eigen)
        namen = list_names(map_ / bestand, verzegeld, blad=blad, bestand=bestand)
        sprekers = list_sprekers(map_ / bestand, verzegeld, blad=blad, bestand=bestand)
        return (read(map_ / bestand, verzegeld, blad=blad, bestand=bestand),), namen, sprekers
    except BronError as fout:
        problemen.append(fout.probleem)
        return niets


def _read_elders(levering: Levering, map_: Path, zegel: Zegel) -> tuple[Gesprek, ...]:
    """Return the conversations of other deliveries with the same list, when it has no groups; none that cannot be read."""
    gesprekken: list[Gesprek] = []
    if any(groep for groep, _, _ in zegel.sprekers.rijen):
        return ()
    for bestand in levering.lijst_ook:
        with suppress(BronError):  # the delivery that it is of tells it
            gesprekken += read(map_ / bestand, zegel, bestand=bestand).gesprekken
    return tuple(gesprekken)


def find_lidnummer(levering: Levering, koppen: Sequence[str]) -> str:
    """Return the column with the number of a person beside a name: in a talk people speak by name, in a meeting of parts not."""
    spreker, _ = find_screener_columns(koppen)
    if levering.instrument not in ONDERDELEN or "naam" not in fold(spreker):
        return ""
    return next(filter(is_person_header, koppen), "")


def _place(
    deelnemers: Sequence[Lezing], lezingen: Sequence[Lezing], zegel: Zegel, elders: Sequence[Gesprek]
) -> tuple[Lezing, ...]:
    """Return the lists of participants with their people in the conversations, where the list has no groups."""
    gesprekken = [gesprek for lezing in lezingen for gesprek in lezing.gesprekken]
    return tuple(
        place_deelnemers(lezing, gesprekken, zegel, elders) if gesprekken else lezing for lezing in deelnemers
    )


def _list_groepen(deelnemers: Sequence[Lezing]) -> tuple[str, ...]:
    """Return the groups that a list of participants names."""
    groepen: list[str] = []
    for tabel in (tabel for lezing in deelnemers for tabel in lezing.tabellen):
        _, kolom = find_screener_columns([kolom.naam for kolom in tabel.kolommen])
        groepen += tabel.frame[kolom].astype("str").unique().tolist() if kolom else []
    return tuple(naam for naam in groepen if naam.strip())


def seal_lijst(zegel: Zegel, koppen: Sequence[str], persoon: str, groep: str) -> Zegel:
    """Return the seal of a list of participants, given its columns of the speaker and the group."""
    return replace(zegel, persoon=persoon, groepkolom=groep, naamdelen=find_naamdelen(koppen, persoon))


def find_screener_columns(koppen: Sequence[str], persoon: str = "") -> tuple[str, str]:
    """Return the columns with the speaker's label and with the group, empty where there is none.

    Where no column tells who it is, the first name does, and the surname beside it (see ``find_naamdelen``); where there is
    no name either, the number of a person under another header ("Lidnr").

    Examples
    --------
    >>> find_screener_columns(["Groep", "Spreker", "Naam", "Leeftijd"])
    ('Spreker', 'Groep')
    """
    gevouwen = {fold(kop): kop for kop in reversed(koppen)}
    spreker = next((gevouwen[naam] for naam in (fold(persoon), *SPREKERKOPPEN) if naam in gevouwen), "")
    spreker = spreker or next(filter(is_person_header, koppen), "")
    return spreker, next((gevouwen[naam] for naam in GROEPKOPPEN if naam in gevouwen), "")
