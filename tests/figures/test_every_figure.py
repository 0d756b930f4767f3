"""What holds for every figure: keeps the rules, equal bytes, a digest that tells what a picture hides, no leaks."""

import hashlib
import time

import pandas as pd
import pytest
from figuren import ALLE, draw

from burgerdata.errors import BronError, MethodeError
from burgerdata.figures import validate_figuur
from burgerdata.figures.layout import render_png, render_svg
from burgerdata.toelichting import annotate, read_toelichting

NAMEN = sorted(ALLE)
WAARDE = {
    "verdeling": "aandeel",
    "verdeling_per": "aandeel",
    "groepen": "gemiddelde",
    "kruistabel": "aandeel",
    "stellingen": "aandeel",
    "themas": "aandeel",
    "themas_gesprek": "n",
    "verandering": "waarde_naar",
    "verandering_aandelen": "waarde_naar",
    "themas_over_metingen": "waarde_naar",
    "codeurs": "alpha",
    "leercurve": "f1_per_thema",
    "verzadiging": "totaal",
    "woorden": "z",
    "samenhang": "n",
    "respons": "n",
    "taken": "aandeel",
    "taken_klein": "n",
    "sus": "gemiddelde",
    "stemmen": "aandeel",
    "stemmen_weinig": "n",
    "meningsgroepen": "n",
    "populatie": "steekproef",
    "prioriteiten": "oordeel",
}


@pytest.mark.parametrize("naam", NAMEN)
def test_no_figure_breaks_a_rule_on_paper(naam):
    assert validate_figuur(draw(naam)) == []


@pytest.mark.parametrize("naam", sorted(set(NAMEN) - {"respons", "kruistabel", "bronnen"}))
def test_no_figure_breaks_a_rule_on_a_slide(naam):
    assert validate_figuur(draw(naam).change_formaat("dia")) == []


def test_a_slide_that_cannot_hold_five_sources_is_refused_with_the_remedy():
    with pytest.raises(MethodeError, match="formaat='a4'"):
        draw("bronnen").change_formaat("dia").png()


@pytest.mark.parametrize("naam", NAMEN)
def test_png_and_svg_are_equal_bytes_on_a_second_run(naam):
    een, twee = draw(naam).draw(), draw(naam).draw()
    assert render_svg(een, titel=naam) == render_svg(twee, titel=naam)
    if naam in ("verdeling", "stellingen", "bronnen", "verandering"):
        assert render_png(een, dpi=50) == render_png(twee, dpi=50)


@pytest.mark.parametrize("naam", sorted(WAARDE))
def test_the_digest_changes_when_one_value_changes_in_the_third_decimal(naam):
    plot, tabel, titel = ALLE[naam]
    kolom = WAARDE[naam]
    stap = 1 if kolom in ("n", "totaal") else 0.001
    anders = (
        tabel[kolom].where(tabel.index != tabel.index[-1], tabel[kolom] + stap).astype(tabel[kolom].dtype)
    )
    nieuw = annotate(tabel.assign(**{kolom: anders}), read_toelichting(tabel))
    assert plot(nieuw, titel=titel).digest != draw(naam).digest


@pytest.mark.parametrize("naam", ["verdeling", "stellingen", "bronnen", "verandering_aandelen"])
def test_the_digest_does_not_depend_on_where_texts_are_broken(naam, tmp_path):
    stijl = tmp_path / "breed.mplstyle"
    stijl.write_text("font.family: DejaVu Serif\n", encoding="utf-8")
    assert draw(naam, style_path=stijl).digest == draw(naam).digest


def test_the_digest_holds_title_question_labels_values_colours_and_alt():
    digest = draw("verdeling").digest
    for deel in (
        "titel: Bijna de helft",
        "vraag: Weet u waar",
        "alt: Staafdiagram",
        "0.4464",
        "#3e97d1",
        "tekst: 45%",
    ):
        assert deel in digest


@pytest.mark.parametrize("naam", ["verdeling", "groepen", "themas", "stellingen"])
def test_drawing_leaves_the_callers_table_alone(naam):
    tabel = ALLE[naam][1]
    voor = tabel.copy()
    draw(naam)
    pd.testing.assert_frame_equal(tabel, voor)


def test_a_notebook_gets_a_picture_with_alt_and_the_digest_as_text():
    gegevens, extra = draw("verdeling")._repr_mimebundle_()
    assert gegevens["text/plain"] == draw("verdeling").digest
    assert gegevens["image/png"].startswith("iVBORw0KGgo")
    assert extra["image/png"]["alt"] == draw("verdeling").alt


def test_saving_writes_png_svg_and_a_csv_that_dutch_excel_opens(tmp_path):
    figuur = draw("verdeling")
    paden = figuur.save(tmp_path / "figuren", naam="pr4")
    assert [pad.name for pad in paden] == ["pr4.png", "pr4.svg", "pr4.csv"]
    for pad, los in zip(paden, (figuur.png(), figuur.svg()), strict=False):
        assert hashlib.sha256(pad.read_bytes()).digest() == hashlib.sha256(los).digest()
    terug = pd.read_csv(paden[2], sep=";", decimal=",", encoding="utf-8-sig")
    assert terug["aandeel"].tolist() == pytest.approx(figuur.tabel["aandeel"].tolist())


def test_the_svg_holds_no_date_no_path_and_no_version_of_the_machine():
    svg = draw("verdeling").svg().decode()
    assert "<dc:date>" not in svg
    assert "matplotlib.org" not in svg
    assert "nl-NL" in svg


def test_a_figure_is_drawn_in_half_a_second():
    draw("stellingen").png()
    duur = []
    for _ in range(3):
        begin = time.process_time()
        draw("stellingen").png(dpi=120)
        duur.append(time.process_time() - begin)
    assert min(duur) < 0.5


def test_drawing_puts_the_settings_of_matplotlib_back():
    import matplotlib as mpl

    voor = dict(mpl.rcParams)
    draw("groepen").png(dpi=50)
    assert dict(mpl.rcParams) == voor


def test_an_own_style_file_changes_letters_and_nothing_else_is_needed(tmp_path):
    stijl = tmp_path / "eigen.mplstyle"
    stijl.write_text("font.family: DejaVu Serif\n", encoding="utf-8")
    figuur = draw("verdeling", style_path=stijl)
    assert figuur.svg() != draw("verdeling").svg()
    assert validate_figuur(figuur) == []


def test_a_missing_style_file_is_named_with_its_remedy(tmp_path):
    with pytest.raises(BronError, match=r"huis\.mplstyle: het stijlbestand bestaat niet"):
        draw("verdeling", style_path=tmp_path / "huis.mplstyle").png()


def test_dollars_emoji_and_line_breaks_in_a_label_are_drawn_as_they_are():
    plot, tabel, titel = ALLE["verdeling"]
    vreemd = tabel.assign(label=["$5 en $6", "fijn \U0001f98a", "a\nb", "Anders"])
    digest = plot(annotate(vreemd, read_toelichting(tabel)), titel=titel).digest
    assert "$5 en $6" in digest
    assert "fijn □" in digest
    assert "a b" in digest
