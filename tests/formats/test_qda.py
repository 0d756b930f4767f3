"""Coding software: text at the offsets is what the software says it is, or the coding is refused with a reason."""

from __future__ import annotations

import importlib.util
import io
import random
import re
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import docx
import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from burgerdata.errors import BronError
from burgerdata.formats import READERS, Ruw
from burgerdata.formats.detect import detect
from burgerdata.formats.qda.boundaries import verify_unquoted
from burgerdata.formats.qda.html_text import read_html
from burgerdata.formats.qda.offsets import Plek, place_all
from burgerdata.intake.guard import guard_bytes
from burgerdata.intake.logboek import count_explained
from burgerdata.shapes import Bron, Codeerproject, count_records

REAL = Path(__file__).parents[3] / "shared" / "data" / "qda_refi_skyloom"


def load_maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "qda_projecten", Path(__file__).with_name("qda_projecten.py")
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


maak = load_maker()


def read_raw(inhoud: bytes, naam: str = "project.qdpx") -> tuple[Codeerproject, Ruw]:
    guard_bytes(inhoud, naam)
    bron = Bron(Path(naam), naam, inhoud, "")
    (ruw,) = READERS[detect(bron)](bron)
    assert isinstance(ruw.vorm, Codeerproject)
    assert ruw.records_in == count_records(ruw.vorm) + count_explained(ruw.logboek.to_frame())
    return ruw.vorm, ruw


def quotes(project: Codeerproject) -> list[str]:
    teksten = dict(zip(project.documenten["document"], project.documenten["tekst"], strict=True))
    rijen = project.bruikbaar[["document", "begin", "eind"]].to_numpy(dtype=object).tolist()
    return [teksten[document][begin:eind] for document, begin, eind in rijen]


def reasons(ruw: Ruw) -> dict[str, int]:
    logboek = ruw.logboek.to_frame()
    return {str(k): int(v) for k, v in logboek.groupby("reden", observed=True)["aantal"].sum().items()}


TEKST = "M: Hoe ging het?\r\nR1: Lang wachten aan de balie.\r\nR2: Het was “duur” en traag.\r\nM: Dank.\r\nR1: Ja hoor."


def test_a_project_of_atlas_ti_counts_a_line_end_of_two_signs_as_one() -> None:
    plat = TEKST.replace("\r\n", "\n")
    begin = plat.index("wachten")
    keuzes = [
        (begin, begin + 7, "wachten", "C1", "U1"),
        (plat.index("duur"), plat.index("duur") + 4, "duur", "C4", "U2"),
    ]
    project, ruw = read_raw(maak.make_qdpx({"fg1.docx": (TEKST, keuzes)}))
    assert quotes(project) == ["wachten", "duur"]
    assert project.bruikbaar["codeur"].tolist() == ["Anna de Coder", "Bert"]
    assert reasons(ruw) == {}


def test_other_programs_count_it_as_two_and_may_only_say_who_changed_a_coding() -> None:
    begin = TEKST.index("wachten")
    keuzes = [(begin, begin + 7, "wachten", "c1", "u1")]
    project, _ = read_raw(maak.make_qdpx({"fg1.docx": (TEKST, keuzes)}, wie="modifyingUser"))
    assert quotes(project) == ["wachten"]
    assert project.bruikbaar["codeur"].tolist() == ["Anna de Coder"]


def test_a_parent_and_a_category_are_codes_too() -> None:
    project, _ = read_raw(maak.make_qdpx({"a": ("tekst", [])}))
    assert project.naam == "Proefproject"
    assert project.codes[["naam", "ouder"]].to_numpy().tolist() == [
        ["Wachten", ""],
        ["Balie", "c1"],
        ["Groep", ""],
        ["Prijs", "c3"],
    ]
    assert project.codes["omschrijving"].iloc[0] == "duurt lang"


