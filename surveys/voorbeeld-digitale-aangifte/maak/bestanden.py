"""The files that an analyst fills: questions, themes, margins, follow-up and released quotes."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from maak import klantpanel, vragen_erbij, vragenlijst
from maak.personen import alles
from maak.schrijven import write_csv, write_xlsx
from maak.themas import KOLOMMEN as THEMAKOLOMMEN
from maak.themas import NAMEN, THEMAS
from maak.waarheden import BEVOLKING, LEEFTIJDSGROEPEN, OPLEIDING_KORT

KOP_VRAGEN = ("levering", "kolom", "tekst", "soort", "rol", "vraag_id", "kort", "gebruik", "aspect", "fase", "kompasvraag",
              "omkeren", "reeks", "item", "schaal", "eenheid", "ouder_kolom", "ouder_code")
KOP_GROEPEN = ("kenmerk", "uit", "van", "tot", "codes", "label")
KOP_DOORWERKING = ("inbreng_id", "thema_id", "samenvatting", "instrument", "fase", "bron_ids", "kompasvraag", "trede",
                   "status", "motivering", "besluit_ref", "besluit_datum", "terugkoppeling_datum", "terugkoppeling_kanaal",
                   "eigenaar")
KOP_CITATEN = ("fragment_id", "activiteit", "tekst", "thema", "vrijgegeven_door", "datum")
SOORTEN = ("een_antwoord", "meer_antwoorden", "schaal", "stelling", "getal", "rangorde", "open", "taak")
BEOORDELAAR = "voorbeeldbeoordelaar"


def write_bestanden(map_: Path) -> None:
    """Write every prepared file beside ruw/ except traject.toml and the texts, which are written by hand."""
    keuzes = {"vragen": {"soort": SOORTEN, "rol": ("inhoud", "kenmerk", "proces", "gewicht"), "omkeren": ("ja", "nee")}}
    vragen = [[rij.get(kolom, "") for kolom in KOP_VRAGEN] for rij in _vragen()]
    write_xlsx(map_ / "vragen.xlsx", {"vragen": (KOP_VRAGEN, vragen), "groepen": (KOP_GROEPEN, _groepen())}, keuzes=keuzes)
    write_xlsx(map_ / "themalijst.xlsx", {"themalijst": (THEMAKOLOMMEN, [list(thema) for thema in THEMAS])},
               keuzes={"themalijst": {"nieuw_inzicht": ("ja", "nee")}})
    kop = ("variabele", "categorie", "aandeel", "aantal", "populatie", "peildatum", "bron")
    write_xlsx(map_ / "marges.xlsx", {"marges": (kop, _marges())})
    statussen = ("overgenomen", "deels_overgenomen", "niet_overgenomen", "in_behandeling", "buiten_kaders")
    write_xlsx(map_ / "doorwerking.xlsx", {"doorwerking": (KOP_DOORWERKING, _doorwerking())},
               keuzes={"doorwerking": {"status": statussen}})
    rijen = [(item.soort, item.waarde, item.bestand) for item in alles()]
    write_csv(map_ / "geplant.csv", ("soort", "waarde", "bestand"), rijen, codering="utf-8")


def write_citaten(map_: Path, teksten: dict[str, list[str]], herken) -> None:
    """Release a few quotes per source: not too short, no planted data, one of each theme; ids are unknown here."""
    rijen, gehad = [], set()
    for activiteit, lijst in teksten.items():
        if activiteit in ("community", "signaal"):
            gehad = set()
        for tekst in lijst:
            themas = herken(tekst)
            woorden = len(tekst.split())
            gevoelig = any(re.search(rf"\b{re.escape(item.waarde)}\b", tekst, re.IGNORECASE) for item in alles())
            eigen = lijst.count(tekst) == 1 and tekst == tekst.strip() and not tekst.isupper()
            if len(themas) != 1 or themas <= gehad or not 9 <= woorden <= 28 or gevoelig or not eigen:
                continue
            gehad |= themas
            rijen.append(["", activiteit, tekst, *themas, BEOORDELAAR, dt.date(2026, 11, 2)])
            if sum(rij[1] == activiteit for rij in rijen) == 2:
                break
    write_xlsx(map_ / "citaten.xlsx", {"citaten": (KOP_CITATEN, rijen)}, keuzes={"citaten": {"thema": NAMEN}})


def _groepen() -> list[list[object]]:
    """Return the recodes: age bands and three CBS levels of education."""
    leeftijd = [["leeftijdsgroep", "leeftijd", van, 120 if naam == "75+" else tot, "", naam] for naam, van, tot in LEEFTIJDSGROEPEN]
    niveaus = [["opleiding", "opleiding_cbs5", "", "", "; ".join(map(str, codes)), naam] for naam, codes in OPLEIDING_KORT.items()]
    return leeftijd + niveaus


def _marges() -> list[list[object]]:
    bron = "Verzonnen voor dit synthetische voorbeeld; geen cijfers van het CBS"
    return [
        [variabele, categorie, aandeel, "", "bevolking van 18 jaar en ouder (verzonnen)", dt.date(2026, 1, 1), bron]
        for variabele, verdeling in BEVOLKING.items()
        for categorie, aandeel in verdeling.items()
    ]


def _vragen() -> list[dict[str, object]]:
    return [*_enquete(), *_klantpanel(), *_straat(), *vragen_erbij.list_vragen()]


def _rij(levering: str, kolom: str, tekst: str, soort: str, vraag_id: str, kort: str, **meer: object) -> dict[str, object]:
    basis = {"levering": levering, "kolom": kolom, "tekst": tekst, "soort": soort, "vraag_id": vraag_id, "kort": kort,
             "rol": "inhoud", "omkeren": "nee"}
    return basis | meer


def _enquete() -> list[dict[str, object]]:
    """Return the rows of the survey."""
    def vraag(kolom: str, soort: str, vraag_id: str, kort: str, **meer: object) -> dict[str, object]:
        return _rij("enquete", kolom, vragenlijst.TEKSTEN[kolom], soort, vraag_id, kort, **meer)

    rijen = [
        vraag("geslacht", "een_antwoord", "geslacht", "geslacht", rol="kenmerk"),
        vraag("leeftijd", "getal", "leeftijd", "leeftijd", rol="kenmerk", eenheid="jaar"),
        vraag("opl", "een_antwoord", "opleiding_cbs5", "hoogst behaalde opleiding (CBS)", rol="kenmerk"),
        vraag("regio", "een_antwoord", "landsdeel", "landsdeel", rol="kenmerk"),
        vraag("sted", "een_antwoord", "stedelijkheid", "stedelijkheid", rol="kenmerk"),
        vraag("q1", "een_antwoord", "online_aangifte", "deed online aangifte"),
        vraag("q2", "schaal", "cijfer_online", "rapportcijfer online aangifte", gebruik="rapportcijfer", schaal="cijfer 1-10"),
        vraag("q3", "schaal", "tevreden_afhandeling", "tevreden over afhandeling", gebruik="tevredenheid", schaal="tevreden5"),
    ]
    for nr, (_, kort, omkeren) in enumerate(vragenlijst.STELLINGEN, start=1):
        rijen.append(vraag(f"q4_{nr}", "stelling", f"stelling_{nr}", kort, reeks="stellingen", item=nr, schaal="eens5",
                           omkeren="ja" if omkeren else "nee"))
    rijen += [
        vraag("q5", "schaal", "vertrouwen_aangifte", "vertrouwen in opvolging", gebruik="vertrouwen", schaal="vertrouwen5"),
        vraag("q6", "een_antwoord", "voorkeur_kanaal", "voorkeur voor kanaal"),
        vraag("q6_anders", "open", "voorkeur_anders", "ander kanaal", ouder_kolom="q6", ouder_code="7"),
    ]
    for nr, kolom in enumerate(vragenlijst.KANALEN, start=1):
        rijen.append(_rij("enquete", kolom, vragenlijst.KANALEN_TEKST, "meer_antwoorden", "kanalen", "kanalen gebruikt",
                          reeks="q_kanalen", item=nr))
    for nr, stap in enumerate(vragenlijst.STAPPEN, start=1):
        gelijk = {"aspect": stap, "item": nr}
        rijen.append(vraag(f"q7_{nr}", "schaal", f"belang_{nr}", f"belang: {stap}", gebruik="belang", reeks="belang",
                           schaal="belang5", **gelijk))
        rijen.append(vraag(f"q8_{nr}", "schaal", f"oordeel_{nr}", f"oordeel: {stap}", gebruik="oordeel", reeks="oordeel",
                           schaal="oordeel5", **gelijk))
    for nr, (_, kort) in enumerate(vragenlijst.DOEN, start=1):
        rijen.append(vraag(f"q9_{nr}", "stelling", f"doen_{nr}", kort, gebruik="doenvermogen", reeks="doenvermogen", item=nr,
                           schaal="eens5"))
    rijen += [
        vraag("q10_open", "open", "ervaring", "hoe het ging", kompasvraag="bk1"),
        vraag("q11_open", "open", "wat_anders", "wat anders moet", kompasvraag="bk3"),
    ]
    for nr, kort in enumerate(vragenlijst.PROCES_KORT, start=1):
        rijen.append(vraag(f"p{nr}", "schaal" if nr == 7 else "stelling", f"proces_{nr}", kort, rol="proces", gebruik=f"P{nr}",
                           reeks="proces", item=nr, schaal="cijfer 1-10" if nr == 7 else "eens5"))
    return [*rijen, vraag("weegfactor", "getal", "weegfactor", "weegfactor", rol="gewicht")]


def _klantpanel() -> list[dict[str, object]]:
    """Return the rows of the panel; the changed question of the third wave is a row of its own with the same vraag_id."""
    def vraag(kolom: str, soort: str, vraag_id: str, kort: str, **meer: object) -> dict[str, object]:
        return _rij("klantpanel", kolom, kolom, soort, vraag_id, kort, **meer)

    informatie = {"gebruik": "tevredenheid", "schaal": "tevreden5"}
    return [
        vraag("Geslacht", "een_antwoord", "geslacht", "geslacht", rol="kenmerk"),
        vraag("Leeftijd", "getal", "leeftijd", "leeftijd", rol="kenmerk", eenheid="jaar"),
        vraag("Opleiding (CBS-code)", "een_antwoord", "opleiding_cbs5", "hoogst behaalde opleiding (CBS)", rol="kenmerk"),
        vraag(klantpanel.CIJFER, "schaal", "cijfer_afhandeling", "rapportcijfer afhandeling", gebruik="rapportcijfer",
              schaal="cijfer 1-10"),
        vraag(klantpanel.INFORMATIE, "schaal", "tevreden_informatie", "tevreden over informatie", **informatie),
        vraag(klantpanel.INFORMATIE_3, "schaal", "tevreden_informatie", "tevreden over informatie", **informatie),
        vraag(klantpanel.SERIEUS, "stelling", "serieus_genomen", "serieus genomen", schaal="eens5", reeks="afhandeling", item=1),
        vraag(klantpanel.DUIDELIJK, "stelling", "bevestiging_duidelijk", "bevestiging begrepen", schaal="eens5",
              reeks="afhandeling", item=2),
        vraag(klantpanel.VERTROUWEN, "schaal", "vertrouwen_politie", "vertrouwen in de politie", gebruik="vertrouwen",
              schaal="vertrouwen5"),
        vraag(klantpanel.MINUTEN, "getal", "minuten_formulier", "minuten aan het formulier", eenheid="minuten"),
        vraag(klantpanel.OPEN, "open", "wat_beter", "wat beter kan", kompasvraag="bk3"),
    ]


def _straat() -> list[dict[str, object]]:
    return [
        _rij("straatgesprek", "Geschatte leeftijd", "Geschatte leeftijd", "een_antwoord", "leeftijdsgroep", "leeftijd (geschat)",
             rol="kenmerk"),
        _rij("straatgesprek", "Geslacht (geschat)", "Geslacht (geschat)", "een_antwoord", "geslacht", "geslacht (geschat)",
             rol="kenmerk"),
        _rij("straatgesprek", "Wat valt u op?", "Wat valt u op?", "open", "valt_op", "wat opvalt", kompasvraag="bk1"),
        _rij("straatgesprek", "Wat moet anders?", "Wat moet anders?", "open", "moet_anders", "wat anders moet", kompasvraag="bk3"),
    ]


def _doorwerking() -> list[list[object]]:
    """Return eleven inputs: seven decided, three under way, one still empty."""
    besluit, gehoord = dt.date(2026, 10, 20), dt.date(2026, 11, 4)
    alle = "focusgroep, straatgesprek, enquete, klantpanel"
    ref, kanaal, team = "Besluit programma Aangifte (verzonnen), punt {}", "brief aan deelnemers", "team Aangifte"

    def punt(nr: int, thema: str, tekst: str, instrument: str, fase: str, kompas: str, trede: str, *besloten: object) -> list[object]:
        gevuld = list(besloten) + [""] * (7 - len(besloten))
        return [f"inbreng_{nr}", re.sub(r"\W+", "_", thema), tekst, instrument, fase, "", kompas, trede, *gevuld]

    return [
        punt(1, "terugkoppeling", "Laat mensen weten wat er met hun aangifte gebeurt, ook als de zaak stopt.", alle, "evaluatie",
             "bk3", "raadplegen", "overgenomen", "Vanaf maart 2027 volgt na 30 dagen altijd een bericht.", ref.format(1), besluit,
             gehoord, kanaal, team),
        punt(2, "begrijpelijke taal", "Gebruik gewone taal in het formulier en in brieven.", alle, "beleidsontwikkeling", "bk3",
             "adviseren", "overgenomen", "De vragen zijn herschreven en met burgers getest.", ref.format(2), besluit, gehoord, kanaal, team),
        punt(3, "technische storing", "Maak tussentijds opslaan mogelijk.", "enquete, focusgroep", "praktijk", "bk3", "raadplegen",
             "overgenomen", "Komt in de eerstvolgende versie.", ref.format(3), besluit, gehoord, kanaal, team),
        punt(4, "bewijs toevoegen", "Sta grotere bestanden toe en laat later bewijs toevoegen.", "enquete, focusgroep", "praktijk",
             "bk3", "raadplegen", "overgenomen", "De grens gaat naar 500 MB; later toevoegen kan via het kenmerk.", ref.format(4), besluit,
             "", "", team),
        punt(5, "menselijk contact", "Houd de keuze om iemand te spreken.", "focusgroep, straatgesprek", "dienstverlening", "bk3",
             "raadplegen", "deels_overgenomen", "Terugbellen kan op werkdagen; de balietijden blijven zoals ze zijn.",
             ref.format(5), besluit, gehoord, kanaal, team),
        punt(6, "privacy", "Maak anoniem aangifte doen mogelijk.", "focusgroep, straatgesprek", "beleidsontwikkeling", "bk4",
             "adviseren", "niet_overgenomen", "De wet vraagt dat een aangever bekend is; melden kan wel anoniem.", ref.format(6), besluit,
             gehoord, kanaal, "juridische afdeling"),
        punt(7, "lengte van het formulier", "Maak een kort formulier voor kleine zaken.", "enquete, focusgroep", "praktijk", "bk3",
             "raadplegen", "in_behandeling", "", "", "", "", "", team),
        punt(8, "keuze van het delict", "Laat meer soorten aangifte online toe.", "enquete, straatgesprek", "dienstverlening", "bk3",
             "raadplegen", "in_behandeling", "", "", "", "", "", team),
        punt(9, "snelheid", "Noem een termijn voor de afhandeling.", "klantpanel, enquete", "evaluatie", "bk3", "raadplegen"),
        punt(10, "digitale vaardigheid", "Geef wie meekijkt met een ander een eigen ingang.", "community, burgerdialoog",
             "dienstverlening", "bk4", "raadplegen", "in_behandeling", "", "", "", "", "", team),
        punt(11, "technische storing", "Los de foutmelding bij de laatste stap op.", "signaal, usability", "praktijk", "bk1",
             "raadplegen", "overgenomen", "Hersteld in de versie van september.", ref.format(7), besluit, gehoord, kanaal, team),
    ]
