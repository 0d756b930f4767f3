"""traject.toml as `nieuw` writes it: what the files tell is filled in, what only a person knows is a question mark."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from pathlib import PurePosixPath

from burgerdata.formats.tools import BEURTENTABEL
from burgerdata.getallen import format_getal, join_woorden
from burgerdata.instruments.velden import BERICHTEN
from burgerdata.instruments.vraagregels import Groepregel
from burgerdata.loading.draft_days import ask_days
from burgerdata.loading.drafts import Concept, list_kenmerken
from burgerdata.loading.golven import tell_golf
from burgerdata.loading.herkend import Herkend
from burgerdata.loading.losse_antwoorden import state_inhoud, state_misschien
from burgerdata.loading.sprekerkeuze import find_alleen
from burgerdata.loading.toml_values import quote, write_key, write_list, write_tabel
from burgerdata.loading.versiekeuze import state_extra, state_keuze
from burgerdata.loading.zelfde_avond import find_werkmap
from burgerdata.loading.zelfde_mensen import tell_kop
from burgerdata.loading.zonder_indeling import lacks_indeling
from burgerdata.schema import FASE, INSTRUMENT, LEVERING_ROL, TREDE, WERVING
from burgerdata.schema.berichtvelden import BERICHTVELDEN, TELVELDEN
from burgerdata.schema.labels import WERVING_LABEL
from burgerdata.shapes import PERSOON

_GEDEELD = "een levering waarvoor dit anders is, krijgt een eigen regel"
_FASE = ("fase", '"?"', f"{', '.join(FASE)}; {_GEDEELD}")
_ASK_FASE = f'fase = "?"  # {", ".join(FASE)}'
_EIGEN_FASE = '# fase = "…"  # alleen als die anders is dan bovenaan'
_TOP = (
    ("titel", '"?"', "hoe het traject heet"),
    ("onderwerp", '"?"', "waar het over gaat, zoals het in een zin staat: online aangifte doen"),
    ("opdrachtgever", '"?"', "wie erom vroeg, zoals: de gemeente Zutphen"),
    ("beleid", '"?"', "om welk beleid het gaat, in één zin"),
    ("doel", '"?"', "waarvoor burgers zijn gevraagd, zoals: ervaring meten"),
    ("ruimte", '"?"', "wat er nog open ligt, en wie dat wanneer heeft bepaald"),
    ("doelgroep", '["?"]', "over wie het gaat"),
    ("besluit", '"?"', "dag waarop wordt besloten, zoals 2027-03-15"),
    _FASE,
    ("trede", '"?"', f"{', '.join(TREDE)}; {_GEDEELD}"),
    ("uitvoerder", '"?"', f"wie het veldwerk deed; {_GEDEELD}"),
)
_FASE_VAN = {
    "signaal": 'fase = "praktijk"  # meldingen zijn signalen uit de praktijk; hoort dit bij een andere fase, verbeter dat'
}
"""The phase of an instrument that has one of its own."""
_WERVING_BOVEN = '# werving = "…"  # is die bij alle leveringen gelijk, schrijf haar dan hier: een ? hieronder neemt haar over'
_WERVING_VAN = {
    "straatgesprek": "aangesproken",
    "signaal": "zelf_gemeld",
    "klantpanel": "panel",
    "community": "open_link",
}
"""How the people of an instrument were found, where the instrument itself says so: a panel, a platform that is open to all."""
_PROFESSIONALS = re.compile(
    r"uitvoerder|medewerker|professional|ambtena|hulpverlener|ondernemer|consulent", re.IGNORECASE
)
_ZELFDE = (
    "# werving, begindatum en einddatum: als bij '{}' (zelfde werkmap); schrijf ze hier als het anders was"
)
_LISTS = ("open", "poll", "kenmerk")
"""Roles that mostly have several columns."""
_ASK_INDELING = (
    'volgens welke indeling zijn laag, midden en hoog? zoals "CBS"; zonder telt het kenmerk nergens mee'
)
_COUNTS = {
    "enquete": (
        "# uitgenodigd = 3000  # staan deze aantallen in het veldwerkverslag, haal dan # weg en vul ze in",
        "# gestart = 1200",
        "# afgerond = 1100",
    ),
    "focusgroep": ("# uitgenodigd = 12  # staat dit aantal in het verslag, haal dan # weg en vul het in",),
}
"""Numbers of people that a report of the fieldwork tells, for instruments that mostly have one."""
_KOP = (
    "# Vul in waar een vraagteken staat. Wat u niet weet, laat u op ? staan: het rapport noemt bij elkaar wat nog open is.",
    "# Een datum schrijft u als 2026-03-01. Paden schrijft u met /, ook op Windows.",
)
_WEEGBAAR = ("enquete", "klantpanel")
"""Instruments whose answers are percentages, which weights may put right."""
LEVERINGEN_HIER = "# Hier zet `nieuw` de leveringen neer, als de bestanden in ruw/ staan."
"""The line that a prepared traject.toml ends with; it asks for the deliveries."""


def write_toml(
    concepten: Sequence[Concept],
    groepen: Sequence[Groepregel],
    projecten: Sequence[str] = (),
    *,
    eigen_fase: bool = False,
    marges: Collection[str] = (),
) -> str:
    """Return the text of a draft traject.toml; ``projecten`` are files of coding software.

    With nothing else in the folder such a file is the delivery itself. The phase is asked once, at the top: mostly it is
    that of all deliveries. ``eigen_fase`` asks it of each of them, for a top that is already written and has no phase. ``marges`` are the traits
    that population figures lie ready for: weighting on them is a line to open.
    """
    regels = [*_KOP, ""]
    regels += [f"{naam} = {waarde}  # {uitleg}" for naam, waarde, uitleg in _TOP]
    if len(concepten) > 1:
        regels.append(_WERVING_BOVEN)
    if projecten and concepten:
        regels.append(f"codeerprojecten = {write_list(projecten)}  # coderingen bij de teksten hieronder")
    eerste: dict[str, str] = {}
    for concept in concepten:
        naam = concept.levering.naam
        zelfde = eerste.setdefault(_find_werkmap(concept) or naam, naam)
        fase = _ASK_FASE if eigen_fase else _EIGEN_FASE if len(concepten) > 1 else ""
        regels += [
            "",
            *write_levering(concept, groepen, fase=fase, zelfde="" if zelfde == naam else zelfde),
            *_propose_wegen(concept, groepen, marges),
            *_COUNTS.get(concept.levering.instrument, ()),
        ]
    if projecten and not concepten:
        regels += ["", "[[levering]]", f'instrument = "?"  # {", ".join(INSTRUMENT)}']
        regels.append(f"bestand = {write_list(projecten)}")
    regels += ["", "[instellingen]", "drempel = 10", "verborgen = 30", "indicatief = 50", ""]
    return "\n".join(regels)


def _propose_wegen(
    concept: Concept, groepen: Sequence[Groepregel], marges: Collection[str]
) -> tuple[str, ...]:
    """Return the line that weights a survey without weights on the traits of marges.xlsx that it knows, closed by a #."""
    kan = [naam for naam in list_kenmerken(concept, groepen) if naam in marges]
    if concept.levering.instrument not in _WEEGBAAR or concept.levering.gewicht or not kan:
        return ()
    return (
        f"# wegen = {write_list(kan)}  # marges.xlsx kent dit; kloppen de cijfers, haal dan # weg om te wegen",
    )


