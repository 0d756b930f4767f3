import pandas as pd

from burgerdata.coding import apply_codebook, make_pseudo_themas
from burgerdata.contract import conform_tabellen
from burgerdata.schema import SLEUTELTHEMAS
from burgerdata.text import Codebook

LIJST = Codebook.from_frame(
    pd.DataFrame(
        {
            "thema": ["Wachttijd", "Taal"],
            "woorden_wel": ["wacht*", "taal; brief*"],
            "woorden_niet": ["wachtwoord*", ""],
        }
    )
)


def fragmenten(*teksten, soort="antwoord"):
    return pd.DataFrame(
        {"fragment_id": [f"f{n}" for n in range(len(teksten))], "soort": soort, "tekst": list(teksten)}
    )


def test_every_hit_is_a_row_on_its_own_words():
    teksten = fragmenten("Lang wachten op een brief", "Prima", "wachten en wachten")
    coderingen = apply_codebook(teksten, LIJST)
    tekst = dict(zip(teksten["fragment_id"], teksten["tekst"], strict=True))
    gevonden = [
        (rij.fragment_id, rij.thema_id, tekst[rij.fragment_id][rij.begin : rij.eind])
        for rij in coderingen.itertuples()
    ]
    assert gevonden == [
        ("f0", "wachttijd", "wachten"),
        ("f0", "taal", "brief"),
        ("f2", "wachttijd", "wachten"),
        ("f2", "wachttijd", "wachten"),
    ]


def test_a_non_answer_is_no_reason_but_a_turn_of_talk_is_not():
    assert apply_codebook(fragmenten("nvt"), LIJST)["thema_id"].tolist() == ["geen_reden"]
    assert apply_codebook(fragmenten("nvt", soort="uiting"), LIJST).empty


def test_a_word_against_reaches_over_an_answer_but_only_over_a_sentence_of_talk():
    tekst = "Ik vergat mijn wachtwoord. Het wachten duurde lang."
    assert apply_codebook(fragmenten(tekst), LIJST).empty
    assert apply_codebook(fragmenten(tekst, soort="uiting"), LIJST)["thema_id"].tolist() == ["wachttijd"]


def test_codings_keep_their_ids_when_fragments_change_places():
    teksten = fragmenten("wachten", "een brief", "nvt")
    een = set(apply_codebook(teksten, LIJST)["codering_id"])
    assert set(apply_codebook(teksten.iloc[::-1], LIJST)["codering_id"]) == een
    assert len(een) == 3


def test_the_result_fits_the_contract():
    coderingen = apply_codebook(fragmenten("wachten", "nvt"), LIJST, lijst="tweede lijst")
    tabel = conform_tabellen({"coderingen": coderingen}, fill=False)["coderingen"]
    assert tabel["codeur"].tolist() == ["tweede lijst"] * 2
    assert set(tabel["wijze"]) == {"regel"}
    assert tuple(make_pseudo_themas("lijst")["thema_id"]) == SLEUTELTHEMAS


def test_nothing_to_code_gives_an_empty_table():
    leeg = apply_codebook(fragmenten(), LIJST)
    assert conform_tabellen({"coderingen": leeg}, fill=False)["coderingen"].empty
