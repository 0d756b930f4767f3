"""An address is told by the name before it, whatever the street is called."""

from __future__ import annotations

import pytest

from burgerdata.pseudonyms import mask_text


@pytest.mark.parametrize(
    ("text", "gemaskeerd"),
    [
        ("mw Ten Hoopen (Wiekslag 3) is het zat", "mw [naam] ([adres]) is het zat"),
        ("mw [naam] (Wiekslag 3) is het zat", "mw [naam] ([adres]) is het zat"),
        ("mw Jansen, Wiekslag 3b, wacht", "mw [naam], [adres], wacht"),
        ("Henk de Vries (Op de Heuvel 12, Zwolle)", "[naam] ([adres], Zwolle)"),
        ("Jansen, Rode Klaver nr. 5.", "[naam], [adres]."),
        ("mw Jansen (groep 3), (Kamer 12)", "mw [naam] (groep 3), (Kamer 12)"),
        ("mw Jansen (Kamer 12) zegt", "mw [naam] (Kamer 12) zegt"),
        ("mw Jansen (Wmo 2015) zegt", "mw [naam] (Wmo 2015) zegt"),
        ("mw Jansen (april 3) en Jansen (Ronde 2)", "mw [naam] (april 3) en [naam] (Ronde 2)"),
        ("mw Jansen, Zwolle 2030, wacht", "mw [naam], Zwolle 2030, wacht"),
        ("mw Jansen, Bijlage 3 gaat daarover", "mw [naam], Bijlage 3 gaat daarover"),
        ("mw Jansen (Ajax 1), Windows 10, zegt", "mw [naam] (Ajax 1), Windows 10, zegt"),
        ("mw Jansen, Windows 10, doet het niet", "mw [naam], Windows 10, doet het niet"),
        ("mw Jansen (Route 66) zegt", "mw [naam] (Route 66) zegt"),
        ("mw Jansen (Wiekslag 3 Soest)", "mw [naam] ([adres] Soest)"),
        ("mw Jansen (Wiekslag huisnr 3 te Den Haag)", "mw [naam] ([adres] te Den Haag)"),
        ("mw Jansen (Wiekslag 3A-12)", "mw [naam] ([adres])"),
        ("mw Jansen, Wiekslag 3 Bakker belde", "mw [naam], Wiekslag 3 Bakker belde"),
        ("mw Jansen\nDe Meent 3\nSoest", "mw [naam]\n[adres]\nSoest"),
        ("mw Jansen\nMeidoorn 12\n3761 AB Soest", "mw [naam]\n[adres]\n[postcode] Soest"),
        ("mw Jansen\nVeiligheid 7\nGroen 8", "mw [naam]\nVeiligheid 7\nGroen 8"),
        ("mw Jansen\nTafel 3 Utrecht", "mw [naam]\nTafel 3 Utrecht"),
    ],
)
def test_a_number_behind_a_name_is_an_address_unless_it_counts_something(text: str, gemaskeerd: str) -> None:
    assert mask_text(text)[0] == gemaskeerd