def test_a_coding_that_is_not_what_the_software_quotes_is_refused() -> None:
    keuzes = [
        (1, 8, "wachten", "C1", "U1"),
        (0, 900, "lang", "C1", "U1"),
        (4, 9, "iets heel anders, en cut off…", "C1", "U1"),
        (19, 23, "mijn eigen titel", "C1", "U1"),
    ]
    project, ruw = read_raw(maak.make_qdpx({"a": (TEKST, keuzes)}))
    assert project.coderingen["reden"].tolist() == ["codering_wijkt_af"] * 3 + ["codering_niet_vergeleken"]
    assert reasons(ruw) == {"codering_wijkt_af": 3, "codering_niet_vergeleken": 1}


VERSLAG = (
    "M: Hoe was het om aangifte te doen?\r\nR1: Lang wachten aan de balie. Niemand legde uit waarom het zo lang duurde.\r\n"
    "R2: Het was duur en traag, maar de agent was vriendelijk. Daarna kwam er een brief.\r\n"
    "M: En online?\r\nR3: Dat lukte pas na drie keer. Mijn moeder kan dat niet alleen.\r\nR1: Ik ook niet, hoor.\r\n"
)
GEKOZEN = ("Niemand legde uit waarom", "vriendelijk. Daarna", "brief", "pas na drie keer", "niet alleen.")


def code(tekst: str, stukken: Sequence[str], naam: str = "") -> list[tuple[int, int, str, str, str]]:
    return [(tekst.index(stuk), tekst.index(stuk) + len(stuk), naam, "C1", "U1") for stuk in stukken]


@pytest.mark.parametrize("naam", ["", "een titel van mijzelf"])
@pytest.mark.parametrize("regeleinde", ["\n", "\r\n"])
def test_codings_without_quotes_count_where_they_fit_the_words_of_the_text(
    naam: str, regeleinde: str
) -> None:
    keuzes = code(VERSLAG.replace("\r\n", regeleinde), GEKOZEN, naam)
    project, ruw = read_raw(maak.make_qdpx({"fg1": (VERSLAG, keuzes)}))
    assert quotes(project) == list(GEKOZEN)
    assert reasons(ruw) == {"codering_op_grenzen": len(GEKOZEN)}


@pytest.mark.parametrize(
    "erbij", ["x", "Jawel. ", "Verslag van 3 maart\r\n", "Vooraf: dit is een bewerkte tekst. "]
)
def test_in_a_text_that_was_edited_codings_without_quotes_are_refused(erbij: str) -> None:
    keuzes = code(VERSLAG, GEKOZEN)
    project, ruw = read_raw(maak.make_qdpx({"fg1": (erbij + VERSLAG, keuzes)}))
    assert quotes(project) == []
    assert reasons(ruw) == {"codering_niet_vergeleken": len(GEKOZEN)}


def test_an_edit_halfway_leaves_the_codings_before_it() -> None:
    keuzes = code(VERSLAG, GEKOZEN)
    anders = VERSLAG.replace("En online?", "En hoe ging het daarna, online?")
    project, ruw = read_raw(maak.make_qdpx({"fg1": (anders, keuzes)}))
    assert quotes(project) == list(GEKOZEN[:2])
    assert reasons(ruw) == {"codering_op_grenzen": 2, "codering_niet_vergeleken": 3}


def test_a_quote_further_on_vouches_for_a_title_before_it_and_a_wrong_one_does_not() -> None:
    titel = code(VERSLAG, ["duur"], "mijn titel")
    for citaat, over in (("brief", 2), ("tafel", 0)):
        begin = VERSLAG.index("brief")
        project, _ = read_raw(
            maak.make_qdpx({"fg1": (VERSLAG, [*titel, (begin, begin + 5, citaat, "C1", "U1")])})
        )
        assert len(quotes(project)) == over


def test_two_copies_of_a_text_that_are_the_same_vouch_for_its_codings() -> None:
    (keuze,) = code(VERSLAG, ["duur"])
    for kopie, over in ((VERSLAG, ["duur"]), (f"Ja. {VERSLAG}", [])):
        bron = (
            f'<TextSource guid="A" name="a" plainTextPath="internal://A.txt">'
            f"<PlainTextContent>{VERSLAG}</PlainTextContent>{maak.make_selection(1, keuze)}</TextSource>"
        ).replace("\r", "&#13;")
        project, _ = read_raw(maak.pack(maak.make_qde(bron), {"sources/A.txt": kopie.encode()}))
        assert quotes(project) == over


