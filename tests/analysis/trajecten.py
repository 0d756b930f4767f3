"""Trajecten built by hand, small enough to count, and the survey that R has worked out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pandas as pd

from burgerdata.settings import Drempels, Instellingen, Weging
from burgerdata.traject import Traject

ORAKEL = Path(__file__).resolve().parents[1] / "statistics" / "oracle"
EENS = ("helemaal oneens", "oneens", "neutraal", "eens", "helemaal eens")


def make_vraag(
    activiteit_id: str, vraag_id: str, soort: str, antwoorden: Mapping[str, Any], **velden: Any
) -> dict[str, pd.DataFrame]:
    """Return vragen, opties and antwoorden of one question.

    ``antwoorden`` maps a person to a code, a list of codes, a number, or ("status",). ``opties`` gives code and label
    in order; ``waarden`` numbers the options from 1.
    """
    opties = dict(velden.pop("opties", {}))
    waarden = velden.pop("waarden", soort in ("schaal", "stelling"))
    vraag = {"activiteit_id": activiteit_id, "vraag_id": vraag_id, "kolom": "", "soort": soort}
    vraag |= {"tekst": f"Vraag {vraag_id}?", "rol": "inhoud", "omkeren": False} | velden
    rijen = []
    for persoon, antwoord in antwoorden.items():
        delen = antwoord if isinstance(antwoord, list) else [antwoord]
        for nummer, deel in enumerate(delen, 1):
            rij: dict[str, Any] = {"deelnemer_id": persoon, "volgnummer": nummer, "status": "gegeven"}
            if isinstance(deel, tuple):
                rij |= {"status": deel[0], "code": None, "getal": None}
            elif soort == "getal":
                rij |= {"code": None, "getal": float(deel)}
            else:
                getal = float(list(opties).index(deel) + 1) if waarden else None
                rij |= {"code": deel, "getal": float(nummer) if soort == "rangorde" else getal}
            rijen.append(rij)
    optie = [
        {
            "code": code,
            "label": label,
            "volgorde": nr,
            "waarde": float(nr) if waarden else None,
            "status": "geldig",
        }
        for nr, (code, label) in enumerate(opties.items(), 1)
    ]
    vast = {"activiteit_id": activiteit_id, "vraag_id": vraag_id}
    return {
        "vragen": pd.DataFrame([vraag]),
        "opties": pd.DataFrame(optie).assign(**vast) if optie else pd.DataFrame(),
        "antwoorden": pd.DataFrame(rijen).astype({"getal": "float64"}).assign(**vast),
    }


def make_activiteit(activiteit_id: str, instrument: str, **velden: Any) -> pd.DataFrame:
    """Return one row of activiteiten."""
    vast = {"activiteit_id": activiteit_id, "instrument": instrument, "eenheid": "persoon", "taal": "nl"}
    return pd.DataFrame([vast | velden])


def make_deelnemers(activiteit_id: str, personen: Sequence[str], **velden: Any) -> pd.DataFrame:
    """Return one row per person, of rol burger unless said otherwise."""
    return (
        pd.DataFrame({"deelnemer_id": list(personen)})
        .assign(activiteit_id=activiteit_id, rol="burger")
        .assign(**velden)
    )


def make_fragmenten(activiteit_id: str, teksten: Sequence[tuple[str, str]], **velden: Any) -> pd.DataFrame:
    """Return one fragment per (person, text)."""
    rijen = [
        {"fragment_id": f"{activiteit_id}_f{nr}", "deelnemer_id": wie, "tekst": tekst, "volgnummer": nr}
        for nr, (wie, tekst) in enumerate(teksten)
    ]
    return (
        pd.DataFrame(rijen).assign(activiteit_id=activiteit_id, soort="antwoord", taal="nl").assign(**velden)
    )


def join(*delen: Mapping[str, pd.DataFrame], **vast: Any) -> dict[str, pd.DataFrame]:
    """Return the tables of several parts under each other."""
    namen = dict.fromkeys(naam for deel in delen for naam in deel)
    return {
        naam: pd.concat([deel[naam] for deel in delen if naam in deel and len(deel[naam])], ignore_index=True)
        for naam in namen
        if any(len(deel.get(naam, ())) for deel in delen)
    }


def make_panel(*, tekst_m2: str = "Welk cijfer?", opties_m2: Mapping[str, str] | None = None) -> Traject:
    """Return a panel of two waves: three people in both, one who left and one who came."""
    cijfers = {str(nr): str(nr) for nr in range(1, 11)}
    lengte = {"a": "jong", "b": "oud"}
    delen = []
    for meting, tekst, antwoorden, groep in (
        (
            "m1",
            "Welk cijfer?",
            {"A": "6", "B": "5", "C": "8", "D": "6"},
            {"A": "a", "B": "b", "C": "b", "D": "a"},
        ),
        ("m2", tekst_m2, {"A": "7", "B": "7", "C": "8", "E": "9"}, {"A": "b", "B": "b", "C": "b", "E": "a"}),
    ):
        naam = f"kp_{meting}"
        delen.append(
            {
                "activiteiten": make_activiteit(
                    naam, "klantpanel", meting=meting, panel="kp", fase="evaluatie", werving="klantbestand"
                ),
                "deelnemers": make_deelnemers(naam, list(antwoorden)),
            }
        )
        opties = cijfers if meting == "m1" or opties_m2 is None else opties_m2
        delen.append(
            make_vraag(
                naam,
                "cijfer",
                "schaal",
                antwoorden,
                opties=opties,
                tekst=tekst,
                kort="cijfer",
                gebruik="rapportcijfer",
            )
        )
        delen.append(make_vraag(naam, "leeftijd", "een_antwoord", groep, opties=lengte, rol="kenmerk"))
    return Traject.from_tabellen(join(*delen), Instellingen(drempels=Drempels(1, 1, 5)))


def make_enquete() -> Traject:
    """Return a weighted survey of ten people with every kind of question."""
    wie = [f"p{nr}" for nr in range(10)]
    eens = {str(nr): label for nr, label in enumerate(EENS, 1)}
    delen = [
        {
            "activiteiten": make_activiteit(
                "enq",
                "enquete",
                fase="praktijk",
                werving="open_link",
                begindatum="2026-06-01",
                einddatum="2026-06-21",
            ),
            "deelnemers": make_deelnemers("enq", [*wie, "medewerker"]).assign(
                gewicht=[1.0] * 5 + [2.0] * 5 + [9.0], rol=["burger"] * 10 + ["professional"]
            ),
        },
        make_vraag(
            "enq",
            "kanaal",
            "een_antwoord",
            dict(
                zip(
                    [*wie, "medewerker"],
                    ["1", "1", "2", "2", "2", "1", "1", "1", ("weet_niet",), ("overgeslagen",), "2"],
                    strict=True,
                )
            ),
            opties={"1": "online", "2": "balie", "3": "brief"},
        ),
        make_vraag(
            "enq",
            "middelen",
            "meer_antwoorden",
            dict(
                zip(
                    wie,
                    [
                        ["x", "y"],
                        ["x"],
                        ("geen_gekozen",),
                        ["y"],
                        ["x"],
                        ["y"],
                        ["x", "y"],
                        ("geen_gekozen",),
                        ["x"],
                        ("niet_getoond",),
                    ],
                    strict=True,
                )
            ),
            opties={"x": "app", "y": "site", "z": "post"},
        ),
        make_vraag(
            "enq",
            "volgorde",
            "rangorde",
            {"p0": ["x", "y"], "p1": ["y", "x"], "p2": ["x"], "p3": ("overgeslagen",)},
            opties={"x": "eerst x", "y": "eerst y"},
        ),
        make_vraag(
            "enq",
            "minuten",
            "getal",
            dict(zip(wie, [10, 20, 30, 40, 50, 10, 20, 30, 40, ("weet_niet",)], strict=True)),
        ),
        make_vraag(
            "enq",
            "s1",
            "stelling",
            dict(zip(wie, list("5544332211"), strict=True)),
            opties=eens,
            reeks="blok",
            kort="het is duidelijk",
        ),
        make_vraag(
            "enq",
            "s2",
            "stelling",
            dict(zip(wie, list("5555544311"), strict=True)),
            opties=eens,
            reeks="blok",
            kort="het kost te veel moeite",
            omkeren=True,
        ),
        make_vraag(
            "enq",
            "groep2",
            "een_antwoord",
            dict(zip(wie, ["j"] * 5 + ["o"] * 4 + [("wil_niet_zeggen",)], strict=True)),
            opties={"j": "jong", "o": "oud"},
            rol="kenmerk",
            kort="leeftijd",
        ),
        make_vraag("enq", "jaren", "getal", dict(zip(wie, range(20, 30), strict=True)), rol="kenmerk"),
        {
            "vragen": pd.DataFrame(
                [
                    {
                        "activiteit_id": "enq",
                        "vraag_id": "open",
                        "kolom": "",
                        "tekst": "Wat vindt u?",
                        "soort": "open",
                        "rol": "inhoud",
                        "omkeren": False,
                    }
                ]
            )
        },
    ]
    return Traject.from_tabellen(join(*delen), Instellingen(drempels=Drempels(1, 1, 8)))


def make_bronnen() -> Traject:
    """Return two focus groups of three with a moderator, a survey with open answers, and a survey without."""
    groepen = make_deelnemers("fg", ["g1a", "g1b", "g1c", "g2a", "g2b", "g2c", "M", "R9"]).assign(
        groep=["1"] * 3 + ["2"] * 3 + ["1", "1"], rol=["burger"] * 6 + ["gespreksleider", "onbekend"]
    )
    gesprek = [
        ("g1a", "Het wachten duurt te lang. Ik hoor niets."),
        ("g1a", "Nogmaals: wachten, wachten, wachten."),
        ("g1b", "Ja, dat wachten herken ik wel heel goed."),
        ("g2a", "Bij mij ging het juist snel."),
        ("M", "Vindt u het wachten te lang?"),
        ("R9", "Dat wachten is niets."),
    ]
    antwoorden = [
        (f"o{nr}", tekst)
        for nr, tekst in enumerate(["lang wachten", "nvt", "te duur", "wachten op bericht", ""])
    ]
    open_ = {
        "activiteit_id": "open",
        "vraag_id": "v",
        "kolom": "",
        "tekst": "Wat kan er beter?",
        "soort": "open",
        "rol": "inhoud",
        "omkeren": False,
    }
    delen = [
        {
            "activiteiten": pd.concat(
                [
                    make_activiteit("fg", "focusgroep", fase="beleidsontwikkeling", werving="selectiebureau"),
                    make_activiteit("open", "enquete", fase="praktijk", werving="panel"),
                    make_activiteit("dicht", "enquete", fase="praktijk", werving="panel"),
                ]
            ),
            "deelnemers": pd.concat(
                [
                    groepen,
                    make_deelnemers("open", [f"o{nr}" for nr in range(6)]),
                    make_deelnemers("dicht", ["d1", "d2"]),
                ]
            ),
            "vragen": pd.DataFrame([open_]),
            "fragmenten": pd.concat(
                [
                    make_fragmenten("fg", gesprek, soort="uiting"),
                    make_fragmenten("open", antwoorden, vraag_id="v"),
                ]
            ),
        },
        make_vraag("dicht", "ja", "een_antwoord", {"d1": "1", "d2": "1"}, opties={"1": "ja"}),
    ]
    return Traject.from_tabellen(join(*delen), Instellingen(drempels=Drempels(1, 1, 5)))


def make_orakel(*, ontwerp: str = "tweetraps") -> Traject:
    """Return the survey of tests/statistics/oracle as a traject, in the design that R used."""
    frame = pd.read_csv(ORAKEL / "enquete.csv")
    wie = [f"r{nr}" for nr in frame["respondent"]]
    deelnemers = make_deelnemers(
        "enq", wie, gewicht=frame["gewicht"].to_numpy(), basisgewicht=frame["gewicht"].to_numpy()
    )
    if ontwerp == "tweetraps":
        deelnemers = deelnemers.assign(
            stratum=frame["regio"], cluster=frame["gemeente"], fpc=frame["fpc1"], fpc2=frame["fpc2"]
        )
    delen = [
        {
            "activiteiten": make_activiteit("enq", "enquete", fase="praktijk", werving="steekproef"),
            "deelnemers": deelnemers,
        }
    ]
    kolommen = {
        "cijfer1": "schaal",
        "gebruikt": "een_antwoord",
        "vertrouwen": "schaal",
        "opleiding": "een_antwoord",
        "leeftijdsgroep": "een_antwoord",
        "geslacht": "een_antwoord",
    }
    for naam, soort in kolommen.items():
        reeks = frame[naam].map(lambda waarde: "" if pd.isna(waarde) else str(waarde).removesuffix(".0"))
        codes = [str(nr) for nr in range(1, 11)] if naam == "cijfer1" else sorted(set(reeks) - {""})
        antwoorden = {p: (code or ("leeg_onbekend",)) for p, code in zip(wie, reeks, strict=True)}
        rol = "inhoud" if naam in ("cijfer1", "gebruikt", "vertrouwen") else "kenmerk"
        delen.append(
            make_vraag(
                "enq",
                naam,
                soort,
                antwoorden,
                opties={c: c for c in codes},
                rol=rol,
                kort=naam,
                tekst=f"Vraag {naam} (CBS)?",
            )
        )
    marges = pd.read_csv(ORAKEL / "marges.csv").assign(populatie="fictief", bron="R", peildatum="2026-01-01")
    tabellen = join(*delen) | {"marges": marges}
    wegingen = {"enq": Weging("enq", "bureau")}
    return Traject.from_tabellen(tabellen, Instellingen(), wegingen)
