import pandas as pd

from burgerdata.coding import make_coderingen, make_codeur
from burgerdata.contract import conform_tabellen
from burgerdata.pseudonyms import Sleutel

FRAGMENTEN = pd.DataFrame({"fragment_id": ["f1", "f2"], "tekst": ["lang wachten", "prima"]})
THEMAS = pd.DataFrame({"thema_id": ["wachttijd"]})


def rijen(*delen):
    namen = ["fragment_id", "thema_id", "codeur", "begin", "eind"]
    return pd.DataFrame([(*deel, *[None] * (5 - len(deel))) for deel in delen], columns=namen)


def test_each_row_that_cannot_be_used_is_kept_apart_with_its_reason():
    gecodeerd = make_coderingen(
        rijen(
            ("f1", "wachttijd", "a", 5, 12),
            ("f9", "wachttijd", "a"),
            ("f1", "onbekend", "a"),
            ("f1", "wachttijd", "a", 5, 13),
            ("f1", "wachttijd", "a", 7, 7),
        ),
        FRAGMENTEN,
        THEMAS,
    )
    assert gecodeerd.coderingen[["begin", "eind"]].values.tolist() == [[5, 12]]
    assert gecodeerd.onbruikbaar["reden"].to_dict() == {
        1: "fragment_onbekend",
        2: "thema_onbekend",
        3: "plek_onbekend",
        4: "plek_onbekend",
    }


def test_the_same_code_twice_counts_once_and_a_theme_outweighs_no_theme():
    gecodeerd = make_coderingen(
        rijen(
            ("f1", "wachttijd", "a"),
            ("f1", "wachttijd", "a"),
            ("f1", "geen_thema", "a"),
            ("f1", "geen_thema", "b"),
        ),
        FRAGMENTEN,
        THEMAS,
    )
    assert gecodeerd.coderingen[["thema_id", "codeur"]].values.tolist() == [
        ["wachttijd", "a"],
        ["geen_thema", "b"],
    ]


def test_the_result_fits_the_contract_also_when_nothing_was_coded():
    for gegeven in (rijen(("f2", "geen_thema", "a")), rijen()):
        conform_tabellen({"coderingen": make_coderingen(gegeven, FRAGMENTEN, THEMAS).coderingen}, fill=False)


def test_a_coder_has_the_same_pseudonym_everywhere_and_another_in_another_traject():
    een, ander = Sleutel(bytes(32)), Sleutel(bytes([1]) * 32)
    assert make_codeur("Anna de Wit", een) == make_codeur(" ANNA de wit", een)
    assert make_codeur("Anna de Wit", een) != make_codeur("Anna de Wit", ander)
    assert "anna" not in make_codeur("Anna de Wit", een)
