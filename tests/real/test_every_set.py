"""Every real set loads with the counts of its PROVENANCE.md, or is refused with a sentence that says where to look.

The numbers here are those of PROVENANCE.md, counted with other programs. Those of the five Polis dumps are in
tests/formats/test_polis.py and, cell by cell, tests/instruments/test_stemronde.py; those of the German platforms in
tests/formats/test_consul.py.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import burgerdata as bd
from burgerdata import Traject
from burgerdata.errors import ContractError

Zoek = Callable[[str], Path]
SEEN_BY_NAME = {
    "coded_jupyter_ux2015": {
        "20160115235816-SurveyExport.csv": 1706,
        "survey_short_columns.csv": 1706,
        "hinderances_themes.csv": 763,
        "integrations_themes.csv": 689,
        "workflow_needs_addressed_themes.csv": 688,
        "pleasant_aspects_themes.csv": 580,
        "difficult_aspects_themes.csv": 513,
        "features_changes_themes.csv": 547,
        "first_experience_enhancements_themes.csv": 325,
        "workflow_needs_not_addressed_themes.csv": 554,
        "roles.csv": 741,
    },
    "consult_themefinder_formats": {
        "responses_biomass_format.csv": 6,
        "responses_lgr_format.csv": 5,
        "responses_scr_format.csv": 5,
    },
    "consult_themefinder_gambling": {
        "inputs/respondents.jsonl": 100,
        "inputs/question_part_1/responses.jsonl": 100,
        "outputs/mapping/2025-07-22/question_part_1/mapping.jsonl": 100,
        "outputs/mapping/2025-07-22/question_part_1/sentiment.jsonl": 100,
        "outputs/mapping/2025-07-22/question_part_1/detail_detection.jsonl": 100,
        "outputs/mapping/2025-07-22/question_part_1/themes.json": 13,
    },
    "dutch_dekamer2017": {"dekamer_nl_open.csv": 557},
    "googleforms_rstudio_es2018": {
        "Learning R Internet Survey (Spanish Version) - Form Responses 1.tsv": 295,
        "Learning R Internet Survey (Spanish Version) - Question Names.tsv": 44,
    },
    "limesurvey_rse_nl2017": {"public_data.csv": 77},
    "panel_panelr": {"teen_poverty_wide.csv": 1151, "WageData_long.csv": 4165},
    "qualtrics_sample": {"sample.csv": 1, "sample_legacy.csv": 1},
    "spss_stata_pyreadstat": {
        "missing_char.sav": 2,
        "missing_test.dta": 1,
        "missing_test.sav": 2,
        "ordered_category.sav": 4,
        "sample.zsav": 5,
        "sample_missing.sav": 7,
        "sample_missing.csv": 7,
        "sample_missing_user.csv": 7,
        "simple_alltypes.sav": 6,
    },
    "surveymonkey_538": {
        "StarWars.csv": 1186,
        "comma-survey.csv": 1129,
        "thanksgiving-2015-poll-data.csv": 1058,
    },
    "sus_hcitools": {"SUSresponses.csv": 45},
    "sus_vr_queue": {
        "sus.csv": 30,
        "nasatlx.csv": 30,
        "demographics.csv": 30,
        "pre_fds.csv": 30,
        "post_fds.csv": 30,
    },
    "usability_jupyterlab2018": {"jupyterlab-ux-data.csv": 1581},
    "xlsform_pyxform": {"widgets.csv": 39},
}
"""Set → file → rows that other programs count in it; each row is a participant."""

CUES = {
    "captions_with_bom.vtt": 4,
    "comments.vtt": 3,
    "cue_tags.vtt": 3,
    "metadata_headers.vtt": 2,
    "metadata_headers_multiline.vtt": 2,
    "missing_caption_text.vtt": 5,
    "netflix_chicas_del_cable.vtt": 865,
    "one_caption.vtt": 1,
    "sample.vtt": 16,
    "styles.vtt": 1,
    "using_identifiers.vtt": 6,
    "youtube_dl.vtt": 4,
    "invalid.vtt": 7,
    "invalid_timeframe.vtt": 7,
    "invalid_timeframe_in_cue_text.vtt": 4,
    "missing_timeframe.vtt": 6,
}

REFUSED = {
    "consult_themefinder_formats/qu_format_a_numeric.xlsx": "heeft 4 tabellen: .*noem er één bij 'blad'",
    "consult_themefinder_formats/qu_format_b_instruction.xlsx": "heeft 4 tabellen: .*noem er één bij 'blad'",
    "consult_themefinder_gambling/inputs/question_part_1/question.json": "geen lijst van records",
    "dutch_gebruikersonderzoek/tilburg-publicatieportaal.md": "hierin staat geen tabel",
    "panel_panelr/WageData.rda": r"geen tekst, Excel-, Word- of SPSS-bestand.*exporteer het als \.xlsx, \.csv",
    "sus_hcitools/data.SUSresponses.rda": "geen tekst, Excel-, Word- of SPSS-bestand",
    "vtt_webvtt_py/empty.vtt": "dit bestand is leeg",
    "vtt_webvtt_py/no_captions.vtt": "geen gesprek met sprekers",
    **{
        f"limesurvey_citric_structures/{naam}": "een vragenlijst.*bij 'codeboek'"
        for naam in (
            "answers.lss",
            "survey.lss",
            "limesurvey_survey_432535.lss",
            "group.lsg",
            "free_text.lsq",
        )
    },
    **{
        f"xlsform_pyxform/{naam}.xlsx": "een vragenlijst.*bij 'codeboek'"
        for naam in ("UCL_Biomass_Plot_Form", "specify_other", "or_other", "choice_filter_test")
    },
    **{
        f"xlsform_pyxform/{naam}.xls": "een vragenlijst.*bij 'codeboek'"
        for naam in ("widgets", "blank_second_row", "spaces_in_choices_header")
    },
}
"""File → the words of the refusal; none of these holds answers of people as it stands."""


def explain(t: Traject) -> None:
    """Check that every record of every sheet went out or is explained in the logboek."""
    gebruikt = t.bronnen[t.bronnen["gebruikt"]]
    assert gebruikt["records_in"].eq(gebruikt["records_uit"] + gebruikt["records_verklaard"]).all()


@pytest.mark.parametrize("map_", sorted(SEEN_BY_NAME))
def test_a_set_of_answers_has_a_participant_per_row(map_: str, zoek: Zoek) -> None:
    for naam, rijen in SEEN_BY_NAME[map_].items():
        t = bd.read_bestand(zoek(f"{map_}/{naam}"))
        assert (naam, len(t.deelnemers)) == (naam, rijen)
        explain(t)


@pytest.mark.parametrize("pad", sorted(REFUSED))
def test_a_file_without_answers_is_refused_with_a_reason(pad: str, zoek: Zoek) -> None:
    instrument = "focusgroep" if pad.endswith(".vtt") else "enquete"
    with pytest.raises(ContractError, match=REFUSED[pad]):
        bd.read_bestand(zoek(pad), instrument=instrument)


def test_the_coding_project_has_its_codings_all_explained_by_texts_that_are_missing(zoek: Zoek) -> None:
    t = bd.read_bestand(zoek("qda_refi_skyloom/TestProject.qdpx"))
    assert t.bronnen[["records_in", "records_uit", "records_verklaard"]].to_numpy().tolist() == [[16, 0, 16]]
    redenen = t.logboek.groupby("reden", observed=True, dropna=False)["aantal"].sum()
    assert redenen["codering_zonder_tekst"] == 16
    assert redenen["brondocument_ontbreekt"] >= 6


ZONDER_TIJD = {"missing_timeframe.vtt": 1}
"""Words without a time are no cue, yet a record that the logboek explains."""


@pytest.mark.parametrize("naam", sorted(CUES))
def test_a_file_with_subtitles_has_its_cues_or_says_which_were_left_out(naam: str, zoek: Zoek) -> None:
    t = bd.read_bestand(zoek(f"vtt_webvtt_py/{naam}"), instrument="focusgroep")
    assert int(t.bronnen["records_in"].iloc[0]) == CUES[naam] + ZONDER_TIJD.get(naam, 0)
    assert len(t.fragmenten) == int(t.bronnen["records_uit"].iloc[0])
    explain(t)


def test_the_captions_of_a_meeting_have_four_cues_and_no_known_speaker(zoek: Zoek) -> None:
    t = bd.read_bestand(zoek("vtt_example_ccby/Example_subtitles_1.vtt"), instrument="focusgroep")
    assert len(t.fragmenten) == 4
    assert t.deelnemers["rol"].tolist() == ["onbekend"]


@pytest.mark.parametrize(
    ("pad", "n", "gemiddelde"),
    [("sus_hcitools/SUSresponses.csv", 45, 50.11), ("sus_vr_queue/sus.csv", 30, 71.67)],
)
def test_a_usability_score_is_the_one_that_was_computed_elsewhere(
    pad: str, n: int, gemiddelde: float, zoek: Zoek
) -> None:
    score = bd.score_sus(bd.read_bestand(zoek(pad), instrument="usability")).iloc[0]
    assert (score["n"], round(score["gemiddelde"], 2)) == (n, gemiddelde)
