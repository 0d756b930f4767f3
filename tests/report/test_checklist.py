"""K1–K24: what no report may lack, in the report of the synthetic example; and what is honest in that of a real one."""

import re
import shutil
from datetime import date

import pytest

import burgerdata as bd
from burgerdata.report.blocks import Alinea, Citaat, Figuurblok, Kop, Opsomming, Tabelblok
from burgerdata.report.collect import collect_opbrengst
from burgerdata.report.compose import compose_document
from burgerdata.schema import FASE

from .conftest import VOORBEELD

ECHT = VOORBEELD.parent / "voorbeeld-echt-jupyter-ux2015"
DATUM = date(2026, 11, 25)
ZONDER_PERIODE = {"burgerberaad vooraf", "burgerberaad achteraf"}
"""Their deliveries give no dates of their own; those of the burgerberaad stand in the row above."""


class Gelezen:
    """A report as a reader goes through it: chapters, tables by title, figures by kind."""

    def __init__(self, opbrengst, document=None):
        self.opbrengst = opbrengst
        self.hoofdstukken = {}
        anker = ""
        for blok in (document or compose_document(opbrengst)).blokken:
            if isinstance(blok, Kop) and blok.niveau == 1:
                anker = blok.anker
            self.hoofdstukken.setdefault(anker, []).append(blok)

    def find(self, soort, *ankers):
        return [
            b
            for a, blokken in self.hoofdstukken.items()
            if not ankers or a in ankers
            for b in blokken
            if isinstance(b, soort)
        ]

    def tell(self, anker):
        delen = []
        for blok in self.hoofdstukken[anker]:
            if isinstance(blok, (Alinea, Kop)):
                delen.append(f"{getattr(blok, 'kop', '')} {blok.tekst}")
            elif isinstance(blok, Opsomming):
                delen += blok.punten
        return "\n".join(delen)

    def figuren(self, naam):
        return [blok.figuur for blok in self.find(Figuurblok) if blok.figuur.naam == naam]

    def tabel(self, *kolommen):
        """Return the printed tables that have all of these columns."""
        return [b.tabel for b in self.find(Tabelblok) if set(kolommen) <= set(b.tabel.columns)]


def has_summary(r):
    tekst = r.tell("samenvatting")
    return 100 < len(tekst.split()) < 300 and "bewijzen niet" in tekst and "Hoe zeker is dit?" in tekst


def has_question(r):
    woorden = ("Beleid:", "Fase:", "Trede", "Wat nog kan veranderen:", "Beleidskompas", "Besluit:")
    return all(woord in r.tell("waarover") for woord in woorden)


def has_fieldwork(r):
    [activiteiten] = r.tabel("wat", "periode", "werving", "uitvoerder", "mensen")
    hoe = activiteiten[["werving", "uitvoerder"]].ne("–").all(axis=None)
    zonder = set(activiteiten.loc[activiteiten["periode"].eq("–"), "wat"])
    return len(activiteiten) >= 9 and hoe and zonder <= ZONDER_PERIODE


def has_base_lines(r):
    alle = [blok.figuur for blok in r.find(Figuurblok)]
    return len(alle) > 9 and all(
        f.basis
        and f.bron
        and re.search(r"n = |^Basis: (mensen|deelnemers|\d+ punten|n is het aantal)", f.basis)
        for f in alle
    )


def has_stars(r):
    sterren = [t for t in r.tabel("basis") if t["basis"].str.contains(r"\d\*").any()]
    return bool(sterren) and "(indicatief)" in r.tell("bijlage-a")


def has_differences(r):
    return any(t["verschilt van de rest"].isin(["▲", "▼"]).any() for t in r.tabel("verschilt van de rest"))


def has_themes(r):
    return (
        "in mensen, niet in berichten" in r.tell("bijlage-a")
        and r.figuren("bronnen")
        and len(r.tabel("thema")) >= len(FASE)  # beside the figure, every theme per phase and instrument
    )


