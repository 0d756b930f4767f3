"""The sentences of the half-page summary, each from the tables or absent when its slot is empty."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterator, Mapping
from datetime import date
from typing import Any

import pandas as pd

from burgerdata.activiteitnamen import add_lidwoord, name_activiteiten, name_meting
from burgerdata.analysis.dezelfde_mensen import (
    count_mensen,
    is_een_groep,
    list_aantallen,
    list_deel_van,
    list_onbekend_dezelfde,
)
from burgerdata.analysis.meldingen import BIJNA_ALLE, count_bekend
from burgerdata.analysis.vergelijkbaar import state_onvergelijkbaar
from burgerdata.findings import state_bevinding
from burgerdata.findings.besluitdag import announce_besluit, state_besluitdag
from burgerdata.findings.bronnen import WAAR
from burgerdata.findings.number_words import say_aantal
from burgerdata.findings.populatie import find_tekort
from burgerdata.findings.verandering import is_ongelezen
from burgerdata.findings.zinnen import quote, start_zin
from burgerdata.getallen import format_datum, format_getal, format_periode, format_procent, join_woorden
from burgerdata.instruments.losse_dagen import find_losse_dag
from burgerdata.instruments.opvolging import is_gehoord
from burgerdata.report.chapters.uitgeschreven import name_bevinding, spell_out
from burgerdata.report.chapters.veranderd import list_veranderd
from burgerdata.report.chapters.verschil import find_tabel
from burgerdata.report.collect import Opbrengst
from burgerdata.schema.labels import FASE_LABEL, INSTRUMENT_LABEL
from burgerdata.toelichting import read_toelichting

_WAAR = {
    "enquete": "aan een enquête",
    "klantpanel": "in een klantpanel",
    "focusgroep": "aan gesprekken in groepen",
    "straatgesprek": "op straat",
    "community": "online",
    "burgerberaad": "aan een burgerberaad",
    "burgerdialoog": "aan een burgerdialoog",
    "usability": "aan een test",
    "signaal": "met een melding",
}
_GEDAAN = {
    "overgenomen": "overgenomen",
    "deels_overgenomen": "deels overgenomen",
    "niet_overgenomen": "niet overgenomen",
    "buiten_kaders": "buiten de kaders",
}
"""What was decided, in words."""
_HALF, _BIJNA = 0.5, 0.9
"""Between these parts of its share of the population a group took part less than expected, and is not missed."""
_MIST, _MEESTE = 5, 6
"""People that a group falls short at least, for fewer are chance; and the most groups that a sentence names."""
_WEINIG = 6
"""Up to so many points two themes are named per decision: the summary is half a page."""
_VEEL = 12
"""Of more points than these one says nothing of the others."""
_LANGST = 50
"""How long the name of one input may be: the whole stands in chapter 7."""


def state_setting(opbrengst: Opbrengst) -> str:
    """Return who asked citizens about what, when, in which phase, and what can still change."""
    instellingen, activiteiten = opbrengst.traject.instellingen, opbrengst.traject.activiteiten
    wie = instellingen.opdrachtgever or "De opdrachtgever"
    onderwerp = instellingen.onderwerp_in_zin or "het onderwerp van dit traject"
    zinnen = [start_zin(f"{wie} vroeg burgers naar {onderwerp}.")]
    begin, eind = activiteiten["begindatum"].min(), activiteiten["einddatum"].max()
    wanneer = "" if pd.isna(begin) or pd.isna(eind) else f" {_between(begin, eind)}"
    waarin = _name_fasen(activiteiten["fase"])
    if wanneer or waarin:
        zinnen.append(f"Dat gebeurde{wanneer}{waarin}.".replace("gebeurde,", "gebeurde"))
    if not waarin:
        zinnen.append("De fase is niet opgegeven.")
    return " ".join([*zinnen, _first_zin(instellingen.ruimte)]).strip()


def _first_zin(tekst: str) -> str:
    """Return the first sentence of a text; chapter 1 has the whole."""
    return re.split(r"(?<=[.!?])\s", tekst.strip(), maxsplit=1)[0]


def _between(begin: date, eind: date) -> str:
    """Return "tussen" two days, the year once where it is the same; "op" one day."""
    if begin == eind:
        return f"op {format_datum(begin)}"
    eerst = format_datum(begin)
    return f"tussen {eerst.removesuffix(f' {eind.year}')} en {format_datum(eind)}"


def _name_fasen(fase: pd.Series) -> str:
    """Return in which phases it was; all four are not spelled out, for chapter 1 does so."""
    fasen = [FASE_LABEL[woord].lower() for woord in fase.dropna().drop_duplicates().sort_values()]
    if len(fasen) == len(FASE_LABEL):
        return ", in alle beleidsfasen"
    return f", in de fase{'n' if len(fasen) > 1 else ''} {join_woorden(fasen)}" if fasen else ""


def state_participants(opbrengst: Opbrengst) -> str:
    """Return how many people took part, per way; ``deelnames`` where the same person may be in two sources.

    Sheets of one workbook of which nothing tells who is on both are not added up.
    """
    aantallen = list_aantallen(opbrengst.traject)
    delen = list(_tell_delen(opbrengst, aantallen))
    los = _tell_meldingen(opbrengst)
    if not delen:
        return los or "Er zijn geen deelnemers geteld."
    if los and list(aantallen) == ["signaal"]:
        return los
    deelnames = _tell_deelnames(opbrengst, aantallen, delen)
    return deelnames if "signaal" in aantallen or not los else f"{deelnames} {los}"


def _tell_deelnames(opbrengst: Opbrengst, aantallen: Mapping[str, tuple[int, ...]], delen: list[str]) -> str:
    """Return how many people these parts are together, and each of them."""
    if list_onbekend_dezelfde(opbrengst.traject):
        return (
            f"Aantallen mensen: {join_woorden(delen)}. Hoeveel mensen dat samen zijn, is niet bekend: twee bladen van één"
            " bestand kunnen over dezelfde mensen gaan, en niets zegt wie op beide staat."
        )
    if len(delen) == 1:
        return f"Er deden {delen[0].replace(' ', ' mensen mee ', 1)}."
    totaal = count_mensen(opbrengst.traject)
    dubbel = totaal < sum(map(sum, aantallen.values()))
    if is_een_groep(opbrengst.traject):
        return f"Er deden {format_getal(totaal)} mensen mee, van wie {join_woorden(delen)}."
    eens = "; wie in meer bestanden met dezelfde naam of code staat, telt in het totaal één keer" * dubbel
    dubbel_ = ", niet mensen" if eens else " (mensen kunnen dubbel tellen)"
    return f"Er waren {format_getal(totaal)} deelnames{dubbel_}: {join_woorden(delen)}{eens}."


def _tell_meldingen(opbrengst: Opbrengst) -> str:
    """Return how many reports there are, where not of nearly all of them is known who gave it; else nothing."""
    tabel = count_bekend(opbrengst.traject)
    alle, bekend = int(tabel["meldingen"].sum()), int(tabel["bekend"].sum())
    if bekend >= BIJNA_ALLE * alle:
        return ""
    aantal = (
        f"Er {'is' if alle == 1 else 'zijn'} {format_getal(alle)} {'melding' if alle == 1 else 'meldingen'}"
    )
    if not bekend:
        return f"{aantal}; wie meldden is niet bekend."
    melders = int(tabel["melders"].sum())
    wie = f"{format_getal(melders)} {'mens' if melders == 1 else 'mensen'}"
    return f"{aantal}; van {format_getal(bekend)} daarvan is bekend wie ze deed ({wie})."


def _tell_onbekende_melders(opbrengst: Opbrengst) -> str:
    """Return between brackets of how many of the reports is known who gave them, where that is a part; else nothing."""
    tabel = count_bekend(opbrengst.traject)
    alle, bekend = int(tabel["meldingen"].sum()), int(tabel["bekend"].sum())
    if not 0 < bekend < BIJNA_ALLE * alle:
        return ""
    return f" (van {format_getal(bekend)} van de {format_getal(alle)} meldingen is bekend wie ze deed)"


def _tell_delen(opbrengst: Opbrengst, aantallen: Mapping[str, tuple[int, ...]]) -> Iterator[str]:
    """Yield how many took part in each way; who all took part in another way too stand behind that, between brackets."""
    dezelfde = {} if is_een_groep(opbrengst.traject) else list_deel_van(opbrengst.traject)
    for woord, waar in _WAAR.items():
        if not sum(aantallen.get(woord, ())) or woord in dezelfde:
            continue
        ook = [
            f"{'allen' if aantallen[ander] == aantallen[woord] else f'van wie {format_getal(sum(aantallen[ander]))}'} ook "
            f"{_WAAR[ander]}"
            for ander, groter in dezelfde.items()
            if groter == woord
        ]
        achter = f" ({join_woorden(ook)})" if ook else ""
        achter += _tell_onbekende_melders(opbrengst) if woord == "signaal" else ""
        yield f"{join_woorden([format_getal(n) for n in aantallen[woord]])} {waar}{achter}"


def state_change(opbrengst: Opbrengst) -> str:
    """Return the change between waves of the first question and the largest other one, or that none was measured.

    What words found in texts that nobody read is told in chapter 5, with that warning, and not here.
    """
    antwoord = opbrengst.antwoorden["ev2"]
    if antwoord.status == "niet_gemeten":
        return ""
    tabel = find_tabel(antwoord)
    eerst = "" if tabel is None else _name_metingen(tabel)
    veranderd = [tabel for tabel in list_veranderd(opbrengst) if not is_ongelezen(tabel.iloc[0])]
    andere = [
        (f"{spell_out(state_bevinding(ander), [ander])}{_name_basis(ander)}", _name_metingen(ander))
        for ander in veranderd[:1]
    ]
    zin = name_bevinding(antwoord).rstrip(".")
    for ook, waar in andere:
        zin = f"{zin}; {_lower(ook)}" if waar == eerst else f"{zin}{eerst}; {_lower(ook)}"
        eerst = waar
    return f"{zin}{eerst}."


def _name_basis(tabel: pd.DataFrame) -> str:
    """Return that a theme was counted among who wrote something: others than those who answered the question before it."""
    return " van wie iets opschreef" if "thema_id" in tabel else ""


def _lower(zin: str) -> str:
    """Return a sentence as it goes on after a semicolon, also where it opens with a quotation mark."""
    plek = 1 if zin.startswith("‘") else 0
    return zin[:plek] + zin[plek : plek + 1].lower() + zin[plek + 1 :]


def name_bron(bron: str) -> str:
    """Return the name of a source without its waves, recruitment and period.

    Examples
    --------
    >>> name_bron("klantpanel (2026-03 en 2026-06), klantbestand, 2 maart – 19 juni 2026")
    'klantpanel'
    """
    return re.split(r" \(|, ", bron)[0]


def _name_metingen(tabel: pd.DataFrame) -> str:
    """Return the source of a change with its first and last wave, between brackets."""
    bron = name_bron(read_toelichting(tabel).bron)
    eerste, laatste = (name_meting(str(w)) for w in (tabel["van"].iloc[0], tabel["naar"].iloc[-1]))
    jaar = eerste[-5:]
    van = eerste.removesuffix(jaar) if jaar.strip().isdigit() and laatste.endswith(jaar) else eerste
    return f" ({bron}, {van} tot {laatste})" if bron else f" ({van} tot {laatste})"


def state_missing(opbrengst: Opbrengst) -> str:
    """Return the groups with less than half their share of the population, per source; says so without margins."""
    tabel = opbrengst.tabellen.get("samenstelling")
    if tabel is None and "loting" in opbrengst.tabellen:
        return f"{state_bevinding(opbrengst.tabellen['loting'])}."
    if tabel is None:
        reden = state_onvergelijkbaar(opbrengst.traject)
        return f"Niet vast te stellen: {reden or 'van niemand is een kenmerk uit marges.xlsx bekend'}."
    weinig = tabel[tabel["gemist"].fillna(False).astype("bool")]
    namen = opbrengst.traject.activiteiten.set_index("activiteit_id")["instrument"].astype("str")
    delen = [
        f"{WAAR.get(namen[str(activiteit)], INSTRUMENT_LABEL[namen[str(activiteit)]])} "
        f"{join_woorden([_name_gemist(rij) for rij in groep.to_dict('records')])}"
        for activiteit, groep in weinig.groupby("activiteit_id", observed=True, sort=False)
    ]
    if not delen:
        geen = "Geen van de groepen met een bevolkingscijfer deed minder dan half zo vaak mee als verwacht."
        return _tell_tekort(opbrengst, tabel) or geen
    return f"Minder dan half zo vaak als verwacht deden mee: {'; '.join(delen)}."


def state_minder(opbrengst: Opbrengst) -> str:
    """Return the groups that took part less than expected and still half as often or more, with both shares; else nothing.

    A group of which fewer than five people are missing, and one that the sentence before names already, is left out.
    """
    tabel = opbrengst.tabellen.get("samenstelling")
    if tabel is None:
        return ""
    verhouding = (tabel["steekproef"] / tabel["bevolking"]).astype("float64")
    mist = ((tabel["bevolking"] - tabel["steekproef"]) * tabel["basis"]).astype("float64")
    past = verhouding.ge(_HALF) & verhouding.lt(_BIJNA) & mist.ge(_MIST)
    if not tabel["gemist"].fillna(False).any() and (tekort := find_tekort(tabel)) is not None:
        past &= tabel.index != tekort.name  # told in the sentence before this one
    weinig = tabel[past.fillna(False)].assign(verhouding=verhouding).sort_values("verhouding", kind="stable")
    namen = name_activiteiten(opbrengst.traject.activiteiten)
    delen = [
        f"bij {add_lidwoord(namen[str(activiteit)])} {join_woorden([_name_minder(rij) for rij in groep.to_dict('records')])}"
        for activiteit, groep in weinig.head(_MEESTE).groupby("activiteit_id", observed=True, sort=False)
    ]
    over = len(weinig) - _MEESTE
    meer = (
        f", en nog {say_aantal(over)} {'groep' if over == 1 else 'groepen'} (bijlage E)" if over > 0 else ""
    )
    return (
        f"Minder dan verwacht, maar minstens half zo vaak, deden mee (deelnemers tegen wie het betreft): {'; '.join(delen)}{meer}."
        if delen
        else ""
    )


def _name_gemist(rij: Mapping[Hashable, Any]) -> str:
    """Return a group that was missed, with its share of who took part and of those concerned where that is shown."""
    naam = quote(str(rij["categorie"]))
    if pd.isna(rij["steekproef"]):
        return naam
    deel, geheel = (format_procent(float(rij[kolom])) for kolom in ("steekproef", "bevolking"))
    return f"{naam} ({deel} van de deelnemers, {geheel} van wie het betreft)"


def _name_minder(rij: Mapping[Hashable, Any]) -> str:
    """Return a group with its share of who took part against that of those concerned: "‘18-34’ (20% tegen 23%)"."""
    deel, geheel = (format_procent(float(rij[kolom])) for kolom in ("steekproef", "bevolking"))
    return f"{quote(str(rij['categorie']))} ({deel} tegen {geheel})"


def _tell_tekort(opbrengst: Opbrengst, tabel: pd.DataFrame) -> str:
    """Return the group that is farthest below its share, where that is ten points or more; else nothing."""
    rij = find_tekort(tabel)
    if rij is None:
        return ""
    waar = add_lidwoord(name_activiteiten(opbrengst.traject.activiteiten)[str(rij["activiteit_id"])])
    deel, geheel = (format_procent(float(rij[naam])) for naam in ("steekproef", "bevolking"))
    return f"Te weinig deden mee: ‘{rij['categorie']}’ bij {waar} ({deel} van de deelnemers, {geheel} van wie het betreft)."


def state_followup(opbrengst: Opbrengst) -> str:
    """Return how many inputs were taken over, partly, not, and what participants heard."""
    tabel, besluit = opbrengst.traject.doorwerking, opbrengst.traject.instellingen.besluit
    if not len(tabel):
        return f"Nog niet vastgelegd. {announce_besluit(besluit, opbrengst.datum)}".rstrip()
    open_ = tabel["status"].isna() | tabel["status"].eq("in_behandeling")
    gedaan = [
        f"{len(rijen)} {woord}{_name_punten(opbrengst, rijen)}"
        for status, woord in _GEDAAN.items()
        if len(rijen := tabel[tabel["status"].eq(status)])
    ]
    zin = f"Van de {len(tabel)} punten: {join_woorden(gedaan)}" if gedaan else ""
    if len(tabel) == 1:
        return f"{_tell_ene(opbrengst)} {_tell_gehoord(tabel[~open_])}"
    if open_.any():
        over = f"over {int(open_.sum())}{_name_punten(opbrengst, tabel[open_])}"
        over = state_besluitdag(over, besluit, opbrengst.datum, redenen=tabel["motivering"][open_])
        zin = f"{zin}; {over}" if zin else start_zin(over)
    zin += "."
    if not _hear(tabel).any():  # a column that nobody filled in says nothing of people
        return f"{zin} Niet vastgelegd is of deelnemers iets hoorden."
    return f"{zin} {_tell_gehoord(tabel[~open_])}"


def _tell_ene(opbrengst: Opbrengst) -> str:
    """Return what was decided about the only input, or when that is done."""
    tabel = opbrengst.traject.doorwerking
    punt = f"het ene punt{_name_punten(opbrengst, tabel)}"
    woord = _GEDAAN.get(str(tabel["status"].iloc[0]))
    if woord is None:
        besluit = opbrengst.traject.instellingen.besluit
        return f"{state_besluitdag(f'Over {punt}', besluit, opbrengst.datum, redenen=tabel['motivering'])}."
    return f"{start_zin(punt)} {'valt' if woord.startswith('buiten') else 'is'} {woord}."


def _name_punten(opbrengst: Opbrengst, rijen: pd.DataFrame) -> str:
    """Return the first of these inputs between brackets, in their own words; one without words by its theme.

    A theme alone would turn it round: "overgenomen (wisselende contactpersonen)" where that is the complaint. Of many
    inputs one is named, and only of those that were wholly taken over or not at all, or the only one; of very many none.
    """
    punten = len(opbrengst.traject.doorwerking)
    veel = punten > _WEINIG
    if punten > _VEEL or (
        veel and len(rijen) > 1 and not rijen["status"].isin(["overgenomen", "niet_overgenomen"]).all()
    ):
        return ""
    meest = 1 if veel else 2
    themas = opbrengst.traject.themas
    bekend = dict(zip(themas["thema_id"].astype("str"), themas["naam"].astype("str"), strict=True))
    namen = list(
        dict.fromkeys(
            quote(str(rij["samenvatting"]).strip().rstrip("."), langst=_LANGST)
            if pd.notna(rij["samenvatting"]) and str(rij["samenvatting"]).strip()
            else f"een punt over {thema}"
            for rij in rijen.to_dict("records")
            if (thema := bekend.get(str(rij["thema_id"]), "")) or str(rij["samenvatting"] or "").strip()
        )
    )
    meer = "onder meer " if len(namen) > meest else ""
    return f" ({meer}{join_woorden(namen[:meest])})" if namen else ""


def _tell_gehoord(besloten: pd.DataFrame) -> str:
    """Return of how many decided inputs participants heard, and when."""
    wel = besloten[_hear(besloten)]
    gehoord = len(wel)
    if not gehoord:
        return "Deelnemers hebben nog niets gehoord."
    terug = besloten["terugkoppeling_datum"].dropna()
    wanneer = f"op {format_periode(terug.min(), terug.max())}" if len(terug) else _say_zonder_dag(wel)
    if gehoord == len(besloten):
        return f"Deelnemers hoorden dit {wanneer}."
    return f"Over {gehoord} van de {len(besloten)} besloten punten hoorden deelnemers iets, {wanneer}."


def _say_zonder_dag(gehoord: pd.DataFrame) -> str:
    """Return when people heard where no day is known: what the list says of it, as where a day has no year."""
    woorden = [re.sub(r"^ja\b[ ,;:]*", "", str(cel)) for cel in gehoord["terugkoppeling_kanaal"].unique()]
    met_dag = [cel for cel in woorden if find_losse_dag(cel) != (0, 0)]
    if not met_dag:
        return "op een dag die niet is vastgelegd"
    return (
        f"volgens de lijst: {join_woorden([quote(cel, langst=_LANGST) for cel in met_dag[:2]])}, zonder jaar"
    )


def _hear(punten: pd.DataFrame) -> pd.Series:
    """Return of which inputs participants heard, also where the day of it was not written down."""
    return is_gehoord(punten["terugkoppeling_datum"], punten["terugkoppeling_kanaal"])
