"""The letter, the projectkaart and the comparison: made from the folder, short, and true to what was filled in."""

import re
import shutil
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pandas as pd
import pikepdf
import pytest

from burgerdata.analysis import Antwoord, summarise_stellingen
from burgerdata.analysis.example import make_example
from burgerdata.errors import ContractError, MethodeError
from burgerdata.findings import state_bevinding
from burgerdata.report.blocks import Alinea, Kop, Opsomming, Tabelblok
from burgerdata.report.chapters.voluit import tell_voluit
from burgerdata.report.collect import collect_opbrengst
from burgerdata.report.office import write_office
from burgerdata.report.projectkaart import NIET_OPGEGEVEN, compose_projectkaart
from burgerdata.report.terugkoppeling import compose_terugkoppeling, write_terugkoppeling
from burgerdata.report.vergelijk import compare_trajecten, write_vergelijking
from burgerdata.traject import Traject

from ..analysis.trajecten import join, make_activiteit, make_deelnemers, make_vraag

VOORBEELD = Path(__file__).parents[2] / "surveys" / "voorbeeld-digitale-aangifte"
INGEVULD = ("traject.toml", "doorwerking.xlsx", "themalijst.xlsx")


@pytest.fixture
def map_zonder_gegevens(tmp_path):
    for naam in INGEVULD:
        shutil.copy(VOORBEELD / naam, tmp_path)
    toml = (tmp_path / "traject.toml").read_text("utf-8")
    (tmp_path / "traject.toml").write_text(toml.split("[[levering]]")[0] + _ZONDER, "utf-8")
    (tmp_path / "ruw").mkdir()
    (tmp_path / "ruw" / "e.csv").write_text("nr;cijfer\n1;7\n", "utf-8")
    return tmp_path


_ZONDER = '[[levering]]\ninstrument = "enquete"\nbestand = "ruw/e.csv"\n'


def test_the_letter_needs_only_what_the_analyst_filled_in(map_zonder_gegevens):
    brief, gemist = write_terugkoppeling(map_zonder_gegevens, moment=datetime(2026, 11, 25, 9, 0))
    assert gemist == []
    namen = {pad.name for pad in brief.parent.iterdir()}
    assert namen == {f"terugkoppeling_CONCEPT.{s}" for s in ("html", "docx", "pdf")}
    pagina = brief.read_text("utf-8")
    boek = openpyxl.load_workbook(map_zonder_gegevens / "doorwerking.xlsx").worksheets[0]
    kop, *rijen = [rij for rij in boek.iter_rows(values_only=True) if any(rij)]
    for rij in rijen:
        punt = dict(zip(kop, rij, strict=True))
        assert str(punt["samenvatting"]).rstrip(".") in pagina
    assert "Dit hebben wij niet overgenomen" in pagina
    assert "wordt op 15 maart 2027 besloten" in pagina
    with pikepdf.open(brief.with_suffix(".pdf")) as pdf:
        assert len(pdf.pages) <= 2  # nineteen points, each with its decision


def test_the_letter_counts_the_decisions_that_the_report_counts(opbrengst, tmp_path):
    for naam in INGEVULD:
        shutil.copy(VOORBEELD / naam, tmp_path)
    shutil.copytree(VOORBEELD / "ruw", tmp_path / "ruw")
    brief, _ = write_terugkoppeling(tmp_path, moment=datetime(2026, 11, 25, 9, 0))
    pagina = brief.read_text("utf-8")
    assert state_bevinding(opbrengst.tabellen["doorwerking"]) in pagina
    assert "Van 19 punten" in pagina  # eleven of doorwerking.xlsx, eight of the burgerberaad


def test_what_is_adopted_is_told_as_a_deed_and_what_is_not_with_a_reason(map_zonder_gegevens):
    brief, _ = write_terugkoppeling(map_zonder_gegevens, moment=datetime(2026, 11, 25, 9, 0))
    pagina = brief.read_text("utf-8")
    assert "Wat wij doen: Komt in de eerstvolgende versie." in pagina
    assert "Waarom: De wet vraagt dat een aangever bekend is" in pagina


