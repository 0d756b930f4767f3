"""The rows of vragen.xlsx about the community, the burgerberaad and the burgerdialoog; the other two need none."""

from __future__ import annotations

from maak import beraad, community, dialoog, formulier


def list_vragen() -> list[dict[str, object]]:
    """Return a row per column that the kit cannot know by itself."""
    geslacht, deed = formulier.KENMERKEN_VOORAF
    return [
        _rij("community", "Geslacht", "een_antwoord", "geslacht", "geslacht", rol="kenmerk"),
        _rij("community", "Leeftijdsgroep", "een_antwoord", "leeftijdsgroep", "leeftijdsgroep", rol="kenmerk"),
        _rij("community", community.POLL, "een_antwoord", "gesteunde_verbetering", "verbetering die u het meest steunt",
             gebruik="steun"),
        _rij("burgerberaad", geslacht, "een_antwoord", "geslacht", "geslacht", rol="kenmerk"),
        _rij("burgerberaad", deed, "een_antwoord", "deed_aangifte", "deed zelf aangifte", rol="kenmerk"),
        _rij("burgerberaad", beraad.ERNST, "schaal", "ernst_niets_horen", "ernst van niets meer horen", gebruik="ernst",
             schaal="cijfer 1-10"),
        _rij("burgerdialoog", dialoog.BELEID, "een_antwoord", "door_beleid", "veranderd door het beleid", fase="evaluatie"),
        _rij("burgerdialoog", dialoog.NODIG, "schaal", "nodig", "nodig dat het blijft", gebruik="steun", fase="evaluatie"),
        _rij("burgerdialoog", dialoog.EERLIJK, "schaal", "aanvaardbaar", "eerst online is aanvaardbaar", gebruik="steun",
             fase="evaluatie"),
    ]


def _rij(levering: str, kolom: str, soort: str, vraag_id: str, kort: str, **meer: object) -> dict[str, object]:
    basis = {"levering": levering, "kolom": kolom, "tekst": kolom, "soort": soort, "vraag_id": vraag_id, "kort": kort,
             "rol": "inhoud", "omkeren": "nee"}
    return basis | meer
