"""The panel of residents: three waves; the third puts q7 and q12 in other words."""

from __future__ import annotations

from pathlib import Path

from maak.loting import Loting
from maak.schrijven import write_csv
from maak.zinnen import Schrijver
from maandag import THEMAS, ZAAD

KOP = (
    "lidnr", "datum", "q1. Wat is uw geslacht?", "q2. Wat is uw leeftijd?",
    "q3. Welk rapportcijfer geeft u de leefbaarheid in uw wijk?",
    "q4. Hoe veilig voelt u zich overdag in uw wijk?", "q5. Hoe veilig voelt u zich 's avonds in uw wijk?",
    "q6. Heeft u de afgelopen drie maanden iets gemeld bij de gemeente?",
    "q7. Hoe tevreden bent u over de afhandeling van uw melding?",
    "q8. Boa's zijn goed herkenbaar.", "q9. Boa's treden op als dat nodig is.", "q10. Boa's behandelen iedereen gelijk.",
    "q11. Ik weet waar ik terechtkan met een klacht over een boa.",
    "q12. Hoe vaak ziet u een boa in uw wijk?", "q13. Wat kan er beter aan de handhaving?",
)  # fmt: skip
ANDERS = {
    KOP[8]: "q7. Hoe tevreden bent u over de manier waarop de gemeente u over uw melding informeerde?",
    KOP[13]: "q12. Hoe vaak ziet u een boa of een wijkagent in uw wijk?",
}
VEILIG = ("nooit veilig", "zelden veilig", "soms veilig", "vaak veilig", "altijd veilig")
TEVREDEN = ("zeer ontevreden", "ontevreden", "neutraal", "tevreden", "zeer tevreden")
EENS = ("helemaal mee oneens", "mee oneens", "neutraal", "mee eens", "helemaal mee eens")
VAAK = ("nooit", "een paar keer per jaar", "maandelijks", "wekelijks", "dagelijks")


def write_panel(ruw: Path, zinnen: dict[str, list[str]]) -> None:
    """Write kp_m1.csv, kp_m2.csv and kp_m3.csv."""
    loting = Loting(f"{ZAAD} panel")
    schrijver = Schrijver(Loting(f"{ZAAD} panel tekst"), zinnen)
    stemming = {f"L{3000 + 3 * nr}": (loting.normaal(), loting.geheel(18, 82), loting.kies(("man", "vrouw"))) for nr in range(260)}
    leden = list(stemming)
    for nummer, maand in enumerate((3, 6, 9)):
        mee = sorted(loting.meng(leden[: 200 + 30 * nummer])[: (200, 190, 185)[nummer]])
        rijen = [_rij(loting, schrijver, lid, stemming[lid], nummer, maand) for lid in mee]
        kop = [ANDERS.get(kolom, kolom) if nummer == 2 else kolom for kolom in KOP]
        write_csv(ruw / f"kp_m{nummer + 1}.csv", kop, rijen)


def _rij(
    loting: Loting, schrijver: Schrijver, lid: str, wie: tuple[float, int, str], nummer: int, maand: int
) -> list[object]:
    stand, leeftijd, geslacht = wie
    gemeld = loting.kans(0.4)

    def stap(midden: float, schaal: tuple[str, ...]) -> str:
        return schaal[loting.stap(midden + 0.5 * stand, 0.8, 1, 5) - 1]

    themas = [thema for thema in THEMAS if loting.kans(0.16)][:2]
    tekst = schrijver.antwoord(themas, "moet") if loting.kans(0.7) else schrijver.niets() if loting.kans(0.2) else ""
    return [
        lid, f"{loting.geheel(1, 20)}-{maand}-2026", geslacht, leeftijd,
        loting.stap(6.4 + 0.15 * nummer + stand, 0.8, 1, 10), stap(4.2, VEILIG), stap(3.4, VEILIG),
        "ja" if gemeld else "nee", stap(2.8 + 0.2 * nummer, TEVREDEN) if gemeld else "",
        stap(3.4, EENS), stap(2.9, EENS), "weet niet" if loting.kans(0.08) else stap(2.8, EENS), stap(2.2, EENS),
        stap(2.6, VAAK), tekst,
    ]  # fmt: skip
