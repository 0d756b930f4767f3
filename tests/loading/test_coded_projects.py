"""A project of coding software in a traject: as the source of a delivery, and as codings of texts that are there."""

from __future__ import annotations

import importlib.util
import io
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import docx
import pandas as pd
import pytest

import burgerdata as bd
from burgerdata.errors import ContractError
from burgerdata.loading import load_traject, propose_traject
from burgerdata.traject import Traject


def load_maker() -> ModuleType:
    pad = Path(__file__).parents[1] / "formats" / "qda_projecten.py"
    spec = importlib.util.spec_from_file_location("qda_projecten", pad)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


maak = load_maker()

BEURTEN = [
    ("M", "Welkom allemaal bij dit gesprek over de balie."),
    ("Fatima", "Ik ben Fatima en ik moest heel lang wachten aan de balie."),
    ("R2", "Ja."),
    ("Fatima", "En het was ook nog eens duur voor wat je krijgt."),
    ("M", "Ja."),
    ("R2", "Voor mij was de prijs prima, maar het wachten niet."),
]
GESPREK = "\n".join(f"{wie}: {wat}" for wie, wat in BEURTEN)
TOML = """codeerprojecten = ["ruw/project.qdpx"]

[[levering]]
naam = "fg"
instrument = "focusgroep"
fase = "praktijk"
bestand = "ruw/fg1.docx"
"""
BRON = """[[levering]]
naam = "{instrument}"
instrument = "{instrument}"
fase = "praktijk"
bestand = "ruw/project.qdpx"
"""


def choose(tekst: str, woorden: str, code: str = "C1", wie: str = "U1") -> tuple[int, int, str, str, str]:
    begin = tekst.index(woorden)
    return begin, begin + len(woorden), woorden, code, wie


def make_word(tekst: str) -> bytes:
    document = docx.Document()
    for regel in tekst.split("\n"):
        document.add_paragraph(regel)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def read_quotes(t: Traject) -> list[tuple[str, str]]:
    """Return (theme, coded words) of what people coded, in order, without what was only read."""
    tekst = t.fragmenten.set_index(t.fragmenten["fragment_id"].astype("str"))["tekst"]
    mens = t.coderingen[t.coderingen["wijze"].eq("mens") & t.coderingen["thema_id"].ne("geen_thema")]
    return [
        (str(thema), tekst[str(fragment)][begin:eind])
        for thema, fragment, begin, eind in zip(
            mens["thema_id"], mens["fragment_id"], mens["begin"], mens["eind"], strict=True
        )
    ]


def check_ledger(t: Traject) -> None:
    bron = t.bronnen
    assert (bron["records_in"] == bron["records_uit"] + bron["records_verklaard"]).all()


def test_codings_find_the_turns_of_the_transcript_and_are_cut_at_their_borders(
    maak_map: Callable[..., Path],
) -> None:
    over = "wat je krijgt.\nM: Ja.\nR2: Voor mij"
    keuzes = [
        choose(GESPREK, "lang wachten"),
        choose(GESPREK, "duur", "C4", "U2"),
        choose(GESPREK, over, "C4"),
    ]
    data = maak.make_qdpx({"fg1": (GESPREK, keuzes)})
    t = load_traject(maak_map(TOML, ruw={"fg1.docx": make_word(GESPREK), "project.qdpx": data}))
    assert read_quotes(t) == [
        ("wachten", "lang wachten"),
        ("prijs", "duur"),
        ("prijs", "wat je krijgt."),
        ("prijs", "Ja."),
        ("prijs", "Voor mij"),
    ]
    delen = t.coderingen[t.coderingen["thema_id"].eq("prijs")]["segment_id"].astype("str")
    assert delen.nunique() == 2
    assert t.coderingen["codeur"].nunique() == 2
    assert t.themas["naam"].tolist() == ["Wachten", "Balie", "Groep", "Prijs", "geen thema"]
    assert t.themas["ouder_id"].astype("str").tolist()[1] == "wachten"
    gelezen = t.coderingen[t.coderingen["thema_id"].eq("geen_thema")].groupby("codeur", observed=True).size()
    assert sorted(gelezen) == [2, 5]
    check_ledger(t)


def test_what_has_no_place_is_listed_per_document(maak_map: Callable[..., Path]) -> None:
    vreemd = "Dit document is nooit aangeleverd, dus hier past niets van."
    teksten = {
        "fg1": (GESPREK, [choose(GESPREK, "duur", "C4")]),
        "elders.docx": (vreemd, [choose(vreemd, "past niets")]),
    }
    t = load_traject(
        maak_map(TOML, ruw={"fg1.docx": make_word(GESPREK), "project.qdpx": maak.make_qdpx(teksten)})
    )
    wezen = t.logboek[t.logboek["reden"].eq("codering_niet_geplaatst")]
    assert wezen[["kolom", "aantal"]].to_numpy().tolist() == [["document elders.docx", 1]]
    assert read_quotes(t) == [("prijs", "duur")]
    check_ledger(t)