def test_a_letter_greets_is_signed_and_says_that_it_is_a_draft(map_zonder_gegevens):
    brief, _ = write_terugkoppeling(map_zonder_gegevens, moment=datetime(2026, 11, 25, 9, 0))
    pagina = brief.read_text("utf-8")
    groet, afzender = "<p>Met vriendelijke groet,</p>", "<p>Het programma Aangifte (verzonnen)</p>"
    assert pagina.index("<p>Beste deelnemer,</p>") < pagina.index(groet) < pagina.index(afzender)
    assert '<p class="stand" role="note">CONCEPT</p>' in pagina


def test_a_settled_letter_is_no_draft_any_more(map_zonder_gegevens):
    moment = datetime(2026, 11, 25, 9, 0)
    brief, _ = write_terugkoppeling(map_zonder_gegevens, moment=moment, vaststellen=True)
    assert brief.name == "terugkoppeling_vastgesteld.html"
    assert "CONCEPT" not in brief.read_text("utf-8")


def test_a_letter_is_not_settled_without_a_sender_and_a_reason_for_each_decision(map_zonder_gegevens):
    toml = map_zonder_gegevens / "traject.toml"
    regels = toml.read_text("utf-8").splitlines()
    toml.write_text("\n".join(r for r in regels if not r.startswith("opdrachtgever")), "utf-8")
    boek = openpyxl.load_workbook(map_zonder_gegevens / "doorwerking.xlsx")
    kop, *rijen = boek.worksheets[0].iter_rows()
    kolom = {cel.value: nummer for nummer, cel in enumerate(kop)}
    niet = next(rij for rij in rijen if rij[kolom["status"]].value == "niet_overgenomen")
    niet[kolom["motivering"]].value = None
    boek.save(map_zonder_gegevens / "doorwerking.xlsx")
    with pytest.raises(ContractError) as fout:
        write_terugkoppeling(map_zonder_gegevens, vaststellen=True)
    assert len(fout.value.problemen) == 2
    assert "heeft geen reden; vul de motivering in" in str(fout.value)
    assert "de afzender van de brief ontbreekt; vul opdrachtgever in" in str(fout.value)


def test_a_letter_without_decisions_says_what_to_fill_in(map_zonder_gegevens):
    (map_zonder_gegevens / "doorwerking.xlsx").unlink()
    with pytest.raises(MethodeError, match=r"doorwerking\.xlsx is nog leeg"):
        write_terugkoppeling(map_zonder_gegevens)


def test_the_projectkaart_is_two_pages(opbrengst, tmp_path):
    kaart = compose_projectkaart(opbrengst, stand="CONCEPT")
    assert write_office(kaart, tmp_path, tmp_path / "kaart", meld=lambda tekst: None) == []
    with pikepdf.open(tmp_path / "kaart.pdf") as pdf:
        assert len(pdf.pages) <= 2
    koppen = [blok.tekst for blok in kaart.blokken if isinstance(blok, Kop)]
    assert koppen == [
        "Hoe, en met wie",
        "Wat leverde het op",
        "Wat is ermee gedaan",
        "In cijfers",
        "Wat u hier niet vindt",
    ]


def test_the_projectkaart_shows_few_values_of_an_indicator_and_no_ids(opbrengst):
    kaart = compose_projectkaart(opbrengst, stand="CONCEPT")
    score = next(blok.tabel for blok in kaart.blokken if getattr(blok, "titel", "") == "Uit de scorekaart")
    verdeling = score["indicator"].str.startswith("I1")  # the parts of a whole stay together
    assert score["indicator"][~verdeling].value_counts().max() <= 2
    assert not score["waarover"].str.contains("_", regex=False).any()


def test_the_projectkaart_shows_inputs_of_every_status_with_the_reason(opbrengst):
    kaart = compose_projectkaart(opbrengst, stand="CONCEPT")
    [blok] = [blok for blok in kaart.blokken if isinstance(blok, Tabelblok) and blok.titel == "Enkele punten"]
    assert blok.tabel["status"].tolist() == [
        "overgenomen",
        "overgenomen",
        "deels overgenomen",
        "niet overgenomen",
        "nog te besluiten",
    ]
    assert blok.tabel["waarom"].iloc[3].startswith("De wet vraagt dat een aangever bekend is")
    assert blok.noten == ("5 van de 19 punten; hoofdstuk 7 en bijlage E van het rapport hebben ze alle.",)


