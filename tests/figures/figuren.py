"""Every kind of figure on every kind of table: name, plot function, table, title."""

import figuurtabellen as t

from burgerdata import figures as f

ALLE = {
    "verdeling": (
        f.plot_verdeling,
        t.verdeling(),
        "Bijna de helft weet niet waar een klacht over een boa heen kan",
    ),
    "verdeling_per": (f.plot_verdeling, t.verdeling_per(), "Jongeren weten vaker waar een klacht heen kan"),
    "groepen": (f.plot_groepen, t.cijfer(), "Jongeren geven boa's een lager rapportcijfer dan ouderen"),
    "kruistabel": (
        f.plot_groepen,
        t.kruistabel(),
        "Mensen van 55 jaar en ouder hebben vaker veel vertrouwen",
    ),
    "stellingen": (
        f.plot_stellingen,
        t.stellingen(),
        "De helft weet niet waar een klacht over een boa heen kan",
    ),
    "themas": (f.plot_themas, t.themas(), "Mensen noemen begrijpelijke taal het vaakst"),
    "themas_gesprek": (
        f.plot_themas,
        t.themas("fg", "focusgroep", "beleidsontwikkeling", (22, 9, 25, 0), 31),
        "Deelnemers noemen menselijk contact en taal",
    ),
    "bronnen": (f.plot_bronnen, t.bronnen(), "Begrijpelijke taal komt in alle vijf de bronnen terug"),
    "bronnen_leeg": (f.plot_bronnen, t.bronnen(("praktijk",)), "Begrijpelijke taal staat bovenaan"),
    "verandering": (
        f.plot_verandering,
        t.verandering(),
        "De tevredenheid over de afhandeling steeg van 6,2 naar 6,7",
    ),
    "verandering_aandelen": (f.plot_verandering, t.verandering_aandelen(), "Meer mensen zijn heel tevreden"),
    "themas_over_metingen": (f.plot_verandering, t.themas_over_metingen(), "Meer mensen noemen de taal"),
    "codeurs": (f.plot_codeurs, t.codeurs(), None),
    "leercurve": (f.plot_leercurve, t.leercurve(), None),
    "verzadiging": (f.plot_verzadiging, t.verzadiging(), None),
    "woorden": (f.plot_woorden, t.woorden(), None),
    "samenhang": (f.plot_samenhang, t.samenhang(), None),
    "stemmen": (f.plot_stemmen, t.stemmen(), "60% van de deelnemers is het eens met meer groen"),
    "stemmen_weinig": (
        f.plot_stemmen,
        t.stemmen(((14, 6, 2), (10, 9, 1), (3, 7, 0)), kwalitatief=True),
        "14 deelnemers zijn het eens met meer groen",
    ),
    "meningsgroepen": (
        f.plot_meningsgroepen,
        t.meningsgroepen(),
        "Er zijn drie meningsgroepen onder de deelnemers",
    ),
    "populatie": (f.plot_populatie, t.populatie(), "Mensen met praktisch onderwijs deden te weinig mee"),
    "doorwerking": (
        f.plot_doorwerking,
        t.doorwerking(),
        "Van zes punten zijn er twee overgenomen en één nog niet besloten",
    ),
    "doorwerking_kort": (f.plot_doorwerking, t.doorwerking(3), "Van drie punten zijn er twee overgenomen"),
    "prioriteiten": (
        f.plot_prioriteiten,
        t.prioriteiten(),
        "‘Bericht over de afloop’ is belangrijk en krijgt een laag oordeel",
    ),
    "scorekaart": (f.plot_scorekaart, t.scorekaart(), "Eén indicator haalt de eigen norm niet"),
    "respons": (f.plot_respons, t.respons(), "Van de genodigden voor de enquête vulde 40% de vragenlijst in"),
}

ALLE |= {
    "taken": (f.plot_taken, t.taken(), "De taak betalen lukt de helft niet"),
    "taken_klein": (f.plot_taken, t.taken(12), "De taak betalen lukt de meesten niet"),
    "sus": (f.plot_sus, t.sus(), "De tweede ronde krijgt gemiddeld een 74"),
}


def draw(naam, **opties):
    plot, tabel, titel = ALLE[naam]
    return plot(tabel, titel=titel, **opties)