def test_each_cell_of_a_survey_finds_its_answer_and_doubled_answers_are_not_guessed(
    maak_map: Callable[..., Path],
) -> None:
    toml = """codeerprojecten = ["ruw/project.qdpx", "ruw/highlights.csv"]

[[levering]]
instrument = "enquete"
bestand = "ruw/e.csv"
persoon = "nr"
"""
    enquete = "nr;Waarom?\n1;het duurde lang\n2;veel te duur en te traag\n3;weet niet zo goed\n4;weet niet zo goed\n"
    cellen = {
        "R1 Waarom": ("het  duurde lang", [(0, 16, "het  duurde lang", "C1", "U1")]),
        "R3 Waarom": ("weet niet zo goed", [(0, 4, "weet", "C1", "U1")]),
    }
    los = "id,document,tag,content\n1,e,prijs,veel te duur en\n"
    map_ = maak_map(
        toml, ruw={"e.csv": enquete, "project.qdpx": maak.make_qdpx(cellen), "highlights.csv": los}
    )
    t = load_traject(map_)
    assert read_quotes(t) == [("wachten", "het duurde lang"), ("prijs", "veel te duur en")]
    assert t.logboek["reden"].eq("codering_niet_geplaatst").sum() == 1
    check_ledger(t)


def test_a_code_that_is_called_like_a_theme_of_the_list_is_that_theme(maak_map: Callable[..., Path]) -> None:
    lijst = [["thema", "omschrijving", "woorden_wel"], ["Prijs", "van de lijst", "duur"]]
    data = maak.make_qdpx({"fg1": (GESPREK, [choose(GESPREK, "prijs prima", "C4")])})
    map_ = maak_map(
        TOML,
        ruw={"fg1.docx": make_word(GESPREK), "project.qdpx": data},
        bladen={"themalijst.xlsx": {"themalijst": lijst}},
    )
    t = load_traject(map_)
    prijs = t.themas[t.themas["thema_id"].eq("prijs")]
    assert prijs["omschrijving"].tolist() == ["van de lijst"]
    wijzen = t.coderingen[t.coderingen["thema_id"].eq("prijs")]["wijze"].astype("str")
    assert sorted(wijzen) == ["mens", "regel"]
    assert not t.themas["thema_id"].duplicated().any()


def test_a_project_may_be_the_delivery_itself_with_its_turns_as_fragments(
    maak_map: Callable[..., Path],
) -> None:
    data = maak.make_qdpx({"fg1": (GESPREK, [choose(GESPREK, "Ik ben Fatima en ik moest")])})
    t = load_traject(maak_map(BRON.format(instrument="focusgroep"), ruw={"project.qdpx": data}))
    assert len(t.fragmenten) == len(BEURTEN)
    assert set(t.fragmenten["soort"].astype("str")) == {"uiting"}
    assert sorted(t.deelnemers["rol"].astype("str")) == ["burger", "burger", "gespreksleider"]
    assert set(t.fragmenten["groep"].astype("str")) == {"fg1"}
    assert read_quotes(t) == [("wachten", "Ik ben [naam] en ik moest")]
    assert bd.count_themas(t)["n"].max() == 1
    check_ledger(t)


def test_letters_become_messages_each_document_of_one_person(maak_map: Callable[..., Path]) -> None:
    brief = "Geachte gemeente,\n\nHet wachten duurde te lang.\n\nMet groet"
    teksten = {"brief 1": (brief, [choose(brief, "duurde te lang")]), "brief 2": ("Alles prima.", [])}
    t = load_traject(
        maak_map(BRON.format(instrument="enquete"), ruw={"project.qdpx": maak.make_qdpx(teksten)})
    )
    assert t.fragmenten["soort"].astype("str").tolist() == ["bericht"] * 4
    assert (len(t.deelnemers), set(t.deelnemers["rol"].astype("str"))) == (2, {"burger"})
    assert read_quotes(t) == [("wachten", "duurde te lang")]


def test_qualcoders_folder_may_be_named_itself(maak_map: Callable[..., Path]) -> None:
    map_ = maak_map(TOML.replace("project.qdpx", "wijk.qda"), ruw={"fg1.docx": make_word(GESPREK)})
    (map_ / "ruw" / "wijk.qda" / "documents").mkdir(parents=True)
    (map_ / "ruw" / "wijk.qda" / "documents" / "fg1.txt").write_text(GESPREK, encoding="utf-8")
    begin = GESPREK.index("lang wachten")
    rijen = [(1, "lang wachten", begin, begin + 12, "Anna")]
    (map_ / "ruw" / "wijk.qda" / "data.qda").write_bytes(maak.make_qualcoder(GESPREK, rijen))
    t = load_traject(map_)
    assert read_quotes(t) == [("wachten", "lang wachten")]
    assert set(t.themas["lijst"].astype("str")) == {"wijk"}
    (map_ / "traject.toml").unlink()
    voorstel = propose_traject(map_)
    namen = voorstel.bestanden["bestand"].tolist()
    assert namen == ["ruw/fg1.docx", "ruw/wijk.qda/data.qda"]
    assert voorstel.bestanden["herkend_als"].iloc[1].startswith("codeerproject, 1 documenten")
    assert 'codeerprojecten = ["ruw/wijk.qda/data.qda"]' in (map_ / "traject.toml").read_text(
        encoding="utf-8"
    )


