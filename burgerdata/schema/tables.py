"""The tables of the contract as data, with a Dutch and an English gloss for every column."""

from __future__ import annotations

from collections.abc import Mapping

from burgerdata.schema.columns import Dtype, Kolomschema, Tabelschema
from burgerdata.schema.vocabularies import (
    ANTWOORD_STATUS,
    BRON_ROL,
    DEELNEMER_ROL,
    DOORWERKING_STATUS,
    EENHEID,
    FASE,
    FRAGMENT_SOORT,
    GEBRUIK,
    INSTRUMENT,
    KOMPASVRAAG,
    LOGBOEK_REDEN,
    MAAT,
    OPTIE_STATUS,
    TREDE,
    VRAAG_ROL,
    VRAAG_SOORT,
    WERVING,
    WIJZE,
)


def _k(naam: str, dtype: Dtype, nl: str, en: str, *opties: str, woorden: tuple[str, ...] = ()) -> Kolomschema:
    """Return a column; ``opties`` holds '?' for may-be-empty and '>tabel' for a reference."""
    verwijst = next((optie[1:] for optie in opties if optie.startswith(">")), "")
    return Kolomschema(naam, dtype, nl, en, "?" in opties, woorden, verwijst)


_ACTIVITEIT = _k("activiteit_id", "id", "activiteit", "activity", ">activiteiten")
_ACTIVITEIT_LEEG = _k("activiteit_id", "id", "activiteit", "activity", "?", ">activiteiten")
_FASE = _k("fase", "woord", "fase van het beleid", "policy phase", "?", woorden=FASE)
_KOMPAS = _k(
    "kompasvraag", "woord", "vraag van het Beleidskompas", "compass question", "?", woorden=KOMPASVRAAG
)