def has_quotes(r):
    citaten = r.opbrengst.tabellen["citaten"]
    vrij = set(citaten[citaten["vrijgegeven_door"].ne("") & citaten["datum"].notna()]["tekst"])
    gedrukt = [blok.tekst for blok in r.find(Citaat)]
    bevindingen = {blok.tekst for blok in r.find(Citaat, "bevindingen")}
    eenmaal = len(gedrukt) == len(set(gedrukt))
    return len(bevindingen) > 1 and eenmaal and set(gedrukt) <= vrij


def has_method(r):
    namen = [blok.titel for blok in r.find(Tabelblok, "bijlage-d")]
    return (
        "Weging" in r.tell("bijlage-a")
        and "door een mens gelezen" in r.tell("bijlage-a")
        and namen == ["Vragen zoals gesteld", "Themalijst"]
        and "verantwoording.json" in r.tell("bijlage-f")
    )


def has_tables(r):
    """Every figure rests on a table of the annex: its file is named after it."""
    bestanden = {blok.bestand for blok in r.find(Tabelblok, "bijlage-a", "bijlage-e", "vervolg")}
    gedeeld = {f"{vraag}_{naam}": bestand for (vraag, naam), bestand in r.opbrengst.namen.items()}
    return len(bestanden) > 20 and all(
        gedeeld.get(naam) in bestanden or any(bestand and bestand in naam for bestand in bestanden)
        for naam in (blok.bestand for blok in r.find(Figuurblok))
        if not naam.startswith(("ev5", "scorekaart"))
    )


def has_support(r):
    kaart = r.tabel("indicator", "oordeel")[-1]
    steun = kaart[kaart["indicator"].str.startswith("I6")]
    return len(steun) > 1 and steun["waarde"].str.fullmatch(r"\d+%").all()


def has_limits(r):
    """The fixed sentence, and what was not measured exactly where something was not."""
    tekst = r.tell("onbekend")
    niet = any(a.status == "niet_gemeten" for a in r.opbrengst.antwoorden.values())
    return "bewijzen niet" in tekst and bool(re.search("(is|zijn) niet gemeten:", tekst)) == niet


CHECKLIST = {
    "K1 summary in half a page": has_summary,
    "K2 question, phase, compass, rung and room": has_question,
    "K3 who was asked, how, when, by whom": has_fieldwork,
    "K4 response": lambda r: r.figuren("respons") and r.tabel("stap", "n"),
    "K5 composition against the population": lambda r: r.tabel("steekproef", "gewogen", "bevolking"),
    "K6 base line and n under every figure": has_base_lines,
    "K7 star and indicatief": has_stars,
    "K8 overall grade with interval": lambda r: r.tabel("gemiddelde", "95%-interval"),
    "K9 Likert overview": lambda r: r.figuren("stellingen"),
    "K10 by traits, where different": has_differences,
    "K11 improvement quadrant": lambda r: r.tabel("aspect", "belang", "oordeel", "vak"),
    "K12 drivers": lambda r: r.tabel("vraag", "verband"),
    "K13 change since the last wave": lambda r: (
        r.figuren("verandering") and r.tabel("verschil", "95%-interval")
    ),
    "K14 themes in people": has_themes,
    "K15 quotes, released": has_quotes,
    "K16 sources beside each other": lambda r: r.figuren("bronnen"),
    "K17 minority and missing voices": lambda r: (
        "minderheid" in r.tell("oneens") and "Wie ontbraken?" in r.tell("wie")
    ),
    "K19 what was done with it": lambda r: (
        r.figuren("doorwerking") and r.tabel("status", "motivering")[0]["motivering"].ne("–").any()
    ),
    "K20 how participants judge the process": lambda r: r.find(Figuurblok, "proces"),
    "K21 the view of the project leader": lambda r: (
        "De projectleider (burgerberaad) vulde" in r.tell("proces")
    ),
    "K18 recommendations with support": has_support,
    "K22 limits": has_limits,
    "K23 method": has_method,
    "K24 a table behind every figure": has_tables,
}


