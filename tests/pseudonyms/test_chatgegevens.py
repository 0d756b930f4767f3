"""What people share in a chat: a number behind @, a link that opens a chat with somebody, a place on a map."""

from __future__ import annotations

import pytest

from burgerdata.pseudonyms import mask_text


@pytest.mark.parametrize(
    ("tekst", "masked"),
    [
        ("@31612345678 eens", "[telefoonnummer] eens"),
        ("eens met @4915112345678.", "eens met [telefoonnummer]."),
        ("app mij: https://wa.me/31612345678?text=hoi", "app mij: [telefoonnummer]"),
        ("api.whatsapp.com/send?phone=31612345678", "[telefoonnummer]"),
        ("hier https://maps.google.com/?q=52.370216,4.895168", "hier [webadres]"),
        ("zie https://maps.app.goo.gl/AbC123xyz", "zie [webadres]"),
        ("https://www.google.nl/maps/place/52.37,4.89 is het", "[webadres] is het"),
        ("https://www.openstreetmap.org/#map=19/52.37022/4.89517", "[webadres]"),
        ("ik sta op 52.370216, 4.895168", "ik sta op [adres]"),
        ("ik sta op 52,37022 4,89517", "ik sta op [adres]"),
        ("ik zit op t.me/bomenridder", "ik zit op [webadres]"),
    ],
)
def test_what_tells_who_or_where_somebody_is_does_not_stay(tekst: str, masked: str) -> None:
    assert mask_text(tekst)[0] == masked


@pytest.mark.parametrize(
    "tekst",
    [
        "ik zoek het op met google maps",
        "van 52.5 naar 4.25 procent",
        "53.1234 en 4.5 zijn de waarden",
        "52,3702 en 4,8952 zijn de waarden",
        "@200 meter rechts",
        "zie www.google.nl of www.overheid.nl/kaart",
    ],
)
def test_a_word_about_maps_and_a_number_stay(tekst: str) -> None:
    assert mask_text(tekst)[0] == tekst