def test_a_coding_of_a_whole_answer_needs_no_quote_and_one_beyond_its_end_is_refused() -> None:
    cel = "Lang wachten"
    keuzes = [(0, len(cel), "", "C1", "U1"), (0, len(cel) + 3, "", "C1", "U1")]
    project, _ = read_raw(maak.make_qdpx({"antwoord 1": (cel, keuzes)}))
    assert project.coderingen["reden"].tolist() == ["", "codering_wijkt_af"]


def test_of_a_thousand_edits_few_leave_a_coding_in_the_wrong_place() -> None:
    kies = random.Random(14)
    woorden = list(re.finditer(r"\w+", VERSLAG))
    verkeerd = gemist = alle = 0
    for _ in range(1000):
        eerste = sorted(kies.sample(range(len(woorden) - 4), 4))
        plekken = [Plek(woorden[n].start(), woorden[n + kies.randrange(4)].end(), "") for n in eerste]
        gelijk = verify_unquoted(VERSLAG, plekken, plekken)
        anders = "y" * kies.randint(1, 40) + " " + VERSLAG
        verkeerd += sum(plek.vergeleken for plek in verify_unquoted(anders, plekken, plekken))
        gemist += sum(not plek.vergeleken for plek in gelijk)
        alle += len(plekken)
    assert verkeerd < 0.05 * alle
    assert gemist < 0.05 * alle


def test_smart_quotes_and_signs_of_two_units_do_not_shift_a_quote() -> None:
    tekst = "😀 dat was ‘prima’ hoor"
    utf16 = len(tekst[: tekst.index("‘")].encode("utf-16-le")) // 2
    project, _ = read_raw(maak.make_qdpx({"a": (tekst, [(utf16, utf16 + 7, "'prima'", "C1", "U1")])}))
    assert quotes(project) == ["‘prima’"]


def test_a_source_may_be_named_without_its_folder_be_word_only_or_be_missing() -> None:
    buffer = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Alleen in Word.")
    document.save(buffer)
    bronnen = (
        maak.make_source(
            "A", "a", maak.make_selection(1, (0, 3, "Een", "C1", "U1")), 'plainTextPath="a%20b.txt"'
        )
        + maak.make_source(
            "B", "b", maak.make_selection(2, (0, 6, "Alleen", "C1", "U1")), 'richTextPath="internal://B.docx"'
        )
        + maak.make_source(
            "C", "c", maak.make_selection(3, (0, 3, "weg", "C1", "U1")), 'plainTextPath="internal://C.txt"'
        )
        + '<TextSource guid="E" name="cel"><PlainTextContent>Eén cel</PlainTextContent>'
        + maak.make_selection(4, (0, 3, "Eén", "C1", "U1"))
        + '</TextSource><PictureSource guid="P" name="foto"><PictureSelection guid="q">'
        + '<Coding guid="z"><CodeRef targetGUID="C1"/></Coding></PictureSelection></PictureSource>'
    )
    data = maak.pack(
        maak.make_qde(bronnen),
        {"Sources/a b.txt": b"Een zin", "Sources/B.docx": buffer.getvalue()},
        naam="Project.qde",
    )
    project, ruw = read_raw(data)
    assert quotes(project) == ["Een", "Alleen", "Eén"]
    assert reasons(ruw) == {"brondocument_ontbreekt": 2, "codering_zonder_tekst": 2}


def test_a_bare_codebook_gives_codes_only() -> None:
    qdc = f'<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes>{maak.CODES}</Codes></CodeBook>'
    project, ruw = read_raw(qdc.encode(), "lijst.qdc")
    assert (len(project.codes), ruw.records_in) == (4, 0)


