"""The colours of the figures, chosen by measured contrast and by distance for colour-blind readers.

``EIGEN_VIJF`` keeps at least 3.2:1 on white and a CIEDE2000 distance of 21 or more between any two colours, also for
protan, deutan and tritan sight (Machado 2009). ``LIKERT_VIJF`` runs from disagree to agree; its light colours get a
dark outline. There is no red/green pair.
"""

from __future__ import annotations

from itertools import combinations

from burgerdata.errors import MethodeError

EIGEN_VIJF = ("#1B3A6B", "#3E97D1", "#D95F02", "#6B3A1E", "#7A7A7A")
LIKERT_VIJF = ("#B35806", "#F1A340", "#D9D9D9", "#7FB3D9", "#1B3A6B")
INKT = "#1A1A1A"
GRIJS = "#595959"
LIJN = "#7A7A7A"
RASTER = "#D9D9D9"
WIT = "#FFFFFF"
MEEST = 5
_LIKERT = {2: (0, 4), 3: (0, 2, 4), 4: (0, 1, 3, 4), 5: (0, 1, 2, 3, 4)}


def choose_likert(aantal: int) -> tuple[str, ...]:
    """Return the colours of a scale of 2 to 5 answers, from the negative end to the positive.

    Examples
    --------
    >>> choose_likert(3)
    ('#B35806', '#D9D9D9', '#1B3A6B')
    """
    check_kleuren(aantal)
    if aantal not in _LIKERT:
        raise MethodeError(
            "Een schaal van één antwoord is niet als uiteenlopende staaf te tekenen; kies een andere vraag."
        )
    return tuple(LIKERT_VIJF[plaats] for plaats in _LIKERT[aantal])


def check_kleuren(aantal: int) -> None:
    """Refuse a figure that needs more colours than a reader can tell apart.

    Raises
    ------
    MethodeError
        When more than five colours are asked for.
    """
    if aantal > MEEST:
        raise MethodeError(
            f"Deze figuur vraagt {aantal} kleuren en meer dan {MEEST} zijn niet te onderscheiden; "
            "voeg antwoorden of groepen samen."
        )


def measure_contrast(kleur: str, achtergrond: str = WIT) -> float:
    """Return the contrast of two colours as WCAG 2.1 defines it, from 1 to 21.

    Examples
    --------
    >>> round(measure_contrast("#1B3A6B"), 1), round(measure_contrast("#000000"), 1)
    (11.3, 21.0)
    """
    licht, donker = sorted((_luminance(kleur), _luminance(achtergrond)), reverse=True)
    return (licht + 0.05) / (donker + 0.05)


def choose_tekstkleur(achtergrond: str) -> str:
    """Return dark or white text, whichever stands out more on this background.

    Examples
    --------
    >>> choose_tekstkleur("#1B3A6B"), choose_tekstkleur("#F1A340")
    ('#FFFFFF', '#1A1A1A')
    """
    return max(INKT, WIT, key=lambda kleur: measure_contrast(kleur, achtergrond))


def find_rood_groen(kleuren: tuple[str, ...]) -> tuple[str, str] | None:
    """Return the first pair of a red and a green among the colours, or None.

    Examples
    --------
    >>> find_rood_groen(("#D52B1E", "#39870C")), find_rood_groen(EIGEN_VIJF)
    (('#D52B1E', '#39870C'), None)
    """
    for een, ander in combinations(kleuren, 2):
        if {_hue(een), _hue(ander)} == {"rood", "groen"}:
            return een, ander
    return None


def _hue(kleur: str) -> str:
    import colorsys

    tint, helderheid, verzadiging = colorsys.rgb_to_hls(*_channels(kleur))
    graden = tint * 360
    if verzadiging < 0.35 or not 0.08 < helderheid < 0.92:
        return "grijs"
    if graden < 16 or graden > 340:
        return "rood"
    return "groen" if 75 < graden < 170 else "anders"


def _channels(kleur: str) -> tuple[float, float, float]:
    return int(kleur[1:3], 16) / 255, int(kleur[3:5], 16) / 255, int(kleur[5:7], 16) / 255


def _luminance(kleur: str) -> float:
    rood, groen, blauw = (
        kanaal / 12.92 if kanaal <= 0.04045 else ((kanaal + 0.055) / 1.055) ** 2.4
        for kanaal in _channels(kleur)
    )
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw
