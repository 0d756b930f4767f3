"""A sealed project: no names, and offsets that point at the same words in the masked text."""

from __future__ import annotations

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from burgerdata.intake import Logboek, Zegel, seal_vorm
from burgerdata.pseudonyms import Sleutel
from burgerdata.shapes import PERSOON, Codeerproject

ZEGEL = Zegel(Sleutel(b"k" * 32), "focusgroep")


def make_project(
    tekst: str, spans: list[tuple[int, int]], delen: list[tuple[str, int, int]]
) -> Codeerproject:
    coderingen = [("d", "c", "Anna de Coder", begin, eind, "", f"s{begin}", "") for begin, eind in spans]
    kolommen = ["document", "code", "codeur", "begin", "eind", "citaat", "segment", "reden"]
    rijen = [("d", nummer, *deel) for nummer, deel in enumerate(delen, start=1)]
    return Codeerproject(
        "p.qdpx",
        "refi_qda",
        pd.DataFrame({"document": ["d"], "naam": ["Interview Fatima.docx"], "tekst": [tekst]}, dtype="str"),
        pd.DataFrame({"code": ["c"], "naam": ["Prijs"], "ouder": [""], "omschrijving": [""]}, dtype="str"),
        pd.DataFrame(coderingen, columns=kolommen),
        naam="Project",
        delen=pd.DataFrame(rijen, columns=["document", "volgnummer", "spreker", "begin", "eind"]),
        sprekers=tuple(dict.fromkeys(deel[0] for deel in delen if deel[0])),
    )


def seal(project: Codeerproject) -> tuple[Codeerproject, pd.DataFrame]:
    logboek = Logboek(project.bestand)
    vorm = seal_vorm(project, ZEGEL, logboek)
    assert isinstance(vorm, Codeerproject)
    return vorm, logboek.to_frame()


TEKST = "Fatima: Bel 06-12345678 voor hulp.\nR2: Fatima zei dat het te duur is.\nFatima: Te duur, ja."
BEURTEN = [("Fatima", 8, 34), ("R2", 39, 69), ("Fatima", 78, 90)]


def test_names_numbers_speakers_and_coders_are_gone_and_the_quote_is_kept() -> None:
    duur = TEKST.index("te duur")
    project, logboek = seal(make_project(TEKST, [(duur, duur + 7)], BEURTEN))
    tekst = project.documenten["tekst"].iloc[0]
    assert "Fatima" not in tekst
    assert "06-" not in tekst
    assert "Fatima" not in project.documenten["naam"].iloc[0]
    assert project.delen["spreker"].tolist() == ["", "R2", ""]
    assert project.delen[PERSOON].nunique() == 2
    assert project.coderingen["citaat"].tolist() == ["te duur"]
    codeur = project.coderingen["codeur"].iloc[0]
    assert codeur.startswith("c")
    assert "Anna" not in codeur
    assert {"cel_gemaskeerd", "naam_vervangen"} <= set(logboek["reden"])


def test_a_span_that_cuts_a_mask_is_widened_to_hold_it() -> None:
    midden = TEKST.index("345")
    project, _ = seal(make_project(TEKST, [(midden, midden + 6)], BEURTEN))
    assert project.coderingen["citaat"].tolist() == ["[telefoonnummer]"]


@settings(deadline=None, max_examples=40)
@given(
    st.lists(st.sampled_from(["prima", "Fatima", "06-12345678", "duur", "😀", "\n"]), min_size=3), st.data()
)
def test_a_span_without_personal_data_keeps_its_words(woorden: list[str], data: st.DataObject) -> None:
    tekst = " ".join(woorden)
    index = data.draw(st.sampled_from(range(len(woorden))))
    begin = len(" ".join(woorden[:index])) + (index > 0)
    span = (begin, begin + len(woorden[index]))
    project, _ = seal(make_project(tekst, [span], [("Fatima", 0, len(tekst))]))
    citaat = project.coderingen["citaat"].iloc[0]
    if woorden[index] in ("prima", "duur", "😀"):
        assert woorden[index] in citaat
    assert "Fatima" not in project.documenten["tekst"].iloc[0]
