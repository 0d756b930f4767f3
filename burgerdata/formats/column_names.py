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


def is_kolomkop(tekst: str) -> bool:
    r"""Return whether a line of cells with tabs between holds nothing but the names of columns.

    Examples
    --------
    >>> is_kolomkop("Spreker\tTekst"), is_kolomkop("TIJD\tWie:\tWat gezegd"), is_kolomkop("R1\tTekst")
    (True, True, False)
    """
    cellen = [" ".join(cel.split()).strip(" :.*") for cel in tekst.split("\t")]
    gevuld = [cel for cel in cellen if cel]
    return len(gevuld) >= _FEWEST and all(_NAME.fullmatch(cel) for cel in gevuld)