def test_the_projectkaart_ends_with_what_was_not_measured(opbrengst):
    def list_open(kaart):
        plek = next(
            nr for nr, blok in enumerate(kaart.blokken) if isinstance(blok, Kop) and blok.anker == "onbekend"
        )
        return kaart.blokken[plek + 1].punten

    [zin] = list_open(compose_projectkaart(opbrengst, stand="CONCEPT"))
    assert zin.startswith("Zien burgers en uitvoerders hetzelfde? Vraag uitvoerders hetzelfde")
    niets = {
        naam: replace(a, status="niet_gemeten") for naam, a in opbrengst.antwoorden.items() if naam != "bo1"
    }
    leeg = replace(opbrengst, antwoorden={"bo1": opbrengst.antwoorden["bo1"]} | niets)
    assert len(list_open(compose_projectkaart(leeg, stand="CONCEPT"))) == 2
    tabellen = {naam: tabel for naam, tabel in opbrengst.tabellen.items() if naam != "doorwerking"}
    assert len(list_open(compose_projectkaart(replace(leeg, tabellen=tabellen), stand="CONCEPT"))) == 8


def test_what_was_not_given_is_said_on_the_projectkaart(traject):
    deel = traject.only(instrument="straatgesprek")
    kaal = replace(deel, instellingen=replace(traject.instellingen, doel="", middelen={}))
    kaart = compose_projectkaart(collect_opbrengst(kaal, datum=date(2026, 11, 25)), stand="CONCEPT")
    regels = {blok.kop: blok.tekst for blok in kaart.blokken if isinstance(blok, Alinea)}
    assert regels["Waarom:"] == regels["Wat kostte het:"] == NIET_OPGEGEVEN


def test_trajecten_stand_beside_each_other_and_what_was_not_measured_is_said(traject, tmp_path):
    zonder_stemmen = traject.only(instrument=["enquete", "klantpanel"])
    kaal = replace(zonder_stemmen, instellingen=replace(traject.instellingen, middelen={}))
    pad = write_vergelijking({"met": traject, "zonder": kaal}, tmp_path / "v.xlsx")
    blad = openpyxl.load_workbook(pad).worksheets[0]
    rijen = {rij[0]: rij[1:] for rij in blad.iter_rows(values_only=True)}
    assert rijen["indicator"] == ("met", "zonder")
    assert rijen["E1 kosten"][1] == "niet gemeten"
    assert "32 euro" in rijen["E1 kosten"][0]
    steun, niet = rijen["I6 steun per aanbeveling"]
    assert re.search("burgerberaad.*%", steun)
    assert niet == "niet gemeten"


def test_one_traject_is_no_comparison(traject):
    with pytest.raises(MethodeError, match="twee of meer"):
        compare_trajecten({"een": traject})


def test_the_card_tells_what_was_refused_and_what_is_open(opbrengst):
    kaart = compose_projectkaart(opbrengst, stand="CONCEPT")
    gedaan = next(nr for nr, blok in enumerate(kaart.blokken) if getattr(blok, "anker", "") == "gedaan")
    zin = kaart.blokken[gedaan + 1].tekst
    assert zin.startswith(
        "Van de 19 punten: 8 overgenomen, 3 deels overgenomen en 3 niet overgenomen; over 5 "
    )
    score = [blok for blok in kaart.blokken if isinstance(blok, Tabelblok)][-1]
    assert score.tabel.groupby("indicator", sort=False, observed=True)["waarde"].size().max() == 2
    assert any("hoogstens twee bronnen" in noot for noot in score.noten)


def test_the_card_tells_what_changed_how_sure_it_is_and_what_a_theme_holds(opbrengst):
    kaart = compose_projectkaart(opbrengst, stand="CONCEPT")
    regels = {blok.kop: blok.tekst for blok in kaart.blokken if isinstance(blok, Alinea)}
    assert regels["Wat veranderde?"].startswith("Rapportcijfer afhandeling steeg van 6,2 naar 6,7")
    assert (
        "De marge is ongeveer 3 procentpunt bij de enquête en 5 bij het klantpanel"
        in regels["Hoe zeker is dit?"]
    )
    [punten] = [
        b.punten for b in kaart.blokken if isinstance(b, Opsomming) and any("bronnen" in p for p in b.punten)
    ]
    assert any(
        "Wat telt als ‘Terugkoppeling’: of mensen na hun aangifte iets horen" in punt for punt in punten
    )


