"""What can be said about a delivery from its files alone: weight, person, test rows, questions, groups."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from burgerdata.instruments.besluiten import holds_besluiten
from burgerdata.instruments.dagen import lacks_year
from burgerdata.instruments.kinds import is_trait, is_weight
from burgerdata.instruments.klantpanel import share_values
from burgerdata.instruments.label_lists import apply_label_lists, is_label_list, label_columns
from burgerdata.instruments.onderdelen import ONDERDELEN, is_persoonskop, recognise_onderdeel
from burgerdata.instruments.plan import plan_vragen
from burgerdata.instruments.proces import mark_formulier, read_procescode, recognise_procesvraag
from burgerdata.instruments.recodes import can_fit
from burgerdata.instruments.sets import recognise_sets
from burgerdata.instruments.steunvragen import asks_steun
from burgerdata.instruments.straatregels import draft_rest, draft_ticks, draft_trait, repeats_itself
from burgerdata.instruments.street_columns import find_traits, guess_kolommen
from burgerdata.instruments.taak_en_sus import holds_both
from burgerdata.instruments.taakkolommen import has_taakbladen, holds_taakkolommen
from burgerdata.instruments.ticks import read_ticks
from burgerdata.instruments.velden import BERICHTEN
from burgerdata.instruments.vraag import Vraag
from burgerdata.instruments.vraagregels import Groepregel, Vraagregel, Vragenlijst, fold
from burgerdata.instruments.wide_waves import pick_golf
from burgerdata.loading.golfnamen import read_meting
from burgerdata.loading.golfvolgorde import TWIJFEL
from burgerdata.loading.golven import read_golf
from burgerdata.loading.grouping import Bundel, has_metingen, is_lang, list_breed
from burgerdata.loading.herkend import Herkend
from burgerdata.loading.naamdagen import read_moment
from burgerdata.loading.onder_elkaar import list_lang, name_meetkolom, read_golven
from burgerdata.loading.sprekerkeuze import find_leiders, list_speakers
from burgerdata.loading.stemrondes import is_stembestand, list_regels
from burgerdata.loading.testrijen import find_test_messages, find_test_rows
from burgerdata.schema.berichtvelden import TEKSTVELDEN
from burgerdata.settings import Levering
from burgerdata.shapes import Kolom, Tabel

_USES = (
    ("rapportcijfer", "rapportcijfer"),
    ("welk cijfer", "rapportcijfer"),
    ("een cijfer", "rapportcijfer"),
    ("tevreden", "tevredenheid"),
    ("vertrouwen", "vertrouwen"),
)
_GRADES = 10
"""A grade runs from 1 to 10; a "cijfer" from 1 to 5 is none."""


@dataclass(frozen=True)
class Filedag:
    """The day of a file: told by its name or (``kop``) above its talk, else ``los`` as far as it is; its year may be guessed.

    Of more days ``tot`` is the last.
    """

    bestand: str
    dag: date | None = None
    los: str = ""
    kop: bool = False
    geraden: bool = False
    tot: date | None = None


@dataclass(frozen=True)
class Concept:
    """The draft of one delivery: its settings, a row per column for vragen.xlsx, its questions and what is left over.

    ``over`` are columns that were not recognised. ``sprekers`` are the labels of those who talk where nobody is
    recognised as the moderator (see ``list_speakers``); a name itself is an empty label. ``zegt_leider`` are those who say
    that they lead. ``zonder_jaar`` tells that days stand without their year; ``jaardagen`` are the first and last of them
    in a year guessed, ``dagen`` those of the files. ``misschien`` are files that may hold open answers of its people.
    """

    bundel: Bundel
    levering: Levering
    regels: tuple[Vraagregel, ...] = ()
    vragen: tuple[Vraag, ...] = ()
    over: tuple[str, ...] = ()
    sprekers: tuple[str, ...] = ()
    zegt_leider: tuple[str, ...] = ()
    zonder_jaar: bool = False
    dagen: tuple[Filedag, ...] = ()
    jaardagen: tuple[date, date] | None = None
    misschien: tuple[str, ...] = ()


def draft_levering(bundel: Bundel, naam: str) -> Concept:
    """Return the draft of one delivery."""
    if bundel.soort == "focusgroep":
        return _draft_talks(bundel, naam)
    if bundel.soort == "straatgesprek":
        return _draft_street(bundel, naam)
    if bundel.soort in ONDERDELEN and not has_metingen(bundel):
        return _draft_delen(bundel, naam)
    if is_stembestand(bundel.leden[0]):
        bestanden = tuple(lid.bestand for lid in bundel.leden)
        return Concept(bundel, Levering(naam, "community", bestanden), list_regels(bundel.leden, naam))
    if bundel.soort in BERICHTEN:
        return _draft_messages(bundel, naam)
    return _draft_survey(bundel, naam)


def _draft_delen(bundel: Bundel, naam: str) -> Concept:
    """Return the draft of a delivery in parts: each file under the part that its headers tell."""
    onderdelen: dict[str, tuple[str, ...]] = {}
    for lid in bundel.leden:
        koppen = (
            [kolom.naam for tabel in lid.lezing.tabellen for kolom in tabel.kolommen] if lid.lezing else []
        )
        tabellen = _list_tables(lid)
        besluit = "besluiten" in ONDERDELEN[bundel.soort] and any(map(holds_besluiten, tabellen))
        rol = "besluiten" if besluit else recognise_onderdeel(koppen, ONDERDELEN[bundel.soort])
        for deel in _list_testdelen(koppen, tabellen) if bundel.soort == "usability" else ():
            onderdelen[deel] = (*onderdelen.get(deel, ()), lid.bestand)
            rol = ""
        if len(tabellen) == 1 and rol:
            onderdelen[rol] = (*onderdelen.get(rol, ()), lid.bestand)
    bestanden = tuple(lid.bestand for lid in bundel.leden)
    leden = bundel.lijst.bestand if bundel.lijst else ""
    levering = Levering(
        naam,
        bundel.soort,
        bestanden,
        onderdelen=onderdelen,
        blad=bundel.leden[0].blad,
        deelnemerslijst=leden,
    )
    return Concept(bundel, levering)


def _list_testdelen(koppen: Sequence[str], tabellen: Sequence[Tabel]) -> tuple[str, ...]:
    """Return the parts of a test that a file with tasks beside each other, or a sheet per task, holds."""
    if len(tabellen) == 1 and holds_both(koppen):
        return ("taken", "sus")
    naast = len(tabellen) == 1 and holds_taakkolommen(tabellen[0])
    return ("taken",) if naast or has_taakbladen(tabellen) else ()


def _draft_survey(bundel: Bundel, naam: str) -> Concept:
    hulp = [bundel.codeboek.tabel] if bundel.codeboek and bundel.codeboek.tabel else []
    hulp += [tabel for lid in bundel.leden for tabel in _list_tables(lid) if is_label_list(tabel)]
    tabellen = [_drop_personen(tabel, bundel.soort) for tabel in _read_tables(bundel, hulp)]
    gewicht = next((kolom.naam for kolom in tabellen[0].kolommen if is_weight(kolom)), "")
    levering = Levering(
        naam=naam,
        instrument=bundel.soort,
        bestanden=tuple(lid.bestand for lid in bundel.leden),
        metingen=_name_waves(bundel),
        panel=bundel.panel,
        meting=_name_wave(bundel) if bundel.panel else "",
        gewicht=gewicht,
        persoon=bundel.leden[0].persoon,
        codeboek=bundel.codeboek.bestand if bundel.codeboek else "",
        testrijen=find_test_rows(tabellen[0]),
        kolommen=name_meetkolom(bundel.leden[0]) if is_lang(bundel) else {},
        blad=_choose_sheet(bundel),
    )
    gedeeld = share_values(tabellen) if len(tabellen) > 1 else {}
    plannen = [plan_vragen(tabel, levering, Vragenlijst(), gedeeld=gedeeld) for tabel in tabellen]
    vragen = tuple(vraag for plan in plannen for vraag in plan.vragen)
    regels = _unique_rows(regel for vraag in vragen for regel in _rows_of(vraag, naam))
    if has_metingen(bundel) and bundel.soort != "klantpanel":
        gedeelde = [{vraag.vraag_id for vraag in plan.vragen} for plan in plannen]
        regels = mark_formulier(regels, set.intersection(*gedeelde) if len(gedeelde) > 1 else set())
    return Concept(bundel, levering, regels, vragen, plannen[0].ongebruikt)


def _read_tables(bundel: Bundel, hulp: Sequence[Tabel]) -> list[Tabel]:
    """Return a table per file, or per wave where waves lie beside each other in one file."""
    breed = list_breed(bundel.leden[0]) if has_metingen(bundel) else ()
    alle = [lid.tabel for lid in bundel.leden if lid.tabel is not None]
    if len(alle) == 1 and breed:
        gelabeld = label_columns(alle[0], hulp)
        return [read_ticks(recognise_sets(pick_golf(gelabeld, golf, breed))) for golf in breed]
    if is_lang(bundel):
        return read_golven(bundel.leden[0], hulp)
    return [read_ticks(apply_label_lists(tabel, hulp)) for tabel in alle]


def _drop_personen(tabel: Tabel, soort: str) -> Tabel:
    """Return the form of a meeting without the columns that tell who a row is about: reading it uses them up."""
    weg = {kolom.naam for kolom in tabel.kolommen if soort in ONDERDELEN and is_persoonskop(kolom.naam)}
    kolommen = tuple(kolom for kolom in tabel.kolommen if kolom.naam not in weg)
    return replace(tabel, frame=tabel.frame.drop(columns=[*weg]), kolommen=kolommen) if weg else tabel


def _list_tables(lid: Herkend) -> tuple[Tabel, ...]:
    return lid.lezing.tabellen if lid.lezing else ()


def _choose_sheet(bundel: Bundel) -> str:
    """Return the sheet with most rows where workbooks have more than one; empty when they do not agree on it."""
    if bundel.leden[0].blad:
        return bundel.leden[0].blad
    bladen = {lid.tabel.blad for lid in bundel.leden if lid.tabel is not None}
    meer = any(sum(not is_label_list(tabel) for tabel in _list_tables(lid)) > 1 for lid in bundel.leden)
    return bladen.pop() if meer and len(bladen) == 1 else ""


def _name_wave(bundel: Bundel) -> str:
    """Return the name of a wave that is a delivery by itself: what its file is called, else when it was held."""
    lid = bundel.leden[0]
    moment = read_moment(lid.bestand)
    maand = f"{moment[0]}-{moment[1]:02d}" if moment and all(moment[:2]) else ""
    naam = read_golf(lid) or (f"{lid.periode[0]:%Y-%m}" if lid.periode else maand)
    return f"{naam}{TWIJFEL}" if naam and bundel.twijfel else naam


def _name_waves(bundel: Bundel) -> dict[str, str]:
    """Return wave → file: the month of the first record, else what the names say, else a number.

    A name ends in a question mark while the order is not sure: only the analyst can say it.
    """
    if not has_metingen(bundel) or bundel.panel:
        return {}
    if len(bundel.leden) == 1:
        golven = list_breed(bundel.leden[0]) or list_lang(bundel.leden[0])
        return dict.fromkeys(golven, bundel.leden[0].bestand)
    perioden = [lid.periode for lid in bundel.leden]
    maanden = [f"{periode[0]:%Y-%m}" for periode in perioden if periode is not None]
    if len(set(maanden)) < len(bundel.leden):
        maanden = [naam for lid in bundel.leden if (naam := read_meting(lid.bestand))]
    if len(set(maanden)) < len(bundel.leden):
        momenten = [
            moment for lid in bundel.leden if (moment := read_moment(lid.bestand)) and all(moment[:2])
        ]
        maanden = [f"{jaar}-{maand:02d}" for jaar, maand, _ in momenten]
    if len(set(maanden)) < len(bundel.leden):
        maanden = [str(nummer) for nummer in range(1, len(bundel.leden) + 1)]
    vraag = TWIJFEL if bundel.twijfel else ""
    return {f"{maand}{vraag}": lid.bestand for maand, lid in zip(maanden, bundel.leden, strict=True)}


def _rows_of(vraag: Vraag, levering: str) -> list[Vraagregel]:
    """Return a row for each column of a question."""
    gebruik = next((naam for woord, naam in _USES if vraag.soort == "schaal" and _says(vraag, woord)), "")
    if not gebruik and vraag.soort in ("schaal", "een_antwoord") and vraag.rol == "inhoud":
        gebruik = "steun" if asks_steun(vraag.tekst) else ""
    if gebruik == "rapportcijfer" and len(vraag.opties) < _GRADES:
        gebruik = ""
    proces = read_procescode(vraag.kolommen[0]) or read_procescode(vraag.vraag_id)
    if vraag.soort in (
        "schaal",
        "stelling",
    ):  # proposed here, for what the analyst leaves in vragen.xlsx goes first
        proces = proces or recognise_procesvraag(vraag.tekst)
    omkeren = True if vraag.omkeren else None
    return [
        Vraagregel(
            levering=levering,
            kolom=kolom,
            tekst=vraag.tekst,
            soort=vraag.soort,
            rol="proces" if proces else vraag.rol,
            vraag_id=vraag.vraag_id,
            kort=vraag.kort,
            gebruik=proces or gebruik,
            omkeren=omkeren,
            reeks=vraag.reeks,
            item=vraag.item,
            schaal=vraag.schaal,
            ouder_kolom=vraag.ouder_vraag_id,
            ouder_code=vraag.ouder_code,
        )
        for kolom in vraag.kolommen
    ]


def _says(vraag: Vraag, woord: str) -> bool:
    return woord in vraag.tekst.casefold() or vraag.schaal.startswith(woord)


def _unique_rows(regels: Iterable[Vraagregel]) -> tuple[Vraagregel, ...]:
    uniek: dict[str, Vraagregel] = {}
    for regel in regels:
        uniek.setdefault(fold(regel.kolom), regel)
    return tuple(uniek.values())


def _draft_street(bundel: Bundel, naam: str) -> Concept:
    tabel = bundel.leden[0].tabel
    koppen = [kolom.naam for kolom in tabel.kolommen] if tabel is not None else []
    kolommen = guess_kolommen(koppen)
    gesloten: tuple[str, ...] = ()
    if tabel is not None and "open" in kolommen:
        # "Kent u het?" with ja and nee below it is a question, and no column of what people said
        gesloten = tuple(kop for kop in kolommen["open"] if repeats_itself(tabel.frame[kop]))
        verhalen = tuple(kop for kop in kolommen.pop("open") if kop not in gesloten)
        kolommen |= {"open": verhalen} if verhalen else {}
    kenmerken = [*kolommen.get("leeftijd_geschat", ()), *find_traits(koppen)]
    bestanden = (bundel.leden[0].bestand,)
    levering = Levering(naam, "straatgesprek", bestanden, kolommen=kolommen, blad=_choose_sheet(bundel))
    regels = [draft_trait(naam, kop) for kop in kenmerken]
    regels += [Vraagregel(naam, kop, tekst=kop, soort="een_antwoord", rol="inhoud") for kop in gesloten]
    regels += [
        Vraagregel(naam, kop, tekst=kop, soort="open", rol="inhoud") for kop in kolommen.get("open", ())
    ]
    if tabel is not None:
        bezet = [kop for namen in kolommen.values() for kop in namen]
        tabel, kruisjes = draft_ticks(recognise_sets(tabel), naam, bezet)
        regels += kruisjes
        regels += draft_rest(tabel, naam, [*bezet, *(regel.kolom for regel in regels)])
    gebruikt = {kop for koppen_ in kolommen.values() for kop in koppen_} | {regel.kolom for regel in regels}
    plan = plan_vragen(tabel, levering, Vragenlijst(tuple(regels))) if tabel is not None else None
    over = tuple(kop for kop in koppen if kop not in gebruikt)
    vragen = plan.vragen if plan is not None else ()
    ids = {fold(vraag.kolommen[0]): vraag.vraag_id for vraag in vragen}
    genoemd = tuple(replace(regel, vraag_id=ids.get(fold(regel.kolom), regel.vraag_id)) for regel in regels)
    dagen = [tabel.frame[kop] for kop in kolommen.get("datum", ())] if tabel is not None else []
    return Concept(bundel, levering, genoemd, vragen, over, zonder_jaar=any(map(lacks_year, dagen)))


def _draft_messages(bundel: Bundel, naam: str) -> Concept:
    """Return the draft of a platform, which knows its columns itself, or of a table of messages with those recognised."""
    eerste = bundel.leden[0]
    bestanden = tuple(lid.bestand for lid in bundel.leden)
    kolommen = dict(eerste.kolommen)
    los = _list_los(eerste) if kolommen else ()
    bezet = {kop for koppen in kolommen.values() for kop in koppen}
    if kenmerken := tuple(kolom.naam for kolom in los if kolom.naam not in bezet and is_trait(kolom)):
        kolommen["kenmerk"] = (*kolommen.get("kenmerk", ()), *kenmerken)
    teksten = [kop for rol in (*TEKSTVELDEN, "onderwerp") for kop in kolommen.get(rol, ())]
    levering = Levering(
        naam,
        bundel.soort,
        bestanden,
        kolommen=kolommen,
        blad=eerste.blad,
        testrijen=find_test_messages(eerste.tabel, teksten, kolommen.get("kenmerk", ()))
        if eerste.tabel
        else {},
    )
    gebruikt = bezet | set(kenmerken)
    koppen = [kolom.naam for kolom in los]
    return Concept(bundel, levering, over=tuple(kop for kop in koppen if kop not in gebruikt))


def _list_los(lid: Herkend) -> tuple[Kolom, ...]:
    """Return the columns of all sheets of messages, each header once."""
    return tuple({kolom.naam: kolom for tabel in _list_tables(lid) for kolom in tabel.kolommen}.values())


def _draft_talks(bundel: Bundel, naam: str) -> Concept:
    lijst = bundel.lijst
    leiders = {
        str(spreker)
        for lid in bundel.leden
        if lid.gesprek is not None
        for spreker in lid.gesprek.beurten.loc[lid.gesprek.beurten["gespreksleider"], "spreker"].unique()
        if spreker
    }
    zelf = find_leiders(bundel)
    levering = Levering(
        naam,
        "focusgroep",
        tuple(lid.bestand for lid in bundel.leden),
        gespreksleider=tuple(sorted(leiders | set(zelf))),
        deelnemerslijst=lijst.bestand if lijst else "",
        persoon=lijst.persoon if lijst else "",
    )
    sprekers = () if zelf else list_speakers(bundel)
    tabel = lijst.tabel if lijst else None
    if tabel is None or lijst is None:
        return Concept(bundel, levering, sprekers=sprekers, zegt_leider=zelf)
    over = {fold(lijst.groepkolom)}
    kenmerken = replace(
        tabel, kolommen=tuple(kolom for kolom in tabel.kolommen if fold(kolom.naam) not in over)
    )
    vragen = plan_vragen(kenmerken, levering, Vragenlijst()).vragen
    als_kenmerk = tuple(replace(vraag, rol="kenmerk") for vraag in vragen if vraag.soort != "open")
    regels = tuple(rij for vraag in als_kenmerk for rij in _rows_of(vraag, naam))
    return Concept(bundel, levering, regels, als_kenmerk, sprekers=sprekers, zegt_leider=zelf)


def list_kenmerken(concept: Concept, groepen: Sequence[Groepregel]) -> tuple[str, ...]:
    """Return the traits by which a delivery can be split, grouped ones in the place of what they come from."""
    uit = {
        vraag.vraag_id: eigen[0].kenmerk
        for vraag in concept.vragen
        if (eigen := [regel for regel in groepen if regel.uit == vraag.vraag_id]) and can_fit(eigen, vraag)
    }
    namen = [uit.get(regel.vraag_id, regel.vraag_id) for regel in concept.regels if regel.rol == "kenmerk"]
    getallen = {vraag.vraag_id for vraag in concept.vragen if vraag.soort == "getal"}
    return tuple(dict.fromkeys(naam for naam in namen if naam not in getallen))