def test_a_wrong_path_and_a_file_that_is_no_project_are_named(maak_map: Callable[..., Path]) -> None:
    toml = TOML.replace('["ruw/project.qdpx"]', '["ruw/weg.qdpx", "../buiten.qdpx", "ruw/fg1.docx"]')
    with pytest.raises(ContractError) as fout:
        load_traject(maak_map(toml, ruw={"fg1.docx": make_word(GESPREK)}))
    tekst = str(fout.value)
    assert "'ruw/weg.qdpx' staat niet in de map" in tekst
    assert "buiten de map van het traject" in tekst
    assert "geen project van een codeerprogramma" in tekst


def test_the_same_project_twice_counts_once(maak_map: Callable[..., Path]) -> None:
    data = maak.make_qdpx({"fg1": (GESPREK, [choose(GESPREK, "duur", "C4")])})
    toml = TOML.replace('["ruw/project.qdpx"]', '["ruw/project.qdpx", "ruw/kopie.qdpx"]')
    ruw = {"fg1.docx": make_word(GESPREK), "project.qdpx": data, "kopie.qdpx": data}
    t = load_traject(maak_map(toml, ruw=ruw))
    assert read_quotes(t) == [("prijs", "duur")]
    assert isinstance(t.coderingen, pd.DataFrame)


def test_a_project_that_fits_no_text_names_no_theme_that_nobody_would_have_named(tmp_path: Path) -> None:
    """Without a place for any coding no text was read for its themes: "nobody named it" would be untrue."""
    (tmp_path / "fg.txt").write_text("M: Welkom.\nR1: Te duur.\nR2: Ja, duur.\nM: Dank.\n", "utf-8")
    regels = ["Document name;Code;Segment", "een ander gesprek;Kosten;Dit staat nergens in de teksten"]
    (tmp_path / "coded segments.csv").write_text("\n".join(regels), "utf-8")
    bd.propose_traject(tmp_path)
    traject = bd.load_traject(tmp_path)
    assert traject.logboek["reden"].eq("codering_niet_geplaatst").sum() == 1
    with pytest.raises(bd.MethodeError, match="nog geen thema's"):
        bd.count_themas(traject)


def test_a_source_that_nobody_coded_has_no_count_of_zero(tmp_path: Path) -> None:
    (tmp_path / "fg.txt").write_text(
        "M: Welkom.\nR1: De tarieven zijn te hoog.\nR2: Geen plek.\nM: Dank.\n", "utf-8"
    )
    rijen = [f"{nr};{nr % 10 + 1};te duur volgens nummer {nr}" for nr in range(100, 140)]
    (tmp_path / "e.csv").write_text("\n".join(["Respondent;Cijfer;Waarom?", *rijen]), "utf-8")
    regels = "Document name;Code;Segment\nfg;Kosten;De tarieven zijn te hoog\n"
    (tmp_path / "coded segments.csv").write_text(regels, "utf-8")
    bd.propose_traject(tmp_path)
    tabel = bd.count_themas(bd.load_traject(tmp_path))
    assert tabel[["activiteit_id", "n", "basis"]].to_numpy().tolist() == [["focusgroep", 1, 2]]
    bronnen = bd.compare_bronnen(bd.load_traject(tmp_path)).set_index("activiteit_id")["tekst"]
    assert bronnen.to_dict() == {"enquete": "niet gecodeerd", "focusgroep": "1 van 2"}


def test_what_is_only_suggested_makes_no_source_coded(tmp_path: Path) -> None:
    """Somebody coded the talk; a suggestion for another turn of it says nothing of the survey."""
    (tmp_path / "fg.txt").write_text("M: Welkom.\nR1: De tarieven zijn te hoog.\nR2: Geen plek.\n", "utf-8")
    rijen = [f"{nr};te duur volgens nummer {nr}" for nr in range(100, 140)]
    (tmp_path / "e.csv").write_text("\n".join(["Respondent;Waarom?", *rijen]), "utf-8")
    regels = "Document name;Code;Segment\nfg;Kosten;De tarieven zijn te hoog\n"
    (tmp_path / "coded segments.csv").write_text(regels, "utf-8")
    bd.propose_traject(tmp_path)
    traject = bd.load_traject(tmp_path)
    rij = traject.coderingen.iloc[:1].assign(wijze="voorstel")
    rij = rij.astype(traject.coderingen.dtypes.to_dict())
    coderingen = pd.concat([traject.coderingen, rij], ignore_index=True)
    met_voorstel = traject.replace_tabellen(coderingen=coderingen)
    bronnen = bd.compare_bronnen(met_voorstel).set_index("activiteit_id")["tekst"]
    assert bronnen["enquete"] == "niet gecodeerd"