def add_leveringen(voorbereid: str, concept: str) -> str:
    r"""Return a prepared traject.toml with the deliveries of a draft in the place that asks for them.

    Examples
    --------
    >>> print(add_leveringen(f'titel = "A"\n{LEVERINGEN_HIER}', 'titel = "?"\n\n[[levering]]\nnaam = "e"'))
    titel = "A"
    [[levering]]
    naam = "e"
    """
    return voorbereid.replace(LEVERINGEN_HIER, concept[concept.find("[[levering]]") :])


def count_questions(tekst: str) -> int:
    """Return how many answers a draft asks for."""
    vraag = r'=\s*(?:\[[^\]]*)?"\?"|^meting(?:en)? = .*\?"'
    return sum(re.search(vraag, regel.partition("  # ")[0]) is not None for regel in tekst.splitlines())


def list_needed(tekst: str) -> list[str]:
    r"""Return the settings without whose answer a draft cannot be read, in order of appearance.

    Examples
    --------
    >>> list_needed('fase = "?"\ngespreksleider = ["M", "?"]  # kies')
    ['gespreksleider']
    """
    regels = (regel.partition("  # ")[0] for regel in tekst.splitlines())
    gevonden = (re.match(r'(instrument|gespreksleider|meting(?:en)?) = .*\?"', regel) for regel in regels)
    return list(dict.fromkeys(vraag[1] for vraag in gevonden if vraag))


