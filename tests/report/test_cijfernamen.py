"""A grade is told by its mean, with the activity where more than one has a grade."""

import pandas as pd
import pytest

from burgerdata.analysis.example import make_example
from burgerdata.findings import state_bevinding
from burgerdata.report.cijfernamen import tell_cijfers_apart
from burgerdata.report.file_names import LANGST
from burgerdata.report.oordelen import VERDELING, list_oordelen
from burgerdata.toelichting import Toelichting, annotate


def rename_vraag(traject, naam):
    """The example with another name for its grade, as a question that was never given a short one."""
    tabellen = {
        wat: tabel.assign(vraag_id=tabel["vraag_id"].cat.rename_categories({"cijfer": naam}))
        for wat, tabel in (
            ("vragen", traject.vragen),
            ("opties", traject.opties),
            ("antwoorden", traject.antwoorden),
        )
        if "cijfer" in tabel["vraag_id"].cat.categories
    }
    return traject.replace_tabellen(**tabellen)


@pytest.mark.parametrize("lengte", [1, 4])
def test_the_division_of_a_grade_keeps_the_name_of_its_mean_however_long(lengte):
    naam = "welk_cijfer_geeft_u_" * lengte
    tabellen = dict(list_oordelen(rename_vraag(make_example(), naam), ()))
    assert all(len(naam) <= LANGST for naam in tabellen)
    (verdeling,) = (naam for naam in tabellen if naam.endswith(VERDELING))
    assert "gemiddelde" in tabellen[verdeling.removesuffix(VERDELING)]
    assert "label" in tabellen[verdeling]


def make_cijfer(activiteit, vraag_id, **velden):
    tabel = pd.DataFrame({"activiteit_id": [activiteit], "basis": [90], "gemiddelde": [7.1]})
    return annotate(tabel, Toelichting("cijfer", onderwerp="rapportcijfer", vraag_id=vraag_id, **velden))


def test_two_grades_with_one_name_get_their_activity_and_one_alone_does_not(opbrengst):
    traject = opbrengst.traject
    cijfers = list(traject.vragen["vraag_id"][traject.vragen["gebruik"].eq("rapportcijfer")].unique())[:2]
    tabellen = {
        "een": make_cijfer("enquete", str(cijfers[0])),
        "twee": make_cijfer("klantpanel_2026-03", str(cijfers[1])),
        "geen_cijfer": make_cijfer("enquete", "stelling_1"),
    }
    zinnen = {naam: state_bevinding(tabel) for naam, tabel in tell_cijfers_apart(traject, tabellen).items()}
    panel = traject.activiteiten.set_index("activiteit_id")["panel"].loc["klantpanel_2026-03"]
    assert zinnen == {
        "een": "Rapportcijfer (enquête) is gemiddeld 7,1",
        "twee": f"Rapportcijfer ({panel}) is gemiddeld 7,1",
        "geen_cijfer": "Rapportcijfer is gemiddeld 7,1",
    }
    alleen = tell_cijfers_apart(traject, {"een": tabellen["een"]})
    assert state_bevinding(alleen["een"]) == "Rapportcijfer is gemiddeld 7,1"
