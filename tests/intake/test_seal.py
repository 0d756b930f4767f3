"""Nothing that identifies a person leaves intake, and the logboek says what was done."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from burgerdata.errors import BronError
from burgerdata.intake import Logboek, Zegel, check_balance, read_names, seal_vorm
from burgerdata.intake.seal_gesprek import is_leider
from burgerdata.pseudonyms import Sleutel
from burgerdata.shapes import PERSOON, RECORD, RIJ, Gesprek, Kolom, Tabel

ZEGEL = Zegel(Sleutel(b"k" * 32), "enquete")


def make_tabel(kolommen: dict[str, list[str]], labels: dict[str, dict[str, str]] | None = None) -> Tabel:
    frame = pd.DataFrame(kolommen, dtype="str")
    frame.insert(0, RIJ, range(2, len(frame) + 2))
    codes = labels or {}
    return Tabel("e.csv", "csv", frame, tuple(Kolom(naam, labels=codes.get(naam, {})) for naam in kolommen))


def make_gesprek(beurten: list[tuple[str, str]], bestand: str = "fg1.docx") -> Gesprek:
    frame = pd.DataFrame(beurten, columns=["spreker", "tekst"], dtype="str")
    frame.insert(0, RIJ, range(1, len(frame) + 1))
    return Gesprek(bestand, "docx", frame.assign(begin_s=float("nan")))


def seal(vorm: Tabel | Gesprek, zegel: Zegel = ZEGEL) -> tuple[pd.DataFrame, pd.DataFrame]:
    logboek = Logboek(vorm.bestand)
    sealed = seal_vorm(vorm, replace(zegel, namen=(*zegel.namen, *read_names(vorm, zegel))), logboek)
    return (sealed.frame if isinstance(sealed, Tabel) else sealed.beurten), logboek.to_frame()


def test_identifying_columns_are_dropped_by_header_and_by_content() -> None:
    frame, logboek = seal(
        make_tabel(
            {
                "Respnr": ["1", "2"],
                "E-mailadres": ["", ""],
                "Wat is uw naam?": ["Piet", "Kim"],
                "LocationLatitude": ["52.1", "52.2"],
                "overig": ["a@b.nl", "c@d.nl"],
                "cijfer": ["7", "8"],
            }
        )
    )
    assert list(frame.columns) == [RIJ, RECORD, PERSOON, "cijfer"]
    weg = logboek[logboek["reden"] == "kolom_persoonsgegeven"]
    assert weg["kolom"].tolist() == ["Respnr", "E-mailadres", "Wat is uw naam?", "LocationLatitude", "overig"]


def test_answers_that_look_like_data_are_left_alone() -> None:
    kolommen = {
        "datum": ["2026-03-01", "01-03-2026"],
        "postcode": ["1234", "2511"],
        "inkomen": ["12.500", "31000"],
        "duur_ms": ["111222333", "123456782"],
        "Naam locatie": ["Markt", "Station"],
        "q1": ["1", "2"],
    }
    frame, logboek = seal(make_tabel(kolommen, {"q1": {"1": "Jan", "2": "Henk"}}), ZEGEL)
    over = {naam: frame[naam].tolist() for naam in kolommen if naam in frame}
    assert over == {naam: cellen for naam, cellen in kolommen.items() if naam != "duur_ms"}
    assert logboek["kolom"].tolist() == ["", "duur_ms"]  # a column of nothing but possible BSNs is dropped


def test_a_full_postcode_becomes_four_digits() -> None:
    frame, logboek = seal(make_tabel({"Postcode": ["1234 AB", "2511"], "x": ["1", "2"]}))
    assert frame["Postcode"].tolist() == ["1234", "2511"]
    assert logboek.loc[logboek["reden"] == "cel_gewijzigd", "rij"].tolist() == [2]


def test_open_answers_are_masked_and_each_cell_has_its_row_in_the_logboek() -> None:
    frame, logboek = seal(
        make_tabel({"open": ["prima zo", "bel henk op 06-12345678", "mail a@b.nl maar niet fatima"]})
    )
    assert frame["open"].tolist()[1:] == [
        "bel [naam] op [telefoonnummer]",
        "mail [e-mailadres] maar niet [naam]",
    ]
    cellen = logboek[logboek["reden"] == "cel_gemaskeerd"]
    assert cellen[["rij", "kolom", "aantal"]].to_numpy().tolist() == [[3, "open", 2], [4, "open", 2]]


def test_an_analyst_can_keep_a_column_as_masked_text_and_drop_another() -> None:
    zegel = Zegel(ZEGEL.sleutel, "enquete", open=frozenset({"straat"}), weg=frozenset({"geheim"}))
    frame, _ = seal(make_tabel({"straat": ["bij henk", "markt"], "geheim": ["x", "y"]}), zegel)
    assert frame["straat"].tolist() == ["bij [naam]", "markt"]
    assert "geheim" not in frame


def test_a_person_keeps_one_id_over_the_waves_of_a_panel_and_not_beyond() -> None:
    tabel = make_tabel({"panel_id": ["KP1", "KP2", "KP1", ""], "q": ["1", "2", "3", "4"]})
    wave1, _ = seal(tabel, Zegel(ZEGEL.sleutel, "kp_1", scope="kp", persoon="panel_id"))
    wave2, _ = seal(tabel, Zegel(ZEGEL.sleutel, "kp_2", scope="kp", persoon="panel_id"))
    other, _ = seal(tabel, Zegel(ZEGEL.sleutel, "enquete", persoon="panel_id"))
    assert wave1[PERSOON].tolist() == wave2[PERSOON].tolist()
    assert wave1[PERSOON][0] == wave1[PERSOON][2] != wave1[PERSOON][1]
    assert wave1[PERSOON][3] == ""
    assert not set(wave1[PERSOON]) & set(other[PERSOON]) - {""}
    assert wave1[RECORD].is_unique
    assert not set(wave1[RECORD]) & set(wave2[RECORD])
    assert "KP1" not in wave1.to_csv()


def test_ids_follow_the_record_number_when_the_file_is_sorted_again() -> None:
    kolommen = {"respnr": ["1", "2", "3"], "q": ["a1", "b2", "c3"]}
    recht, _ = seal(make_tabel(kolommen))
    terug, _ = seal(make_tabel({naam: cellen[::-1] for naam, cellen in kolommen.items()}))
    assert dict(zip(recht["q"], recht[PERSOON], strict=True)) == dict(
        zip(terug["q"], terug[PERSOON], strict=True)
    )


def test_a_file_without_person_numbers_says_so() -> None:
    frame, logboek = seal(make_tabel({"q": ["1", "1"]}))
    assert frame[PERSOON].is_unique
    assert logboek["reden"].tolist() == ["geen_persoonskolom", "gelijke_rij"]


def test_rows_alike_are_only_named_when_nothing_tells_whose_they_are() -> None:
    _, logboek = seal(make_tabel({"q": ["1", "2", "1", "1"]}))
    gelijk = logboek[logboek["reden"] == "gelijke_rij"]
    assert gelijk[["rij", "aantal"]].values.tolist() == [[4, 2]]
    _, genummerd = seal(make_tabel({"respnr": ["1", "2", "3"], "q": ["1", "1", "1"]}))
    assert "gelijke_rij" not in genummerd["reden"].tolist()


def test_speakers_become_persons_per_group_and_the_list_of_participants_gives_the_same_ids() -> None:
    zegel = Zegel(ZEGEL.sleutel, "focusgroep", persoon="spreker", groepkolom="groep")
    beurten, _ = seal(
        make_gesprek([("M", "Welkom"), ("R3", "Dank u")]), Zegel(zegel.sleutel, "focusgroep", groep="fg1")
    )
    lijst, _ = seal(
        make_tabel({"spreker": ["R 3", "R3"], "groep": ["1", "2"], "geslacht": ["v", "m"]}), zegel
    )
    assert beurten["gespreksleider"].tolist() == [True, False]
    assert beurten["spreker"].tolist() == ["M", "R3"]
    assert lijst[PERSOON].tolist()[0] == beurten[PERSOON].tolist()[1]
    assert lijst[PERSOON].is_unique
    assert lijst["groep"].tolist() == ["1", "2"]


def test_names_of_speakers_disappear_as_label_and_from_every_turn() -> None:
    turns = [
        ("Xander Prikkebeen", "Welkom, Dorothée"),
        ("Dorothée", "dank je xander"),
        ("", "gelach"),
        ("R4", "ik ben Qing"),
    ]
    frame, logboek = seal(make_gesprek([*turns, ("R5", "Qing zegt het")]), ZEGEL)
    assert not any(naam in frame.to_csv().casefold() for naam in ("xander", "prikkebeen", "dorothée", "qing"))
    assert frame["spreker"].tolist() == ["", "", "", "R4", "R5"]
    assert frame[PERSOON].nunique() == 5
    assert frame[PERSOON][2] == ""
    assert dict(logboek.groupby("reden")["aantal"].sum())["spreker_onbekend"] == 1


def test_sealing_does_not_touch_the_frame_it_was_given() -> None:
    tabel = make_tabel({"open": ["bel henk"], "email": ["a@b.nl"]})
    before = tabel.frame.copy(deep=True)
    seal(tabel)
    pd.testing.assert_frame_equal(tabel.frame, before)


def test_a_record_that_vanishes_without_a_word_is_an_error() -> None:
    logboek = Logboek("e.csv")
    logboek.note("lege_rij", aantal=2)
    check_balance(10, 8, logboek.to_frame(), bestand="e.csv")
    with pytest.raises(BronError, match="10 records in, 7 uit, en 2 zijn verklaard"):
        check_balance(10, 7, logboek.to_frame(), bestand="e.csv")


def test_the_logboek_knows_only_the_reasons_of_the_contract() -> None:
    with pytest.raises(KeyError):
        Logboek("e.csv").note("zomaar")


def test_a_codebook_with_a_column_of_variable_names_keeps_it() -> None:
    frame, _ = seal(
        make_tabel({"Naam": ["q1_1", "geslacht", "V12"], "Label": ["Cijfer", "Geslacht", "Wijk"]})
    )
    assert frame["Naam"].tolist() == ["q1_1", "geslacht", "V12"]


def test_a_column_of_places_keeps_names_that_are_places_and_loses_addresses() -> None:
    frame, _ = seal(make_tabel({"Plaats": ["Willemsplein", "Emma", "Kerkstraat 12"], "q": ["1", "2", "3"]}))
    assert frame["Plaats"].tolist() == ["Willemsplein", "Emma", "[adres]"]


def test_a_name_behind_a_role_that_leads_is_a_leader_beside_whom_the_analyst_names() -> None:
    gesprek = make_gesprek([("Gespreksleider Kim (extern)", "Welkom"), ("M de Vries", "Dank u")])
    beurten, _ = seal(gesprek, Zegel(ZEGEL.sleutel, "focusgroep", groep="fg1"))
    assert beurten["gespreksleider"].tolist() == [True, False]
    genoemd, _ = seal(
        gesprek, Zegel(ZEGEL.sleutel, "focusgroep", groep="fg1", gespreksleider=("M de Vries",))
    )
    assert genoemd["gespreksleider"].tolist() == [True, True]


def test_the_name_of_a_child_is_a_name_and_that_of_a_school_is_not() -> None:
    frame, _ = seal(
        make_tabel(
            {"kind_naam": ["Piet", "Sanne"], "naam school": ["Brede", "Wijde"], "respondent": ["1", "2"]}
        )
    )
    assert "kind_naam" not in frame
    assert "respondent" not in frame
    assert "naam school" in frame


def test_a_column_of_names_under_any_header_goes_and_answers_that_come_back_stay() -> None:
    namen = ["Ramona Visser", "Henk Pol", "Fatima El Amrani", "Oma Truus"]
    kolommen = {
        "Kornuitnaam": namen,
        "client_name": namen,
        "Kandidaatnaam": ["Henk Pol", "Henk Pol", "Fatima El Amrani", "Henk Pol"],
        "wijknaam": ["Oost", "Noorderplassen", "Oost", "Jan Evertsenbuurt"],
    }
    frame, logboek = seal(make_tabel(kolommen))
    assert list(frame)[3:] == ["Kandidaatnaam", "wijknaam"]
    assert set(logboek.loc[logboek["reden"] == "kolom_persoonsgegeven", "kolom"]) == {
        "Kornuitnaam",
        "client_name",
    }


def test_first_names_with_surnames_go_without_a_word_for_names_in_the_header() -> None:
    namen = ["Ramona Visser", "Henk Pol", "Fatima El Amrani", "Ria de Wit", "Karim Bos", "Sanne Kuiper"]
    kolommen = {
        "Stemmer": namen,
        "Stem": ["Henk Pol", "Ria de Wit", "Henk Pol", "Henk Pol", "Ria de Wit", "Henk Pol"],
        "Locatie": namen,
        "Idee": [
            "Meer Groen",
            "Minder Auto's",
            "Veilig Fietsen",
            "Betere Bus",
            "Schone Straten",
            "Rustige Nacht",
        ],
        "Waarom?": ["Ik ken Sanne Kuiper.", "", "", "", "", ""],
    }
    frame, logboek = seal(make_tabel(kolommen))
    assert list(frame)[3:] == ["Stem", "Locatie", "Idee", "Waarom?"]
    assert frame["Waarom?"].iloc[0] == "Ik ken [naam]."
    assert logboek.loc[logboek["reden"] == "kolom_persoonsgegeven", "kolom"].tolist() == ["Stemmer"]


def test_schools_and_squares_called_after_people_are_answers_and_one_without_a_name_hides_no_names() -> None:
    scholen = ["Johan de Witt College", "Anne Frank School", "Maria Montessori Lyceum", "Willem de Zwijger"]
    namen = [
        "Ramona Visser",
        "Henk Pol",
        "Fatima El Amrani",
        "Ria de Wit",
        "Karim van der Kerk",
        "Sanne Kuiper",
    ]
    blijft = {
        "Waar gaat uw kind heen?": [*scholen, "Karel Doorman Park", "Jan Evertsen Plein", ""],
        "Schoolnaam": [
            "Anne Frank",
            "Johan de Witt",
            "Maria Montessori",
            "Karel Doorman",
            "Jan Ligthart",
            "",
            "",
        ],
        "Op welke school zit uw kind?": [*namen[:4], "Willem de Zwijger", "Johan de Witt", ""],
    }
    weg = {
        "Stemmer": [*namen, "onbekend"],
        "Wie": [*namen[:4], "anoniem", "", ""],
        "Leerling basisschool": [*namen[:5], "", ""],
        "Ouder": [*namen, "Els van de Straat"],
        "Wie is uw arts in het ziekenhuis?": [*namen[:5], "", ""],
        "Medewerkernaam": [*namen[:5], "", ""],
        "Invuller": [*namen[:5], "n.v.t.", "N.v.t."],
    }
    frame, _ = seal(make_tabel(blijft | weg))
    assert list(frame)[3:] == [*blijft]


def test_names_under_a_word_for_who_took_part_go_however_they_are_written_and_however_often() -> None:
    keer = ["Bep Zwartkruis", "Henk Pol", "Bep Zwartkruis", "Bep Zwartkruis", "Fatima El Amrani", "Henk Pol"]
    weg = {
        "Stemmer": keer,
        "Melder": ["B. Zwartkruis", "H.J. Pol", "B. Zwartkruis", "F. El Amrani", "fam. Pol", ""],
        "Indiener": ["Zwartkruis, Bep", "Pol, Henk", "El Amrani, Fatima", "Zwartkruis, Bep", "", ""],
        "Bewoner": ["bep zwartkruis", "henk pol", "bep zwartkruis", "fatima el amrani", "", ""],
        "Leerlingnaam": ["Bep Zwartkruis", "Xil Zwartkruis", "", "", "", ""],
        "Ingediend door": ["Bep", "Henk", "Henk", "Fatima", "", ""],
        "Wie": ["Zwartkruis, Henk", "Pol, Ria", "Amrani, Fatima", "Bos, Karim", "Wit, Sanne", ""],
        "Door": ["H. Zwartkruis", "R. Pol", "F. Amrani", "K. Bos", "H. de Wit", "J. Stolmerei"],
    }
    blijft = {
        "Kind": ["Eerste Kind", "Tweede Kind", "Eerste Kind", "", "", ""],
        "Bewoner ": ["Huurder", "Eigenaar", "Sociale Huur", "Huurder", "Vrije Sector", ""],
        "Klant": ["Ja", "Nee", "Ja", "Ja", "Nee", "Weet niet"],
        "Voorstel": ["A. Fietspad", "B. Speeltuin", "C. Bomen", "D. Bankjes", "E. Licht", "F. Water"],
    }
    frame, _ = seal(make_tabel(blijft | weg))
    assert list(frame)[3:] == [*blijft]
    assert "zwartkruis" not in frame.to_csv().casefold()


def test_answers_that_look_like_names_stay_where_the_question_asks_for_a_thing_or_a_public_person() -> None:
    bestuurders = ["Johan Verzonnen", "Ahmed Bedacht", "Femke Nergens", "Paul Fictie", "Sanne Voorbeeld"]
    kolommen = {
        "Welk gebouw moet blijven?": [
            "Anne Frank Huis",
            "Maria Kapel",
            "Emma Toren",
            "Willem Vleugel",
            "Jan Loods",
        ],
        "Welke bestuurder inspireert u?": bestuurders,
        "q3": bestuurders,
        "Gebouwen": ["Anne Frank Huis", "Maria Kapel", "Emma Toren", "Willem Vleugel", "Jan Loods"],
        "Welke medewerker hielp u?": bestuurders,
        "Welke buren helpen u?": bestuurders,
        "Hoe heten uw ouders?": bestuurders,
    }
    tabel = make_tabel(kolommen)
    koppen = [
        replace(k, tekst="Welke burgemeester kent u?" if k.naam == "q3" else "") for k in tabel.kolommen
    ]
    frame, _ = seal(replace(tabel, kolommen=tuple(koppen)))
    assert list(frame)[3:] == [
        "Welk gebouw moet blijven?",
        "Welke bestuurder inspireert u?",
        "q3",
        "Gebouwen",
    ]


def test_names_go_under_a_question_that_asks_for_no_thing_and_no_public_person() -> None:
    namen = ["Karim Bos", "Sanne Kuiper", "Ramona Visser", "Henk Pol", "Fatima el Amrani", "Ria de Wit"]
    weg = [
        "Hoe kunnen we u aanspreken?",
        "Welke gezinsleden doen mee?",
        "Waarmee kunnen we u in het verslag vermelden?",
        "Waar kunnen we u mee aanspreken?",
        "Wat zullen we bij uw bijdrage zetten?",
        "Welke huisgenoten wonen op deze plek?",
        "Welke mensen uit uw buurt doen mee?",
        "Hoe wilt u heten op deze plek?",
    ]
    blijft = {
        "Welke persoon uit de geschiedenis verdient een standbeeld?": namen,
        "Waar komt u graag?": namen,
        "Wat is de mooiste plek?": namen,
        "Welke lijsttrekker kent u?": namen,
        "Wat moet er gebeuren?": ["Meer Groen", "Minder Auto's", "Betere Bus", "Max Dertig", "Rust", "Roos Planten"],
        "Welk nut heeft het?": ["Veel", "Roos", "Geen", "Jan Rap", "Rust", "Groen"],
    }  # fmt: skip
    frame, _ = seal(
        make_tabel({**dict.fromkeys(weg, namen), **blijft, "tekst": ["Karim Bos zei", *[""] * 5]})
    )
    assert list(frame)[3:] == [*blijft, "tekst"]
    assert frame["tekst"].iloc[0] == "[naam] zei"


def test_a_language_that_is_a_name_too_is_no_name_among_languages() -> None:
    kolommen = {
        "Welke talen spreekt u?": ["Nederlands;Frans", "Engels", "Frans", "Frans en Duits"],
        "Wie hielp u?": ["Frans", "Nederlands", "Frans", "niemand"],
    }
    frame, logboek = seal(make_tabel(kolommen))
    assert frame["Welke talen spreekt u?"].tolist() == kolommen["Welke talen spreekt u?"]
    assert frame["Wie hielp u?"].tolist() == ["[naam]", "Nederlands", "[naam]", "niemand"]
    assert set(logboek.loc[logboek["reden"] == "cel_gemaskeerd", "kolom"]) == {"Wie hielp u?"}


def test_the_number_by_which_a_panel_knows_someone_is_dropped_when_a_question_asks_for_it() -> None:
    weg = ["Please fill in your Prolific ID:", "Vul hier uw deelnemersnummer in", "Wat is uw klantnummer?"]
    frame, _ = seal(
        make_tabel({kop: ["a1", "a2"] for kop in weg} | {"Kent u uw klantwaarde?": ["ja", "nee"]})
    )
    assert list(frame)[3:] == ["Kent u uw klantwaarde?"]


def test_a_question_about_a_number_is_a_question_and_only_numbers_unlike_go() -> None:
    blijft = {
        "Hoe tevreden bent u over het opzoeken van uw klantnummer?": ["4", "5", "2", "3", "1", "4"],
        "Geef een cijfer voor het vinden van uw klantnummer": ["7", "10", "8,5", "6", "9", ""],
        "Kunt u uw klantnummer makkelijk vinden?": ["Ja", "Nee", "Soms", "Ja", "", "Ja"],
        "Weet u uw lidmaatschapsnummer uit uw hoofd?": ["ja", "nee", "ja", "weet niet", "", "nee"],
        "Hoeveel keer vulde u uw klantnummer in?": ["1", "12", "3", "20", "2", "4"],
        "Welke groep staat bij uw deelnemersnummer?": ["A100", "A100", "A200", "A100", "A200", "A200"],
    }
    weg = {
        "Wat is uw klantnummer?": ["20391", "K-88120", "weet ik niet", "", "31877", "20400"],
        "Vul uw panelcode in": ["ab12", "cd34", "ef56", "gh78", "ij90", "kl11"],
        "Enter your Prolific ID": ["5f0c1e", "60ab22", "61dd03", "5e9c18", "", ""],
    }
    frame, logboek = seal(make_tabel(blijft | weg))
    assert list(frame)[3:] == [*blijft]
    assert logboek.loc[logboek["reden"] == "kolom_persoonsgegeven", "kolom"].tolist() == [*weg]


def test_an_opinion_on_a_channel_is_no_telephone_number() -> None:
    frame, _ = seal(make_tabel({"Telefoon": ["4", "5", "4", "5"], "E-mail": ["ja", "nee", "ja", "nee"]}))
    assert frame["Telefoon"].tolist() == ["4", "5", "4", "5"]
    assert frame["E-mail"].tolist() == ["ja", "nee", "ja", "nee"]
    echt, _ = seal(make_tabel({"Telefoon": ["0612345678", "", "", ""], "E-mail": ["a@b.nl", "", "", ""]}))
    assert not {"Telefoon", "E-mail"} & set(echt)


def test_a_name_asked_as_something_optional_is_a_name_all_the_same() -> None:
    velden = {
        "Naam (niet verplicht)": "Anneke",
        "E-mail *": "a@voorbeeld.nl",
        "STUDENTS FULL NAME": "Joop",
        "PROLIFIC_PID": "5f0c",
    }
    frame, _ = seal(
        make_tabel({kop: [cel, ""] for kop, cel in velden.items()} | {"Birthday (MM/DD)": ["02/03", ""]})
    )
    assert list(frame) == [RIJ, RECORD, PERSOON]


def test_the_fields_of_a_contact_block_go_and_ticks_and_opinions_with_such_words_stay() -> None:
    weg = {
        "Uw gegevens - Naam": ["Anneke", "Joop", ""],
        "Uw gegevens - E-mail": ["a@voorbeeld.nl", "", ""],
        "Uw gegevens - Telefoon": ["06 1234 5678", "", ""],
    }
    blijft = {
        "Wat klopte er niet? - Naam": ["Naam", "", ""],
        "Wat miste u? - Adres": ["1", "1", ""],
        "Hoe tevreden bent u? - Telefoon": ["goed", "matig", "slecht"],
    }
    frame, _ = seal(make_tabel(weg | blijft))
    assert list(frame) == [RIJ, RECORD, PERSOON, *blijft]


def test_a_place_on_the_map_in_one_cell_is_dropped() -> None:
    frame, _ = seal(
        make_tabel(
            {"Waar was dit?": ["52.09112, 5.12236", "52.3702 4.8951 3 5.0", ""], "q": ["1.5", "2", "3"]}
        )
    )
    assert list(frame) == [RIJ, RECORD, PERSOON, "q"]


@pytest.mark.parametrize(
    ("label", "leidt"),
    [
        ("GL", True),
        ("GL (Kim)", True),
        ("Int (Kim)", True),
        ("M (54)", False),
        ("GL (54)", False),
        ("GL (v, 54)", False),
    ],
)
def test_an_abbreviation_for_who_leads_counts_with_a_name_behind_it(label: str, leidt: bool) -> None:
    assert is_leider(label) is leidt


@pytest.mark.parametrize(
    ("sprekers", "leiders"),
    [
        (["Moderator", "AB", "GL"], ["Moderator"]),
        (["Moderator Kim", "A", "M"], ["Moderator Kim"]),
        (["GL", "AB", "CD"], ["GL"]),  # somebody leads, and nobody else can be it
        (["Moderator", "GL", "R1"], ["Moderator", "GL"]),
        (["Gespreksleider", "M", "R1"], ["Gespreksleider", "M"]),
    ],
)
def test_initials_beside_other_initials_are_a_person_where_somebody_else_leads(sprekers, leiders) -> None:
    beurten, _ = seal(
        make_gesprek([(naam, "Dank u") for naam in sprekers]),
        Zegel(ZEGEL.sleutel, "focusgroep", groep="fg1"),
    )
    assert beurten["gespreksleider"].tolist() == [naam in leiders for naam in sprekers]


def test_initials_that_the_analyst_names_lead_beside_a_moderator() -> None:
    gesprek = make_gesprek([("Moderator", "Welkom"), ("AB", "Dank u"), ("GL", "Wie nog?")])
    beide = Zegel(ZEGEL.sleutel, "focusgroep", groep="fg1", gespreksleider=("Moderator", "GL"))
    assert seal(gesprek, beide)[0]["gespreksleider"].tolist() == [True, False, True]
