"""The row of column names above a conversation in a table: "Spreker | Tekst", in any order."""

from __future__ import annotations

import re

_FEWEST = 2
"""One such word alone may be what somebody said, or a title."""
_WHO = r"(?:naam|code|rol|functie)(?: (?:van )?(?:de )?(?:spreker|deelnemer|respondent))?|(?:spreker|speaker|deelnemer|participant|respondent|persoon)(?: ?/ ?rol|s?[ -]?(?:code|naam|nr|nummer|id))?|wie(?: (?:spreekt|zegt|sprak))?|name|who|role"
_WHEN = (
    r"(?:begin|start|eind)?tijd(?:stip|code|stempel)?|tijd \w+|time ?(?:code|stamp)?|begin|start|eind|minuut"
)
_WHAT = r"tekst|text|uitspraak|uitspraken|quote|citaat|citaten|beurt|bijdrage|inbreng|reactie|antwoord|opmerking(?:en)?|notities?|toelichting|transcript(?:ie)?|uitwerking|inhoud|gesprek|wat (?:is |er )?(?:wordt |werd |er )?gezegd(?: is| wordt| werd)?|wat (?:hij|zij|men|iemand) zegt|comments?|remarks?|words|said"
_WHICH = r"nr|nummer|regel(?: ?nr| ?nummer)?|volgnr|volgnummer|#|thema|onderwerp|vraag"
_NAME = re.compile(rf"{_WHO}|{_WHEN}|{_WHAT}|{_WHICH}", re.IGNORECASE)
_SPEAKS = re.compile(_WHO, re.IGNORECASE)
_NOTED = re.compile(
    rf"{_WHEN}|{_WHAT}|{_WHICH}|tafel(?: ?(?:nr|nummer))?|idee(?:ën|en)?|punt(?:en)?|oplossing(?:en)?|actie(?:s|punt(?:en)?)?|suggesties?|kansen|knelpunt(?:en)?|zorgen|wensen"
    r"|(?:aantal )?(?:stippen|stickers|plakkers|dots|stemmen|votes)|aantal|turf\w*",
    re.IGNORECASE,
)


def is_kolomkop(tekst: str) -> bool:
    r"""Return whether a line of cells with tabs between holds nothing but the names of columns.

    Examples
    --------
    >>> is_kolomkop("Spreker\tTekst"), is_kolomkop("TIJD\tWie:\tWat gezegd"), is_kolomkop("R1\tTekst")
    (True, True, False)
    """
    gevuld = _list_cells(tekst)
    return len(gevuld) >= _FEWEST and all(_NAME.fullmatch(cel) for cel in gevuld)


def names_speaker(tekst: str) -> bool:
    """Return whether a line names columns, and one of them is of who speaks."""
    return is_kolomkop(tekst) and any(_SPEAKS.fullmatch(cel) for cel in _list_cells(tekst))


def is_notitiekop(tekst: str) -> bool:
    r"""Return whether a line names the columns of what was noted and of how many dots it got, and none of who said it.

    Examples
    --------
    >>> is_notitiekop("Wat werd gezegd\tStippen"), is_notitiekop("Spreker\tTekst"), is_notitiekop("R1\tTekst")
    (True, False, False)
    """
    gevuld = _list_cells(tekst)
    return len(gevuld) >= _FEWEST and all(_NOTED.fullmatch(cel) for cel in gevuld)


def _list_cells(tekst: str) -> list[str]:
    cellen = (" ".join(cel.split()).strip(" :.*") for cel in tekst.split("\t"))
    return [cel for cel in cellen if cel]
