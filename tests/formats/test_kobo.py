"""KoboToolbox and ODK: with and without the form, in three styles of several choices, with repeat groups."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import openpyxl
import pytest

import burgerdata as bd
from burgerdata.errors import ContractError
from burgerdata.formats.detect import detect
from burgerdata.formats.kobo.xlsform import read_form
from burgerdata.intake.open import open_bron
from burgerdata.shapes import Bron
from burgerdata.traject import Traject

_REAL = Path(__file__).resolve().parents[2].parent / "shared" / "data"
SURVEY = [
    ["type", "name", "label::English (en)", "label::Nederlands (nl)", "appearance"],
    ["start", "start", "", "", ""],
    ["begin_group", "bezoek", "Visit", "Uw bezoek", ""],
    ["select_one vervoer or_other", "hoe", "How did you come?", "Hoe kwam u?", ""],
    ["select_multiple zaken or_other", "gezien", "What did you see?", "Wat zag u?", ""],
    ["end_group", "", "", "", ""],
    ["begin_group", "stellingen", "", "Stellingen", "table-list"],
    ["select_one eens", "veilig", "It is safe", "Het is hier veilig", ""],
    ["select_one eens", "schoon", "It is clean", "Het is hier schoon", ""],
    ["end_group", "", "", "", ""],
    ["integer", "leeftijd", "Age", "Hoe oud bent u?", ""],
    ["text", "wens", "Wish", "Wat moet er **anders**?", ""],
    ["rank zaken", "volgorde", "Rank", "Wat moet het eerst?", ""],
    ["geopoint", "plek", "Place", "Waar?", ""],
    ["image", "foto", "Picture", "Foto", ""],
    ["begin_repeat", "melding", "Report", "Melding", ""],
    ["select_one zaken", "soort", "Kind", "Wat was het?", ""],
    ["text", "verhaal", "Story", "Wat gebeurde er?", ""],
    ["integer", "keren", "Times", "Hoe vaak?", ""],
    ["begin_repeat", "stap", "Step", "Stap", ""],
    ["text", "actie", "Action", "Wat deed u?", ""],
    ["end_repeat", "", "", "", ""],
    ["end_repeat", "", "", "", ""],
]
CHOICES = [
    ["list_name", "name", "label::English (en)", "label::Nederlands (nl)"],
    ["vervoer", "fiets", "By bike", "Met de fiets"],
    ["vervoer", "voet", "On foot", "Te voet"],
    ["zaken", "boa", "An officer", "Een boa"],
    ["zaken", "cam", "A camera", "Een camera"],
    ["zaken", "licht", "A lamp post", "Een lantaarnpaal"],
    *[["eens", str(n), en, nl] for n, en, nl in (
        (1, "Strongly disagree", "Zeer mee oneens"), (2, "Disagree", "Mee oneens"), (3, "Neutral", "Neutraal"),
        (4, "Agree", "Mee eens"), (5, "Strongly agree", "Zeer mee eens"))],
]  # fmt: skip
# hoe, hoe_other, gezien, gezien_other, veilig, schoon, leeftijd, wens, volgorde, plek, foto
PERSONEN = [
    [
        "fiets",
        "",
        "boa cam",
        "",
        "4",
        "5",
        "34",
        "Meer licht;\nsnel",
        "licht boa cam",
        "52.0912 5.1212 0 4",
        "f1.jpg",
    ],
    [
        "other",
        "met de step",
        "cam other",
        "een hond",
        "2",
        "2",
        "61",
        "",
        "boa cam licht",
        "52.0913 5.1213 0 4",
        "",
    ],
    ["voet", "", "", "", "1", "", "", "Niets", "", "", ""],
    ["voet", "", "boa", "", "3", "3", "18", "Banken", "cam licht boa", "52.0914 5.1214 0 4", "f4.jpg"],
]
MELDINGEN = [
    ("1", "boa", "Sprak mij aan", "2"),
    ("1", "licht", "Was stuk", "5"),
    ("4", "boa", "Keek weg", "1"),
]
STAPPEN = [("2", "Gebeld"), ("2", "Gemaild"), ("3", "Niets")]
CODES = {"boa": 2, "cam": 3, "licht": 4}
GEZIEN = [["boa", "cam"], ["cam", "other"], None, ["boa"]]


def label(code: str, lijst: str) -> str:
    return next((rij[3] for rij in CHOICES if rij[:2] == [lijst, code]), code)


def make_rows(stijl: str, *, kop: str = "namen", groepen: str = "") -> list[list[str]]:
    """Return the export as KoboToolbox would write it: choices in one cell, in a column each, or both."""
    lange = kop == "labels"

    def naam(vraag: str, groep: str = "") -> str:
        tekst = next(r[3] for r in SURVEY if r[1] == vraag).replace("**", "**") if lange else vraag
        voor = (label_of_group(groep) if lange else groep) + groepen if groep and groepen else ""
        return voor + tekst

    gezien = naam("gezien", "bezoek")
    keuzes = [*CODES, "other"]
    vakjes = [f"{gezien}/{label(code, 'zaken') if lange else code}" for code in keuzes]
    header = ["start", naam("hoe", "bezoek"), naam("hoe", "bezoek") + "_other"]
    header += [gezien] if stijl != "details" else []
    header += vakjes if stijl != "summary" else []
    header += [gezien + "_other", *[naam(v, "stellingen") for v in ("veilig", "schoon")]]
    header += [naam(v) for v in ("leeftijd", "wens", "volgorde", "plek")]
    header += ["_plek_latitude", "_plek_longitude", naam("foto"), f"{naam('foto')}_URL"]
    header += ["_id", "_uuid", "_submission_time", "_validation_status", "_submitted_by", "_index"]
    return [header, *[make_row(nr, p, stijl, lange=lange) for nr, p in enumerate(PERSONEN, start=1)]]


def label_of_group(groep: str) -> str:
    return next(rij[3] for rij in SURVEY if rij[1] == groep)


def make_row(nr: int, persoon: list[str], stijl: str, *, lange: bool) -> list[str]:
    hoe, hoe_other, gezien, gezien_other, veilig, schoon, leeftijd, wens, volgorde, plek, foto = persoon
    gekozen = gezien.split()
    rij = [f"2026-03-0{nr}T10:00:00.000+01:00", label(hoe, "vervoer") if lange else hoe, hoe_other]
    rij += (
        [" ".join(label(code, "zaken") if lange else code for code in gekozen)] if stijl != "details" else []
    )
    vakjes = [str(int(code in gekozen)) if gekozen else "" for code in (*CODES, "other")]
    rij += vakjes if stijl != "summary" else []
    rij += [gezien_other, *[label(cel, "eens") if lange else cel for cel in (veilig, schoon)]]
    breedte = plek.split()[:2] or ["", ""]
    rij += [
        leeftijd,
        wens,
        volgorde,
        plek,
        *breedte,
        foto,
        f"https://kc.example.org/jan/{foto}" if foto else "",
    ]
    return [*rij, str(900 + nr), f"0000-{nr}-uuid", f"2026-03-0{nr}T10:05:00", "", "jan.devries", str(nr)]


def as_csv(rijen: list[list[str]]) -> bytes:
    uit = io.StringIO()
    csv.writer(uit, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\n").writerows(rijen)
    return uit.getvalue().encode("utf-8-sig")


def as_workbook(bladen: dict[str, list[list[str]]]) -> bytes:
    boek = openpyxl.Workbook()
    boek.remove(boek.active)
    for naam, rijen in bladen.items():
        blad = boek.create_sheet(naam)
        for rij in rijen:
            blad.append([cel or None for cel in rij])
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def make_form() -> bytes:
    return as_workbook({"survey": SURVEY, "choices": CHOICES, "settings": [["form_title"], ["Markt"]]})


def make_repeats() -> dict[str, list[list[str]]]:
    vast = ["_index", "_parent_table_name", "_parent_index", "_submission__id", "_submission__uuid"]
    meldingen = [
        [soort, verhaal, keren, str(nr), "Markt", ouder, str(900 + int(ouder)), f"0000-{ouder}-uuid"]
        for nr, (ouder, soort, verhaal, keren) in enumerate(MELDINGEN, start=1)
    ]
    stappen = [
        [actie, str(nr), "melding", ouder, "", ""] for nr, (ouder, actie) in enumerate(STAPPEN, start=1)
    ]
    return {
        "Markt": make_rows("both"),
        "melding": [["soort", "verhaal", "keren", *vast], *meldingen],
        "stap": [["actie", *vast], *stappen],
    }


def read(map_: Path, inhoud: bytes, *, form: bool = False, naam: str = "export.csv") -> Traject:
    (map_ / naam).write_bytes(inhoud)
    if form:
        (map_ / "formulier.xlsx").write_bytes(make_form())
    return bd.read_bestand(map_ / naam)


def describe(t: Traject) -> dict[str, str]:
    return dict(zip(t.vragen["vraag_id"].astype("str"), t.vragen["soort"].astype("str"), strict=True))


def list_codes(t: Traject, vraag: str) -> list[list[str] | None]:
    """Return per person the codes that were given, None where the source holds no answer."""
    eigen = t.antwoorden[t.antwoorden["vraag_id"] == vraag]
    uit: list[list[str] | None] = []
    for persoon in t.deelnemers["deelnemer_id"]:
        codes = [str(code) for code in eigen.loc[eigen["deelnemer_id"] == persoon, "code"].dropna()]
        uit.append([code.rpartition("/")[2] for code in codes] or None)
    return uit


@pytest.mark.parametrize(("kop", "groepen"), [("namen", "/"), ("labels", ""), ("labels", "/")])
@pytest.mark.parametrize("stijl", ["both", "summary", "details"])
def test_every_style_with_the_form_gives_the_same_answers(
    tmp_path: Path, stijl: str, groepen: str, kop: str
) -> None:
    t = read(tmp_path, as_csv(make_rows(stijl, kop=kop, groepen=groepen)), form=True)
    vragen = t.vragen.set_index(t.vragen["tekst"].astype("str"))
    soorten = vragen["soort"].astype("str").to_dict()
    assert soorten == {
        "Hoe kwam u?": "een_antwoord",
        "Hoe kwam u? – anders, namelijk": "open",
        "Wat zag u?": "meer_antwoorden",
        "Wat zag u? – anders, namelijk": "open",
        "Het is hier veilig": "stelling",
        "Het is hier schoon": "stelling",
        "Hoe oud bent u?": "getal",
        "Wat moet er anders?": "open",
        "Wat moet het eerst?": "rangorde",
    }
    assert vragen.loc[["Het is hier veilig", "Het is hier schoon"], "reeks"].tolist() == ["stellingen"] * 2
    gezien = str(vragen.loc["Wat zag u?", "vraag_id"])
    labels = t.opties.loc[t.opties["vraag_id"] == gezien, "label"].tolist()
    assert labels == ["Een boa", "Een camera", "Een lantaarnpaal", "Anders"]
    codes = list_codes(t, gezien)
    if kop == "labels" and stijl != "summary":  # the columns are named by labels
        codes = [
            lijst and [{"Een boa": "boa", "Een camera": "cam"}.get(code, code) for code in lijst]
            for lijst in codes
        ]
    assert codes == GEZIEN
    ouders = vragen["ouder_vraag_id"].dropna()
    assert ouders.to_dict() == {
        "Hoe kwam u? – anders, namelijk": vragen.loc["Hoe kwam u?", "vraag_id"],
        "Wat zag u? – anders, namelijk": gezien,
    }
    schaal = t.antwoorden[t.antwoorden["vraag_id"] == vragen.loc["Het is hier veilig", "vraag_id"]]
    assert schaal["getal"].tolist() == [4, 2, 1, 3]


def test_positions_pictures_and_senders_stay_out_and_the_logboek_says_so(tmp_path: Path) -> None:
    t = read(tmp_path, as_csv(make_rows("both")), form=True)
    weg = set(t.logboek.loc[t.logboek["reden"] == "kolom_persoonsgegeven", "kolom"])
    assert {"plek", "_plek_latitude", "_plek_longitude", "foto", "foto_URL", "_submitted_by", "_uuid"} <= weg
    assert not t.vragen["kolom"].str.contains("plek|foto|submitted|_id|_index|start").any()
    assert t.bronnen["rol"].astype("str").tolist() == ["antwoorden", "codeboek"]
    assert t.bronnen["formaat"].tolist() == ["kobo", "xlsform"]
    assert str(t.activiteiten["begindatum"].iloc[0].date()) == "2026-03-01"


@pytest.mark.parametrize("stijl", ["both", "summary", "details"])
def test_without_the_form_the_choices_are_still_one_question(tmp_path: Path, stijl: str) -> None:
    rijen = make_rows(stijl)
    breed = [rijen[0], *[[*rij[:-5], f"u{nr}{rij[-5]}", *rij[-4:]] for nr in range(6) for rij in rijen[1:]]]
    t = read(tmp_path, as_csv(breed))
    soorten = describe(t)
    assert soorten["gezien"] == "meer_antwoorden"
    assert soorten["gezien_other"] == soorten["hoe_other"] == "open"
    assert soorten["hoe"] == "een_antwoord"
    assert list_codes(t, "gezien") == GEZIEN * 6
    ouder = t.vragen.set_index(t.vragen["vraag_id"].astype("str"))["ouder_vraag_id"].dropna().to_dict()
    assert ouder == {"hoe_other": "hoe", "gezien_other": "gezien"}
    assert not t.vragen["kolom"].str.contains("plek|foto").any()


def test_a_group_of_questions_with_yes_and_no_is_no_list_of_choices(tmp_path: Path) -> None:
    rijen = [["groep/a", "groep/b", "_uuid", "_submission_time", "_index"]]
    rijen += [
        [a, b, f"u{n}", "2026-03-01T10:00:00", str(n)]
        for n, (a, b) in enumerate([("1", ""), ("0", "1"), ("", "0")])
    ]
    assert describe(read(tmp_path, as_csv(rijen))) == {"groep_a": "getal", "groep_b": "getal"}


@pytest.mark.parametrize("form", [True, False], ids=["form", "los"])
def test_repeat_groups_are_folded_into_the_submission_they_belong_to(tmp_path: Path, form: bool) -> None:
    t = read(tmp_path, as_workbook(make_repeats()), form=form, naam="export.xlsx")
    assert len(t.deelnemers) == 4
    getal = t.antwoorden[t.antwoorden["vraag_id"] == "melding_aantal"]
    assert getal["getal"].tolist() == [2, 0, 0, 1]
    keren = [t.antwoorden[t.antwoorden["vraag_id"] == f"keren_{n}"]["getal"].tolist() for n in (1, 2)]
    assert [waarden[0] for waarden in keren] == [2, 5]
    assert keren[0][3] == 1
    teksten = t.fragmenten.set_index(t.fragmenten["vraag_id"].astype("str"))["tekst"]
    assert teksten["verhaal"].tolist() == ["Sprak mij aan\nWas stuk", "Keek weg"]
    # the steps hang on the second and third report: those of the first and the fourth person
    assert teksten["actie"].tolist() == ["Gebeld\nGemaild", "Niets"]
    personen = t.deelnemers["deelnemer_id"].astype("str").tolist()
    acties = t.fragmenten.loc[t.fragmenten["vraag_id"] == "actie", "deelnemer_id"].astype("str").tolist()
    assert acties == [personen[0], personen[3]]
    if form:
        assert describe(t)["soort"] == "meer_antwoorden"
        assert list_codes(t, "soort") == [["boa", "licht"], None, None, ["boa"]]
    bladen = t.bronnen[t.bronnen["rol"] == "antwoorden"]
    assert bladen[["blad", "records_in", "records_uit"]].to_numpy().tolist() == [
        ["Markt", 4, 4],
        ["melding", 3, 3],
        ["stap", 3, 3],
    ]
    assert bladen["gebruikt"].all()


def test_a_repeat_without_its_submission_is_explained(tmp_path: Path) -> None:
    bladen = make_repeats()
    bladen["melding"][3][5] = "77"
    t = read(tmp_path, as_workbook(bladen), naam="export.xlsx")
    wees = t.logboek[t.logboek["reden"] == "rij_onleesbaar"]
    assert wees[["blad", "rij"]].to_numpy().tolist() == [["melding", 4], ["stap", 4]]
    rij = t.bronnen.set_index("blad").loc["melding"]
    assert (rij["records_in"], rij["records_uit"], rij["records_verklaard"]) == (3, 2, 1)


def test_an_export_of_odk_central_is_read_too(tmp_path: Path) -> None:
    kop = ["SubmissionDate", "start", "bezoek-hoe", "bezoek-gezien", "bezoek-gezien/boa", "bezoek-gezien/cam",
           "plek-Latitude", "plek-Longitude", "meta-instanceID", "meta-instanceName", "KEY", "SubmitterID",
           "SubmitterName", "ReviewState"]  # fmt: skip
    rijen = [
        [
            "2026-03-01T10:00:00Z",
            "",
            hoe,
            gezien,
            *vakjes,
            "52.1",
            "5.1",
            f"uuid:{nr}",
            "Jan",
            f"uuid:{nr}",
            "7",
            "Piet",
            "",
        ]
        for nr, (hoe, gezien, vakjes) in enumerate(
            [("fiets", "boa cam", ["1", "1"]), ("voet", "cam", ["0", "1"]), ("voet", "", ["", ""])]
        )
    ]
    t = read(tmp_path, as_csv([kop, *rijen]).replace(b";", b","), form=True)
    assert describe(t) == {"bezoek_hoe": "een_antwoord", "gezien": "meer_antwoorden"}
    assert list_codes(t, "gezien") == [["boa", "cam"], ["cam"], None]
    weg = set(t.logboek.loc[t.logboek["reden"] == "kolom_persoonsgegeven", "kolom"])
    assert {"SubmitterID", "SubmitterName", "plek-Latitude", "plek-Longitude", "meta-instanceName"} <= weg
    assert "geen_persoonskolom" not in set(t.logboek["reden"].astype("str"))


def test_a_form_of_another_survey_is_left_alone_or_refused(tmp_path: Path) -> None:
    ander = as_workbook(
        {
            "survey": [SURVEY[0], ["text", "iets", "x", "y", ""], ["text", "anders", "z", "q", ""]],
            "choices": CHOICES,
        }
    )
    (tmp_path / "ander.xlsx").write_bytes(ander)
    t = read(tmp_path, as_csv(make_rows("both")))
    assert t.bronnen["rol"].astype("str").tolist() == ["antwoorden"]
    with pytest.raises(ContractError, match="hoort niet bij de antwoorden"):
        bd.read_bestand(tmp_path / "export.csv", codeboek="ander.xlsx")


@pytest.mark.skipif(not (_REAL / "xlsform_pyxform").is_dir(), reason="no real XLSForms here")
@pytest.mark.parametrize(
    ("bestand", "vragen", "lijsten"),
    [
        ("or_other.xlsx", 2, {"colors": 5}),
        ("specify_other.xlsx", 1, {"sexes": 2}),
        ("choice_filter_test.xlsx", 3, {"states": 2, "counties": 3, "cities": 8}),
        ("UCL_Biomass_Plot_Form.xlsx", 64, None),
    ],
)
def test_real_forms_are_read_as_they_were_made(
    bestand: str, vragen: int, lijsten: dict[str, int] | None
) -> None:
    bron = open_bron(_REAL / "xlsform_pyxform" / bestand)
    assert detect(bron) == "xlsform"
    formulier = read_form(bron)
    assert formulier is not None
    assert len(formulier.vragen) == vragen
    aantallen = {naam: len(keuzes) for naam, keuzes in formulier.keuzes.items()}
    assert lijsten is None or aantallen == lijsten
    if bestand.endswith("other.xlsx"):
        assert formulier.vragen[0].anders
        assert "other" in formulier.list_labels(formulier.vragen[0])


@pytest.mark.skipif(not _REAL.is_dir(), reason="no real files here")
def test_no_other_file_is_taken_for_kobo() -> None:
    surveys = Path(__file__).resolve().parents[2] / "surveys"
    gevonden = set()
    for pad in sorted([*_REAL.rglob("*"), *surveys.rglob("ruw/*")]):
        if pad.suffix.lower() not in (".csv", ".tsv", ".xlsx"):
            continue
        try:
            if detect(open_bron(pad)) in ("kobo", "xlsform"):
                gevonden.add(pad.parent.name)
        except bd.BronError:
            continue
    assert gevonden <= {"xlsform_pyxform"}


def test_a_codebook_of_any_other_kind_does_not_stand_in_for_the_form(tmp_path: Path) -> None:
    inhoud = as_workbook({"codes": [["Variabele", "Code", "Label"], ["hoe", "fiets", "Op de fiets"]]})
    assert read_form(Bron(tmp_path / "c.xlsx", "c.xlsx", inhoud, "")) is None


def test_a_form_that_begins_with_much_about_the_device_is_a_form_also_as_csv(tmp_path: Path) -> None:
    device = [[naam, naam, "", "", ""] for naam in ("start", "end", "today", "username", "deviceid", "audit")]
    rijen = [SURVEY[0], *device, *SURVEY[2:]]
    for naam, inhoud in {"form.xlsx": as_workbook({"survey": rijen}), "form.csv": as_csv(rijen)}.items():
        bron = Bron(tmp_path / naam, naam, inhoud, "")
        formulier = read_form(bron)
        assert detect(bron) == "xlsform"
        assert formulier is not None
        assert [v.soort for v in formulier.vragen if v.naam == "gezien"] == ["select_multiple"]
    (tmp_path / "form.csv").write_bytes(as_csv(rijen))
    (tmp_path / "antwoorden.csv").write_bytes(
        as_csv(
            [
                ["bezoek/hoe", "leeftijd", "_version_", "_uuid", "_submission_time"],
                ["fiets", "30", "v1", "u1", "2026-03-01"],
            ]
        )
    )
    t = bd.read_bestand([tmp_path / "antwoorden.csv", tmp_path / "form.csv"])
    assert t.vragen["tekst"].tolist() == ["Hoe kwam u?", "Hoe oud bent u?"]


CENTRAL = (
    "SubmissionDate,hoe,wens,KEY,Status,ReviewState,FormVersion\n"
    "2026-03-01T10:00:00Z,fiets,meer licht,uuid:1,,approved,2\n"
    "2026-03-01T11:00:00Z,voet,,uuid:2\n"
    "2026-03-02T09:30:00Z,fiets,niets,uuid:3,,approved\n"
)


def test_rows_without_the_empty_cells_at_their_end_are_whole_and_in_the_logboek(tmp_path: Path) -> None:
    t = read(tmp_path, CENTRAL.encode())
    assert len(t.deelnemers) == 3
    assert t.logboek.loc[t.logboek["reden"].eq("rij_aangevuld"), "rij"].tolist() == [3, 4]
    heel = read(
        tmp_path, CENTRAL.replace("uuid:2\n", "uuid:2,,,\n").replace("approved\n", "approved,\n").encode()
    )
    assert heel.antwoorden["code"].astype("str").tolist() == t.antwoorden["code"].astype("str").tolist()
    assert heel.fragmenten["tekst"].tolist() == t.fragmenten["tekst"].tolist()


@pytest.mark.parametrize(
    "rij", ["2026-03-03,voet,niets,uuid:4,,,2,te veel", "2026-03-03,voet,een", "regel,uuid:4,,,2"]
)
def test_a_row_that_is_longer_or_that_lacks_its_key_is_refused(tmp_path: Path, rij: str) -> None:
    with pytest.raises(ContractError, match="de kop 7"):
        read(tmp_path, f"{CENTRAL}{rij}\n".encode())


def test_the_age_of_a_child_in_a_repeat_is_no_trait_of_who_answered(tmp_path: Path) -> None:
    wie = [["Uw wijk", "Leeftijd", "_id", "_uuid", "_submission_time", "_index"]]
    wie += [["Noord", str(30 + nr), str(nr), f"u{nr}", "2026-03-01T10:00:00", str(nr)] for nr in range(1, 5)]
    kind = [["Leeftijd", "_index", "_parent_table_name", "_parent_index"]]
    kind += [[str(4 + nr), str(nr), "Onderzoek", str(1 + nr % 4)] for nr in range(1, 7)]
    t = read(tmp_path, as_workbook({"Onderzoek": wie, "kinderen": kind}), naam="export.xlsx")
    rollen = dict(zip(t.vragen["tekst"], t.vragen["rol"].astype("str"), strict=True))
    assert (rollen["Leeftijd"], rollen["kinderen: Leeftijd"]) == ("kenmerk", "inhoud")
