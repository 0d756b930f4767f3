"""Identifiers and names are found as citizens type them, and clean Dutch is left alone."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from stdnum.nl import bsn

from burgerdata.pseudonyms import carry_span, find_identifiers, mask_text, mask_texts
from burgerdata.pseudonyms.spans import SOORTEN

PARLIAMENT = Path(__file__).parents[3] / "shared" / "data" / "dutch_dekamer2017" / "dekamer_nl_open.csv"

# Numbers below are published examples or invented: 111222333 is the BSN that the government uses in test sets, the
# IBAN is the example in the standard's registry.
IDENTIFIERS = [
    ("mijn bsn is 111222333.", "111222333", "mogelijk_bsn"),
    ("mijn bsn is 1112.22.333.", "1112.22.333", "mogelijk_bsn"),
    ("burgerservicenummer: 123456789", "123456789", "mogelijk_bsn"),
    ("rekening NL91 ABNA 0417 1643 00 graag", "NL91 ABNA 0417 1643 00", "iban"),
    ("rekening nl91abna0417164300", "nl91abna0417164300", "iban"),
    ("rekening NL91ABNA0417164301 (tikfout)", "NL91ABNA0417164301", "iban"),
    ("via GB82 WEST 1234 5698 7654 32 betaald", "GB82 WEST 1234 5698 7654 32", "iban"),
    ("mail naar jan.jansen@voorbeeld.nl!", "jan.jansen@voorbeeld.nl", "email"),
    ("jan (at) voorbeeld.nl", "jan (at) voorbeeld.nl", "email"),
    ("bel 06-12345678", "06-12345678", "telefoon"),
    ("of +31 6 1234 5678", "+31 6 1234 5678", "telefoon"),
    ("tel. 020 123 45 67", "020 123 45 67", "telefoon"),
    ("ik woon op 1234 AB 12", "1234 AB 12", "postcode"),
    ("postcode 1234 ab", "1234 ab", "postcode"),
    ("1234ab is mijn buurt", "1234ab", "postcode"),
    ("de Kerkstraat 12a is donker", "Kerkstraat 12a", "adres"),
    ("voor Burgemeester Kolfstraat 158a te wachten", "Burgemeester Kolfstraat 158a", "adres"),
    ("bij Prins Bernhardplein 114", "Prins Bernhardplein 114", "adres"),
    ("de Jan van Galenstraat 12", "Jan van Galenstraat 12", "adres"),
    ("tussen De Esch 162-2 en de brug", "De Esch 162-2", "adres"),
    ("ik woon op De Esch 162", "De Esch 162", "adres"),
    ("ik stond voor De Esch 89 te wachten", "De Esch 89", "adres"),
    ("mijn moeder, De Esch 117 in Diepenrade", "De Esch 117", "adres"),
    ("de container bij Turfring 41 is vol", "Turfring 41", "adres"),
    ("Molenkamp 48 ruikt", "Molenkamp 48", "adres"),
    ("en woont Achter de Hoven 5. belt later", "Achter de Hoven 5", "adres"),
    ("ik woon op de Esch 162 en", "de Esch 162", "adres"),
    ("woont Onder de Linden 12 bis", "Onder de Linden 12 bis", "adres"),
    ("adres: Aan 't Verlaat 9a", "Aan 't Verlaat 9a", "adres"),
    ("wij wonen In den Boom nummer 7, en", "In den Boom nummer 7", "adres"),
    ("woont op nummer 12, Achter de Hoven", "nummer 12, Achter de Hoven", "adres"),
    ("woont Zonnehoek 12.", "Zonnehoek 12", "adres"),
    ("woont Laan van Meerdervoort 12", "Laan van Meerdervoort 12", "adres"),
    ("de balie, Achter de Hoven 5, wacht al", "Achter de Hoven 5", "adres"),
    ("van Molenpad 2-II, wacht al", "Molenpad 2-II", "adres"),
    ("bij Kerkstraat 12-hs en", "Kerkstraat 12-hs", "adres"),
    ("bij Kerkstraat 12 2 hoog en", "Kerkstraat 12 2 hoog", "adres"),
    ("bij Kerkstraat 10X staat een kast", "Kerkstraat 10X", "adres"),
    ("bij Kerkstraat 10x staat een kast", "Kerkstraat 10x", "adres"),
    ("bij Kerkstraat 10 X, links", "Kerkstraat 10 X", "adres"),
    ("post naar 1234 AB 10X graag", "1234 AB 10X", "postcode"),
    ("post naar 1234 AB 10 x graag", "1234 AB 10 x", "postcode"),
    ("woont Achter de Hoven 5X.", "Achter de Hoven 5X", "adres"),
    ("woont Achter de Hoven 5x en", "Achter de Hoven 5x", "adres"),
    ("de balie, Achter de Hoven 5x, wacht al", "Achter de Hoven 5x", "adres"),
    ("ik belde 10x over de Kerkstraat", None, None),
    ("woont in Delft 3x zo fijn", None, None),
    ("woon in Utrecht 5 jaar", None, None),
    ("ik woon in Blok 5", None, None),
    ("wonen in de Molenwijk 10 jaar", None, None),
    ("Wonen in Veenburg 2030 is een plan", None, None),
    ("In de Molenwijk 3 panden", None, None),
    ("Zekering 12 knapte, ervaring 7", None, None),
    ("De Klas 3b gaat met de bus", None, None),
    ("volgens Het Artikel 12a", None, None),
    ("De Lijn 12 in Rotterdam", None, None),
    ("De Wachttijd 2-3 weken", None, None),
    ("Ik sta bij De Balie 3", None, None),
    ("de wet BWBR0040754", None, None),
    ("Motie AB-123456", None, None),
    ("De Regiotaxi 3 keer te laat", None, None),
    ("mijn pasnummer is 444387", "444387", "zaaknummer"),
    ("met pas RT440932 reisde ik", "RT440932", "zaaknummer"),
    ("kaartnummer 3528 0012 3344 5566", "3528 0012 3344 5566", "zaaknummer"),
    ("volgens ISO27001 mag het niet", None, None),
    ("auto GT-123-K stond fout", "GT-123-K", "kenteken"),
    ("auto 12-abc-3", None, None),
    ("auto 12-xbd-3 stond fout", "12-xbd-3", "kenteken"),
    ("v-nummer 2801234567", "v-nummer 2801234567", "v_nummer"),
    ("paspoort NXR4F7K28", "NXR4F7K28", "documentnummer"),
    ("geboren op 3 april 1980", "3 april 1980", "geboortedatum"),
    ("vanaf 192.168.1.20", "192.168.1.20", "ip_adres"),
    ("vanaf 2001:db8::ff00:42:8329", "2001:db8::ff00:42:8329", "ip_adres"),
    ("zaaknummer 2024-12345 ligt stil", "2024-12345", "zaaknummer"),
    ("mijn aangiftenummer is: PL0900-2026123456", "PL0900-2026123456", "zaaknummer"),
    ("dossiernr. 445.12/B zoek", "445.12/B", "zaaknummer"),
    ("het zaaknummer 12 ontbreekt", None, None),
    ("zie https://jan:geheim@host.nl/x", "https://jan:geheim@host.nl/x", "webadres"),
    ("zie linkedin.com/in/jan-jansen", "linkedin.com/in/jan-jansen", "webadres"),
    ("vraag @jan_zwolle maar", "@jan_zwolle", "gebruikersnaam"),
]

NAMES = [
    ("mijn buurvrouw truus klaagt", "truus"),
    ("ik ben henk en ik wacht", "henk"),
    ("mevrouw Adriaanse van de balie", "Adriaanse"),
    ("meneer de boer hielp me", "de boer"),
    ("groetjes\nSietske", "Sietske"),
    ("Fatima zei net iets anders", "Fatima"),
    ("dat is Henk's fiets", "Henk"),
    ("mijn naam is Roos van den Berg", "Roos van den Berg"),
    ("ik heet youssef el amrani", "youssef el amrani"),
    ("brief van J. de Vries", "J. de Vries"),
    ("brief van J. de Wit", "J. de Wit"),
    ("brief van A.I. de Vries", "A.I. de Vries"),
    ("mevrouw O.V. Nijkamp belde", "O.V. Nijkamp"),
    ("vraag A.B. van der Molenaar maar", "A.B. van der Molenaar"),
    ("volgens Mark was het dicht", "Mark"),
    ("ALS MOHAMMED BELT HELPT NIEMAND", "MOHAMMED"),
    ("wijkagent Kevin komt langs", "Kevin"),
    ("Samira Ouali-Bakker belde", "Samira Ouali-Bakker"),
    ("Willem-Alexander de Groot", "Willem-Alexander de Groot"),
    ("Klant heet dhr. P. Nijkamp en belt", "P. Nijkamp"),
    ("terug op rekening tnv dhr. P. Nijkamp", "P. Nijkamp"),
    ("t.n.v. P. Nijkamp graag", "P. Nijkamp"),
    ("dhr. p. nijkamp belde", "p. nijkamp"),
    ("dhr.P.J. Nijkamp zei", "P.J. Nijkamp"),
    ("dhr. Th. Nijkamp zei", "Th. Nijkamp"),
    ("mijn buurman P. Nijkamp klaagt", "P. Nijkamp"),
    ("mw. J.M. Nijkamp-de Vries", "J.M. Nijkamp-de Vries"),
    ("mevrouw B. belde", "B"),
    ("mw. Van Oosterhout, wacht al", "Van Oosterhout"),
    ("mijn buurvrouw Van Oosterhout klaagt", "Van Oosterhout"),
    ("brief van A.B. Nijkamp", "A.B. Nijkamp"),
    ("brief van A.I. Bos", "A.I. Bos"),
    ("T.V. Visser belde", "T.V. Visser"),
    ("vraag O.V. Bakker maar", "O.V. Bakker"),
    ("dat zei de J.P. Bakker ook", "J.P. Bakker"),
    ("er is een P.J. Bos", "P.J. Bos"),
    ("Mevrouw De Kroon zegt dat ze rood staat", "De Kroon"),
    ("mevr. de Wit belt", "de Wit"),
    ("de heer en mevrouw De Boer, wachten", "De Boer"),
    ("familie De Groot kwam", "De Groot"),
    ("mijn buurman de Bakker klaagt", "de Bakker"),
    ("mvr. Overduin belde", "Overduin"),
    ("wacht sinds jan er werkt", "jan"),
    ("sinds Jan, mijn zoon", "Jan"),
    ("vertrouwen in jan", "jan"),
    ("er is Jan 12 keer gebeld", "Jan"),
    ("mijn man Jan (1950) is ziek", "Jan"),
    ("Bel Jan 2024", "Jan"),
    ("mijn zoon jan 2012 en ik", "jan"),
    ("in jan, mijn buurman, heb ik", "jan"),
    ("tot jan, onze buurman", "jan"),
    ("in jan, die alles weet", "jan"),
    ("hier sinds 1998. Jan Visser", "Jan Visser"),
    ("1. Jan", "Jan"),
    ("wij zijn trots, in jan zijn huis was het warm", "jan"),
    ("wij hebben vertrouwen in jan gekregen", "jan"),
    ("Tafel 2 Jan wil meer groen", "Jan"),
    ("het duurt 12 Jan Visser belde", "Jan Visser"),
    ("om 14:30 Jan gesproken", "Jan"),
    ("mevrouw op de Weerdt belde", "op de Weerdt"),
    ("mijn buurman in de Vries", "in de Vries"),
]

CLEAN = [
    "elke keer is de website stuk en dat meen ik in alle ernst",
    "in 2026 is het 1200 en 1000 km verder",
    "aangifte kan alleen in het Engels of Nederlands",
    "ik ben Nederlander en ik ben blij",
    "mijn vrouw wil graag terugkoppeling",
    "schrijf in Jip en Janneke-taal",
    "bel 0900-8844, 14 020 of 112",
    "max 5 jonge mensen, de bakker en de boer",
    "het kostte 12.500.000 euro op 12-03-2026 om 12.30-14.00 uur",
    "op 1-mei-26 en 3 jan. 2026",
    "de roos bloeit en het bos is mooi, de kok ook",
    "het Hof van Cassatie in het Zwart",
    "DigiD werkt niet, UWV ook niet. Bel de gemeente Amsterdam",
    "versie 3.12.0.1 van de app",
    "plan A. De buurt wil plan B. de rest niet",
    "de zaak loopt sinds 2024, het zaaknummer kreeg ik niet",
    "overweg 30 en snelweg 12",
    "A.I. Toepassingen zijn eng, ook die van de G.G.D. Medewerkers zeggen dat",
    "de I.B.O. Plannen, en een A.B. Variant",
    "groep A. Bomen graag, zie N.B. Let ook op de B.V. Verder i.v.m. Corona",
    "het plein (F.I.T) is klaar",
    "wacht sinds jan, tot eind jan. of vanaf jan 2025 en jan t/m mrt, jan-feb",
    "onderzoek in jan",
    "op 3 Jan gebeld, do 3 jan kwam de bus, kerst t/m 3 jan",
    "per 1 jan de bus, op 12 jan de bakker gebeld, 1-5 jan dicht",
    "Jan 2025 ging ik verhuizen, verhuisd jan 2023, in Jan 2024",
    "in jan, de bus reed niet, en tot jan, een hele tijd",
    "in jan komt het nieuwe loket, we zijn in jan begonnen",
    "tussen jan en mrt was het stil, het liep van jan tot mei op, Jan/feb is rustig",
    "mijn moeder in de Molenpolder, mijn zoon op de Hoogkamer en ik ben in het Wijkhuis geweest",
    "P.S. Bakker was dicht, en N.B. Berg alles op bij de B.V. Bakker",
]


@pytest.mark.parametrize(("text", "deel", "soort"), IDENTIFIERS)
def test_an_identifier_is_replaced_by_its_kind(text: str, deel: str | None, soort: str | None) -> None:
    masked, vondsten = mask_text(text)
    if deel is None:
        assert masked == text
        return
    assert masked == text.replace(deel, SOORTEN[soort])
    begin = text.index(deel)
    assert vondsten[["soort", "begin", "eind"]].to_numpy().tolist() == [[soort, begin, begin + len(deel)]]


@pytest.mark.parametrize(("text", "naam"), NAMES)
def test_a_name_is_masked_whole_in_any_case(text: str, naam: str) -> None:
    assert mask_text(text)[0] == text.replace(naam, "[naam]")


@pytest.mark.parametrize("text", CLEAN)
def test_clean_dutch_is_left_alone(text: str) -> None:
    assert mask_text(text)[0] == text


def test_known_names_are_masked_by_each_part_unless_it_is_a_plain_word() -> None:
    namen = ["Xanthippe Overduin", "Daf Bakker"]
    assert mask_text("ik volg xanthippe en Overduin", namen=namen)[0] == "ik volg [naam] en [naam]"
    assert mask_text("de bakker is lekker", namen=namen)[0] == "de bakker is lekker"
    assert mask_text("dat zei Bakker ook", namen=namen)[0] == "dat zei [naam] ook"


@pytest.mark.parametrize(
    ("tekst", "masked"),
    [
        ("Water staat hoog", "Water staat hoog"),
        ("Licht ontbreekt op straat", "Licht ontbreekt op straat"),
        ("vuil in het water", "vuil in het water"),
        ("ria straat zei het", "[naam] zei het"),
        ("J. Water was er, de heer water ook", "[naam] was er, de heer [naam] ook"),
        ("dhr. Licht belde", "dhr. [naam] belde"),
        ("dat zei Water ook. Licht wil niet", "dat zei [naam] ook. [naam] wil niet"),
        ("overduin en bliksem waren er", "[naam] en [naam] waren er"),
    ],
)
def test_a_known_surname_that_is_an_ordinary_word_stays_where_it_is_a_word(tekst: str, masked: str) -> None:
    namen = ["Jan Water", "Licht, Piet", "Ria Straat", "Xan Overduin", "Bliksem de Vries"]
    assert mask_text(tekst, namen=namen)[0] == masked


def test_no_part_of_overlapping_finds_stays_readable() -> None:
    masked, _ = mask_text("fatima.jansen@voorbeeld.nl en henk@x.nl")
    assert masked == "[e-mailadres] en [e-mailadres]"


@settings(max_examples=60)
@given(st.integers(min_value=10_000_000, max_value=999_999_999))
def test_a_number_of_nine_digits_is_masked_exactly_when_it_passes_the_elfproef(number: int) -> None:
    text = f"nummer {number:09d} hier"
    digits = [int(teken) for teken in f"{number:09d}"]
    total = sum(
        gewicht * cijfer for gewicht, cijfer in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), digits, strict=True)
    )
    found = "mogelijk_bsn" in set(mask_text(text)[1]["soort"])
    assert found == (total % 11 == 0 and bsn.is_valid(f"{number:09d}"))


_STUKKEN = st.sampled_from(
    [
        "henk",
        " ",
        "belde",
        "06-12345678",
        "a.b@c.nl",
        ", ",
        "mevrouw",
        "Roos",
        "111222333",
        "\n",
        "é",
        "Jansen",
        ".",
    ]
)


@settings(max_examples=40)
@given(st.lists(_STUKKEN, max_size=12))
def test_offsets_rebuild_the_masked_text_and_carry_every_unmasked_character(stukken: list[str]) -> None:
    text = "".join(stukken)
    masked, vondsten = mask_text(text)
    hidden = set()
    for rij in vondsten.itertuples():
        assert masked[rij.begin_na : rij.eind_na] == SOORTEN[rij.soort]
        hidden |= set(range(rij.begin, rij.eind))
    for plek, teken in enumerate(text):
        begin, eind = carry_span(plek, plek + 1, vondsten)
        assert masked[begin:eind] == teken if plek not in hidden else "]" in masked[begin:eind]


@settings(max_examples=40)
@example(["06-12345678", "06-12345678", ".", "06-12345678"])
@given(st.lists(_STUKKEN, max_size=12))
def test_an_identifier_between_other_words_never_stays_readable(stukken: list[str]) -> None:
    masked, _ = mask_text(" ".join(stukken))
    assert not [deel for deel in ("06-12345678", "a.b@c.nl", "111222333", "henk", "Jansen") if deel in masked]


@pytest.mark.skipif(not PARLIAMENT.exists(), reason="the real Dutch texts are not beside this checkout")
def test_real_dutch_texts_without_identifiers_raise_at_most_one_false_alarm() -> None:
    with PARLIAMENT.open(encoding="utf-8", newline="") as bestand:
        teksten = [rij["question"] for rij in csv.DictReader(bestand)]
    assert len(teksten) == 557
    assert sum(len(find_identifiers(tekst)) for tekst in teksten) <= 1


def test_a_series_is_masked_with_a_count_per_text() -> None:
    import pandas as pd

    masked, aantal = mask_texts(pd.Series(["prima", "henk en 06-12345678", "", "prima"], dtype="str"))
    assert masked.tolist() == ["prima", "[naam] en [telefoonnummer]", "", "prima"]
    assert aantal.tolist() == [0, 2, 0, 0]


@pytest.mark.parametrize(
    "moment", ["09-03-2026 07:30", "Gebeurd op 01-06-2026 09:15, gemeld 02/06/2026 10.05"]
)
def test_a_day_with_its_time_is_no_telephone_number(moment: str) -> None:
    assert mask_text(moment)[0] == moment


def test_a_telephone_number_that_looks_like_a_day_is_masked_when_it_is_announced() -> None:
    assert "2026" not in mask_text("bel 06-12-2026 12:30")[0]


@pytest.mark.parametrize(
    ("tekst", "masked"),
    [
        ("Mijn zus in Almere kreeg het wel", "Mijn zus in Almere kreeg het wel"),
        ("mijn broer uit Emmen en mijn moeder bij Norg", "mijn broer uit Emmen en mijn moeder bij Norg"),
        ("ik ben Piet van Almelo uit Almelo", "ik ben [naam] uit Almelo"),
        ("mevrouw Van Buren uit Buren", "mevrouw [naam] uit Buren"),
        ("mijn buurvrouw Dongen klaagt", "mijn buurvrouw [naam] klaagt"),
    ],
)
def test_a_place_is_no_person_and_a_person_named_after_one_still_is(tekst: str, masked: str) -> None:
    assert mask_text(tekst)[0] == masked


def test_a_known_participant_is_masked_although_a_place_has_the_name() -> None:
    assert mask_text("dat zei Vianen ook", namen=["Kees Vianen"])[0] == "dat zei [naam] ook"


@pytest.mark.parametrize(
    "zin",
    [
        "Rust voor de vogels.",
        "meer vogels en palmen",
        "De Vogels in de uiterwaard zijn weg",
        "Vogels zijn mooi.",
        "een doorn in het oog",
        "spijkers in de plank",
        "bij het zonneveld",
        "een vink in de linde",
    ],
)
def test_a_surname_that_is_more_often_a_word_stays_with_an_article_or_in_lower_case(zin):
    assert mask_text(zin)[0] == zin


@pytest.mark.parametrize(
    ("zin", "naam"),
    [
        ("mevrouw Vogels belde", "Vogels"),
        ("mevrouw van doorn belde", "van doorn"),
        ("mijn buurman vogels belde", "vogels"),
        ("ik sprak Vogels gisteren", "Vogels"),
        ("J. Vogels van de balie", "J. Vogels"),
        ("jan vogels zei het", "jan vogels"),
        ("groetjes, vink", "vink"),
        ("buurman Van Doorn", "Van Doorn"),
    ],
)
def test_a_surname_that_is_more_often_a_word_is_masked_as_a_name(zin, naam):
    assert mask_text(zin)[0] == zin.replace(naam, "[naam]")


def test_of_a_known_speaker_the_ordinary_word_stays():
    tekst, _ = mask_text("ik hoor de vogels, zei Piet tegen Vogels", namen=["Piet Vogels"])
    assert tekst == "ik hoor de vogels, zei [naam] tegen [naam]"


@pytest.mark.parametrize(
    ("tekst", "masked"),
    [
        ("@StroomStoter Subsidie dekt een deel", "[gebruikersnaam] Subsidie dekt een deel"),
        ("BuurtBart Graag een planning", "[naam] Graag een planning"),
        ("@Henk Overlast is er niet", "[gebruikersnaam] Overlast is er niet"),
        ("@Henk de Vries dat klopt", "[naam] dat klopt"),
    ],
)
def test_the_first_word_of_a_message_is_no_surname_of_the_account_it_answers(tekst: str, masked: str) -> None:
    assert mask_text(tekst, namen=["StroomStoter", "BuurtBart"])[0] == masked