def write_levering(
    concept: Concept, groepen: Sequence[Groepregel], *, fase: str = _ASK_FASE, zelfde: str = ""
) -> list[str]:
    """Return the lines of one delivery, its header first; ``fase`` is the line about its phase, none where it is empty.

    ``zelfde`` is the delivery before of which it is another sheet: what that one tells of the meeting is not asked again.
    """
    return ["[[levering]]", *_levering_lines(concept, groepen, fase, zelfde)]


def _find_werkmap(concept: Concept) -> str:
    """Return the workbook of which a draft reads a sheet about a meeting; empty for any other draft."""
    levering = concept.levering
    return find_werkmap(
        {"instrument": levering.instrument, "blad": levering.blad, "bestand": list(levering.bestanden)}
    )


def _levering_lines(concept: Concept, groepen: Sequence[Groepregel], fase: str, zelfde: str) -> list[str]:
    levering = concept.levering
    regels = [
        f"naam = {quote(levering.naam)}",
        f"instrument = {quote(levering.instrument)}",
        *([_FASE_VAN.get(levering.instrument, fase)] if fase else []),
        _ZELFDE.format(zelfde) if zelfde else _ask_werving(levering.instrument),
        *_ask_rol(levering.bestanden),
        *_file_lines(concept),
    ]
    regels += [] if zelfde else ask_days(concept)
    if levering.blad:
        waarom = "het blad met de meeste rijen; kies zelf een ander als dit niet klopt"
        eigen = "de bladen van dit bestand zijn elk een eigen levering"
        regels.append(f"blad = {quote(levering.blad)}  # {eigen if concept.bundel.leden[0].blad else waarom}")
    if levering.panel and not concept.bundel.panel:
        regels.append(
            f"panel = {quote(levering.panel)}  # wie in beide leveringen hetzelfde {tell_kop(levering.persoon)} heeft staan, is dezelfde"
            " mens en telt één keer; zo niet, haal weg"
        )
    elif levering.panel:
        regels.append(
            f"panel = {quote(levering.panel)}  # metingen van dezelfde mensen hebben dezelfde naam; zo niet, haal weg"
        )
        regels.append(
            f"meting = {quote(levering.meting or '?')}  # naar {tell_golf(concept.bundel.leden[0])}; leveringen van een panel staan op volgorde"
            + _ask_order(concept).replace("  # ", "; ")
        )
    losse = (("persoon", levering.persoon), ("gewicht", levering.gewicht), ("codeboek", levering.codeboek))
    regels += [f"{naam} = {quote(waarde)}" for naam, waarde in losse if waarde]
    if levering.deelnemerslijst:
        regels.append(f"deelnemerslijst = {quote(levering.deelnemerslijst)}{state_inhoud(concept)}")
    regels += state_misschien(concept)
    regels += _leader_lines(concept)
    if levering.testrijen:
        regels.append(f"testrijen = {write_tabel(levering.testrijen)}")
    if levering.kolommen:
        regels += _column_lines(concept)
    if kenmerken := list_kenmerken(concept, groepen):
        regels.append(f"kenmerken = {write_list(kenmerken)}")
    if los := [vraag.vraag_id for vraag in concept.vragen if lacks_indeling(vraag)]:
        paren = ", ".join(f'{write_key(naam)} = "?"' for naam in los)
        regels.append(f"indeling = {{ {paren} }}  # {_ASK_INDELING}")
    return regels


