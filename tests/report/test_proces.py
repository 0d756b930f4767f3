"""How participants judge the participation: what misses its norm is told first, and every source is told."""

from dataclasses import replace

from burgerdata.report.blocks import Alinea, Citaat, Opsomming
from burgerdata.report.chapters.bevindingen import compare_sources
from burgerdata.report.chapters.citaten import drop_herhaalde, pick_citaten, print_citaten
from burgerdata.report.chapters.proces import build, tell_indicatoren
from burgerdata.report.chapters.projectleider import tell_projectleider
from burgerdata.report.chapters.wie import list_activiteiten
from burgerdata.report.texts import Tekst


def test_what_misses_its_norm_is_told_before_anything_else(opbrengst):
    blokken = build(opbrengst, {})
    assert isinstance(blokken[1], Opsomming)
    eerste = blokken[1].punten[0]
    assert eerste.startswith("Gehoord en gerespecteerd (P3): 40% in de enquête (n = 388), onder de norm")
    assert eerste.endswith("; de norm is 70%.")


def test_grade_expectation_and_trust_are_told_of_every_source(opbrengst):
    tekst = "\n".join(tell_indicatoren(opbrengst))
    assert "47 van de 56 in het burgerberaad achteraf" in tekst
    assert "7,4 in de enquête" in tekst
    assert "van 5,5 naar 6,3" in tekst  # trust before and after: T1


def test_the_project_leader_is_told_by_the_form_and_the_analyst_may_add_to_it(opbrengst):
    formulier = build(opbrengst, {})[-1]
    assert formulier.kop == "De projectleider (burgerberaad) vulde dezelfde vragen in."
    assert "Mee oneens: ‘Ik werd op tijd betrokken, er lag nog iets open’ (P6)." in formulier.tekst
    assert formulier.tekst.endswith("Rapportcijfer (P7): 7. Past bij de verwachting (P8): 6.")
    blokken = build(opbrengst, {"projectleider": Tekst("", ("De planning was krap.",))})
    assert blokken[-2:] == [formulier, Alinea("De planning was krap.")]


def test_without_form_and_text_the_project_leader_is_not_measured(voorbeeld):
    zonder = voorbeeld.only(activiteit_id=["burgerberaad", "burgerberaad_achteraf"])
    [blok] = tell_projectleider(zonder, {})
    assert blok.tekst.startswith("niet gemeten")
    assert "formulier_projectleider.xlsx" in blok.tekst


def test_the_form_of_a_project_leader_is_no_activity_of_citizens(opbrengst):
    naam = "burgerberaad_projectleider"
    assert naam in set(opbrengst.traject.activiteiten["activiteit_id"])
    tabellen = [*opbrengst.tabellen.values(), list_activiteiten(opbrengst)]
    assert not any(tabel.astype("str").eq(naam).any(axis=None) for tabel in tabellen)
    assert "burgerberaad projectleider" not in set(list_activiteiten(opbrengst).iloc[:, 0])


def test_a_finding_about_themes_has_quotes_of_its_theme_first_each_of_another_person(opbrengst):
    [bronnen] = compare_sources(opbrengst)
    citaten = pick_citaten(bronnen, opbrengst)
    assert len(citaten) == 3
    assert [c.bron.split("thema ")[1] for c in citaten[:2]] == ["terugkoppeling"] * 2
    assert citaten[0].tekst in set(opbrengst.tabellen["citaten"]["tekst"])


def test_what_is_not_about_a_theme_has_no_quotes(opbrengst):
    assert pick_citaten(opbrengst.antwoorden["pr3"], opbrengst) == ()
    assert (
        pick_citaten(opbrengst.antwoorden["dv3"], opbrengst) == ()
    )  # a list of problems, with themes beside it


def test_quotes_about_another_theme_than_the_heading_names_stand_below_a_line_that_says_so(opbrengst):
    [bronnen] = compare_sources(opbrengst)
    blokken = print_citaten(bronnen, opbrengst)
    assert [getattr(blok, "bron", blok.tekst).split("thema ")[-1] for blok in blokken] == [
        *["terugkoppeling"] * 2,
        "Over andere thema's zeggen deelnemers:",
        blokken[-1].bron.split("thema ")[-1],
    ]
    assert "terugkoppeling" not in blokken[-1].bron
    # where that quote was printed before, the line above it would announce nothing
    laatste = [blok for blok in drop_herhaalde([blokken[-1], *blokken]) if isinstance(blok, Alinea)]
    assert laatste == []


def test_a_quote_is_printed_once():
    een, twee = Citaat("een", "straat"), Citaat("twee", "straat")
    assert list(drop_herhaalde([een, twee, een])) == [een, twee]


def test_a_quote_about_a_theme_of_another_finding_does_not_stand_here(opbrengst):
    """Of a phase whose theme nobody was quoted on: quotes that have a heading of their own stay there."""
    antwoord = next(a for a in opbrengst.answered() if a.fase and len(pick_citaten(a, opbrengst)))
    eigen = pick_citaten(antwoord, opbrengst)[0].bron.split("thema ")[1]
    alle = opbrengst.tabellen["citaten"]
    ander = next(t for t in alle["thema"].astype("str") if t != eigen)
    zonder = {**opbrengst.tabellen, "citaten": alle[alle["thema"].astype("str").eq(ander)]}

    def pick(zinnen):
        antwoorden = {str(nr): replace(antwoord, bevinding=zin) for nr, zin in enumerate(zinnen)}
        return pick_citaten(antwoord, replace(opbrengst, tabellen=zonder, antwoorden=antwoorden))

    assert pick([antwoord.bevinding])
    assert pick([antwoord.bevinding, f"‘{ander.capitalize()}’ komt in alle bronnen terug"]) == ()
