import pytest

from burgerdata.loading import check_traject, load_traject, propose_traject

KOP = "Straatgesprekken weekmarkten\n\nNr;Locatie;Datum;M/V;Kent u het?;Wat zei men?\n"
TALKS = "".join(
    f"{nummer};Markt Ede;{'10-5-2025' if nummer < 6 else '24 mei'};V;ja;Het duurde lang.\n"
    for nummer in range(1, 10)
)
UNDER = ";;;;;\nTotaal;;;9 V;;\n;Weigeringen;31;;;\n"
TOML = """titel = "Proef"

[[levering]]
naam = "straat"
instrument = "straatgesprek"
bestand = "ruw/straat.csv"
kolommen = { plaats = "Locatie", datum = "Datum", open = "Wat zei men?" }
"""


def straat(maak_map, *, talks=TALKS, toml=TOML):
    return maak_map(toml, ruw={"straat.csv": KOP + talks + UNDER})


def test_a_line_of_refusals_under_the_form_is_counted_and_the_totals_are_told_as_totals(maak_map):
    traject = load_traject(straat(maak_map))
    assert len(traject.deelnemers) == 9
    assert traject.tellingen[["maat", "aantal"]].astype({"maat": "str"}).values.tolist() == [
        ["weigering", 31]
    ]
    logboek = traject.logboek.astype({"reden": "str"})
    assert logboek.loc[logboek["reden"] == "totaalrij", "rij"].tolist() == [14, 15]


def test_refusals_in_a_column_are_not_counted_twice_when_their_sum_stands_below(maak_map):
    toml = TOML.replace("open =", 'weigeringen = "M/V", open =')
    traject = load_traject(straat(maak_map, talks=TALKS.replace(";V;", ";2;"), toml=toml))
    assert traject.tellingen["aantal"].sum() == 18


def test_a_day_without_a_year_takes_that_of_the_other_days(maak_map):
    activiteit = load_traject(straat(maak_map)).activiteiten.iloc[0]
    assert (
        f"{activiteit['begindatum']:%d-%m-%Y} {activiteit['einddatum']:%d-%m-%Y}" == "10-05-2025 24-05-2025"
    )


@pytest.mark.parametrize(
    ("regel", "jaar"), [("", None), ("begindatum = 2025-04-01\neinddatum = 2025-06-30\n", 2025)]
)
def test_a_year_that_is_not_certain_is_told_and_the_period_of_the_fieldwork_makes_it_so(
    maak_map, regel, jaar
):
    talks = TALKS.replace("1;Markt Ede;10-5-2025", "1;Markt Ede;10-5-2024", 1)
    map_ = straat(maak_map, talks=talks, toml=TOML + regel)
    logboek = load_traject(map_).logboek.astype({"reden": "str"})
    los = logboek.loc[logboek["reden"] == "datum_onleesbaar", ["rij", "kolom"]].values.tolist()
    assert los == ([] if jaar else [[nummer, "Datum"] for nummer in (9, 10, 11, 12)])
    assert ("4 datums zijn niet te lezen" in check_traject(map_).tekst) is (jaar is None)


def test_a_form_with_sex_age_and_a_yes_or_no_is_proposed_as_street_talks(tmp_path):
    kop = KOP.replace("Datum;", "Datum;Leeftijd (schatting);")
    talks = "".join(
        f"{nummer};Markt Ede;10-5-2025;50-64;{'MV'[nummer % 2]};{('ja', 'nee')[nummer % 2]};Verhaal {nummer}\n"
        for nummer in range(1, 13)
    )
    (tmp_path / "straat.csv").write_text(kop + talks, "utf-8")
    propose_traject(tmp_path)
    toml = (tmp_path / "traject.toml").read_text("utf-8")
    assert 'instrument = "straatgesprek"' in toml
    assert 'open = ["Wat zei men?"]' in toml
    assert 'kenmerken = ["leeftijd_geschat", "geslacht"]' in toml


KOBO = (
    "start;username;datum;wijk;geslacht;leeftijd;houding;aantekening;_uuid\n"
    "2026-05-05T11:13:00;yassin;2026-05-05;Zuid;vrouw;18_34;negatief;hoort nooit iets;uuid:1\n"
    "2026-05-05T11:40:00;yassin;2026-05-05;Noord;man;55_plus;positief;vindt het prima;uuid:2\n"
)
MARKT = "Datum;Plaats;Leeftijd;Gespreksnotitie;Geen tijd\n14-3-2026;Weekmarkt;40;Te druk hier.;3\n14-3-2026;Station;60;Prima zo.;\n"


@pytest.mark.parametrize("tekst", [KOBO, MARKT])
def test_talks_that_somebody_wrote_down_on_the_street_are_no_survey(tmp_path, tekst):
    (tmp_path / "gesprekken.csv").write_text(tekst, "utf-8")
    assert propose_traject(tmp_path).bestanden["herkend_als"].tolist() == ["straatgesprek"]
    assert len(load_traject(tmp_path).deelnemers) == 2


@pytest.mark.parametrize(
    "tekst",
    [
        "Datum;Wijk;Leeftijd;Wat vindt u van de buurt?\n2026-03-01;Zuid;34;Prima\n2026-03-02;Noord;51;Te druk\n",
        "resp_id;Datum;Buurt;Leeftijdsgroep;Hoe tevreden bent u?;Toelichting\n1;2026-03-01;Zuid;18-34;7;Goed\n2;2026-03-01;Zuid;35+;8;Zo\n",
    ],
)
def test_a_survey_that_asks_where_people_live_and_how_old_they_are_is_no_street_talk(tmp_path, tekst):
    (tmp_path / "e.csv").write_text(tekst, "utf-8")
    assert propose_traject(tmp_path).bestanden["herkend_als"].str.startswith("enquête").tolist() == [True]


def test_what_the_interviewer_ticked_is_drafted_beside_what_was_said(tmp_path):
    koppen = "datum;plaats;leeftijd;knelpunten;knelpunten/kosten;knelpunten/te_snel;houding;aantekening\n"
    rijen = [
        f"2026-05-{nr:02};markt;40;{'kosten' if nr % 2 else 'te_snel'};{nr % 2};{1 - nr % 2};{'positief' if nr < 5 else 'negatief'};zei iets {nr}"
        for nr in range(1, 13)
    ]
    (tmp_path / "straat.csv").write_text(koppen + "\n".join(rijen), "utf-8")
    propose_traject(tmp_path)
    t = load_traject(tmp_path)
    soorten = dict(zip(t.vragen["vraag_id"].astype("str"), t.vragen["soort"].astype("str"), strict=True))
    assert soorten["knelpunten"] == "meer_antwoorden"
    assert soorten["houding"] == "een_antwoord"
    gekozen = t.antwoorden[t.antwoorden["vraag_id"].eq("knelpunten")]["code"].astype("str")
    assert gekozen.value_counts().to_dict() == {"knelpunten/kosten": 6, "knelpunten/te_snel": 6}
