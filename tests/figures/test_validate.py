"""The validator finds each planted fault and only that."""

import re
from dataclasses import dataclass, replace

import figuurtabellen as t
import pandas as pd
import pytest
from figuren import draw

from burgerdata.figures import plot_groepen, plot_verdeling, validate, validate_figuur
from burgerdata.figures.layout import Tekening, Vlak
from burgerdata.toelichting import annotate, change_toelichting, read_toelichting


@dataclass(frozen=True)
class Extra:
    """A drawing with something drawn over it."""

    onder: Tekening
    doe: object

    def measure(self, breedte, formaat):
        return self.onder.measure(breedte, formaat)

    def draw(self, vlak: Vlak):
        self.onder.draw(vlak)
        self.doe(vlak)


def _with(doe, naam="verdeling"):
    figuur = draw(naam)
    return replace(figuur, tekening=Extra(figuur.tekening, doe))


def _faults(figuur):
    return [fout.split(":")[0] for fout in validate_figuur(figuur)]


@pytest.mark.parametrize(
    ("titel", "fout"),
    [
        ("", "ontbreekt"),
        ("Klachten per kanaal", "geen werkwoord"),
        ("Dit is " + "een veel te lange titel " * 4, "tekens"),
        ("In 3 van de 5 gemeenten is 40% tevreden", "getallen"),
        ("De nieuwe brief leidt tot meer begrip en dat is mooi", "noemt een oorzaak"),
        ("De helft weet het niet. De rest is tevreden", "meer dan één zin"),
    ],
)
def test_a_bad_title_is_found(titel, fout):
    fouten = validate_figuur(replace(draw("verdeling"), titel=titel))
    assert len(fouten) == 1
    assert fout in fouten[0]


@pytest.mark.parametrize(
    "titel",
    [
        "Mensen van 18-34 jaar geven een 6,1",
        "Ongeveer 1 op de 4 mensen (24%) weet het niet",
        "In maart 2026 was 40% tevreden",
    ],
)
def test_ages_months_and_one_in_four_are_not_second_numbers(titel):
    overig = [fout for fout in validate_figuur(replace(draw("verdeling"), titel=titel)) if "getallen" in fout]
    assert overig == (["titel: 2 getallen; houd het bij 1"] if "24%" in titel else [])


@pytest.mark.parametrize(
    ("deel", "waarde", "regel"),
    [
        ("alt", "", "alt"),
        ("alt", "Een. Twee. Drie.", "alt"),
        ("vraag", "", "vraag"),
        ("basis", "", "voet"),
        ("bron", "", "voet"),
    ],
)
def test_missing_words_are_found(deel, waarde, regel):
    assert _faults(replace(draw("verdeling"), **{deel: waarde})) == [regel]


def test_a_base_line_without_weighting_is_found():
    assert _faults(replace(draw("verdeling"), basis="Basis: iedereen, n = 1.389.")) == ["voet"]


def test_a_bar_in_the_wrong_order_is_found():
    figuur = draw("verdeling")
    andersom = figuur.tabel.assign(aandeel=figuur.tabel["aandeel"].to_numpy()[::-1])
    assert "volgorde" in _faults(replace(figuur, tabel=change_toelichting(andersom)))


@pytest.mark.parametrize(
    ("naam", "kolom"),
    [("stellingen", "netto"), ("populatie", "verschil")],
)
def test_statements_and_gaps_in_the_wrong_order_are_found(naam, kolom):
    figuur = draw(naam)
    waarden = figuur.tabel[kolom]
    andersom = figuur.tabel.assign(**{kolom: (1 - waarden.abs()) if naam == "populatie" else -waarden})
    assert _faults(replace(figuur, tabel=change_toelichting(andersom))) == ["volgorde"]


def test_statuses_in_the_wrong_order_are_found():
    figuur = draw("doorwerking")
    rijen = figuur.tekening.rijen[::-1]
    assert _faults(replace(figuur, tekening=replace(figuur.tekening, rijen=rijen))) == ["volgorde"]


@pytest.mark.parametrize(
    "naam", ["verdeling", "themas", "populatie", "prioriteiten", "scorekaart", "bronnen"]
)
def test_a_row_that_is_left_out_and_not_named_is_found(naam):
    figuur = draw(naam)
    kolom = {
        "verdeling": "label",
        "populatie": "categorie",
        "prioriteiten": "aspect",
        "scorekaart": "indicator",
    }
    extra = figuur.tabel.head(1).assign(**{kolom.get(naam, "thema"): "een groep die niemand ziet"})
    meer = pd.concat([figuur.tabel, extra], ignore_index=True)
    meer = annotate(meer, read_toelichting(figuur.tabel))
    assert "weggelaten" in _faults(replace(figuur, tabel=meer))
    genoemd = replace(figuur, tabel=meer, tekens=("Niet getoond: één groep; zie de tabel.", *figuur.tekens))
    assert "weggelaten" not in _faults(genoemd)


