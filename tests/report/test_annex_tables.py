"""Annex E is short, and every table that it leaves out is named with its file."""

import re
from dataclasses import replace

from burgerdata.report.blocks import Citaat, Figuurblok, Kop, Tabelblok
from burgerdata.report.chapters import annexes, tabellen, wie
from burgerdata.report.chapters.answers import print_antwoord
from burgerdata.report.chapters.summary_sentences import state_setting
from burgerdata.report.file_names import LANGST, cap_naam
from burgerdata.toelichting import read_toelichting

_ID = re.compile(r"\b(enquete|signaal|straatgesprek)\b|_")


def read_annex(opbrengst):
    return [blok for blok in tabellen.build(opbrengst, {}) if isinstance(blok, Tabelblok)]


def test_every_table_is_printed_or_named_with_its_file(opbrengst):
    *gedrukt, anders = read_annex(opbrengst)
    namen = {blok.bestand for blok in gedrukt} | {
        naam.removesuffix(".csv") for naam in anders.tabel["bestand"]
    }
    over = {n for n, t in opbrengst.tabellen.items() if len(t) and read_toelichting(t).soort != "citaten"}
    assert over - namen == {"respons"}  # stands in annex A


def test_a_table_without_rows_is_not_printed(opbrengst):
    gedrukt = tabellen.pick_tabellen(opbrengst)
    naam = "samenstelling"
    assert naam in gedrukt
    zonder = replace(opbrengst, tabellen={**opbrengst.tabellen, naam: opbrengst.tabellen[naam].head(0)})
    assert naam not in tabellen.pick_tabellen(zonder)


def test_a_long_table_says_how_much_is_left_out_and_where_it_is(opbrengst):
    lang = next(blok for blok in read_annex(opbrengst) if blok.bestand == "samenstelling")
    assert len(lang.tabel) == 12
    assert lang.noten[0] == "De eerste 12 van 38 rijen; de hele tabel: tabellen/samenstelling.csv."


def test_the_sources_stand_beside_each_other_in_a_table_per_phase(opbrengst):
    fasen = [blok for blok in read_annex(opbrengst) if blok.bestand == "bronnen"]
    assert len(fasen) == 4
    evaluatie = fasen[-1].tabel.set_index("thema")
    assert list(evaluatie.columns) == [f"klantpanel {maand} 2026" for maand in ("maart", "juni", "september")]
    bron = opbrengst.tabellen["bronnen"]
    zelfde = bron["thema"].eq("terugkoppeling") & bron["activiteit_id"].eq("klantpanel_2026-09")
    assert evaluatie.loc["terugkoppeling"].iloc[-1] == bron[zelfde]["tekst"].iloc[0]


def test_a_question_is_listed_once_with_who_asked_it_in_words(opbrengst):
    blokken = annexes.build(opbrengst, {})
    vragen = next(b.tabel for b in blokken if getattr(b, "titel", "") == "Vragen zoals gesteld")
    assert vragen["vraag"].is_unique or not vragen.duplicated(["vraag", "soort"]).any()
    assert set(vragen["soort"]) <= {
        "één antwoord",
        "meer antwoorden",
        "schaal",
        "stelling",
        "getal",
        "open vraag",
        "taak",
    }
    assert "klantpanel maart 2026, klantpanel juni 2026" in " ".join(vragen["gesteld in"])


def test_no_activity_is_called_by_its_id(document):
    blokken = document.blokken
    kolommen = ("activiteit", "waarover", "gesteld in", "wat")
    voor_f = blokken[: next(nr for nr, b in enumerate(blokken) if getattr(b, "anker", "") == "bijlage-f")]
    cellen = [
        cel
        for blok in voor_f
        if isinstance(blok, Tabelblok)
        for kolom in kolommen
        if kolom in blok.tabel
        for cel in blok.tabel[kolom]
    ]
    assert len(cellen) > 300
    assert [cel for cel in cellen if _ID.search(cel)] == []


def test_reading_is_told_in_words_and_columns_are_counted_as_columns(opbrengst):
    [tabel] = [
        b.tabel for b in annexes.build(opbrengst, {}) if getattr(b, "titel", "") == "Wat het inlezen deed"
    ]
    logboek = opbrengst.traject.logboek
    weg = logboek[logboek["reden"].eq("kolom_persoonsgegeven")]
    aantal = tabel.set_index("wat")["aantal"]
    assert aantal["kolommen met persoonsgegevens weggelaten"] == str(len(weg))
    assert weg["aantal"].sum() > len(weg)  # cells, which were counted before
    assert not tabel["wat"].str.contains("_", regex=False).any()


def test_every_activity_in_chapter_two_had_people(opbrengst):
    mensen = wie.list_activiteiten(opbrengst).set_index("wat")["mensen"]
    assert not mensen.isin(["0", "–"]).any()
    assert mensen["burgerdialoog"] == "48"  # those who began, as its delivery says


def test_a_quote_is_about_the_theme_of_its_finding(opbrengst):
    antwoord = opbrengst.antwoorden["pr1"]
    citaten = [b for b in print_antwoord(antwoord, opbrengst, {}) if isinstance(b, Citaat)]
    assert citaten
    assert "‘Terugkoppeling’" in antwoord.bevinding
    assert citaten[0].bron.endswith("thema terugkoppeling")


def test_notes_under_a_figure_are_a_few_lines(document):
    figuren = [b.figuur for b in document.blokken if isinstance(b, Figuurblok)]
    assert max(sum(map(len, figuur.noten)) for figuur in figuren) <= 360  # sources have their articles
    assert max(len(figuur.bron) for figuur in figuren) <= 300


def test_the_summary_says_the_year_once_and_all_phases_in_a_word(opbrengst):
    zin = state_setting(opbrengst)
    assert "tussen 1 januari en 24 september 2026, in alle beleidsfasen." in zin


def test_what_is_answered_in_part_is_said_before_its_figure(document):
    blokken = document.blokken
    deels = [nr for nr, b in enumerate(blokken) if getattr(b, "tekst", "").startswith("Deels beantwoord")]
    assert deels
    assert all(isinstance(blokken[nr - 2], Kop) and blokken[nr].klasse == "merk" for nr in deels)


def test_names_of_files_are_short_and_stay_apart(opbrengst, document):
    lang = [cap_naam("ev2_verandering_" + "hoe_tevreden_bent_u_over_" * 6 + nr) for nr in "ab"]
    assert len(set(lang)) == 2
    namen = [*lang, *opbrengst.tabellen]
    namen += [b.bestand for b in document.blokken if isinstance(b, Figuurblok)]
    assert max(map(len, namen)) <= LANGST
