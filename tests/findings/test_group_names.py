"""Names of groups that are cut stay apart, and an activity is called what readers call it."""

from __future__ import annotations

import pandas as pd
import pytest

from burgerdata.findings import explain_bevinding, state_bevinding
from burgerdata.findings.zinnen import quote_apart
from burgerdata.toelichting import Toelichting, annotate

HALF = "minder dan half zo vaak mee als verwacht"
TRAIT = "rolstoel of scootmobiel"


def make_cijfer(groepen: list[str], **velden: object) -> pd.DataFrame:
    rijen = {"activiteit_id": "enquete3", "g": groepen, "basis": [200, 390], "gemiddelde": [5.5, 6.6]}
    over = Toelichting("cijfer", onderwerp="rapportcijfer", per="g", **velden)  # type: ignore[arg-type]
    return annotate(pd.DataFrame(rijen | {"verschilt": ["▼", "▲"], "totaal": 6.2}), over)


def test_yes_and_no_of_a_long_trait_are_told_apart() -> None:
    tabel = make_cijfer(["Ja", "Nee"], groep_naam=TRAIT)
    assert state_bevinding(tabel) == f"Rapportcijfer is lager bij ‘{TRAIT}: Ja’ dan bij ‘Nee’"
    assert explain_bevinding(tabel) == ("Gemiddeld is het bij ‘Ja’ 5,5 en bij ‘Nee’ 6,6; over iedereen 6,2.",)
    lang = make_cijfer(["Ja", "Nee"], groep_naam="gebruikt een rolstoel, scootmobiel of rollator")
    assert (
        state_bevinding(lang)
        == "Rapportcijfer is lager bij ‘gebruikt een rolstoel, scootmobiel…: Ja’ dan bij ‘Nee’"
    )


def test_groups_that_begin_alike_keep_the_part_that_differs() -> None:
    namen = ["inwoners van de gemeente Noord", "inwoners van de gemeente Zuid"]
    assert quote_apart(namen) == ["‘…Noord’", "‘…Zuid’"]
    assert len(set(quote_apart([*namen, "kort"]))) == 3


@pytest.mark.parametrize(
    "namen", [["a b c d e f g h i j k l m n", "a b c d e f g h i j k l m"], ["x" * 30, "x" * 31]]
)
def test_names_that_differ_at_the_end_only_are_never_equal(namen: list[str]) -> None:
    assert len(set(quote_apart(namen))) == 2


def test_the_largest_activity_is_called_by_its_name_and_not_by_its_id() -> None:
    rijen = {"activiteit_id": ["enquete3", "fg"], "basis": [600, 50], "gemiddelde": [6.2, 7.0]}
    over = Toelichting("cijfer", onderwerp="rapportcijfer", namen=(("enquete3", "enquête"),))
    assert (
        state_bevinding(annotate(pd.DataFrame(rijen), over)) == "Rapportcijfer is in de enquête gemiddeld 6,2"
    )


def test_a_group_far_below_its_share_is_told_though_more_than_half_of_it_took_part() -> None:
    rijen = {"activiteit_id": "enq", "variabele": "leeftijd", "categorie": ["75 jaar en ouder", "18-44 jaar"]}
    rijen |= {"steekproef": [0.216, 0.784], "bevolking": [0.38, 0.62], "gemist": False}
    assert (
        state_bevinding(pd.DataFrame(rijen))
        == "De groep ‘75 jaar en ouder’ deed 16 procentpunt minder mee dan verwacht"
    )
    gelijk = pd.DataFrame(rijen | {"bevolking": [0.25, 0.75]})
    assert state_bevinding(gelijk) == "Aan enq deed geen groep minder dan half zo vaak mee als verwacht"


@pytest.mark.parametrize(
    ("ids", "zin"),
    [
        (["klantpanel_2026-03", "klantpanel_2026-10"], f"Aan het klantpanel deed geen groep {HALF}"),
        (["enquete", "klantpanel_2026-03"], f"Aan de enquête en het klantpanel deed geen groep {HALF}"),
        (["klantpanel_2026-03"], f"Aan het klantpanel van maart 2026 deed geen groep {HALF}"),
        (["klantpanel_2026-03", "focusgroep"], f"Geen groep deed {HALF} (klantpanel en focusgroepen)"),
        (
            ["enquete", "klantpanel_2026-03", "focusgroep", "straatgesprek"],
            f"Aan deze vier activiteiten deed geen groep {HALF}",
        ),
    ],
)
def test_that_no_group_was_missed_says_of_which_activities_for_another_phase_may_have_missed_one(
    ids: list[str], zin: str
) -> None:
    tabel = pd.DataFrame({"activiteit_id": ids, "variabele": "leeftijd", "categorie": "18-34"})
    tabel = tabel.assign(steekproef=0.5, bevolking=0.5, gemist=False)
    assert state_bevinding(tabel) == zin
    verborgen = tabel.assign(gemist=None)
    assert "een getoonde groep" in state_bevinding(verborgen)
    assert "…" not in state_bevinding(verborgen)
    zonder = tabel.drop(columns="activiteit_id")
    assert state_bevinding(zonder) == "Geen groep deed minder dan half zo vaak mee als verwacht"


@pytest.mark.parametrize("groep", ["Huurwoning", "60 jaar of ouder", "De Hoeven"])
def test_a_sentence_reads_well_for_a_group_that_is_named_after_a_thing_or_a_place(groep: str) -> None:
    """A home agrees with nothing and answers nothing: people do, in that group."""
    over = Toelichting(
        "cijfer",
        onderwerp="mijn woning is warm",
        per="g",
        groep_naam="groep",
        antwoorden="helemaal oneens – helemaal eens",
    )
    rijen = {"activiteit_id": "enq", "g": [groep, "rest"], "basis": 200, "verschilt": ["▼", ""]}
    rijen |= {"gemiddelde": [2.4, 3.3], "p_aangepast": [0.001, 0.4], "totaal": 2.8}
    assert (
        state_bevinding(annotate(pd.DataFrame(rijen), over))
        == f"Bij ‘{groep}’ is men het minder dan de rest eens met ‘mijn woning is warm’"
    )
    kruis = Toelichting("kruistabel", onderwerp="loket", per="g", groep_naam="groep")
    rijen |= {"label": "ja", "aandeel": [0.2, 0.5], "totaal": 0.4}
    tabel = annotate(pd.DataFrame(rijen), kruis)
    assert state_bevinding(tabel) == f"Bij ‘{groep}’ antwoordt men op ‘loket’ minder vaak ‘ja’ dan de rest"
    assert explain_bevinding(tabel) == (f"Bij ‘{groep}’ antwoordt 20% ‘ja’; van iedereen 40%.",)


def test_a_long_group_and_a_long_statement_still_make_a_whole_sentence() -> None:
    groep = "huurder van een woningcorporatie in de wijk De Hoeven"
    over = Toelichting(
        "cijfer",
        onderwerp="de gemeente luistert goed naar alle bewoners in mijn wijk",
        per="g",
        antwoorden="helemaal oneens – helemaal eens",
    )
    rijen = {"activiteit_id": "enq", "g": [groep, "rest"], "basis": 200, "verschilt": ["▲", ""]}
    rijen |= {"gemiddelde": [3.4, 2.3], "p_aangepast": [0.001, 0.4], "totaal": 2.8}
    zin = state_bevinding(annotate(pd.DataFrame(rijen), over))
    assert zin == "Bij ‘huurder van een woningcorporatie…’ is men het meer eens met ‘de gemeente luistert…’"
    assert len(zin) <= 90
