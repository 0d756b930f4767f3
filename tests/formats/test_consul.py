"""Consul Democracy: lists of real platforms in Germany, the export of investments in five languages, open data."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pandas as pd
import pytest

import burgerdata as bd
from burgerdata.formats import detect, read
from burgerdata.intake import Zegel
from burgerdata.intake.open import open_bron
from burgerdata.pseudonyms import Sleutel
from burgerdata.traject import Traject

REAL = Path(__file__).parents[3] / "shared" / "data" / "platform_consul_de"
needs_real = pytest.mark.skipif(not REAL.exists(), reason="the real set is not beside this checkout")


@pytest.fixture(scope="module")
def platforms() -> Traject:
    return bd.read_bestand(
        [REAL / f"all_{wat}.csv" for wat in ("projects", "proposals", "comments")], taal="de"
    )


def place_of(t: Traject, bestand: str) -> pd.Series:
    """Return the groups of the texts of one file; files were read one after the other."""
    grens = t.bronnen.set_index("bestand")["records_uit"].cumsum()
    eind = int(grens[bestand])
    begin = eind - int(t.bronnen.set_index("bestand")["records_uit"][bestand])
    return t.fragmenten["groep"].iloc[begin:eind].astype("str")


@needs_real
def test_the_counts_of_the_provenance_are_read(platforms: Traject) -> None:
    in_ = platforms.bronnen.set_index("bestand")["records_in"].to_dict()
    assert in_ == {"all_projects.csv": 272, "all_proposals.csv": 665, "all_comments.csv": 1172}
    assert place_of(platforms, "all_projects.csv").nunique() == 18
    assert place_of(platforms, "all_proposals.csv").nunique() == 12
    assert place_of(platforms, "all_comments.csv").nunique() == 14


@needs_real
def test_every_record_is_a_text_or_explained(platforms: Traject) -> None:
    bronnen = platforms.bronnen
    assert (bronnen["records_in"] == bronnen["records_uit"] + bronnen["records_verklaard"]).all()
    assert bronnen["records_verklaard"].tolist() == [0, 0, 1]  # one comment has no text
    soorten = platforms.fragmenten["soort"].astype("str").value_counts().to_dict()
    assert soorten == {"bericht": 665 + 1171, "stelling": 272}


@needs_real
def test_people_are_counted_as_pandas_counts_the_names_in_the_files(platforms: Traject) -> None:
    comments, proposals = (
        pd.read_csv(REAL / f"all_{w}.csv", dtype=str, keep_default_na=False)
        for w in ("comments", "proposals")
    )
    namen = (set(comments["Username"]) | set(proposals["Author"])) - {""}
    assert int((platforms.deelnemers["rol"] == "burger").sum()) == len(namen)
    onbekend = platforms.logboek[platforms.logboek["reden"] == "persoon_onbekend"]["aantal"].sum()
    assert onbekend == (comments["Username"] == "").sum() + (proposals["Author"] == "").sum()


@needs_real
def test_every_comment_is_tied_to_what_it_is_about(platforms: Traject) -> None:
    comments = pd.read_csv(REAL / "all_comments.csv", dtype=str, keep_default_na=False)
    gevuld = comments[comments["Text"].str.strip() != ""]
    assert int(platforms.fragmenten["ouder_id"].notna().sum()) == len(gevuld)
    soort = platforms.fragmenten.set_index("fragment_id")["soort"].astype("str")
    ouders = platforms.fragmenten["ouder_id"].dropna().astype("str").map(soort).value_counts().to_dict()
    proposals = pd.read_csv(REAL / "all_proposals.csv", dtype=str)["URL"]
    assert ouders["bericht"] == gevuld["URL"].isin(proposals).sum()


@needs_real
def test_likes_and_supports_add_up_to_those_in_the_files(platforms: Traject) -> None:
    comments, proposals = (pd.read_csv(REAL / f"all_{w}.csv") for w in ("comments", "proposals"))
    gevuld = comments[comments["Text"].notna()]
    som = platforms.tellingen.groupby("maat", observed=True)["aantal"].sum().to_dict()
    assert som["like"] == gevuld["Likes"].sum()
    assert som["dislike"] == gevuld["Dislikes"].sum()
    assert som["stem_voor"] == proposals["Supporters"].sum()


@needs_real
def test_german_dates_are_moments(platforms: Traject) -> None:
    assert platforms.fragmenten["tijdstip"].notna().sum() == 1171
    assert platforms.activiteiten["begindatum"].iloc[0] == pd.Timestamp("2021-06-16")


KOPPEN = {
    "en": "ID|Title|Description|Administrator|Valuator|Valuation Group|Scope of operation|Feasibility|Val. Fin.|Unfeasibility explanation|Selected|Show to valuators|Author username",
    "nl": "ID|Titel|Beschrijving|Beheerder|Beoordelaar|Beoordelingsgroep|Gebied|Haalbaarheid|Beoordeling afgerond|Toelichting onhaalbaar|Geselecteerd|Tonen aan beoordelaars|Gebruikersnaam van auteur",
    "es": "ID|Título|Descripción|Administrador|Evaluador|Grupos evaluadores|Ámbito de actuación|Viabilidad|Ev. Fin.|Informe de inviabilidad|Seleccionado|Mostrar a evaluadores|Nombre de usuario de autor",
    "de": "ID|Titel|Beschreibung|Administrator*in|Begutachter*in|Begutachtungsgruppe|Tätigkeitsfeld|Durchführbarkeit|Begutachtung abgeschlossen|Erläuterung|Ausgewählt|Den Begutachtern zeigen|Benutzername des Autors",
    "fr": "ID|Titre|Description|Administrateur|Évaluateur|Groupe d'évaluation|Périmètre|Faisabilité|Éval. Fin.|Explication|Sélectionné|Montrer aux évaluateurs|Nom d'utilisateur de l'auteur",
}
PRIJS = {
    "en": "Feasible (€12,000)",
    "nl": "Haalbaar (€ 12.000)",
    "es": "Viable (12.000,00 €)",
    "de": "Durchführbar (12.000 €)",
    "fr": "Faisable (12 000 €)",
}


def write_rows(pad: Path, rijen: list[list[str]], sep: str) -> Path:
    uit = io.StringIO()
    csv.writer(uit, delimiter=sep).writerows(rijen)
    pad.write_text(uit.getvalue(), encoding="utf-8", newline="")
    return pad


@pytest.mark.parametrize("taal", list(KOPPEN))
@pytest.mark.parametrize("sep", [",", ";"])
def test_investments_are_read_whatever_the_language_of_the_headers(
    tmp_path: Path, taal: str, sep: str
) -> None:
    rijen = [
        KOPPEN[taal].split("|"),
        [
            "7",
            "Speeltuin",
            "<p>Voor <em>alle</em> kinderen</p>",
            "Ans Bakker",
            "-",
            "-",
            "Noord",
            PRIJS[taal],
            "x",
            "-",
            "x",
            "x",
            "buurman88",
        ],
        ["8", "Zebrapad", "Bij de school", "-", "-", "-", "Zuid", "-", "x", "-", "x", "x", "buurman88"],
    ]
    pad = write_rows(tmp_path / "budget_investments.csv", rijen, sep)
    assert detect(open_bron(pad)) == "consul"
    t = bd.read_bestand(pad)
    assert t.fragmenten["tekst"].tolist() == ["Speeltuin\nVoor alle kinderen", "Zebrapad\nBij de school"]
    assert t.deelnemers["rol"].astype("str").tolist() == ["burger"]
    begroot = t.tellingen[t.tellingen["maat"] == "begroot"]
    assert begroot["aantal"].tolist() == [12000]


def test_open_data_comments_answer_proposals_and_comments(tmp_path: Path) -> None:
    voorstel = [["id", "title", "description", "cached_votes_up", "comments_count", "public_created_at"]]
    voorstel += [["3", "Groen", "<p>Meer bomen</p>", "40", "2", "2026-01-05 10:00:00 UTC"]]
    reactie = [
        [
            "id",
            "commentable_id",
            "commentable_type",
            "body",
            "cached_votes_up",
            "cached_votes_down",
            "ancestry",
        ]
    ]
    reactie += [
        ["3", "3", "Proposal", "Ja graag", "1", "0", ""],
        ["4", "3", "Proposal", "Waarom?", "0", "2", "3"],
    ]
    paden = [
        write_rows(tmp_path / "proposals.csv", voorstel, ","),
        write_rows(tmp_path / "comments.csv", reactie, ","),
    ]
    assert [detect(open_bron(pad)) for pad in paden] == ["consul", "consul"]
    t = bd.read_bestand(paden)
    ids = t.fragmenten["fragment_id"].astype("str").tolist()
    ouders = [None if pd.isna(o) else ids.index(str(o)) for o in t.fragmenten["ouder_id"]]
    assert ouders == [None, 0, 1]


def test_open_data_comments_with_a_moment_are_not_those_of_decidim(tmp_path: Path) -> None:
    kop = "id,commentable_id,commentable_type,body,created_at,cached_votes_total,cached_votes_up,cached_votes_down,public_author_id,ancestry"
    rijen = [
        kop.split(","),
        *(
            [str(n), "1", "Proposal", f"Tekst {n}", "2026-01-05", "3", "2", "1", str(n % 2), ""]
            for n in range(1, 5)
        ),
    ]
    pad = write_rows(tmp_path / "comments.csv", rijen, ",")
    assert detect(open_bron(pad)) == "consul"
    t = bd.read_bestand(pad)
    assert len(t.deelnemers) == 2
    assert t.tellingen.loc[t.tellingen["maat"] == "stem_voor", "aantal"].tolist() == [2] * 4


@pytest.mark.parametrize(
    "kop",
    [
        "id,commentable_id,commentable_type,body,created_at,cached_votes_up,ancestry",
        "id,created_at,body,locale,author/id,commentable_id,commentable_type",
    ],
)
def test_comments_of_which_only_the_headers_came_are_no_crash(tmp_path: Path, kop: str) -> None:
    gelezen = read(
        write_rows(tmp_path / "comments.csv", [kop.split(",")], ","), Zegel(Sleutel(bytes(32)), "c")
    )
    assert [len(tabel.frame) for tabel in gelezen.tabellen] == [0]