@pytest.fixture(scope="module")
def gelezen(opbrengst, document):
    return Gelezen(opbrengst, document)


@pytest.mark.parametrize("element", CHECKLIST)
def test_the_report_of_the_example_holds(element, gelezen):
    assert CHECKLIST[element](gelezen)


@pytest.fixture(scope="module")
def echt():
    return Gelezen(collect_opbrengst(bd.load_traject(ECHT), datum=DATUM))


def test_support_without_a_burgerberaad_is_called_not_measured(echt):
    kaart = echt.tabel("indicator", "oordeel")[-1]
    regel = kaart[kaart["indicator"].str.startswith("I6")]
    assert list(regel["oordeel"]) == ["niet gemeten"]


HONEST = ("K4", "K6", "K22", "K23", "K24")


def test_a_real_survey_shows_what_it_has(echt):
    tekst = echt.tell("samenvatting")
    assert "bewijzen niet" in tekst
    assert "meldden zich zelf aan" in tekst
    assert echt.figuren("respons")
    assert echt.figuren("verdeling")
    assert echt.figuren("themas")
    assert echt.find(Tabelblok, "bijlage-e")


def test_a_real_survey_says_what_it_has_not(echt):
    assert "Niet gemeten" in echt.tell("proces")
    assert "niet gemeten" in echt.tell("veranderd")
    assert "doorwerking.xlsx is niet ingevuld" in echt.tell("vervolg")
    assert "De cijfers zijn niet gewogen." in echt.tell("bijlage-a")
    assert not echt.find(Citaat)
    niet = [a for a in echt.opbrengst.antwoorden.values() if a.status == "niet_gemeten"]
    assert len(niet) > 30
    assert all(antwoord.ontbreekt for antwoord in niet)


def test_without_the_street_talks_only_their_questions_rest_on_less(tmp_path, opbrengst):
    map_ = shutil.copytree(
        VOORBEELD, tmp_path / "zonder", ignore=shutil.ignore_patterns("straat*", "rapport", "werk")
    )
    toml = map_ / "traject.toml"
    kop, *leveringen = toml.read_text("utf-8").split("[[levering]]")
    rest = [deel for deel in leveringen if 'instrument  = "straatgesprek"' not in deel]
    assert len(rest) == len(leveringen) - 1
    toml.write_text("[[levering]]".join([kop, *rest]), "utf-8")
    straat = set(opbrengst.traject.activiteiten.query("instrument == 'straatgesprek'")["activiteit_id"])
    _drop_rows(map_, straat)
    zonder = collect_opbrengst(bd.load_traject(map_), datum=DATUM)
    for id_, antwoord in opbrengst.antwoorden.items():
        assert not _uses_street(zonder.antwoorden[id_]), id_
        if not _uses_street(antwoord):
            assert zonder.antwoorden[id_].status == antwoord.status, id_
    assert sum(map(_uses_street, opbrengst.antwoorden.values())) > 3
    assert Gelezen(zonder).tell("samenvatting")


def _uses_street(antwoord):
    return any("straatgesprek" in bron for bron in antwoord.gebruikt)


def _drop_rows(map_, straat):
    """Take the rows of this delivery out of the analyst's workbooks, as someone would who deletes its file."""
    import openpyxl

    for naam in ("vragen.xlsx", "citaten.xlsx"):
        boek = openpyxl.load_workbook(map_ / naam)
        for blad in boek.worksheets:
            kop = [cel.value for cel in blad[1]]
            plek = next((kop.index(k) for k in ("levering", "activiteit") if k in kop), None)
            for nummer in range(blad.max_row, 1, -1) if plek is not None else ():
                if blad.cell(nummer, plek + 1).value in straat | {"straatgesprek"}:
                    blad.delete_rows(nummer)
        boek.save(map_ / naam)