@pytest.mark.skipif(not REAL.exists(), reason="the project of ATLAS.ti is not beside this checkout")
@pytest.mark.parametrize("naam", ["TestProject.qdpx", "Project.qde"])
def test_the_real_project_has_14_codes_and_16_codings_and_tells_what_is_missing(naam: str) -> None:
    project, ruw = read_raw((REAL / naam).read_bytes(), naam)
    assert (len(project.codes), ruw.records_in, len(project.coderingen)) == (14, 16, 16)
    tekstbronnen = project.documenten["naam"].head(6)
    assert tekstbronnen.tolist()[-1] == "Simon.docx"
    assert reasons(ruw)["brondocument_ontbreekt"] == len(project.documenten)
    assert reasons(ruw)["codering_zonder_tekst"] == 16


QC = "Begin.\nM: Hoe gaat het?\nR1: Lang wachten.\nR2: Duur.\nM: Ja."


@pytest.mark.parametrize("wal", [False, True])
def test_qualcoder_gives_categories_codes_owners_and_verified_quotes(wal: bool) -> None:
    begin = QC.index("Lang")
    rijen = [(1, "Lang wachten", begin, begin + 12, "Anna"), (2, "Duur", 0, 4, "Bert")]
    project, ruw = read_raw(maak.make_qualcoder(QC, rijen, wal=wal), "data.qda")
    assert quotes(project) == ["Lang wachten"]
    assert dict(zip(project.codes["naam"], project.codes["ouder"], strict=True)) == {
        "Dienst": "",
        "Balie": "categorie 1",
        "Wachten": "categorie 2",
        "Prijs": "",
    }
    assert reasons(ruw) == {
        "brondocument_ontbreekt": 1,
        "codering_wijkt_af": 1,
        "codering_zonder_tekst": 1,
    }


HTML = "<h1>Café</h1>\n<p>Het was &amp; is <b>één</b> gedoe.</p><p>Lang wachten 😀 hoor.</p>"


def test_taguette_counts_bytes_without_tags_and_the_snippet_is_checked() -> None:
    tekst = "Café\nHet was & is één gedoe.Lang wachten 😀 hoor."
    van = len(tekst[: tekst.index("één")].encode())
    tot = van + len("één gedoe".encode())
    lang = len(tekst[: tekst.index("Lang")].encode())
    plekken = [
        (van, tot, "<b>één</b> gedoe", [2]),
        (lang, lang + len("Lang wachten 😀".encode()), "<p>Lang wachten 😀</p>", [1, 3]),
        (1, 4, "Lang", [3]),
    ]
    project, ruw = read_raw(maak.make_taguette(HTML, plekken), "wijk.sqlite3")
    assert quotes(project) == ["één gedoe", "Lang wachten 😀", "Lang wachten 😀"]
    assert project.codes[["naam", "ouder"]].to_numpy().tolist()[1] == ["dienst.wachten", "1"]
    assert (project.naam, reasons(ruw)) == ("Wijkgesprek", {"codering_wijkt_af": 1})


def test_the_highlights_that_taguette_exports_are_documents_of_their_own() -> None:
    rijen = [
        ["id", "document", "tag", "content"],
        ["1", "fg1", "prijs", "te duur"],
        ["1", "fg1", "dienst", "te duur"],
    ]
    rijen.append(["2", "fg1", "", "zonder tag"])
    csv = "\n".join(",".join(rij) for rij in rijen).encode()
    boek = openpyxl.Workbook()
    for rij in rijen:
        boek.active.append(rij)
    buffer = io.BytesIO()
    boek.save(buffer)
    for inhoud, naam in ((csv, "highlights.csv"), (buffer.getvalue(), "highlights.xlsx")):
        project, ruw = read_raw(inhoud, naam)
        assert quotes(project) == ["te duur", "te duur"]
        assert (len(project.documenten), reasons(ruw)) == (2, {"lege_rij": 1})


def cut_page(data: bytes) -> bytes:
    """Return a database whose second page is noise: its header is whole."""
    return data[:4096] + b"\xff" * 4096 + data[8192:]


