"""The lines of the table that `nieuw` prints: per file or series what it is, how much is in it, what to look at."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

import pandas as pd

from burgerdata.errors import ContractError
from burgerdata.getallen import format_getal, format_periode, join_woorden
from burgerdata.instruments.long_waves import MEETKOLOM
from burgerdata.instruments.onderdeeltoewijzing import assign_onderdelen
from burgerdata.instruments.onderdelen import ONDERDELEN, find_kleuren, find_velden
from burgerdata.instruments.proces import asks_gehoord, read_procescode, recognise_procesvraag
from burgerdata.instruments.velden import BERICHTEN
from burgerdata.instruments.vraagregels import Vraagregel
from burgerdata.loading.analyst_tables import read_marges
from burgerdata.loading.coded_projects import describe_projects
from burgerdata.loading.draft_days import find_golfdagen
from burgerdata.loading.drafts import Concept
from burgerdata.loading.fill_in import find_invulbestand
from burgerdata.loading.formaatnamen import FORMAATNAAM
from burgerdata.loading.golfmaanden import find_golfmaanden, format_maanden
from burgerdata.loading.grouping import find_changed_texts, has_metingen, is_formulier, is_lang
from burgerdata.loading.herkend import Herkend
from burgerdata.loading.ledenlijst import LEDENLIJST
from burgerdata.loading.leveringen import natural_key
from burgerdata.loading.losse_antwoorden import OPEN_ANTWOORDEN
from burgerdata.loading.meer_rijen import tell_herhaling
from burgerdata.loading.niet_gevraagd import tell_niet_gevraagd
from burgerdata.loading.sprekerkeuze import find_personen
from burgerdata.loading.stemrondes import describe_stemmen, is_stembestand
from burgerdata.loading.testrijen import count_test_rows
from burgerdata.loading.versiekeuze import state_extra, state_keuze
from burgerdata.loading.zelfde_mensen import tell_kop
from burgerdata.shapes import PERSOON

KOLOMMEN = ("bestand", "herkend_als", "rijen", "mensen", "periode", "let_op")
_HULP = {
    "deelnemerslijst": "deelnemerslijst",
    LEDENLIJST: "deelnemerslijst",
    "codeboek": "codeboek",
    OPEN_ANTWOORDEN: "open antwoorden bij de enquête",
}
"""What helps to read other files, by the name in the overview."""
_FEWEST_PROCES = 3
"""Questions about how people were heard, above which a survey that asks little else may be the form of an evening."""
_OF_POLIS = "hoort bij een gesprek van Polis, maar de stemmen zelf ontbreken; zet votes.csv en comments.csv van dat gesprek erbij"


def describe_bundels(concepten: Sequence[Concept], herkend: Sequence[Herkend]) -> pd.DataFrame:
    """Return a row per delivery, per other version, and per file of help."""
    rijen: list[tuple[str, str, int, int | None, str, str]] = []
    for concept in concepten:
        rijen.append(_describe(concept))
        rijen += [_describe_version(concept, versie) for versie in concept.bundel.versies]
    gebruikt = {
        deel.bestand
        for concept in concepten
        for deel in (concept.bundel.lijst, concept.bundel.codeboek)
        if deel
    }
    for deel in herkend:
        if deel.soort in _HULP:
            los = "" if deel.bestand in gebruikt else "hoort bij geen levering"
            mensen = None if deel.soort == "codeboek" else len(deel.personen)
            rijen.append((_name_file(deel), _HULP[deel.soort], deel.rijen, mensen, "–", los))
    rijen += [_describe_project(deel, los=not concepten) for deel in herkend if deel.soort == "codeerproject"]
    frame = pd.DataFrame(rijen, columns=list(KOLOMMEN))
    return frame.astype(
        {"rijen": "Int64", "mensen": "Int64"}
        | dict.fromkeys(("bestand", "herkend_als", "periode", "let_op"), "str")
    )


def _describe_project(deel: Herkend, *, los: bool) -> tuple[str, str, int, int | None, str, str]:
    """Return the row of a project of coding software; with nothing else in the folder it is the delivery itself."""
    projecten = deel.lezing.codeerprojecten if deel.lezing is not None else ()
    let_op = "vul het instrument in" if los else "coderingen bij de teksten van de leveringen"
    return deel.bestand, describe_projects(projecten), deel.rijen, None, "–", let_op


def describe_leftovers(herkend: Sequence[Herkend], concepten: Sequence[Concept]) -> tuple[str, ...]:
    """Return the files that were seen and are no data, each with the reason."""
    in_bundel = {deel.bestand for concept in concepten for deel in concept.bundel.leden}
    regels = []
    for deel in herkend:
        los = is_stembestand(deel) and deel.bestand not in in_bundel
        if los or deel.soort in ("tekst", "onleesbaar"):
            regels.append(f"{_name_file(deel)}: {_OF_POLIS if los else deel.reden}")
    return tuple(dict.fromkeys(regels))


def _name_file(deel: Herkend) -> str:
    """Return what a file is called, with its sheet where the sheets of a workbook are apart."""
    return f"{deel.bestand}, blad '{deel.blad}'" if deel.blad else deel.bestand


def list_unknown_sheets(concepten: Sequence[Concept]) -> tuple[str, ...]:
    """Return the sheets and files of deliveries in parts of which no part is said or told by the headers."""
    plekken: dict[str, None] = {}
    for concept in concepten:
        if concept.levering.instrument not in ONDERDELEN:
            continue
        lezingen = [lid.lezing for lid in concept.bundel.leden if lid.lezing is not None]
        try:
            assign_onderdelen(lezingen, concept.levering)
        except ContractError as fout:
            plekken |= {
                f"{een.bestand}, blad '{een.blad}'," if een.blad else een.bestand: None for een in fout.lijst
            }
    return tuple(plekken)


def list_missing(concepten: Sequence[Concept], map_: Path, *, voorstel: bool = False) -> tuple[str, ...]:
    """Return what a report would want and these files do not have; ``voorstel`` says that a file offers margins."""
    mist = []
    if find_invulbestand(map_, "marges") is None or read_marges(map_).frame.empty:
        hoe = "klaargezet met een blad voorstel" if voorstel else "als leeg voorbeeld klaargezet"
        mist.append(f"bevolkingscijfers (marges.xlsx is {hoe})")
    ongewogen = [
        f"{concept.levering.naam} ({PurePosixPath(concept.levering.bestanden[0]).name})"
        for concept in concepten
        if concept.levering.instrument == "enquete" and not concept.levering.gewicht
    ]
    if ongewogen:
        mist.append(f"een weegfactor bij {join_woorden(ongewogen)}")
    regels = [regel for concept in concepten for regel in concept.regels]
    if not any(regel.gebruik.startswith("P") or regel.rol == "proces" for regel in regels):
        mist.append(f"vragen over het traject zelf (duidelijk, gehoord, invloed){_ask_gehoord(regels)}")
    gesprekken = [c for c in concepten if c.bundel.soort == "focusgroep"]
    zonder = [c.levering.naam for c in gesprekken if c.bundel.lijst is None]
    if zonder:
        alle = len(zonder) == len(gesprekken)
        mist.append(f"een deelnemerslijst bij {'de focusgroepen' if alle else join_woorden(zonder)}")
    return tuple(mist)


def _ask_gehoord(regels: Sequence[Vraagregel]) -> str:
    """Return which question of a survey may be one about the traject all the same: there it may be about anything."""
    kan = dict.fromkeys(
        regel.kort or regel.tekst for regel in regels if asks_gehoord(regel.kort or regel.tekst)
    )
    if not kan:
        return ""
    return f"; gaat {join_woorden([repr(tekst) for tekst in kan])} over het traject, zet daar dan in vragen.xlsx rol proces en gebruik P3"


def _describe(concept: Concept) -> tuple[str, str, int, int | None, str, str]:
    bundel = concept.bundel
    mensen = frozenset().union(*(deel.personen for deel in bundel.leden)) - find_personen(
        bundel, concept.zegt_leider
    )
    besluiten = concept.levering.onderdelen.get("besluiten", ())
    perioden = [
        deel.periode for deel in bundel.leden if deel.bestand not in besluiten and deel.periode is not None
    ]
    periode = "–"
    if perioden:
        periode = format_periode(min(begin for begin, _ in perioden), max(eind for _, eind in perioden))
    if bundel.soort == "klantpanel":
        periode = _tell_golfdagen(concept, periode)
    rijen = sum(deel.rijen for deel in bundel.leden)
    aantal: int | None = len(mensen)
    if bundel.soort == "signaal" and not mensen:
        aantal = None  # nobody knows who wrote them
    if bundel.soort == "straatgesprek":
        aantal = _count_street(concept)
    if bundel.soort in ONDERDELEN and not has_metingen(bundel):
        aantal = None  # a row may be a person, a recommendation or a table
    if is_stembestand(bundel.leden[0]):
        rijen, aantal, dagen = describe_stemmen(bundel.leden)
        periode = format_periode(*dagen) if dagen else "–"
    return (
        _name_files(bundel.leden),
        _name_kind(concept),
        rijen,
        aantal,
        periode,
        "; ".join(_remarks(concept)),
    )


def _tell_golfdagen(concept: Concept, periode: str) -> str:
    """Return the months of a panel where the draft proposes those of all its waves, else the period that the files tell."""
    dagen = find_golfdagen(concept)
    if len(dagen) < len(concept.levering.metingen or ("",)):
        return periode
    if periode != "–" and not find_golfmaanden(concept)[0]:
        return periode  # days in a file go before a month in its name
    return format_maanden(min(begin for begin, _ in dagen.values()), max(eind for _, eind in dagen.values()))


def _describe_version(concept: Concept, versie: Herkend) -> tuple[str, str, int, int | None, str, str]:
    leden = concept.bundel.leden
    eerste = next((lid for lid in leden if lid.bestand == versie.versie_van), leden[0])
    verschil = versie.rijen - eerste.rijen
    wat = f"{abs(verschil)} rijen {'meer' if verschil > 0 else 'minder'} dan {PurePosixPath(eerste.bestand).name}"
    wat = f"andere versie van {PurePosixPath(eerste.bestand).name}, even veel rijen" if verschil == 0 else wat
    extra = state_extra(eerste, versie)
    wat = f"{wat}, {extra}" if extra else wat
    waarom = state_keuze(eerste, [versie])
    nu = f" (nu de andere, {waarom})" if waarom else ""
    return versie.bestand, f"zelfde {_label(concept)}", versie.rijen, None, "–", f"{wat}: kies één{nu}"


def _name_files(leden: Sequence[Herkend]) -> str:
    namen = sorted((deel.bestand for deel in leden), key=natural_key)
    return _name_file(leden[0]) if len(namen) == 1 else f"{namen[0]} … {PurePosixPath(namen[-1]).name}"


def _label(concept: Concept) -> str:
    return {"enquete": "enquête", "usability": "usability-onderzoek"}.get(
        concept.bundel.soort, concept.bundel.soort
    )


def _count_vragen(concept: Concept) -> str:
    return "1 vraag" if len(concept.vragen) == 1 else f"{len(concept.vragen)} vragen"


def _name_kind(concept: Concept) -> str:
    bundel = concept.bundel
    formaat = FORMAATNAAM.get(bundel.leden[0].lezing.formaat, "") if bundel.leden[0].lezing else ""
    aantal = len(bundel.leden)
    if bundel.soort == "enquete":
        return f"enquête, {formaat}, {_count_vragen(concept)}"
    if bundel.panel:
        return f"klantpanel, meting {concept.levering.meting or '?'}, {_count_vragen(concept)}"
    if has_metingen(bundel) and bundel.soort != "klantpanel":
        return f"{bundel.soort}, formulier met {len(concept.levering.metingen)} metingen"
    if bundel.soort == "klantpanel":
        return f"klantpanel, {len(concept.levering.metingen) or aantal} metingen"
    if bundel.soort == "focusgroep":
        return f"focusgroep, {aantal} {'groep' if aantal == 1 else 'groepen'}"
    if is_stembestand(bundel.leden[0]):
        return f"stemronde (Polis), {len(concept.regels)} stellingen"
    if bundel.soort in BERICHTEN:
        return f"{bundel.soort}, {formaat}"
    if concept.levering.onderdelen:
        return f"{_label(concept)}: {', '.join(concept.levering.onderdelen)}"
    return _label(concept)


def _count_street(concept: Concept) -> int | None:
    """Return how many persons were spoken to: the column of persons, else a person per talk."""
    tabel = concept.bundel.leden[0].tabel
    kolom = concept.levering.kolommen.get("personen", ())
    if tabel is None:
        return None
    if not kolom:
        return len(tabel.frame)
    aantallen = pd.to_numeric(tabel.frame[kolom[0]], errors="coerce").fillna(1)
    return int(aantallen.clip(lower=1).sum())


def _remarks(concept: Concept) -> list[str]:
    levering, bundel = concept.levering, concept.bundel
    gezegd = []
    if levering.gewicht:
        gezegd.append(f"{levering.gewicht} gevonden")
    if concept.bundel.panel:
        gezegd.append("meting van een panel: geef dezelfde vraag in vragen.xlsx één vraag_id")
    elif levering.panel:
        gezegd.append(
            f"wie in {levering.panel} hetzelfde {tell_kop(levering.persoon)} heeft staan, telt één keer"
        )
    if bundel.twijfel:
        gezegd.append(f"klopt de volgorde van de metingen? {bundel.twijfel}; bevestig haar in traject.toml")
    if levering.testrijen:
        gezegd.append(_count_test_rows(concept))
    if levering.gespreksleider:
        gezegd.append(f"gespreksleider {' en '.join(repr(naam) for naam in levering.gespreksleider)}")
    gezegd += [
        *tell_herhaling(concept),
        *tell_niet_gevraagd(concept),
        *_unknown_speakers(concept),
        *_ask_kleuren(concept),
        *_ask_formulier(concept),
    ]
    gezegd += [
        f"? {lid.naamgenoten!r} onderscheidt naamgenoten niet: elke melding telt, tot u bij persoon een nummer per mens noemt"
        for lid in bundel.leden
        if lid.naamgenoten
    ]
    gezegd += _tell_kolommen(concept)
    for codes, nummers in _changed(bundel.leden):
        heeft = "heeft" if " en " not in codes else "hebben"
        gezegd.append(f"{codes} {heeft} in meting {nummers} een andere tekst")
    gezegd += [
        f"{tekst!r} geldt als P3 (gehoord); klopt dat niet, maak dan rol en gebruik ervan leeg in vragen.xlsx"
        for tekst in dict.fromkeys(
            regel.kort or regel.tekst for regel in concept.regels if regel.gebruik == "P3"
        )
        if asks_gehoord(tekst) and not recognise_procesvraag(tekst) and not read_procescode(tekst)
    ]
    if any(regel.omkeren for regel in concept.regels):
        gezegd.append("een of meer schalen lopen van gunstig naar ongunstig (omkeren in vragen.xlsx)")
    return gezegd


def _tell_kolommen(concept: Concept) -> list[str]:
    """Return how many columns got a role, or which of them says the wave of a row."""
    levering = concept.levering
    if is_lang(concept.bundel):
        return [f"de metingen staan onder elkaar: kolom {levering.kolommen[MEETKOLOM][0]!r} zegt welke"]
    if not levering.kolommen:
        return []
    return [f"{_count_assigned(concept)} kolommen toegewezen, {len(concept.over)} niet (zie traject.toml)"]


def _ask_kleuren(concept: Concept) -> list[str]:
    """Return the question whether the right dots count, where ideas got those of several colours or groups."""
    gevraagd = []
    for deel in concept.bundel.leden:
        koppen = [kolom.naam for kolom in deel.tabel.kolommen] if deel.tabel else []
        kleuren = find_kleuren(koppen) if deel.soort == "burgerdialoog" else ()
        geteld = find_velden(koppen, "stippen").get("stippen", "") if kleuren else ""
        if geteld:
            namen = join_woorden([repr(kop) for kop in kleuren])
            gevraagd.append(f"? van de stippen ({namen}) telt {geteld!r}: klopt dat")
    return gevraagd


def _ask_formulier(concept: Concept) -> list[str]:
    """Return the question whether a form belongs to an evening: one of before and after, or about the evening itself."""
    dan = 'zet dan instrument = "burgerdialoog"'
    if concept.bundel.soort == "klantpanel" and is_formulier(concept.bundel):
        return [f"? is dit het formulier van voor en na een bijeenkomst; {dan}"]
    proces = {regel.vraag_id for regel in concept.regels if regel.rol == "proces"}
    proces |= {vraag.vraag_id for vraag in concept.vragen if recognise_procesvraag(vraag.tekst)}
    inhoud = {vraag.vraag_id for vraag in concept.vragen if vraag.rol == "inhoud"} - proces
    if concept.bundel.soort == "enquete" and len(proces) >= _FEWEST_PROCES and len(proces) > len(inhoud):
        bestand = json.dumps(concept.bundel.leden[0].bestand, ensure_ascii=False)
        return [
            f"? is dit het uitgangsformulier van een bijeenkomst; {dan} en metingen = {{ na = {bestand} }}"
        ]
    return []


def _count_assigned(concept: Concept) -> int:
    """Return how many columns have a role; of messages those with ids are not in the table any more."""
    if concept.bundel.soort in BERICHTEN:
        return sum(len(namen) for namen in concept.levering.kolommen.values())
    tabel = concept.bundel.leden[0].tabel
    return len(tabel.kolommen) - len(concept.over) if tabel else 0


def _count_test_rows(concept: Concept) -> str:
    tabel = concept.bundel.leden[0].tabel
    aantal = 0 if tabel is None else count_test_rows(tabel, concept.levering.testrijen)
    return f"{format_getal(aantal)} {'testrij' if aantal == 1 else 'testrijen'}"


def _unknown_speakers(concept: Concept) -> list[str]:
    """Return the speakers of each group whom the list of participants does not know."""
    lijst = concept.bundel.lijst
    if lijst is None:
        return []
    gezegd = []
    for deel in concept.bundel.leden:
        if deel.gesprek is None:
            continue
        beurten = deel.gesprek.beurten
        los = beurten[
            ~beurten["gespreksleider"] & (beurten[PERSOON] != "") & ~beurten[PERSOON].isin(lijst.personen)
        ]
        namen = [repr(naam) if naam else "(een naam)" for naam in dict.fromkeys(los["spreker"])]
        if namen:
            groep = PurePosixPath(deel.bestand).stem
            wie = "spreker" if len(namen) == 1 else "sprekers"
            staat = "staat" if len(namen) == 1 else "staan"
            gezegd.append(
                f"{groep}: {wie} {', '.join(namen)} {staat} niet in {PurePosixPath(lijst.bestand).name}"
            )
    return gezegd


def _changed(leden: Sequence[Herkend]) -> list[tuple[str, str]]:
    """Return codes and waves of questions whose text changed, those of the same waves together."""
    bij_golf: dict[tuple[int, ...], list[str]] = {}
    for code, nummers in find_changed_texts(leden).items() if len(leden) > 1 else ():
        bij_golf.setdefault(nummers, []).append(code)
    return [
        (re.sub(r", ([^,]*)$", r" en \1", ", ".join(codes)), " en ".join(map(str, nummers)))
        for nummers, codes in bij_golf.items()
    ]