def _ask_werving(instrument: str) -> str:
    """Return the line about how people were found.

    On the street that is by speaking to them, who complains or reports came forward, of a panel it is the panel, and a platform
    is open to all, unless the analyst says not.
    """
    if instrument not in _WERVING_VAN:
        return f'werving = "?"  # {", ".join(WERVING)}'
    eigen = _WERVING_VAN[instrument]
    anders = ", ".join(naam for naam in WERVING if naam != eigen)
    return f'werving = "{eigen}"  # {WERVING_LABEL[eigen]}; was het anders, kies dan uit {anders}'


def _ask_rol(bestanden: Sequence[str]) -> list[str]:
    """Return the line that asks in what capacity people took part, when the name of a file says that they are no citizens."""
    genoemd = any(_PROFESSIONALS.search(PurePosixPath(bestand).stem) for bestand in bestanden)
    return [f'rol = "?"  # {", ".join(LEVERING_ROL)}: wie deden hier mee?'] if genoemd else []


def _leader_lines(concept: Concept) -> list[str]:
    """Return the line with the moderators; whoever may be missing is asked, or told where nothing depends on it."""
    leiders = concept.levering.gespreksleider
    if concept.sprekers:
        return [f"gespreksleider = {write_list([*leiders, '?'])}  # {_ask_leader(concept)}"]
    if concept.zegt_leider:
        return [f"gespreksleider = {write_list(leiders)}{_tell_zelf(concept)}"]
    alleen = join_woorden(list(find_alleen(concept.bundel)))
    uitleg = f"in {alleen} staat één spreker niet op de deelnemerslijst: die telt nergens mee; is het de gespreksleider,"
    if not leiders:
        return [f'# gespreksleider = ["…"]  # {uitleg} haal dan # weg en vul de naam in'] if alleen else []
    return [
        f"gespreksleider = {write_list(leiders)}" + (f"  # {uitleg} zet de naam er dan bij" if alleen else "")
    ]


def _ask_leader(concept: Concept) -> str:
    """Return who can be the moderator and where the names stand: they were sealed and stay in the file of the analyst."""
    codes = list(dict.fromkeys(quote(label) for label in concept.sprekers if label))
    namen = concept.sprekers.count("")
    leden = [lid for lid in concept.bundel.leden if _needs_leader(lid)]
    tabellen = {lid.lezing is not None and lid.lezing.formaat == BEURTENTABEL for lid in leden}
    plek = "in de kolom met sprekers van" if tabellen == {True} else "vóór de beurten in"
    plek = "bij de beurten in" if len(tabellen) > 1 else plek
    waar = join_woorden([lid.bestand for lid in leden])
    gevonden = [f"{'de naam' if namen == 1 else f'de {namen} namen'} {plek} {waar}"] if namen else []
    lijst = _tell_lijst(concept)
    keuze = join_woorden([*codes, *gevonden], "of")
    return f"wie leidt het gesprek (anders telt die als burger)? kies letterlijk uit {keuze}{lijst}"


def _tell_zelf(concept: Concept) -> str:
    """Return the remark beside moderators who are known by what they say."""
    wie = join_woorden([quote(label) for label in concept.zegt_leider])
    return f"  # {wie} zegt zelf het gesprek te leiden; kijk dat na"


def _tell_lijst(concept: Concept) -> str:
    """Return what a list of participants does for this choice: who is on it leads no talk."""
    lijst = concept.bundel.lijst
    if lijst is None:
        return "; met een deelnemerslijst in de map zijn het er minder"
    los = [
        set(lid.gesprek.beurten[PERSOON]) - {""} for lid in concept.bundel.leden if lid.gesprek is not None
    ]
    return " (niet op de deelnemerslijst)" if set().union(*los) - lijst.personen else ""


