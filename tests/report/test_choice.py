"""The analyst decides which findings a report holds, and is told which names exist."""

import pytest

from burgerdata.errors import ContractError
from burgerdata.report.choice import check_keuze, read_keuze, state_voorstel

MOGELIJK = {"bronnen": "A komt terug", "pr3": "B is lager", "pr4": "C is 6,5"}


def test_a_line_names_a_finding_and_the_rest_is_for_the_reader(tmp_path):
    (tmp_path / "keuze.md").write_text("# uitleg\n\npr3  B is lager\n- bronnen\n#pr4\npr3\n", "utf-8")
    assert read_keuze(tmp_path) == ("pr3", "bronnen")


def test_without_a_file_the_choice_is_left_to_the_kit(tmp_path):
    assert read_keuze(tmp_path) == ()


def test_the_proposal_reads_back_as_the_findings_it_proposes(tmp_path):
    tekst = state_voorstel({naam: MOGELIJK[naam] for naam in ("pr3", "bronnen")}, {"pr4": MOGELIJK["pr4"]})
    (tmp_path / "keuze.md").write_text(tekst, "utf-8")
    assert read_keuze(tmp_path) == ("pr3", "bronnen")


def test_every_unknown_name_is_refused_with_the_nearest_one():
    with pytest.raises(ContractError) as fout:
        check_keuze(("pr33", "bronen", "pr4"), MOGELIJK)
    assert len(fout.value.problemen) == 2
    assert "bedoelde u 'pr3'?" in str(fout.value)
    assert "bedoelde u 'bronnen'?" in str(fout.value)


def test_more_than_seven_findings_are_refused():
    namen = {f"pr{nr}": "" for nr in range(1, 9)}
    with pytest.raises(ContractError, match="kies er hoogstens 7"):
        check_keuze(tuple(namen), namen)


def test_a_finding_with_a_chapter_of_its_own_needs_no_choosing():
    with pytest.raises(
        ContractError, match="'ev2' heeft in het rapport al een eigen hoofdstuk; haal deze regel weg"
    ):
        check_keuze(("ev2",), MOGELIJK, elders=("ev2",))
