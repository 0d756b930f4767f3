"""Small annotated tables with the columns that analysis hands on; every number is made up."""

import numpy as np
import pandas as pd

from burgerdata.toelichting import Toelichting, annotate

LANG = (
    "Ja, bij de politie of bij een andere organisatie die over handhaving, toezicht en "
    "arbeidsomstandighedenadvisering in de openbare ruimte gaat"
)
VRAAG = "Weet u waar u een klacht over een boa kunt indienen?"
BASIS = "Basis: iedereen die antwoord gaf, n = 1.389; weet niet 4%, niet in de basis."
BRON = "enquête, panel, 1–21 juni 2026"


def toelichting(soort, **meer):
    vast = {"vraag": VRAAG, "basis": BASIS, "bron": BRON, "gewogen": True}
    return Toelichting(soort, **(vast | meer))


def verdeling(n=(300, 620, 210, 259), *, basis=1389, labels=None, groep=None, **meer):
    """Return answers with intervals; ``groep`` is (column, name)."""
    namen = list(labels or ["Ja, bij de gemeente", "Nee", LANG, "Anders, namelijk"][: len(n)])
    aandeel = np.array(n) / basis
    se = np.sqrt(aandeel * (1 - aandeel) / basis)
    tabel = pd.DataFrame({"activiteit_id": "enquete"}, index=range(len(n)))
    if groep:
        tabel = tabel.assign(**{groep[0]: groep[1]})
    tabel = tabel.assign(code=[str(nummer) for nummer in range(len(n))], label=namen)
    tabel = tabel.assign(n=pd.Series(n, dtype="Int32"), basis=pd.Series([basis] * len(n), dtype="Int32"))
    tabel = tabel.assign(
        n_eff=basis * 0.9, aandeel=aandeel, se=se, onder=aandeel - 1.96 * se, boven=aandeel + 1.96 * se
    )
    return annotate(tabel.assign(indicatief=basis < 50), toelichting("verdeling", **meer))