def test_a_value_that_says_nothing_to_a_stranger_is_explained_and_no_column_says_that_there_is_no_norm(
    opbrengst,
):
    def read(kaart):
        return [blok for blok in kaart.blokken if isinstance(blok, Tabelblok)][-1]

    met = read(compose_projectkaart(opbrengst, stand="CONCEPT"))
    waarde = met.tabel.set_index("indicator")["waarde"]
    assert waarde["R5 gemiste groepen"].tolist() == ["1: 18-34", "1: 75+"]
    assert waarde["I5 nieuwe inzichten"] == "4 van de 13 thema's"
    assert "R5: groepen die minder dan half zo vaak meededen als verwacht." in met.noten[0]
    assert "oordeel" in met.tabel
    score = opbrengst.scorekaart
    zonder = score.assign(oordeel=score["oordeel"].where(score["oordeel"].eq("niet gemeten"), "geen norm"))
    kaal = read(compose_projectkaart(replace(opbrengst, scorekaart=zonder), stand="CONCEPT"))
    assert "oordeel" not in kaal.tabel
    assert "Vooraf zijn geen normen gesteld" in kaal.noten[0]


def test_a_statement_that_a_finding_cuts_is_told_in_full(opbrengst):
    heel = "Ik durf een wijziging door te geven zonder bang te zijn voor een boete"
    labels = ("helemaal oneens", "oneens", "neutraal", "eens", "helemaal eens")
    wie = [f"p{nr}" for nr in range(60)]

    def vertel(tekst):
        stelling = make_vraag(
            "enq",
            "boete",
            "stelling",
            {p: "11234"[nr % 5] for nr, p in enumerate(wie)},
            opties=dict(zip("12345", labels, strict=True)),
            tekst=tekst,
        )
        vast = {
            "activiteiten": make_activiteit("enq", "enquete"),
            "deelnemers": make_deelnemers("enq", wie),
        }
        t = Traject.from_tabellen(join(vast, stelling))
        tabel = summarise_stellingen(t, vragen=["boete"])
        antwoord = Antwoord("x", "", "x", "beantwoord", state_bevinding(tabel), tabellen={"x": tabel})
        return antwoord.bevinding, tell_voluit(replace(opbrengst, traject=t), antwoord)

    zin, voluit = vertel(heel)
    assert zin.endswith("‘Ik durf een wijziging door te geven zonder bang…’")
    assert voluit == [f"Voluit: ‘{heel}’."]
    assert vertel("Ik durf een wijziging door te geven")[1] == []


@pytest.mark.parametrize(
    ("vandaag", "zin"),
    [
        (
            date(2026, 11, 25),
            "Over het andere punt wordt op 25 november 2026 besloten. Daarna laten wij u weten wat er is besloten.",
        ),
        (
            date(2026, 11, 26),
            "Over het andere punt zou op 25 november 2026 worden besloten. Dat is nog niet gebeurd. Zodra er is besloten,"
            " laten wij het u weten.",
        ),
    ],
)
def test_the_letter_says_that_the_day_of_the_decision_has_passed(vandaag, zin):
    punten = {"inbreng_id": ["i1", "i2"], "samenvatting": "x", "status": ["overgenomen", "in_behandeling"]}
    t = make_example().replace_tabellen(doorwerking=pd.DataFrame(punten))
    t = replace(t, instellingen=replace(t.instellingen, besluit=date(2026, 11, 25)))
    assert zin in [b.tekst for b in compose_terugkoppeling(t, vandaag).blokken if isinstance(b, Alinea)]


@pytest.mark.parametrize("reden", ["per 1 mei, team 1 en 2", "per 1 mei, team 1 en 2."])
def test_a_reason_ends_with_one_full_stop_before_the_day_follows(reden):
    punt = {"inbreng_id": ["i1"], "samenvatting": "Eén vaste klantmanager", "status": "overgenomen"}
    inbreng = pd.DataFrame(punt | {"motivering": reden, "besluit_datum": "2026-04-20"})
    brief = compose_terugkoppeling(make_example().replace_tabellen(doorwerking=inbreng), date(2026, 11, 25))
    [alinea] = [b for b in brief.blokken if isinstance(b, Alinea) and b.kop == "Eén vaste klantmanager."]
    assert alinea.tekst == "Wat wij doen: per 1 mei, team 1 en 2. Besloten op 20 april 2026."