HOSTILE = {
    "afgebroken databank": (lambda: maak.make_qualcoder(QC, [])[:-5000], "afgebroken"),
    "kop van een databank": (lambda: b"SQLite format 3\0" + bytes(40), "afgebroken"),
    "kapotte bladzijde": (lambda: cut_page(maak.make_qualcoder(QC, [])), "databank"),
    "vreemde databank": (lambda: maak.dump("create table a (b)", {}), "QualCoder of Taguette"),
    "een blik in plaats van een tabel": (
        lambda: maak.dump(
            "create table t (id, name, fulltext);create view source as select * from t;"
            "create table code_name (cid, name);create table code_text (cid, fid, pos0, pos1);",
            {},
        ),
        "QualCoder of Taguette",
    ),
    "doctype": (
        lambda: maak.make_qde("", kop='<!DOCTYPE a [<!ENTITY x "yy">]>'),
        "DOCTYPE",
    ),
    "doctype in de zip": (
        lambda: maak.pack(maak.make_qde("", kop='<!DOCTYPE a [<!ENTITY x "yy">]>'), {}),
        "DOCTYPE",
    ),
    "afgebroken xml": (lambda: maak.make_qde("")[:-40], "afgebroken"),
    "bom": (lambda: maak.pack(maak.make_qde(""), {"sources/a.txt": b" " * 30_000_000}), "onredelijk groot"),
    "ontsnapping": (lambda: maak.pack(maak.make_qde(""), {"../a.txt": b"x"}), "buiten het bestand"),
}


@pytest.mark.parametrize("naam", HOSTILE)
def test_a_hostile_file_is_refused_in_one_dutch_line(naam: str) -> None:
    bouw, woord = HOSTILE[naam]
    with pytest.raises(BronError, match=woord) as fout:
        read_raw(bouw(), "project.qdpx")
    assert "\n" not in str(fout.value)


def test_offsets_that_are_no_offsets_are_refused_one_by_one() -> None:
    bron = maak.make_source(
        "A",
        "a",
        '<PlainTextSelection guid="s" name="x" startPosition="-4" endPosition="zes">'
        '<Coding guid="k"><CodeRef targetGUID="C1"/></Coding></PlainTextSelection>'
        + maak.make_selection(2, (9, 3, "x", "C1", "U1"))
        + maak.make_selection(3, (0, 3, "Een", "BESTAAT NIET", "U1")),
        'plainTextPath="internal://A.txt"',
    )
    project, _ = read_raw(maak.pack(maak.make_qde(bron), {"sources/A.txt": b"Een zin"}))
    assert project.coderingen["reden"].ne("").all()


@settings(deadline=None)
@given(
    st.text(st.sampled_from("ab c\n\r😀é“”’"), min_size=1, max_size=60),
    st.integers(0, 60),
    st.integers(1, 20),
)
def test_what_place_all_accepts_as_compared_is_what_was_quoted(tekst: str, begin: int, lengte: int) -> None:
    citaat = tekst[begin : begin + lengte]
    (plek,) = place_all(tekst, [Plek(begin, begin + lengte, citaat)], is_citaat=True)
    if plek.vergeleken:
        assert "".join(tekst[plek.begin : plek.eind].split()) == "".join(citaat.split())
    elif begin + lengte <= len(tekst) and citaat.strip():
        pytest.fail("the plainest way of counting must find its own quote")


@settings(deadline=None)
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_characters="<>&\r\0"), min_size=1), min_size=1))
def test_bytes_of_html_become_the_same_words(woorden: list[str]) -> None:
    html = "".join(f"<p>{woord}</p>" for woord in woorden)
    tekst = "".join(woorden)
    begin = len(tekst) // 2
    lezen = read_html(html, from_start=True)
    van, tot = lezen.find(len(tekst[:begin].encode()), len(tekst.encode()))
    verwacht = "".join(tekst[begin:].split())
    assert "".join(lezen.tekst[van:tot].split()) == verwacht