def verdeling_per(groepen=(("18-34", 412), ("35-54", 390), ("55-74", 300), ("75+", 43))):
    delen = [
        verdeling(
            (basis // 2, basis // 3, basis - basis // 2 - basis // 3), basis=basis, groep=("leeftijd", naam)
        )
        for naam, basis in groepen
    ]
    return annotate(pd.concat(delen, ignore_index=True), toelichting("verdeling", per="leeftijd"))


def cijfer():
    groepen = ["18-34", "35-54", "55-74", "75+"]
    tabel = pd.DataFrame({"activiteit_id": "enquete", "leeftijd": groepen})
    tabel = tabel.assign(n=[412, 390, 544, 43], basis=[412, 390, 544, 43], n_eff=[380.0, 350.0, 500.0, 40.0])
    tabel = tabel.assign(
        gemiddelde=[6.1, 6.7, 7.0, 7.2], onder=[5.9, 6.5, 6.8, 6.5], boven=[6.3, 6.9, 7.2, 7.9]
    )
    tabel = tabel.assign(indicatief=tabel["basis"] < 50, verschilt=["▼", "", "▲", ""], totaal=6.6)
    return annotate(tabel, toelichting("cijfer", per="leeftijd", vraag="Welk rapportcijfer geeft u?"))


def kruistabel():
    labels = [
        "heel weinig vertrouwen",
        "weinig vertrouwen",
        "neutraal",
        "veel vertrouwen",
        "heel veel vertrouwen",
    ]
    rijen = [
        {
            "leeftijd": groep,
            "code": str(nummer),
            "label": label,
            "basis": basis,
            "aandeel": aandeel + 0.02 * plus,
        }
        for plus, (groep, basis) in enumerate([("18-34", 412), ("35-54", 390), ("55 en ouder", 587)])
        for nummer, (label, aandeel) in enumerate(zip(labels, [0.05, 0.2, 0.3, 0.33, 0.12], strict=True))
    ]
    tabel = pd.DataFrame(rijen).assign(activiteit_id="enquete", indicatief=False)
    tabel = tabel.assign(n=(tabel["aandeel"] * tabel["basis"]).round().astype("Int32"))
    tabel = tabel.assign(onder=tabel["aandeel"] - 0.03, boven=tabel["aandeel"] + 0.03)
    merk = (tabel["leeftijd"] == "55 en ouder") & (tabel["code"] == "3")
    return annotate(
        tabel.assign(verschilt=merk.map({True: "▲", False: ""})), toelichting("kruistabel", per="leeftijd")
    )


SCHAAL = ("helemaal oneens", "oneens", "neutraal", "eens", "helemaal eens")


def stellingen(omgekeerd=False):
    shares = {
        "Boa's zijn herkenbaar": (0.02, 0.08, 0.2, 0.5, 0.2),
        "Ik weet waar ik met een klacht over een boa heen kan": (0.2, 0.3, 0.21, 0.2, 0.09),
        "Ik voel me veiliger als er boa's op straat zijn, ook 's avonds in het uitgaansgebied": (
            0.05,
            0.15,
            0.25,
            0.4,
            0.15,
        ),
    }
    rijen = [
        {
            "vraag_id": f"s{nr}",
            "kort": kort,
            "label": label,
            "volgorde": 5 - plek if omgekeerd else plek + 1,
            "aandeel": aandeel,
        }
        | {"netto": delen[3] + delen[4] - delen[0] - delen[1]}
        for nr, (kort, delen) in enumerate(shares.items())
        for plek, (label, aandeel) in enumerate(zip(SCHAAL, delen, strict=True))
    ]
    tabel = pd.DataFrame(rijen).assign(activiteit_id="enquete", basis=1400)
    tabel = tabel.assign(
        n=(tabel["aandeel"] * 1400).round().astype("Int32"), code=tabel["volgorde"].astype("str")
    )
    return annotate(
        tabel, toelichting("stellingen", geordend=True, vraag="In hoeverre bent u het eens met …?")
    )


THEMAS = (
    "Begrijpelijke taal",
    "Terugkoppeling over wat er met de aangifte gebeurt",
    "Menselijk contact",
    "geen thema",
)


def themas(activiteit="enquete", instrument="enquete", fase="praktijk", n=(200, 180, 60, 300), basis=1100):
    kwalitatief = instrument in ("focusgroep", "straatgesprek")
    aandeel = np.array(n) / basis
    leeg = np.full(len(n), np.nan)
    tabel = pd.DataFrame({"thema_id": ["taal", "terug", "mens", "geen_thema"], "thema": THEMAS})
    tabel = tabel.assign(activiteit_id=activiteit, instrument=instrument, fase=fase)
    tabel = tabel.assign(
        n=pd.Series(n, dtype="Int32"), basis=pd.Series([basis] * 4, dtype="Int32"), aandeel=aandeel
    )
    tabel = tabel.assign(
        onder=leeg if kwalitatief else aandeel - 0.02, boven=leeg if kwalitatief else aandeel + 0.02
    )
    return annotate(tabel.assign(kwalitatief=kwalitatief, gelezen=0.4), toelichting("themas"))


def bronnen(fasen=("beleidsontwikkeling", "dienstverlening", "praktijk", "evaluatie")):
    delen = [
        themas("focusgroep", "focusgroep", "beleidsontwikkeling", (22, 9, 25, 0), 31),
        themas("straat", "straatgesprek", "dienstverlening", (31, 9, 40, 20), 90),
        themas(),
        themas("klantpanel_2026-03", "klantpanel", "evaluatie", (70, 50, 20, 100), 412),
        themas("klantpanel_2026-06", "klantpanel", "evaluatie", (70, 60, 25, 90), 401),
    ]
    tabel = pd.concat(delen, ignore_index=True)
    tabel = tabel[tabel["fase"].isin(fasen)].reset_index(drop=True)
    tabel = tabel.assign(gevraagd=~((tabel["activiteit_id"] == "straat") & (tabel["thema_id"] == "terug")))
    tabel = tabel.assign(groepen=3, groepen_totaal=4, tekst=[_print_cel(rij) for rij in tabel.itertuples()])
    return annotate(
        tabel, toelichting("bronnen", vraag="", basis="Basis: mensen met een inhoudelijk antwoord.")
    )


def _print_cel(rij):
    if rij.instrument == "focusgroep":
        return f"3 van 4 groepen, {rij.n} van {rij.basis} mensen"
    return f"{rij.n} van {rij.basis}" if rij.kwalitatief else f"{rij.aandeel:.0%}"


PAREN = (("2026-03", "2026-06"), ("2026-06", "2026-09"), ("2026-03", "2026-09"))


def verandering():
    waarden = ((6.2, 6.4), (6.4, 6.7), (6.2, 6.7))
    rijen = [
        {
            "van": van,
            "naar": naar,
            "waarde_van": oud,
            "waarde_naar": nieuw,
            "alle_van": oud + 0.05,
            "alle_naar": nieuw - 0.1,
        }
        for (van, naar), (oud, nieuw) in zip(PAREN, waarden, strict=True)
    ]
    tabel = pd.DataFrame(rijen).assign(
        panel="kp", vraag_id="q3", label="", maat="gemiddelde", se=0.15, p_waarde=0.01
    )
    tabel = tabel.assign(
        n_van=412, n_naar=391, n_beide=288, verschil=tabel["waarde_naar"] - tabel["waarde_van"]
    )
    tabel = tabel.assign(onder=tabel["verschil"] - 0.3, boven=tabel["verschil"] + 0.3)
    basis = "Basis: mensen die in beide metingen antwoord gaven, n = 288."
    return annotate(tabel, toelichting("verandering", basis=basis, bron="klantpanel, maart–september 2026"))


def verandering_aandelen():
    labels = ("heel ontevreden", "ontevreden", "niet tevreden, niet ontevreden", "tevreden", "heel tevreden")
    paren = zip(labels, (0.1, 0.2, 0.22, 0.4, 0.08), (0.08, 0.15, 0.22, 0.43, 0.12), strict=True)
    rijen = [{"label": label, "waarde_van": oud, "waarde_naar": nieuw} for label, oud, nieuw in paren]
    tabel = pd.DataFrame(rijen).assign(
        panel="kp", vraag_id="q4", van="2026-03", naar="2026-09", maat="aandeel"
    )
    tabel = tabel.assign(
        n_van=412, n_naar=391, n_beide=288, verschil=tabel["waarde_naar"] - tabel["waarde_van"]
    )
    tabel = tabel.assign(onder=tabel["verschil"] - 0.04, boven=tabel["verschil"] + 0.04)
    return annotate(tabel, toelichting("verandering", bron="klantpanel, maart–september 2026"))


def respons():
    stappen = {
        "enquete": {"uitgenodigd": 3000, "gestart": 1300, "afgerond": 1203},
        "klantpanel_2026-03": {"uitgenodigd": 700, "afgerond": 412},
        "klantpanel_2026-06": {"uitgenodigd": 700, "afgerond": 401},
        "focusgroep": {"aangemeld": 28, "afgerond": 24},
        "straat": {"aangesproken": 220, "meegedaan": 90},
    }
    rijen = [
        {"activiteit_id": naam, "stap": stap, "n": n, "aandeel": n / next(iter(deel.values()))}
        for naam, deel in stappen.items()
        for stap, n in deel.items()
    ]
    tabel = pd.DataFrame(rijen).astype({"n": "Int32"})
    return annotate(tabel, toelichting("respons", vraag="", basis="Basis: mensen, per stap van de werving."))


def codeurs():
    namen = ["alle thema's samen", "Begrijpelijke taal", "Terugkoppeling", "Menselijk contact"]
    tabel = pd.DataFrame({"thema_id": ["alle_themas", "taal", "terug", "mens"], "thema": namen})
    tabel = tabel.assign(codeur_a="codeur_1a", codeur_b="codeur_2b", n=100, n_codeurs=2)
    tabel = tabel.assign(
        beide=[78, 31, 28, 19],
        alleen_a=[9, 2, 3, 4],
        alleen_b=[11, 3, 1, 7],
        geen_van_beide=[302, 64, 68, 70],
    )
    tabel = tabel.assign(
        alpha=[0.86, 0.89, 0.91, 0.7], onder=[0.8, 0.8, 0.82, 0.55], boven=[0.91, 0.96, 0.97, 0.83]
    )
    return annotate(tabel, toelichting("overig", vraag="", basis="Basis: 100 teksten die 2 codeurs lazen."))


def leercurve():
    tabel = pd.DataFrame({"n": [20, 40, 60, 80, 130, 180, 280]})
    tabel = tabel.assign(f1_per_tekst=[0.41, 0.5, 0.55, 0.58, 0.64, 0.67, 0.72])
    tabel = tabel.assign(f1_per_thema=[0.3, 0.38, 0.44, 0.47, 0.53, 0.57, 0.62])
    tabel = tabel.assign(soort=["gemeten"] * 4 + ["verwacht"] * 3)
    return annotate(tabel, toelichting("overig", vraag="", basis="Basis: 100 teksten die mensen codeerden."))


def verzadiging():
    tabel = pd.DataFrame(
        {"groep": ["fg1", "fg2", "fg3", "fg4"], "nieuw": [9, 3, 1, 0], "totaal": [9, 12, 13, 13]}
    )
    return annotate(
        tabel.assign(activiteit_id="focusgroep", volgnummer=[1, 2, 3, 4]),
        toelichting("overig", vraag="", basis="Basis: 4 groepen.", kwalitatief=True),
    )


def woorden():
    delen = {
        "18-34": ("app", "telefoon", "inloggen", "chat"),
        "65-74": ("loket", "brief", "iemand", "bellen"),
    }
    rijen = [
        {"leeftijd": groep, "woord": woord, "z": 6.4 - 0.7 * nr, "mensen": 40 - 6 * nr}
        for groep, eigen in delen.items()
        for nr, woord in enumerate(eigen)
    ]
    return annotate(
        pd.DataFrame(rijen).assign(activiteit_id="enquete"), toelichting("overig", per="leeftijd")
    )


def samenhang():
    paren = [("Begrijpelijke taal", "Menselijk contact"), ("Terugkoppeling", "Menselijk contact")]
    tabel = pd.DataFrame(paren, columns=["thema_a", "thema_b"]).assign(activiteit_id="focusgroep")
    return annotate(
        tabel.assign(n=[17, 13], n_a=[23, 20], n_b=22, basis=32),
        toelichting("overig", vraag="", kwalitatief=True),
    )


def themas_over_metingen():
    labels = ("Begrijpelijke taal", "Terugkoppeling", "Menselijk contact")
    tabel = verandering_aandelen().iloc[:3].assign(label=list(labels), vraag_id="themas")
    return annotate(tabel, toelichting("verandering", bron="klantpanel, maart–september 2026"))


def onderdruk(tabel, *rijen):
    """Return the table with rows marked as suppressed while their figures are still there: the worst case."""
    weg = pd.Series(False, index=tabel.index)
    weg.iloc[list(rijen)] = True
    return annotate(tabel.assign(onderdrukt=weg), tabel.attrs["toelichting"])


def taken(basis=40):
    gelukt = np.array([basis, basis // 2, basis // 3])
    tabel = pd.DataFrame(
        {"taak_id": ["t1", "t2", "t3"], "taak": ["inloggen", "het formulier invullen", "betalen"]}
    )
    aandeel = gelukt / basis
    tabel = tabel.assign(
        activiteit_id="test", n=gelukt, basis=basis, aandeel=aandeel, tijd_mediaan=[41.0, 130.0, 65.0]
    )
    tabel = tabel.assign(onder=aandeel - 0.1, boven=np.minimum(aandeel + 0.1, 1.0), kwalitatief=basis <= 30)
    tabel = tabel.assign(tekst=[f"{n} van de {basis}" for n in gelukt])
    vraag = "Lukt het om deze taak af te ronden?"
    return annotate(
        tabel.astype({"n": "Int32", "basis": "Int32"}),
        toelichting(
            "overig", vraag=vraag, basis=f"Basis: iedereen die de taak deed, n = {basis}.", gewogen=False
        ),
    )


def sus():
    tabel = pd.DataFrame({"activiteit_id": ["ronde 1", "ronde 2"], "n": [45, 14], "basis": [45, 15]})
    tabel = tabel.assign(gemiddelde=[61.2, 74.4], mediaan=[60.0, 75.0], onder=[57.0, float("nan")])
    tabel = tabel.assign(boven=[65.4, float("nan")], indicatief=[False, True], kwalitatief=False)
    return annotate(
        tabel.astype({"n": "Int32", "basis": "Int32"}),
        toelichting(
            "overig", vraag="System Usability Scale", basis="Basis: wie alle stellingen beantwoordde."
        ),
    )


def stemmen(n=((60, 25, 15), (48, 40, 12), (30, 55, 15)), *, kwalitatief=False):
    namen = (
        "Meer groen in de wijk",
        "Parkeren mag geld kosten, ook voor bewoners die al jaren een vergunning hebben",
        "De winkels mogen op zondag open",
    )
    keuzes = (("voor", "eens"), ("tegen", "oneens"), ("onthouding", "pas"))
    rijen = [
        {
            "vraag_id": f"s{nr}",
            "kort": kort,
            "keuze": keuze,
            "label": label,
            "volgorde": plek + 1,
            "n": aantal,
        }
        | {"basis": sum(tal), "aandeel": float("nan") if kwalitatief else aantal / sum(tal)}
        for nr, (kort, tal) in enumerate(zip(namen, n, strict=True))
        for plek, ((keuze, label), aantal) in enumerate(zip(keuzes, tal, strict=True))
    ]
    tabel = pd.DataFrame(rijen).assign(activiteit_id="wijk", drempel=0.5, kwalitatief=kwalitatief)
    basis = "Basis: wie op de stelling stemde, n = 100 per stelling."
    bron = "online community, open link, 1–14 april 2026"
    vast = {"vraag": "Bent u het eens met deze stelling?", "basis": basis, "bron": bron, "gewogen": False}
    return annotate(
        tabel.astype({"n": "Int32"}),
        toelichting("stemmen", **vast, kwalitatief=kwalitatief, zelfselectie=True),
    )


def meningsgroepen(n=(110, 60, 30)):
    plekken = ((-2.0, 0.3), (2.1, 0.9), (1.0, -1.8))
    rijen = [
        {"meningsgroep": naam, "n": aantal, "aandeel": aantal / sum(n), "plek_x": x, "plek_y": y}
        for naam, aantal, (x, y) in zip("ABC", n, plekken, strict=False)
    ]
    tabel = pd.DataFrame(rijen).assign(activiteit_id="wijk", basis=sum(n), kwalitatief=False)
    basis = f"Basis: wie op ten minste 7 stellingen stemde, n = {sum(n)}."
    vast = {"vraag": "", "basis": basis, "bron": "online community, 1–14 april 2026", "gewogen": False}
    return annotate(tabel.astype({"n": "Int32"}), toelichting("meningsgroepen", **vast, per="meningsgroep"))


def populatie():
    kenmerken = {
        "leeftijd": (("18-34", 412, 0.27), ("35-54", 390, 0.38), ("55-74", 544, 0.23), ("75+", 43, 0.12)),
        "onderwijs": (("praktisch", 166, 0.27), ("middelbaar", 570, 0.41), ("theoretisch", 653, 0.32)),
    }
    rijen = [
        {
            "variabele": naam,
            "categorie": groep,
            "n": n,
            "basis": 1389,
            "steekproef": n / 1389,
            "bevolking": deel,
        }
        for naam, groepen in kenmerken.items()
        for groep, n, deel in groepen
    ]
    tabel = pd.DataFrame(rijen).astype({"n": "Int32", "basis": "Int32"}).assign(activiteit_id="enquete")
    verschil = tabel["steekproef"] - tabel["bevolking"]
    tabel = tabel.assign(
        gewogen=tabel["bevolking"] + verschil / 10,
        verschil=verschil,
        gemist=tabel["steekproef"] < tabel["bevolking"] / 2,
    )
    vast = {
        "vraag": "",
        "basis": "Basis: wie het kenmerk opgaf. Bevolking: 18 jaar en ouder, 1 januari 2026.",
    }
    return annotate(tabel, toelichting("overig", **vast))


def doorwerking(aantal=6):
    rijen = [
        ("Gewone taal in brieven", "taal", "overgenomen", "Alle brieven worden herschreven.", "2026-11-04"),
        ("Mogelijk maken om op elk moment van de dag iemand te kunnen bellen", "contact", "niet overgenomen",
         "Daarvoor zijn te weinig mensen beschikbaar; wel komt er een terugbelverzoek op werkdagen.", "2026-11-04"),
        ("Laat weten wat er gebeurt", "terugkoppeling", "overgenomen", "Na 30 dagen volgt een bericht.", None),
        ("Een kort formulier", "lengte", "nog te besluiten", "", None),
        ("Ook in het Engels", "taal", "deels overgenomen", "De uitleg wel, het formulier niet.", "2026-11-04"),
        ("Lagere boetes", "boete", "buiten de kaders", "De rechter gaat daarover.", None),
    ]  # fmt: skip
    namen = ["samenvatting", "thema", "status", "motivering", "terugkoppeling_datum"]
    tabel = pd.DataFrame(rijen[:aantal], columns=namen).assign(inbreng_id=[f"i{nr}" for nr in range(aantal)])
    tabel = tabel.astype({"terugkoppeling_datum": "datetime64[s]"})
    vast = {"vraag": "", "basis": f"Basis: {aantal} punten van burgers.", "bron": "doorwerking.xlsx"}
    return annotate(tabel, toelichting("overig", **vast))


def prioriteiten(namen=("inloggen", "formulier invullen", "bewijs toevoegen", "bericht over de afloop")):
    belang = np.resize([3.6, 4.05, 3.65, 4.45], len(namen)) + np.arange(len(namen)) // 4 * 0.01
    oordeel = np.resize([3.64, 3.25, 3.0, 2.33], len(namen)) + np.arange(len(namen)) // 4 * 0.02
    tabel = pd.DataFrame({"activiteit_id": "enquete", "aspect": namen, "basis": 600, "belang": belang})
    hoog, goed = belang >= belang.mean(), oordeel >= oordeel.mean()
    vak = np.select(
        [hoog & ~goed, hoog & goed, ~hoog & ~goed],
        ["eerst verbeteren", "vasthouden", "later verbeteren"],
        "voldoende",
    )
    basis = "Basis: wie over belang en oordeel antwoord gaf, n = 600. Gewogen."
    return annotate(tabel.assign(oordeel=oordeel, vak=vak), toelichting("overig", vraag="", basis=basis))


def scorekaart():
    rijen = [
        ("R1", "respons", "enquete", "", 0.34, "aandeel", "34%", 0.3, "voldoende"),
        ("R2", "trechter", "enquete", "", 0.34, "aandeel", "34%", None, "geen norm"),
        ("R2", "trechter", "straat", "", 0.41, "aandeel", "41%", None, "geen norm"),
        ("P3", "gehoord en gerespecteerd", "enquete", "", 0.4, "aandeel", "40%", 0.6, "onvoldoende"),
        ("P4", "gelijke spreektijd", "", "", None, "getal", "–", None, "niet gemeten"),
        *(("P6", "vroeg betrokken", f"golf_{nr}", "", nr, "dagen", f"{nr} dagen", None, "geen norm") for nr in range(20, 26)),
    ]  # fmt: skip
    namen = ["id", "indicator", "activiteit_id", "onderdeel", "waarde", "eenheid", "tekst", "norm", "oordeel"]
    tabel = pd.DataFrame(rijen, columns=namen).astype({"waarde": "float64", "norm": "float64"})
    basis = "Basis: alle activiteiten van het traject."
    return annotate(tabel, toelichting("overig", vraag="", basis=basis))
