"""The analyst decides which findings a report holds, and is told which names exist."""

from dataclasses import replace

from burgerdata.report.chapters.bevindingen import choose_bevindingen, list_keuzefouten
from burgerdata.report.choice import check_keuze, keep_keuze, read_keuze, state_voorstel

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


def test_every_unknown_name_is_told_with_the_nearest_one_and_the_others_stay():
    fouten = [str(fout) for fout in check_keuze(("pr33", "bronen", "pr4"), MOGELIJK)]
    assert [fout.rpartition("; ")[2] for fout in fouten] == ["bedoelde u 'pr3'?", "bedoelde u 'bronnen'?"]
    assert keep_keuze(("pr33", "bronen", "pr4"), MOGELIJK) == ("pr4",)


def test_of_more_than_seven_findings_the_first_seven_stay():
    namen = {f"pr{nr}": "" for nr in range(1, 9)}
    [fout] = check_keuze(tuple(namen), namen)
    assert str(fout).endswith("; kies er hoogstens 7")
    assert keep_keuze(tuple(namen), namen) == tuple(namen)[:7]


def test_a_finding_with_a_chapter_of_its_own_needs_no_choosing():
    [fout] = check_keuze(("ev2",), MOGELIJK, elders=("ev2",))
    assert "'ev2' heeft in het rapport al een eigen hoofdstuk; haal deze regel weg" in str(fout)


def test_a_choice_with_one_wrong_name_is_the_choice_of_the_others(opbrengst):
    """What is left of it is the analyst's; of a choice without any right name the kit proposes."""
    deels = replace(opbrengst, keuze=("pr3", "ev2", "bronnen"))
    assert [antwoord.id for antwoord in choose_bevindingen(deels)] == ["pr3", "bronnen"]
    assert len(list_keuzefouten(deels)) == 1
    niets = replace(opbrengst, keuze=("ev2",))
    voorstel = replace(opbrengst, keuze=())
    assert choose_bevindingen(niets) == choose_bevindingen(voorstel)
