"""The parts of a delivery in several files: which there are, how a table is recognised as one, and its columns.

A usability test comes as a table of tasks, a SUS and a list of findings; a burgerberaad as sortition, attendance,
recommendations and votes. Which file is which the analyst says with ``onderdelen`` in traject.toml; what is not said
is told from the headers. A new part is a line in ``VELDEN`` and its name in ``ONDERDELEN``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from burgerdata.instruments.besluitkoppen import KOP_STATUS, UITVOERING, bare_besluitkop
from burgerdata.instruments.sessiekoppen import find_sessies, is_dagkop
from burgerdata.instruments.sus_items import ITEMS, find_items
from burgerdata.instruments.taakkoppen import bare_kop, list_taakkoppen
from burgerdata.instruments.tafelnamen import find_tafelkolommen
from burgerdata.instruments.vraagregels import fold
from burgerdata.settings import Levering

ONDERDELEN: Mapping[str, tuple[str, ...]] = {
    "usability": ("taken", "sus", "bevindingen"),
    "burgerberaad": ("loting", "aanwezigheid", "aanbevelingen", "stemmen", "besluiten"),
    "burgerdialoog": ("notities", "stippen", "aanwezigheid", "aanbevelingen", "besluiten"),
}
"""Instrument → the parts that it reads. Questionnaires before and after are no part but ``metingen``."""
_NUMMER = r"nr\.?|nummer|#|volgnr|volgnummer"
_AANBEVELING = rf"{_NUMMER}|(?:aanbeveling|voorstel|advies|recommendation)(?:s?[ -]?(?:nr|nummer|id))?"
_AANBEVELING_TEKST = r"(?:tekst|aanbevelings?tekst|voorsteltekst|recommendation text|text|omschrijving|tekst (?:van de )?aanbeveling)"
_AANBEVELING_KOP = re.compile(r"aanbeveling|voorstel|advies|recommendation")
_BURGERS = (
    r"(?:de )?(?:bewoners?|inwoners?|burgers?|deelnemers?|klanten|omwonenden|mensen|dialoog|burgerdialoog|burgerberaad|zaal"
    r"|(?:groot)?ouders|jongeren|ouderen|kinderen|gezinnen|leerlingen|studenten|pati[eë]nten|cli[eë]nten|mantelzorgers|vrijwilligers"
    r"|huurders|buurtbewoners|ondernemers|winkeliers|gebruikers|bezoekers|reizigers|statushouders|panelleden|respondenten)"
)
_PUNT = (
    rf"(?:{_AANBEVELING_TEKST}|(?:actie|aandachts|bespreek|inbreng)?punt(?:en)?|inbreng|wens(?:en)?|zorg(?:en)?|idee(?:en)?|suggesties?"
    rf"|opbrengst(?:en)?|signa(?:al|len)|onderwerp|samenvatting|aanbeveling(?:en)?|voorstel(?:len)?|advies|vraag)"
)
_VROEGEN = r"(?:zeiden|zeggen|vroegen|vragen|gevraagd hebben|willen|wilden|wensten|wensen|noemden|noemen|meegaven|inbrachten|voorstelden)"
_PUNT_VAN = rf"{_PUNT} (?:van|uit|door) {_BURGERS}|wat {_VROEGEN} {_BURGERS}(?: .*)?|wat {_BURGERS} (?:ons )?{_VROEGEN}"
_PUNT_OF_THEMA = rf"(?:{_PUNT}|thema(?:'?s)?) ?(?:of|en|/|,) ?(?:{_PUNT}|thema(?:'?s)?)"
_BRIEFJE = r"(?:geeltjes?|briefjes?|post[ -]?its?|kaartjes?|memo(?:'?s|blaadjes?)?|sticky(?: notes?)?)"
_OOK_NOTITIE = re.compile(
    r"(?:tekst )?(?:(?:wat|welke) .*|(?:opmerking|reactie|idee|suggestie|uitspraak|inbreng|wens|vraag of opmerking)(?:en|s|ën)?(?: \w+)?|ideeen)"
)
"""Headers of notes that many other tables have as well: only where a part is known to hold notes."""
_STEMMEN = r"(?:(?:aantal|stem(?:men|ming|uitslag)?|uitslag|resultaat) )*"
"""What may stand before voor and tegen, or above them."""
_KLAAR = r"(?:klaar|gereed|af|uitgevoerd|afgerond|gerealiseerd)"
"""What is asked of the day on which something is done: "Wanneer klaar"."""
_LEGENDA = r"(?: (?:\d ?=.*|(?:op )?(?:een )?(?:schaal .*)?\d ?(?:-|–|t/?m|tot(?: en met)?) ?\d\b.*|(?:laag|licht|low|minor) ?[/,|].*))?"
"""What a header says of its scale: "Ernst (1 = klein, 4 = kritiek)"; "Prioriteit 1" is a first choice."""
VELDEN: Mapping[str, Mapping[str, str]] = {
    "taken": {
        "taak": r"taak|taak ?(?:nr|nummer|id|code|#)|taaknaam|task|task ?(?:id|nr|no|number|name|#)|subtask ?#?|opdracht|scenario",
        "taaktekst": r"omschrijving(?: van de)? taak|taakomschrijving|taaktekst|task description|correct path|omschrijving",
        "succes": r"succes\w*|gelukt|uitkomst|resultaat|voltooid|afgerond|success\w*|(?:first|task) success.*|completed|completion|outcome",
        "tijd": r"(?:taak)?tijd(?:sduur)?(?: (?:in )?(?:s|sec|seconden|min|minuten|m{1,2} ?ss|min ?sec|(?:uu|hh) ?mm ?ss))?|duur(?: (?:in )?\w+)?|seconden|seconds|time(?: on task)?(?: (?:in )?(?:s|sec|seconds))?|duration(?: \w+)?|sec",
        "fouten": r"(?:aantal )?fouten|errors?|number of errors|vergissingen",
        "opmerking": r"opmerking\w*(?: .*)?|observaties?|observations?|notities?|notes?(?: .*)?|remarks?|comments?|toelichting\w*|wat viel op",
    },
    "bevindingen": {
        "bevinding": r"bevinding|probleem|knelpunt|issue|bevinding omschrijving|omschrijving(?: van het)?(?: probleem| knelpunt)?|problem|finding",
        "ernst": rf"(?:ernst\w*|severity|prioriteit|zwaarte){_LEGENDA}",
        "taak": r"(?:(?:bij|in|op) )?(?:taak(?: ?nr| ?nummer)?|task(?: ?id)?|opdracht|scherm|pagina)",
        "deelnemers": r"deelnemers|personen|proefpersonen|testpersonen|bij wie|gezien bij|participants|respondenten|testers",
        "aantal": r"aantal(?: (?:deelnemers|personen|keer|mensen))?|frequentie|hoe vaak|frequency|count|n",
    },
    "loting": {
        "kenmerk": r"kenmerk|variabele|criterium|stratum|category|feature",
        "categorie": r"categorie|klasse|groep|waarde|value|name",
        "doel": r"(?:doel(?:stelling|getal|percentage)?|streef\w*|target|quotum|quota|gewenst|min)(?: (?:in )?(?:%|percentage|procenten?|aandeel|aantal|plaatsen|zetels|leden|personen))?",
        "geselecteerd": r"(?:geselecteerd|geloot|gerealiseerd|getrokken|selected|deelnemers|ingeloot)(?: (?:aantal|leden|personen))?|aantal",
        "uitgenodigd": r"uitgenodigd|aangeschreven|brieven|invited",
    },
    "aanwezigheid": {
        "sessie": r"sessie|bijeenkomst|weekend|zitting|dag|avond|session|datum",
        "aanwezig": r"aanwezig\w*|opkomst|aantal(?: aanwezigen)?|present|attendance",
    },
    "stemmen": {
        "aanbeveling": _AANBEVELING + r"|optie|stelling|motie",
        "tekst": _AANBEVELING_TEKST,
        "voor": rf"{_STEMMEN}voor|for|yes|ja",
        "tegen": rf"{_STEMMEN}tegen|against|no|nee",
        "onthouding": rf"{_STEMMEN}(?:onthoud\w*|blanco)|abstain\w*|abstentions?",
        "drempel": r"drempel.*|meerderheid.*|threshold.*|nodig",
        "stem": r"stem|vote|keuze|oordeel",
    },
    "besluiten": {
        "aanbeveling": _AANBEVELING,
        "status": KOP_STATUS.pattern,
        "motivering": r"(?:motiver|onderbouw|redener)ing(?: .*)?|motivatie(?: .*)?|reden(?:en)?(?: .*)?|toelichting(?: .*)?|waarom(?: .*)?|argument(?:en|atie)?(?: .*)?",
        "datum": r"datum(?: (?:van (?:het )?)?besluit)?|besluitdatum|besluit_datum|(?:besloten|besluit) (?:op|d d)|date",
        "kenmerk": r"besluit_ref|kamerstuk|vindplaats|bron|referentie",
        "teruggekoppeld": r"(?:datum )?(?:terugkoppeling|terugmelding)(?:_datum| (?:op|aan .*))?|(?:(?:datum|wanneer) )?(?:teruggekoppeld|teruggemeld)(?: (?:op|aan .*))?",
        "kanaal": r"(?:terugkoppeling|terugmelding|teruggekoppeld|teruggemeld)[ _]?(?:via|kanaal|hoe)|hoe (?:teruggekoppeld|teruggemeld)",
        "eigenaar": r"eigenaar|(?:door )?wie(?: (?:is|doet|pakt|gaat|voert|regelt)\b.*)?|ministerie|(?:actie|punt)houder|trekker|verantwoordelijke?(?: .*)?",
        "tekst": rf"{_PUNT}|{_PUNT_VAN}|{_PUNT_OF_THEMA}",
        "thema": r"thema(?:[ _]id)?",
        "uitvoering": UITVOERING,
        "wanneer": rf"(?:voor )?wanneer(?: (?:is (?:het|dit) )?{_KLAAR})?|(?:datum )?{_KLAAR}(?: (?:op|per|voor|uiterlijk|in))?|planning|(?:uitvoerings?)?termijn|(?:streef|eind)datum|deadline|uiterlijk",
    },
    "aanbevelingen": {
        "aanbeveling": _AANBEVELING,
        "tekst": _AANBEVELING_TEKST,
    },
    "notities": {
        "tafel": r"tafel(?: ?(?:nr|nummer))?|table|groep|subgroep",
        "onderwerp": r"vraag|ronde|onderwerp|thema|gespreksvraag|topic|question",
        "notitie": rf"notities?|aantekening\w*|opbrengst(?:en)?|wat (?:is|werd|zei|zeiden)(?: er| men| de tafel| deelnemers| mensen)?(?: gezegd| besproken| genoemd)?|note|tekst|(?:tekst (?:op |van )?(?:het |de )?)?{_BRIEFJE}(?: tekst)?",
    },
    "stippen": {
        "stelling": r"stelling|idee|voorstel|uitspraak|kaart|statement|optie",
        "stippen": r"(?:(?:groene|blauwe|gele|positieve) )?(?:stippen|stickers|plakkers)|turf\w*|geturfd|punten|stemmen|dots|votes|(?:totaal )?aantal(?: (?:stippen|stickers|plakkers))?",
        "tafel": r"tafel(?: ?(?:nr|nummer))?|table|groep|subgroep",
    },
}
"""Part → field → the header of its column, written small and without signs around it."""
NAAST_ELKAAR: Mapping[str, tuple[str, ...]] = {"stippen": ("stippen",), "taken": ("succes", "taak")}
"""Part → fields of which ``kolommen`` may name several columns: one for each table, or for each task."""
_STIP = re.compile(r"(?:\w+ )?(?:stip(?:pen)?|stickers?|plakkers?|dots?)(?: .*)?")
_TOTAAL = re.compile(r"totaal|(?:totaal )?(?:aantal )?(?:stippen|stickers)(?: totaal)?|samen|som|total")
_TEGEN = re.compile(r"\b(?:rode?|rood|negatie\w*|tegen|min)\b")
_NODIG: Mapping[str, tuple[frozenset[str], ...]] = {
    "bevindingen": (frozenset(["bevinding", "ernst"]),),
    "taken": (frozenset(["taak", "succes"]),),
    "loting": (
        frozenset(["kenmerk", "categorie", "doel"]),
        frozenset(["kenmerk", "categorie", "geselecteerd"]),
    ),
    "besluiten": (frozenset(["aanbeveling", "status"]),),
    "stemmen": (frozenset(["aanbeveling", "voor", "tegen"]), frozenset(["aanbeveling", "stem"])),
    "stippen": (frozenset(["stelling", "stippen"]),),
    "notities": (frozenset(["notitie", "tafel"]), frozenset(["notitie", "onderwerp"])),
    "aanwezigheid": (frozenset(["sessie", "aanwezig"]),),
    "aanbevelingen": (frozenset(["aanbeveling", "tekst"]), frozenset(["tekst"])),
}
"""Part → sets of fields, any one of which is enough to recognise it."""
_ZEKER = (
    "taken",
    "sus",
    "bevindingen",
    "loting",
    "stemmen",
    "aanwezigheid",
    "notities",
    "stippen",
)
"""Parts whose headers can be nothing else: a column of texts alone may be anything, and a number with a state a complaint."""
_JUDGED = ("oordeel", "keuze")
_TRAITS = 3
"""A SUS with more columns beside it is a survey with a SUS in it."""
_PERSOON = re.compile(
    r"(?:code|id|nummer|nr)?[ _]?(?:deelnemer|proefpersoon|testpersoon|participant|respondent|persoon|lid|panellid|tester|user)"
    r"(?:[ _]?(?:s?code|id|nr|nummer|naam))?|code ?name|pp(?:nr)?|lidnummer|panel_?id"
)


def recognise_onderdeel(
    koppen: Sequence[str], rollen: Iterable[str], kolommen: Mapping[str, Sequence[str]] | None = None
) -> str:
    """Return which of these parts a table with these headers is; empty when it is none of them.

    Examples
    --------
    >>> recognise_onderdeel(["Deelnemer", "Taak", "Gelukt?", "Tijd (s)"], ["taken", "sus"])
    'taken'
    >>> recognise_onderdeel(["Aanbeveling", "Voor", "Tegen"], ["aanbevelingen", "stemmen"])
    'stemmen'
    """
    mogelijk = tuple(rollen)
    taken = list_taakkoppen(koppen)
    if "sus" in mogelijk and is_sus([kop for kop in koppen if kop not in taken], kolommen):
        return "sus"
    if "taken" in mogelijk and taken:
        return "taken"
    if "taken" in mogelijk and any(list_genoemde(koppen, kolommen, veld) for veld in NAAST_ELKAAR["taken"]):
        return "taken"
    for rol in (rol for rol in _NODIG if rol in mogelijk):
        velden = set(find_velden(koppen, rol, kolommen))
        if rol == "stippen" and len(find_stipkolommen(koppen, kolommen)) > 1:
            velden.add("stippen")  # "Idee | Tafel 1 | Tafel 2"
        if any(nodig <= velden for nodig in _NODIG[rol]):
            return rol
    return "aanwezigheid" if "aanwezigheid" in mogelijk and len(find_sessies(koppen)) > 1 else ""


def recognise_instrument(koppen: Sequence[str], ook: Sequence[str] = ()) -> str:
    """Return the instrument of which a table with these headers is a part; empty when it is none for certain.

    ``ook`` are headers that sealing took away, such as the number of a recommendation.

    Examples
    --------
    >>> recognise_instrument(["Taak", "Gelukt?", "Tijd (s)"]), recognise_instrument(["Aanbeveling", "Voor", "Tegen"])
    ('usability', 'burgerberaad')
    >>> recognise_instrument(["respnr", "geslacht", "q1"])
    ''
    """
    # columns per day are in many tables: by themselves they are no attendance of an assembly
    alle = [kop for kop in (*ook, *koppen) if not is_dagkop(kop)]
    for instrument, rollen in ONDERDELEN.items():
        rol = recognise_onderdeel(alle, [naam for naam in rollen if naam in _ZEKER])
        past = rol != "sus" or len(koppen) - len(list_taakkoppen(koppen)) <= ITEMS + _TRAITS
        if rol and past and not (rol == "stemmen" and _is_judged(alle)):
            return instrument
    return ""


def _is_judged(koppen: Sequence[str]) -> bool:
    """Return whether numbered rows have a judgement: as likely people with theirs as recommendations with a vote."""
    velden = {veld: bare_kop(kop) for veld, kop in find_velden(koppen, "stemmen").items()}
    geteld = {"voor", "tegen"} <= set(velden)
    return (
        not geteld and velden["stem"] in _JUDGED and re.fullmatch(_NUMMER, velden["aanbeveling"]) is not None
    )


def find_velden(
    koppen: Sequence[str], rol: str, kolommen: Mapping[str, Sequence[str]] | None = None
) -> dict[str, str]:
    """Return field → header of a part: as ``kolommen`` of traject.toml says, else by the header itself.

    Examples
    --------
    >>> find_velden(["Nr", "Voor", "Tegen", "Onthouding"], "stemmen")
    {'aanbeveling': 'Nr', 'voor': 'Voor', 'tegen': 'Tegen', 'onthouding': 'Onthouding'}
    """
    patronen = VELDEN.get(rol, {})
    gezegd = {naam: veld for veld in patronen for naam in map(fold, (kolommen or {}).get(veld, ()))}
    bare = bare_besluitkop if rol == "besluiten" else bare_kop
    gevonden: dict[str, str] = {}
    for kop in koppen:
        if fold(kop) in gezegd:
            gevonden[gezegd[fold(kop)]] = kop
    for kop in koppen:
        for veld, patroon in patronen.items():
            vrij = veld not in gevonden and kop not in gevonden.values()
            if vrij and re.fullmatch(patroon, bare(kop)):
                gevonden[veld] = kop
    naast = [veld for veld in NAAST_ELKAAR.get(rol, ()) if list_genoemde(koppen, kolommen, veld)]
    for veld in naast:
        gevonden.pop(veld, None)  # a column per table or task, each read for itself
    if rol == "stippen" and not naast and "stippen" not in (kolommen or {}):
        gevonden = _choose_stippen(koppen, gevonden)
    if "tekst" in patronen and "tekst" not in gevonden and "aanbeveling" in gevonden:
        # "Nr | Aanbeveling": the first one names it, the second one is what it says
        over = [
            kop
            for kop in koppen
            if kop not in gevonden.values()
            and _AANBEVELING_KOP.fullmatch(bare_kop(re.sub(r"\([^)]*\)\s*$", "", kop)))  # "(verkort)"
        ]
        gevonden |= {"tekst": over[0]} if over else {}
    return gevonden


def list_genoemde(
    koppen: Sequence[str], kolommen: Mapping[str, Sequence[str]] | None, veld: str
) -> tuple[str, ...]:
    """Return the headers that ``kolommen`` of traject.toml names for one field, where a table has more than one of them.

    Examples
    --------
    >>> list_genoemde(["Idee", "Noord", "Zuid"], {"stippen": ["noord", "zuid"]}, "stippen")
    ('Noord', 'Zuid')
    >>> list_genoemde(["Idee", "Noord"], {"stippen": ["noord", "zuid"]}, "stippen")
    ()
    """
    gezegd = {fold(naam) for naam in (kolommen or {}).get(veld, ())}
    genoemd = tuple(kop for kop in koppen if fold(kop) in gezegd)
    return genoemd if len(genoemd) > 1 else ()


def find_stipkolommen(
    koppen: Sequence[str], kolommen: Mapping[str, Sequence[str]] | None = None
) -> tuple[str, ...]:
    """Return the headers that each hold the dots of one table: as ``kolommen`` lists them, else those called a table."""
    return list_genoemde(koppen, kolommen, "stippen") or find_tafelkolommen(koppen)


def find_kleuren(koppen: Sequence[str]) -> tuple[str, ...]:
    """Return the headers that count dots of one colour or group each; none where there is one such column only.

    Examples
    --------
    >>> find_kleuren(["Idee", "stickers groen (Zuid)", "stickers blauw (Noord)", "totaal"]), find_kleuren(["Idee", "Stickers"])
    (('stickers groen (Zuid)', 'stickers blauw (Noord)'), ())
    """
    geteld = tuple(
        kop for kop in koppen if _STIP.fullmatch(bare_kop(kop)) and not _TOTAAL.fullmatch(bare_kop(kop))
    )
    return geteld if len(geteld) > 1 else ()


def lacks_totaal(koppen: Sequence[str]) -> bool:
    """Return whether ideas got dots of several colours or groups, and no column tells how many together."""
    velden = find_velden(koppen, "stippen")
    return bool(find_kleuren(koppen)) and "stelling" in velden and "stippen" not in velden


def _choose_stippen(koppen: Sequence[str], gevonden: Mapping[str, str]) -> dict[str, str]:
    """Return the columns of dots with the one that counts them: of several colours their total, unless one is against."""
    totaal = next((kop for kop in koppen if _TOTAAL.fullmatch(bare_kop(kop))), "")
    los = [kop for kop in koppen if _STIP.fullmatch(bare_kop(kop))]
    kleuren = find_kleuren(koppen)
    if kleuren and totaal and not any(_TEGEN.search(bare_kop(kop)) for kop in kleuren):
        return {**gevonden, "stippen": totaal}
    return {**gevonden, "stippen": los[0]} if len(los) == 1 and "stippen" not in gevonden else dict(gevonden)


def find_notities(
    koppen: Sequence[str], kolommen: Mapping[str, Sequence[str]] | None = None
) -> dict[str, str]:
    """Return field → header of a part that is known to hold notes: there "Idee" and "Opmerkingen" are notes too.

    Examples
    --------
    >>> find_notities(["Tafel", "Idee"]), find_notities(["Tafel", "Tekst geeltje"])
    ({'tafel': 'Tafel', 'notitie': 'Idee'}, {'tafel': 'Tafel', 'notitie': 'Tekst geeltje'})
    """
    velden = find_velden(koppen, "notities", kolommen)
    vrij = [kop for kop in koppen if kop not in velden.values() and _OOK_NOTITIE.fullmatch(bare_kop(kop))]
    return velden if "notitie" in velden or not vrij else velden | {"notitie": vrij[0]}


def noemt_aanbeveling(kop: str) -> bool:
    """Return whether a header speaks of recommendations, and is no bare number."""
    return _AANBEVELING_KOP.match(bare_kop(kop)) is not None


def is_sus(koppen: Sequence[str], kolommen: Mapping[str, Sequence[str]] | None = None) -> bool:
    """Return whether ten of these headers are the ten items of the System Usability Scale, in order.

    Examples
    --------
    >>> is_sus(["Deelnemer", *(f"SUS{nr}" for nr in range(1, 11))]), is_sus(["q1", "q2"])
    (True, False)
    """
    return bool(find_sus(koppen, kolommen))


def find_sus(koppen: Sequence[str], kolommen: Mapping[str, Sequence[str]] | None = None) -> tuple[str, ...]:
    """Return the headers of the ten items in order: told by themselves, or beside nothing but a column of persons."""
    teksten = [kop for kop in koppen if not is_persoonskop(kop)]
    if items := find_items(teksten, kolommen):
        return items
    herkend = sum(
        re.search(r"systeem|system|website|site|app\b", kop, re.IGNORECASE) is not None for kop in teksten
    )
    return tuple(teksten) if len(teksten) == ITEMS and herkend >= ITEMS // 2 else ()


def is_persoonskop(kop: str) -> bool:
    """Return whether a header says that its column tells who the row is about.

    Examples
    --------
    >>> is_persoonskop("Deelnemer"), is_persoonskop("Participant ID"), is_persoonskop("Aantal deelnemers")
    (True, True, False)
    """
    return _PERSOON.fullmatch(bare_kop(kop)) is not None


def is_personenlijst(kop: str, levering: Levering) -> bool:
    """Return whether a column lists several persons in a cell, such as who met a finding."""
    gezegd = levering.kolommen.get("deelnemers", ())
    patroon = VELDEN["bevindingen"]["deelnemers"]
    past = "bevindingen" in ONDERDELEN.get(levering.instrument, ()) and re.fullmatch(patroon, bare_kop(kop))
    return fold(kop) in map(fold, gezegd) or bool(past)


def find_kept_columns(koppen: Sequence[str], levering: Levering) -> Collection[str]:
    """Return the headers that a part of this instrument may read, so that sealing keeps and masks them."""
    rollen = ONDERDELEN.get(levering.instrument, ())
    return {kop for kop in koppen for rol in rollen if find_velden([kop], rol, levering.kolommen)}