def test_a_label_with_a_decimal_is_found():
    assert "label: '12,5%' is geen heel percentage" in validate_figuur(
        _with(lambda vlak: vlak.write("12,5%", 2, 2))
    )


def test_a_base_line_without_a_number_of_people_is_found():
    assert _faults(replace(draw("verdeling"), basis="Basis: iedereen die antwoord gaf. Gewogen.")) == ["voet"]


def test_an_interval_of_a_qualitative_source_is_found():
    def doe(vlak):
        vlak.figuur.axes[0].hlines([1.0], [0.1], [0.2], colors="#1A1A1A")

    assert "kwalitatief" in _faults(_with(doe, "stemmen_weinig"))


def test_every_one_of_the_eleven_rules_is_checked_and_says_which_it_is():
    """The numbers are those of the list of rules; a check that no list names is one too many or lost its number."""
    uitleg = [regel.__doc__ for regel in validate._REGELS]
    nummers = {int(nr) for tekst in uitleg for nr in re.findall(r"^Rule (\d+)", tekst)}
    assert nummers == set(range(1, 12))


def test_a_group_without_n_is_found():
    figuur = plot_groepen(t.cijfer(), titel="Jongeren geven een lager cijfer")
    zonder = replace(figuur.tekening, rechts=())
    assert "n" in _faults(replace(figuur, tekening=zonder))


def test_a_triangle_that_no_test_marked_is_found():
    figuur = plot_groepen(t.cijfer(), titel="Jongeren geven een lager cijfer")
    kaal = change_toelichting(figuur.tabel.assign(verschilt=["", "", "", "", ""]))
    assert "verschil" in _faults(replace(figuur, tabel=kaal))


def test_missing_intervals_and_their_explanation_are_found():
    met = draw("verdeling")
    zonder = plot_verdeling(met.tabel.drop(columns=["onder", "boven"]), titel=met.titel)
    assert _faults(replace(met, tekening=zonder.tekening, tekens=())) == ["interval", "interval"]


def test_a_percentage_of_a_qualitative_source_is_found():
    figuur = draw("themas_gesprek")
    assert "kwalitatief" in _faults(_with(lambda vlak: vlak.write("71%", 0, 0), "themas_gesprek"))
    assert "kwalitatief" not in _faults(figuur)


def test_a_value_left_in_a_suppressed_row_is_found():
    figuur = draw("verdeling")
    lek = change_toelichting(figuur.tabel.assign(onderdrukt=[True, False, False, False]))
    assert "onderdrukt" in _faults(replace(figuur, tabel=lek))


def test_a_label_of_three_percent_is_found():
    assert _faults(_with(lambda vlak: vlak.write("3%", 2, 2)))[0] == "label"


def test_small_letters_are_found():
    assert "letters" in _faults(_with(lambda vlak: vlak.write("klein", 2, 2, fontsize=7)))


def test_a_text_over_another_is_found():
    def doe(vlak):
        vlak.write("een tekst", 2, 2)
        vlak.write("een andere", 6, 4)

    assert any("staan over elkaar" in fout for fout in validate_figuur(_with(doe)))


def test_a_text_over_the_edge_is_found():
    assert any(
        "valt buiten" in fout for fout in validate_figuur(_with(lambda vlak: vlak.write("te lang", 440, 2)))
    )


def test_a_light_text_and_a_light_bar_are_found():
    def doe(vlak):
        vlak.write("licht", 2, 2, color="#AAAAAA")
        vlak.figuur.axes[0].barh([60], [0.1], height=2, color="#EEEEEE")

    fouten = validate_figuur(_with(doe))
    assert any("te licht" in fout for fout in fouten)
    assert any("#EEEEEE is op wit niet te zien" in fout for fout in fouten)


def test_red_beside_green_is_found():
    def doe(vlak):
        vlak.figuur.axes[0].barh([20, 60], [0.1, 0.1], height=2, color=["#D52B1E", "#39870C"])

    assert any("rood" in fout for fout in validate_figuur(_with(doe)))


def test_a_sixth_colour_is_found():
    def doe(vlak):
        kleuren = ["#1B3A6B", "#D95F02", "#6B3A1E", "#5B2A86", "#006D77"]
        vlak.figuur.axes[0].barh(range(5), [0.1] * 5, height=0.5, color=kleuren)

    assert any(fout.startswith("kleuren: 6") for fout in validate_figuur(_with(doe)))


def test_a_figure_of_another_size_is_found():
    assert "formaat" in _faults(_with(lambda vlak: vlak.figuur.set_figwidth(5)))


def test_a_source_line_that_breaks_at_a_hyphen_is_there():
    bron = f"Bron: {', '.join(['usability-onderzoek'] * 25)}."
    assert _faults(replace(draw("verdeling"), bron=bron)) == []
