"""Polis: every file by its contents, headers of all years, seconds and milliseconds, and the JSON of the API."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from burgerdata.errors import BronError
from burgerdata.formats import read
from burgerdata.formats.polis.headers import recognise_groepen, recognise_stellingen
from burgerdata.intake import Zegel
from burgerdata.pseudonyms import Sleutel
from burgerdata.shapes import PERSOON, RECORD

from ..polis_dumps import DUMPS, KOP, LONDON, STELLINGEN, Dump, write, write_gesprek

ZEGEL = Zegel(Sleutel(b"k" * 32), "a")
FORMATEN = {
    "comments.csv": ("polis_stellingen", 39),
    "votes.csv": ("polis_stemmen", 640),
    "participants-votes.csv": ("polis_deelnemers", 26),
    "summary.csv": ("polis_samenvatting", 9),
    "stats-history.csv": ("polis_verloop", 706),
}


@pytest.mark.parametrize("naam", sorted(FORMATEN))
def test_each_file_of_an_export_is_known_by_its_contents(naam: str, tmp_path: Path) -> None:
    (tmp_path / "anders.csv").write_bytes((LONDON / naam).read_bytes())
    lezing = read(tmp_path / "anders.csv", ZEGEL)
    assert (lezing.formaat, len(lezing.tabellen[0].frame)) == FORMATEN[naam]


def test_the_votes_per_group_of_newer_exporters_are_known() -> None:
    kop = "comment-id,comment,total-votes,total-agrees,total-disagrees,total-passes,group-a-votes,group-a-agrees"
    assert recognise_groepen([kop.split(",")])


@pytest.mark.parametrize(
    "kop",
    [
        "timestamp,comment-id,author-id,agrees,disagrees,moderated,comment-body,is-meta,is-seed,group-informed-consensus",
        "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body,importance",
        "created,statement_id,participant_id,agree_count,disagree_count,moderated,txt,is_seed,is_meta,lang",
    ],
)
def test_headers_of_other_exporters_are_the_same_columns(kop: str, tmp_path: Path) -> None:
    assert recognise_stellingen([kop.split(",")])
    waarden = {"created": "1731527035", "timestamp": "1731527035", "moderated": "1"}
    rij = [waarden.get(naam, "7") for naam in kop.split(",")]
    tabel = read(write(tmp_path / "c.csv", kop, [rij]), ZEGEL).tabellen[0]
    assert {"stelling", "tekst", "eens", "oneens", "moderatie"} <= set(tabel.frame.columns)
    assert tabel.frame["tijdstip"].tolist() == ["1731527035"]


def test_milliseconds_become_seconds_and_the_local_time_is_let_go(tmp_path: Path) -> None:
    _, stemmen = write_gesprek(tmp_path)
    lezing = read(stemmen, ZEGEL)
    assert lezing.tabellen[0].frame["tijdstip"].tolist()[0] == "1500000003"
    assert lezing.logboek.query("reden == 'kolom_weggelaten'")["kolom"].tolist() == ["datetime"]


def test_a_statement_over_two_lines_is_one_record(tmp_path: Path) -> None:
    stellingen, _ = write_gesprek(tmp_path)
    assert read(stellingen, ZEGEL).tabellen[0].frame["tekst"].tolist()[1] == "Meer fietsers,\nminder auto's"


def test_one_person_has_one_id_as_voter_author_and_participant() -> None:
    stemmers = set(read(LONDON / "votes.csv", ZEGEL).tabellen[0].frame[PERSOON])
    assert set(read(LONDON / "participants-votes.csv", ZEGEL).tabellen[0].frame[PERSOON]) == stemmers
    schrijvers = set(read(LONDON / "comments.csv", ZEGEL).tabellen[0].frame[PERSOON])
    assert (len(stemmers), len(schrijvers), len(schrijvers - stemmers)) == (26, 16, 1)


def test_a_statement_keeps_its_id_when_the_file_is_sorted_otherwise(tmp_path: Path) -> None:
    regels = (LONDON / "comments.csv").read_text("utf-8").splitlines(keepends=True)
    (tmp_path / "c.csv").write_text("".join([regels[0], *sorted(regels[1:])]), encoding="utf-8")
    een = read(LONDON / "comments.csv", ZEGEL).tabellen[0].frame.set_index("stelling")[RECORD]
    ander = read(tmp_path / "c.csv", ZEGEL).tabellen[0].frame.set_index("stelling")[RECORD]
    assert een.to_dict() == ander.to_dict()


def test_an_external_id_never_leaves_the_file(tmp_path: Path) -> None:
    kop = "participant,xid,group-id,n-comments,n-votes,n-agree,n-disagree,0"
    bestand = write(tmp_path / "p.csv", kop, [("1", "jan@voorbeeld.nl", "0", "0", "1", "1", "0", "1")])
    lezing = read(bestand, ZEGEL)
    assert "xid" not in lezing.tabellen[0].frame
    assert not any("jan@" in str(cel) for cel in lezing.tabellen[0].frame.to_numpy().ravel())


API_STELLINGEN = [
    {"txt": "Meer \"tid\": bomen", "tid": 0, "created": "1500000000000", "pid": 0, "mod": 1, "is_seed": True,
     "agree_count": 2, "disagree_count": 1, "pass_count": 0, "lang": None},
    {"txt": "Minder auto's", "tid": 1, "created": "1500000001000", "pid": 1, "mod": 0, "is_seed": False,
     "agree_count": 0, "disagree_count": 1, "pass_count": 0, "lang": "nl"},
]  # fmt: skip
API_STEMMEN = [
    {"pid": 0, "tid": 0, "vote": -1, "weight_x_32767": 0, "modified": "1500000003000"},
    {"pid": 1, "tid": 0, "vote": 1, "weight_x_32767": 0, "modified": "1500000004000"},
    {"pid": 2, "tid": 0, "vote": -1, "weight_x_32767": 0, "modified": "1500000005000"},
    {"pid": 1, "tid": 1, "vote": 1, "weight_x_32767": 0, "modified": "1500000006000"},
]


def test_the_api_gives_the_columns_of_an_export_with_the_sign_turned(tmp_path: Path) -> None:
    (tmp_path / "comments.json").write_text(json.dumps(API_STELLINGEN), encoding="utf-8")
    (tmp_path / "votes.json").write_text(json.dumps(API_STEMMEN), encoding="utf-8")
    stellingen = read(tmp_path / "comments.json", ZEGEL).tabellen[0]
    stemmen = read(tmp_path / "votes.json", ZEGEL).tabellen[0]
    assert (stellingen.formaat, stemmen.formaat) == ("polis_stellingen", "polis_stemmen")
    assert stemmen.frame["stem"].tolist() == ["1", "-1", "1", "-1"]
    assert stellingen.frame["uitgangsstelling"].tolist() == ["true", "false"]
    assert stellingen.frame["eens"].tolist() == ["2", "0"]


def test_votes_that_a_program_saved_under_long_names_are_turned_already(tmp_path: Path) -> None:
    opgeslagen = [{"participant_id": 0, "statement_id": 0, "vote": 1, "modified": 1500000003000.0}]
    (tmp_path / "votes.json").write_text(json.dumps(opgeslagen), encoding="utf-8")
    frame = read(tmp_path / "votes.json", ZEGEL).tabellen[0].frame
    assert (frame["stem"].tolist(), frame["tijdstip"].tolist()) == (["1"], ["1500000003"])


def test_an_answer_with_statements_and_votes_gives_both(tmp_path: Path) -> None:
    geheel = {"conversation": {"topic": "x"}, "comments": API_STELLINGEN, "votes": API_STEMMEN}
    (tmp_path / "participationInit.json").write_text(json.dumps(geheel), encoding="utf-8")
    lezing = read(tmp_path / "participationInit.json", ZEGEL)
    assert [(t.formaat, t.blad, len(t.frame)) for t in lezing.tabellen] == [
        ("polis_stellingen", "comments", 2),
        ("polis_stemmen", "votes", 4),
    ]


def test_json_that_is_no_polis_is_not_taken_for_it(tmp_path: Path) -> None:
    (tmp_path / "x.json").write_text('[{"id": 1, "title": "Een idee"}]', encoding="utf-8")
    try:
        formaat = read(tmp_path / "x.json", ZEGEL).formaat
    except BronError:
        return
    assert not formaat.startswith("polis")


@pytest.mark.parametrize("dump", DUMPS, ids=lambda dump: dump.map)
def test_the_counts_of_the_real_dumps_are_those_of_their_provenance(dump: Dump) -> None:
    if not dump.pad.is_dir():
        pytest.skip("the real Polis dumps are not beside this checkout")
    lezingen = {pad.name: read(pad, ZEGEL).tabellen[0].frame for pad in dump.bestanden}
    assert len(lezingen["comments.csv"]) == dump.stellingen
    assert (lezingen["comments.csv"]["moderatie"] == "-1").sum() == dump.afgewezen
    assert len(lezingen["votes.csv"]) == dump.rijen
    assert lezingen["votes.csv"].duplicated([PERSOON, "stelling"]).sum() == dump.herhaald
    assert len(lezingen["participants-votes.csv"]) == dump.stemmers
    assert (lezingen["participants-votes.csv"]["groep"] != "").sum() == dump.met_groep


def test_statements_of_which_no_author_is_told_are_nobody_s(tmp_path: Path) -> None:
    zonder = [{naam: cel for naam, cel in een.items() if naam != "pid"} for een in API_STELLINGEN]
    (tmp_path / "comments.json").write_text(json.dumps(zonder), encoding="utf-8")
    kop = KOP["comments.csv"].replace("author-id,", "")
    write(tmp_path / "comments.csv", kop, [(*rij[:3], *rij[4:]) for rij in STELLINGEN])
    for naam in ("comments.json", "comments.csv"):
        (tabel,) = read(tmp_path / naam, ZEGEL).tabellen
        assert tabel.frame[PERSOON].eq("").all()