_ACTIVITEITEN = Tabelschema(
    "activiteiten",
    "één werving van één instrument in één fase (een meting telt als één)",
    "one recruitment of one instrument in one phase (a wave counts as one)",
    (
        _k("activiteit_id", "id", "activiteit", "activity"),
        _k("instrument", "woord", "instrument", "method of participation", woorden=INSTRUMENT),
        _FASE,
        _k("trede", "woord", "trede van de participatieladder", "rung of the ladder", "?", woorden=TREDE),
        _k("werving", "woord", "manier van werven", "recruitment", "?", woorden=WERVING),
        _k("meting", "code", "meting (golf)", "wave", "?"),
        _k("panel", "id", "panel waaruit dezelfde mensen komen", "panel of the same people", "?"),
        _k("begindatum", "datum", "eerste dag van het veldwerk", "first day of fieldwork", "?"),
        _k("einddatum", "datum", "laatste dag van het veldwerk", "last day of fieldwork", "?"),
        _k("doelgroep", "tekst", "doelgroep", "target group", "?"),
        _k("eenheid", "woord", "wat één deelnemer is", "unit", woorden=EENHEID),
        _k("taal", "code", "taal (ISO 639-1)", "language"),
        _k("uitvoerder", "tekst", "wie het veldwerk deed", "fieldwork by", "?"),
        _k("uitgenodigd", "telling", "aantal uitgenodigd", "invited", "?"),
        _k("aangemeld", "telling", "aantal aangemeld", "willing", "?"),
        _k("geselecteerd", "telling", "aantal geselecteerd", "selected", "?"),
        _k("gestart", "telling", "aantal gestart", "started", "?"),
        _k("afgerond", "telling", "aantal afgerond", "finished", "?"),
    ),
    ("activiteit_id",),
)
_BRONNEN = Tabelschema(
    "bronnen",
    "één blad of bestand dat is gelezen, of gezien en niet gebruikt",
    "one sheet or file read, or seen and not used",
    (
        _k("bestand", "tekst", "bestand binnen de map", "file"),
        _k("blad", "tekst", "blad (leeg als er geen bladen zijn)", "sheet"),
        _ACTIVITEIT_LEEG,
        _k("formaat", "code", "herkende bestandsvorm", "format"),
        _k("rol", "woord", "waarvoor het dient", "role", woorden=BRON_ROL),
        _k("gebruikt", "vlag", "of het in de cijfers zit", "used"),
        _k("sha256", "tekst", "controlegetal van de bytes", "SHA-256"),
        _k("records_in", "telling", "records in het bestand", "records in"),
        _k("records_uit", "telling", "records in de tabellen", "records out"),
        _k("records_verklaard", "telling", "records die het logboek verklaart", "records explained"),
    ),
    ("bestand", "blad"),
)
_DEELNEMERS = Tabelschema(
    "deelnemers",
    "één persoon (of gesprek) in één activiteit",
    "one person in one activity",
    (
        _ACTIVITEIT,
        _k("deelnemer_id", "id", "deelnemer (pseudoniem)", "participant (pseudonym)"),
        _k("rol", "woord", "rol", "role", woorden=DEELNEMER_ROL),
        _k("groep", "code", "sessie, tafel, plaats of groep", "session, table, place or group", "?"),
        _k("personen", "telling", "personen in deze rij", "persons"),
        _k("gewicht", "getal", "weegfactor", "weight"),
        _k("basisgewicht", "getal", "gewicht voor kalibratie", "base weight"),
        _k("stratum", "code", "stratum", "stratum", "?"),
        _k("cluster", "code", "eerste trekkingseenheid", "primary sampling unit", "?"),
        _k("cluster2", "code", "tweede trekkingseenheid", "second-stage unit", "?"),
        _k("fpc", "getal", "omvang van de populatie, eerste trap", "population size, stage 1", "?"),
        _k("fpc2", "getal", "omvang van de populatie, tweede trap", "population size, stage 2", "?"),
    ),
    ("activiteit_id", "deelnemer_id"),
)
_VRAGEN = Tabelschema(
    "vragen",
    "één vraag, stelling of taak zoals gesteld in één activiteit",
    "one question, statement or task as asked in one activity",
    (
        _ACTIVITEIT,
        _k("vraag_id", "id", "naam van de vraag", "question"),
        _k("kolom", "tekst", "kolom in de bron", "source column"),
        _k("tekst", "tekst", "letterlijke vraag", "literal text"),
        _k("kort", "tekst", "korte naam", "short label", "?"),
        _k("soort", "woord", "soort vraag", "kind", woorden=VRAAG_SOORT),
        _k("rol", "woord", "rol", "role", woorden=VRAAG_ROL),
        _k("gebruik", "woord", "waarvoor het rapport de vraag gebruikt", "use", "?", woorden=GEBRUIK),
        _k("aspect", "code", "aspect of stap", "aspect", "?"),
        _FASE,
        _KOMPAS,
        _k("reeks", "code", "vragenblok", "series", "?"),
        _k("item", "code", "onderdeel van het blok", "item", "?"),
        _k("schaal", "code", "naam van de antwoordschaal", "scale", "?"),
        _k("omkeren", "vlag", "of hoog hier ongunstig is", "reversed"),
        _k("eenheid", "code", "eenheid van een getal", "unit", "?"),
        _k("ouder_vraag_id", "id", "vraag waar deze bij hoort", "parent question", "?", ">vragen"),
        _k("ouder_code", "code", "antwoord waar deze bij hoort", "parent option", "?"),
        _k(
            "fragment_id",
            "id",
            "fragment dat als stelling is voorgelegd",
            "fragment put as statement",
            "?",
            ">fragmenten",
        ),
    ),
    ("activiteit_id", "vraag_id"),
)
_OPTIES = Tabelschema(
    "opties",
    "één antwoordmogelijkheid",
    "one answer option",
    (
        _ACTIVITEIT,
        _k("vraag_id", "id", "vraag", "question", ">vragen"),
        _k("code", "code", "code in de bron", "code"),
        _k("label", "tekst", "label", "label"),
        _k("volgorde", "telling", "volgorde", "order"),
        _k("waarde", "getal", "getal op de schaal", "value", "?"),
        _k("status", "woord", "soort antwoord", "status", woorden=OPTIE_STATUS),
    ),
    ("activiteit_id", "vraag_id", "code"),
)
_ANTWOORDEN = Tabelschema(
    "antwoorden",
    "één gekozen optie, getal of rang van één persoon",
    "one chosen option, number or rank of one person",
    (
        _ACTIVITEIT,
        _k("deelnemer_id", "id", "deelnemer", "participant", ">deelnemers"),
        _k("vraag_id", "id", "vraag", "question", ">vragen"),
        _k("volgnummer", "telling", "volgnummer binnen de vraag, vanaf 1", "number within the question"),
        _k("code", "code", "gekozen optie", "chosen option", "?", ">opties"),
        _k("getal", "getal", "waarde, getal of rang", "value, number or rank", "?"),
        _k("status", "woord", "status", "status", woorden=ANTWOORD_STATUS),
    ),
    ("activiteit_id", "deelnemer_id", "vraag_id", "volgnummer"),
)
_TELLINGEN = Tabelschema(
    "tellingen",
    "een totaal dat de bron zonder personen geeft",
    "a total that the source gives without persons",
    (
        _k("telling_id", "id", "telling", "count"),
        _ACTIVITEIT,
        _k("maat", "woord", "wat er is geteld", "measure", woorden=MAAT),
        _k("vraag_id", "id", "vraag", "question", "?", ">vragen"),
        _k("code", "code", "antwoord", "option", "?"),
        _k("fragment_id", "id", "fragment", "fragment", "?", ">fragmenten"),
        _k("groep", "code", "groep", "group", "?"),
        _k("aantal", "telling", "aantal", "number"),
    ),
    ("telling_id",),
)
_FRAGMENTEN = Tabelschema(
    "fragmenten",
    "één stuk tekst",
    "one piece of text",
    (
        _k("fragment_id", "id", "fragment", "fragment"),
        _ACTIVITEIT,
        _k("deelnemer_id", "id", "wie het zei", "speaker", "?", ">deelnemers"),
        _k("vraag_id", "id", "vraag", "question", "?", ">vragen"),
        _k("soort", "woord", "soort", "kind", woorden=FRAGMENT_SOORT),
        _k("groep", "code", "groep", "group", "?"),
        _k("volgnummer", "telling", "volgorde in de bron", "order"),
        _k("begin_s", "getal", "begin in seconden", "start, seconds", "?"),
        _k("tijdstip", "datum", "tijdstip", "moment", "?"),
        _k("ouder_id", "id", "fragment waarop dit een reactie is", "parent fragment", "?", ">fragmenten"),
        _k("taal", "code", "taal (ISO 639-1)", "language"),
        _k("tekst", "tekst", "gemaskeerde tekst", "masked text"),
    ),
    ("fragment_id",),
)
_THEMAS = Tabelschema(
    "themas",
    "één thema van een themalijst",
    "one theme of a list of themes",
    (
        _k("thema_id", "id", "thema", "theme"),
        _k("lijst", "code", "themalijst", "list"),
        _k("naam", "tekst", "naam", "name"),
        _k("ouder_id", "id", "hoort onder", "parent", "?", ">themas"),
        _k("omschrijving", "tekst", "omschrijving", "definition"),
        _k("volgorde", "telling", "volgorde", "order"),
        _k("nieuw_inzicht", "vlag", "of het thema nieuw was", "new insight", "?"),
        _KOMPAS,
    ),
    ("thema_id",),
)
_CODERINGEN = Tabelschema(
    "coderingen",
    "één thema op één stuk van een fragment door één codeur",
    "one theme on one span by one coder",
    (
        _k("codering_id", "id", "codering", "coding"),
        _k("segment_id", "id", "stuk tekst", "segment"),
        _k("fragment_id", "id", "fragment", "fragment", ">fragmenten"),
        _k("thema_id", "id", "thema", "theme", ">themas"),
        _k("codeur", "id", "codeur (pseudoniem)", "coder (pseudonym)"),
        _k("wijze", "woord", "hoe het thema is toegekend", "mode", woorden=WIJZE),
        _k("begin", "telling", "eerste teken", "start"),
        _k("eind", "telling", "teken na het laatste", "end"),
        _k("zekerheid", "getal", "zekerheid van een voorstel, 0 tot 1", "confidence", "?"),
    ),
    ("codering_id",),
    uniek=("fragment_id", "thema_id", "codeur", "wijze", "begin", "eind"),
)
_DOORWERKING = Tabelschema(
    "doorwerking",
    "één punt van burgers en wat ermee is gedaan",
    "one input and what was done with it",
    (
        _k("inbreng_id", "id", "inbreng", "input"),
        _k("thema_id", "id", "thema", "theme", "?", ">themas"),
        _k("samenvatting", "tekst", "samenvatting", "summary"),
        _k("instrument", "tekst", "instrumenten", "instruments", "?"),
        _FASE,
        _k("bron_ids", "tekst", "bronnen", "sources", "?"),
        _KOMPAS,
        _k("trede", "woord", "trede", "rung", "?", woorden=TREDE),
        _k("status", "woord", "wat ermee gebeurt", "status", "?", woorden=DOORWERKING_STATUS),
        _k("motivering", "tekst", "waarom", "reason", "?"),
        _k("besluit_ref", "tekst", "besluit", "decision", "?"),
        _k("besluit_datum", "datum", "datum van het besluit", "date of decision", "?"),
        _k("terugkoppeling_datum", "datum", "teruggekoppeld op", "fed back on", "?"),
        _k("terugkoppeling_kanaal", "tekst", "teruggekoppeld via", "fed back through", "?"),
        _k("eigenaar", "tekst", "wie het oppakt", "owner", "?"),
    ),
    ("inbreng_id",),
)
_MARGES = Tabelschema(
    "marges",
    "één cijfer over de bevolking",
    "one population margin",
    (
        _k("variabele", "code", "kenmerk", "variable"),
        _k("categorie", "code", "categorie", "category"),
        _k("aandeel", "getal", "aandeel, 0 tot 1", "share", "?"),
        _k("aantal", "getal", "aantal personen", "number", "?"),
        _k("populatie", "tekst", "bevolking waarover het gaat", "population"),
        _k("peildatum", "datum", "peildatum", "reference date"),
        _k("bron", "tekst", "bron", "source"),
    ),
    ("variabele", "categorie"),
)
_LOGBOEK = Tabelschema(
    "logboek",
    "één ding dat het inlezen deed",
    "one thing that reading did",
    (
        _k("bestand", "tekst", "bestand", "file"),
        _k("blad", "tekst", "blad", "sheet"),
        _ACTIVITEIT_LEEG,
        _k("rij", "telling", "rij in de bron", "row", "?"),
        _k("kolom", "tekst", "kolom in de bron", "column", "?"),
        _k("reden", "woord", "reden", "reason", woorden=LOGBOEK_REDEN),
        _k("aantal", "telling", "aantal records, cellen of plekken", "number"),
    ),
    (),
)

TABELLEN: Mapping[str, Tabelschema] = {
    schema.naam: schema
    for schema in (
        _ACTIVITEITEN,
        _BRONNEN,
        _DEELNEMERS,
        _VRAGEN,
        _OPTIES,
        _ANTWOORDEN,
        _TELLINGEN,
        _FRAGMENTEN,
        _THEMAS,
        _CODERINGEN,
        _DOORWERKING,
        _MARGES,
        _LOGBOEK,
    )
}
"""Every table of the contract by name, in the order in which a reader needs them."""