def _needs_leader(lid: Herkend) -> bool:
    return lid.gesprek is not None and not lid.gesprek.beurten["gespreksleider"].any()


def _file_lines(concept: Concept) -> list[str]:
    """Return which files the delivery reads; other versions of them stand beside, as a choice or as a remark."""
    if len(concept.bundel.leden) == 1 and not (concept.levering.metingen or concept.levering.onderdelen):
        return _single_lines(concept)
    anders = [
        f"# {quote(versie.bestand)} is een andere versie van {versie.versie_van or 'een van deze'} en telt niet mee; kies één"
        for versie in concept.bundel.versies
    ]
    return [*_plural_lines(concept), *anders]


def _plural_lines(concept: Concept) -> list[str]:
    levering = concept.levering
    if levering.metingen:
        golven = ", ".join(
            f"{write_key(meting)} = {quote(bestand)}" for meting, bestand in levering.metingen.items()
        )
        return [f"metingen = {{ {golven} }}{_ask_order(concept)}"]
    if levering.onderdelen:
        los = [
            naam
            for naam in levering.bestanden
            if all(naam not in deel for deel in levering.onderdelen.values())
        ]
        delen = ", ".join(f"{rol} = {write_list(namen)}" for rol, namen in levering.onderdelen.items())
        return [*([f"bestand = {write_list(los)}"] if los else []), f"onderdelen = {{ {delen} }}"]
    return [f"bestand = {write_list(levering.bestanden)}"]


def _ask_order(concept: Concept) -> str:
    """Return the remark that asks whether waves are in the right order; empty when that is sure."""
    twijfel = concept.bundel.twijfel
    return (
        f"  # klopt deze volgorde? {twijfel}; zet de eerste meting voorop en haal dan de vraagtekens weg"
        if twijfel
        else ""
    )


def _single_lines(concept: Concept) -> list[str]:
    eerste = concept.bundel.leden[0]
    if not concept.bundel.versies:
        return [f"bestand = {quote(concept.levering.bestanden[0])}"]
    regels = [
        "# kies één: van dit bestand zijn er versies die verschillen; zet # voor de versie die niet geldt"
    ]
    waarom = state_keuze(eerste, concept.bundel.versies)
    regels.append(
        f"bestand = {quote(eerste.bestand)}  # kies één: {format_getal(eerste.rijen)} rijen{waarom and f', {waarom}'}"
    )
    regels += [
        ", ".join(
            [
                f"# bestand = {quote(versie.bestand)}  # kies één: {format_getal(versie.rijen)} rijen",
                *filter(None, [state_extra(eerste, versie)]),
            ]
        )
        for versie in concept.bundel.versies
    ]
    return regels


def _column_lines(concept: Concept) -> list[str]:
    """Return the mapping of columns, and those that were not assigned as a remark."""
    paren = [
        f"{rol} = {quote(namen[0]) if len(namen) == 1 and rol not in _LISTS else write_list(namen)}"
        for rol, namen in concept.levering.kolommen.items()
    ]
    regels = [f"kolommen = {{ {', '.join(paren)} }}"]
    regels += [
        f"# zonder persoon: in {quote(lid.naamgenoten)} zijn naamgenoten niet te onderscheiden, dus telt elke melding;"
        " zet er persoon bij als een kolom een nummer per mens heeft"
        for lid in concept.bundel.leden
        if lid.naamgenoten
    ]
    if concept.over:
        regels.append(f"# niet toegewezen: {', '.join(concept.over)}")
        regels.append(f"# mogelijk zijn {join_woorden(_list_roles(concept.levering.instrument))}")
    return regels


def _list_roles(instrument: str) -> list[str]:
    if instrument in BERICHTEN:
        return [*BERICHTVELDEN, *TELVELDEN]
    return ["datum", "tijd", "plaats", "leeftijd_geschat", "personen", "weigeringen", "open"]
