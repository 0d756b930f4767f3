"""The contract against what was agreed on paper: tables, columns, keys and words written out by hand."""

from __future__ import annotations

import pytest

from burgerdata.schema import TABELLEN, labels, vocabularies

# Every table with its columns; "?" may be empty, "*" is a word of a closed list.
PAPIER = {
    "activiteiten": "activiteit_id instrument* fase*? trede*? werving*? meting? panel? begindatum? einddatum? "
    "doelgroep? eenheid* taal uitvoerder? uitgenodigd? aangemeld? geselecteerd? gestart? afgerond?",
    "bronnen": "bestand blad activiteit_id? formaat rol* gebruikt sha256 records_in records_uit records_verklaard",
    "deelnemers": "activiteit_id deelnemer_id rol* groep? personen gewicht basisgewicht stratum? cluster? cluster2? "
    "fpc? fpc2?",
    "vragen": "activiteit_id vraag_id kolom tekst kort? soort* rol* gebruik*? aspect? fase*? kompasvraag*? reeks? "
    "item? schaal? omkeren eenheid? ouder_vraag_id? ouder_code? fragment_id?",
    "opties": "activiteit_id vraag_id code label volgorde waarde? status*",
    "antwoorden": "activiteit_id deelnemer_id vraag_id volgnummer code? getal? status*",
    "tellingen": "telling_id activiteit_id maat* vraag_id? code? fragment_id? groep? aantal",
    "fragmenten": "fragment_id activiteit_id deelnemer_id? vraag_id? soort* groep? volgnummer begin_s? tijdstip? "
    "ouder_id? taal tekst",
    "themas": "thema_id lijst naam ouder_id? omschrijving volgorde nieuw_inzicht? kompasvraag*?",
    "coderingen": "codering_id segment_id fragment_id thema_id codeur wijze* begin eind zekerheid?",
    "doorwerking": "inbreng_id thema_id? samenvatting instrument? fase*? bron_ids? kompasvraag*? trede*? status*? "
    "motivering? besluit_ref? besluit_datum? terugkoppeling_datum? terugkoppeling_kanaal? eigenaar?",
    "marges": "variabele categorie aandeel? aantal? populatie peildatum bron",
    "logboek": "bestand blad activiteit_id? rij? kolom? reden* aantal",
}
SLEUTELS = {
    "activiteiten": "activiteit_id",
    "bronnen": "bestand blad",
    "deelnemers": "activiteit_id deelnemer_id",
    "vragen": "activiteit_id vraag_id",
    "opties": "activiteit_id vraag_id code",
    "antwoorden": "activiteit_id deelnemer_id vraag_id volgnummer",
    "tellingen": "telling_id",
    "fragmenten": "fragment_id",
    "themas": "thema_id",
    "coderingen": "codering_id",
    "doorwerking": "inbreng_id",
    "marges": "variabele categorie",
    "logboek": "",
}
WOORDEN = {
    "activiteiten.instrument": "enquete klantpanel focusgroep straatgesprek community burgerberaad burgerdialoog "
    "usability signaal",
    "activiteiten.fase": "beleidsontwikkeling dienstverlening praktijk evaluatie",
    "activiteiten.trede": "informeren raadplegen adviseren coproduceren meebeslissen",
    "activiteiten.werving": "steekproef panel klantbestand selectiebureau netwerk open_link loting aangesproken "
    "uitgenodigd zelf_gemeld",
    "activiteiten.eenheid": "persoon gesprek",
    "deelnemers.rol": "burger ondernemer organisatie gespreksleider waarnemer professional onbekend",
    "vragen.soort": "een_antwoord meer_antwoorden schaal stelling getal rangorde open taak",
    "vragen.rol": "inhoud kenmerk proces gewicht",
    "vragen.gebruik": "rapportcijfer tevredenheid vertrouwen belang oordeel ernst steun doenvermogen sus nps "
    "P1 P2 P3 P4 P5 P6 P7 P8 T1 T2",
    "vragen.kompasvraag": "bk0 bk1 bk2 bk3 bk4 bk5",
    "antwoorden.status": "gegeven geen_gekozen weet_niet wil_niet_zeggen nvt overgeslagen niet_getoond afgebroken "
    "leeg_onbekend",
    "fragmenten.soort": "antwoord uiting bericht notitie stelling aanbeveling observatie",
    "coderingen.wijze": "mens regel voorstel",
    "doorwerking.status": "overgenomen deels_overgenomen niet_overgenomen in_behandeling buiten_kaders",
}
VERWIJZINGEN = {
    "deelnemers": {"activiteit_id": "activiteiten"},
    "opties": {"activiteit_id": "activiteiten", "vraag_id": "vragen"},
    "antwoorden": {
        "activiteit_id": "activiteiten",
        "deelnemer_id": "deelnemers",
        "vraag_id": "vragen",
        "code": "opties",
    },
    "coderingen": {"fragment_id": "fragmenten", "thema_id": "themas"},
    "themas": {"ouder_id": "themas"},
}


