"""A Polis conversation: votes recounted to the cell, statements as fragments and questions, and what is refused."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

import burgerdata as bd
from burgerdata.errors import ContractError
from burgerdata.formats import read_all
from burgerdata.instruments.stemmen import GEEN, count_verschillen, read_keuzes, recount_stemmen
from burgerdata.intake import Logboek, Zegel
from burgerdata.loading import load_traject
from burgerdata.pseudonyms import Sleutel

from ..polis_dumps import DUMPS, LONDON, STELLINGEN, STEMMEN, Dump, write, write_gesprek

ZEGEL = Zegel(Sleutel(b"k" * 32), "a")


def look(paden: list[Path], **velden: Any) -> Any:
    return bd.read_bestand(paden, instrument="community", **velden)


def answers(t: Any, stelling: str) -> pd.DataFrame:
    return t.antwoorden[t.antwoorden["vraag_id"].astype("str") == f"community_{stelling}"]


@pytest.mark.parametrize("dump", DUMPS, ids=lambda dump: dump.map)
def test_recounted_votes_are_those_of_the_server_in_every_cell(dump: Dump) -> None:
    if not dump.pad.is_dir():
        pytest.skip("the real Polis dumps are not beside this checkout")
    tabellen = {lezing.formaat: lezing.tabellen[0] for lezing in read_all(dump.bestanden, ZEGEL)}
    boek = Logboek("votes.csv")
    stemmen = recount_stemmen(tabellen["polis_stemmen"], boek)
    server = read_keuzes(tabellen["polis_deelnemers"])
    assert count_verschillen(stemmen, server) == 0
    assert (server.keuzes != GEEN).sum() == dump.rijen - dump.herhaald
    assert boek.to_frame()["reden"].eq("herziene_stem").sum() == dump.herhaald
    assert count_verschillen(stemmen, server, teken=-1) > 0


@pytest.mark.parametrize("dump", DUMPS, ids=lambda dump: dump.map)
def test_the_tables_hold_every_statement_that_was_not_rejected(dump: Dump) -> None:
    if not dump.pad.is_dir():
        pytest.skip("the real Polis dumps are not beside this checkout")
    t = look(dump.bestanden, taal="en")
    aantal = dump.stellingen - dump.afgewezen
    assert len(t.fragmenten) == aantal
    assert t.vragen["fragment_id"].notna().sum() == aantal
    assert t.deelnemers["rol"].eq("burger").sum() == dump.stemmers
    assert len(t.antwoorden) == len(t.deelnemers) * (aantal + 1)
    gebruikt = t.bronnen[t.bronnen["gebruikt"]]
    assert (gebruikt["records_in"] == gebruikt["records_uit"] + gebruikt["records_verklaard"]).all()
    assert t.antwoorden.memory_usage(deep=True).sum() < 8_000_000


def test_the_last_vote_counts_and_the_one_before_is_in_the_ledger(tmp_path: Path) -> None:
    t = look(write_gesprek(tmp_path))
    assert answers(t, "0")["getal"].tolist() == [1.0, -1.0, 1.0]
    herzien = t.logboek[t.logboek["reden"].eq("herziene_stem")]
    assert herzien["rij"].tolist() == [4]


def test_of_two_votes_in_one_second_the_lower_row_is_the_last(tmp_path: Path) -> None:
    stemmen = [("1", "x", "0", "0", "1"), ("1", "x", "0", "0", "-1")]
    t = look(write_gesprek(tmp_path, stemmen=stemmen))
    assert answers(t, "0")["getal"].tolist()[0] == -1.0


def test_who_did_not_vote_has_a_status_and_who_only_wrote_is_in_no_base(tmp_path: Path) -> None:
    stellingen = [*STELLINGEN[:2], ("1500000002000", "x", "2", "9", "0", "0", "1", "Van de organisator")]
    t = look(write_gesprek(tmp_path, stellingen=stellingen))
    assert t.deelnemers["rol"].astype("str").tolist() == ["burger"] * 3 + ["onbekend"]
    assert answers(t, "1")["status"].astype("str").tolist() == ["gegeven"] * 2 + ["leeg_onbekend"] * 2


def test_a_rejected_statement_and_its_votes_stay_out_with_a_reason(tmp_path: Path) -> None:
    t = look(write_gesprek(tmp_path))
    assert t.fragmenten["tekst"].tolist() == ["Meer bomen in de straat", "Meer fietsers,\nminder auto's"]
    weg = t.logboek[t.logboek["reden"].eq("afgewezen_stelling")]
    assert weg[["bestand", "kolom", "aantal"]].astype("str").to_numpy().tolist() == [
        ["comments.csv", "stelling 2", "1"],
        ["votes.csv", "stelling 2", "1"],
    ]


def test_a_statement_is_a_fragment_and_the_question_that_puts_it(tmp_path: Path) -> None:
    t = look(write_gesprek(tmp_path))
    assert (
        t.vragen["fragment_id"].astype("str").tolist() == t.fragmenten["fragment_id"].astype("str").tolist()
    )
    assert t.fragmenten["soort"].astype("str").unique().tolist() == ["stelling"]
    assert t.opties.query("vraag_id == 'community_0'")["label"].tolist() == ["oneens", "pas", "eens"]
    assert str(t.activiteiten["begindatum"].iloc[0].date()) == "2017-07-14"


def test_a_statement_that_the_organiser_put_in_is_nobodys(tmp_path: Path) -> None:
    stellingen, stemmen = write_gesprek(tmp_path)
    kop = "timestamp,comment-id,author-id,agrees,disagrees,moderated,comment-body,is-seed"
    rijen = [(r[0], *r[2:], "true" if r[2] == "0" else "false") for r in STELLINGEN]
    t = look([write(stellingen, kop, rijen), stemmen])
    assert t.fragmenten["deelnemer_id"].isna().tolist() == [True, False]


def test_swapped_agree_and_disagree_are_refused(tmp_path: Path) -> None:
    omgekeerd = [(*rij[:4], str(-int(rij[4]))) for rij in STEMMEN]
    with pytest.raises(ContractError, match="eens en oneens zijn in deze stemmen omgewisseld"):
        look(write_gesprek(tmp_path, stemmen=omgekeerd))


def test_the_table_per_participant_alone_tells_the_sign_too(tmp_path: Path) -> None:
    for pad in LONDON.glob("*.csv"):
        shutil.copy(pad, tmp_path)
    kop, *regels = (tmp_path / "votes.csv").read_text("utf-8").splitlines()
    gedraaid = [f"{r.rsplit(',', 1)[0]},{-int(r.rsplit(',', 1)[1])}" for r in regels]
    (tmp_path / "votes.csv").write_text("\n".join([kop, *gedraaid]), encoding="utf-8")
    stellingen = pd.read_csv(tmp_path / "comments.csv", dtype="str", keep_default_na=False)
    stellingen.drop(columns=["agrees", "disagrees"]).to_csv(tmp_path / "comments.csv", index=False)
    with pytest.raises(ContractError, match="omgewisseld"):
        look(sorted(tmp_path.glob("*.csv")))


def test_a_vote_that_the_table_per_participant_does_not_have_is_noted(tmp_path: Path) -> None:
    for pad in LONDON.glob("*.csv"):
        shutil.copy(pad, tmp_path)
    regels = (tmp_path / "votes.csv").read_text("utf-8").splitlines()
    (tmp_path / "votes.csv").write_text("\n".join(regels[:-3]), encoding="utf-8")
    t = look(sorted(tmp_path.glob("*.csv")))
    assert t.logboek[t.logboek["reden"].eq("versies_verschillen")]["aantal"].tolist() == [3]


def test_a_vote_without_a_value_is_unreadable_and_not_a_pass(tmp_path: Path) -> None:
    t = look(write_gesprek(tmp_path, stemmen=[*STEMMEN[:2], ("1", "x", "0", "2", "")]))
    assert t.logboek["reden"].astype("str").tolist().count("rij_onleesbaar") == 1
    assert len(answers(t, "0").query("status == 'gegeven'")) == 2


def test_files_that_are_missing_or_double_are_named(tmp_path: Path) -> None:
    stellingen, stemmen = write_gesprek(tmp_path)
    with pytest.raises(ContractError, match=r"zonder stemmen \(votes.csv\)"):
        look([stellingen])
    tweede = tmp_path / "votes2.csv"
    shutil.copy(stemmen, tweede)
    with pytest.raises(ContractError, match="heeft 2 bestanden met stemmen"):
        look([stellingen, stemmen, tweede])


def test_files_of_no_platform_are_refused_with_where_to_look(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("nr;cijfer\n1;7\n2;8", encoding="utf-8")
    with pytest.raises(ContractError, match="wat mensen schreven"):
        look([tmp_path / "x.csv"])


def make_map(tmp_path: Path, vragen: str, bestand: str = "ruw/*.csv") -> Path:
    (tmp_path / "ruw").mkdir()
    write_gesprek(tmp_path / "ruw")
    (tmp_path / "sleutel.txt").write_text("ab" * 32, encoding="utf-8")
    (tmp_path / "vragen.csv").write_text(vragen, encoding="utf-8")
    toml = f'[[levering]]\nnaam = "wijk"\ninstrument = "community"\nbestand = "{bestand}"\n'
    toml += 'fase = "praktijk"\ntrede = "raadplegen"\nwerving = "open_link"\n'
    (tmp_path / "traject.toml").write_text(toml, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("bestand", ["ruw/*.csv", "ruw"])
def test_vragen_names_a_statement_by_its_number_and_a_folder_is_a_delivery(
    tmp_path: Path, bestand: str
) -> None:
    vragen = "levering;kolom;vraag_id;kort;rol\nwijk;0;bomen;meer bomen;kenmerk\n"
    t = load_traject(make_map(tmp_path, vragen, bestand))
    eerste = t.vragen.iloc[0]
    assert [str(eerste[k]) for k in ("vraag_id", "kort", "rol")] == ["bomen", "meer bomen", "kenmerk"]
    assert str(t.vragen.iloc[1]["vraag_id"]) == "wijk_1"


def test_a_number_that_is_no_statement_is_named(tmp_path: Path) -> None:
    with pytest.raises(ContractError, match="stelling '2' bestaat niet in levering 'wijk' of is afgewezen"):
        load_traject(make_map(tmp_path, "levering;kolom;kort\nwijk;2;reclame\n"))


def test_a_participant_without_a_number_or_listed_twice_gives_the_others_their_group(tmp_path: Path) -> None:
    paden = write_gesprek(tmp_path)
    kop = "participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1"
    rijen = [
        ("0", "0", "1", "2", "2", "0", "1", "1"),
        ("0", "1", "1", "2", "2", "0", "1", "1"),
        ("", "1", "0", "0", "0", "0", "", ""),
    ]
    paden.append(
        write(tmp_path / "participants-votes.csv", kop, [*rijen, ("1", "1", "1", "2", "0", "2", "-1", "-1")])
    )
    t = bd.read_bestand(paden)
    groep = t.antwoorden[t.antwoorden["vraag_id"].eq("polis_groep") & t.antwoorden["status"].eq("gegeven")]
    assert groep["code"].tolist() == ["0", "1"]