def _as_on_paper(naam: str) -> str:
    return " ".join(
        kolom.naam + "*" * (kolom.dtype == "woord") + "?" * kolom.leeg for kolom in TABELLEN[naam].kolommen
    )


def test_the_tables_are_the_thirteen_of_the_contract_and_in_its_order() -> None:
    assert list(TABELLEN) == list(PAPIER)


@pytest.mark.parametrize("naam", PAPIER)
def test_a_table_has_the_agreed_columns_in_order_and_the_same_may_be_empty(naam: str) -> None:
    assert _as_on_paper(naam) == PAPIER[naam]


@pytest.mark.parametrize("naam", SLEUTELS)
def test_a_table_has_the_agreed_key_and_no_part_of_it_may_be_empty(naam: str) -> None:
    schema = TABELLEN[naam]
    assert " ".join(schema.sleutel) == SLEUTELS[naam]
    assert not [deel for deel in schema.sleutel if schema.kolom(deel).leeg]


@pytest.mark.parametrize("plaats", WOORDEN)
def test_a_vocabulary_has_the_agreed_words_in_their_natural_order(plaats: str) -> None:
    tabel, kolom = plaats.split(".")
    assert " ".join(TABELLEN[tabel].kolom(kolom).woorden) == WOORDEN[plaats]


@pytest.mark.parametrize("naam", VERWIJZINGEN)
def test_a_table_refers_where_the_contract_says(naam: str) -> None:
    gevonden = {kolom.naam: kolom.verwijst for kolom in TABELLEN[naam].kolommen if kolom.verwijst}
    assert gevonden == VERWIJZINGEN[naam]


def test_codings_are_unique_on_fragment_theme_coder_mode_and_span() -> None:
    assert TABELLEN["coderingen"].uniek == ("fragment_id", "thema_id", "codeur", "wijze", "begin", "eind")


def test_words_stand_exactly_where_the_dtype_says_so() -> None:
    kolommen = [kolom for schema in TABELLEN.values() for kolom in schema.kolommen]
    assert [kolom.naam for kolom in kolommen if (kolom.dtype == "woord") != bool(kolom.woorden)] == []


def test_a_reference_leads_to_a_table_whose_key_can_be_filled_from_the_referring_one() -> None:
    for schema in TABELLEN.values():
        for kolom in schema.kolommen:
            if kolom.verwijst:
                voor = TABELLEN[kolom.verwijst].sleutel[:-1]
                assert set(voor) <= set(schema.namen), (schema.naam, kolom.naam)


def test_every_table_and_column_has_a_dutch_and_an_english_meaning() -> None:
    for schema in TABELLEN.values():
        assert schema.nl
        assert schema.en
        assert [kolom.naam for kolom in schema.kolommen if not (kolom.nl and kolom.en)] == []


def test_names_are_ascii_and_lower_case() -> None:
    namen = [naam for schema in TABELLEN.values() for naam in (schema.naam, *schema.namen)]
    assert [naam for naam in namen if not naam.isascii() or naam != naam.lower()] == []


@pytest.mark.parametrize(
    ("label", "woorden"),
    [
        (labels.INSTRUMENT_LABEL, vocabularies.INSTRUMENT),
        (labels.FASE_LABEL, vocabularies.FASE),
        (labels.TREDE_LABEL, vocabularies.TREDE),
        (labels.WERVING_LABEL, vocabularies.WERVING),
        (labels.STATUS_LABEL, vocabularies.DOORWERKING_STATUS),
        (labels.KOMPASVRAAG_LABEL, vocabularies.KOMPASVRAAG),
    ],
)
def test_every_word_that_is_printed_has_a_label_and_no_label_is_left_over(
    label: dict[str, str], woorden: tuple[str, ...]
) -> None:
    assert tuple(label) == woorden
    assert all(label.values())


def test_self_selection_and_chance_are_ways_of_recruiting_and_exclude_each_other() -> None:
    assert set(labels.ZELFSELECTIE) | set(labels.KANSSTEEKPROEF) <= set(vocabularies.WERVING)
    assert not set(labels.ZELFSELECTIE) & set(labels.KANSSTEEKPROEF)


def test_a_column_that_does_not_exist_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        TABELLEN["themas"].kolom("thema")
