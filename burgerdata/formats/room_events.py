"""What happens in the room, in brackets in a subtitle: "(gelach)", "[zachte muziek]"; and not what somebody says softly."""

from __future__ import annotations

import re

_SOUND = re.compile(
    r"gelach|ge?lach(?:t|en|end|je|jes)|lach(?:t|en|end|je|jes)?|laugh\w*|applau\w*|crosstalk|zucht\w*|hoest\w*|kucht?|huilt|snikt|fluister\w*|knikt\w*"
    r"|schudt|zingt|juicht|gejuich|boegeroep|instemm\w*|hum(?:t|mend)?|geroezemoes|gemompel|gefluister|geanonimiseerd|geklap|klapt|klappen",
    re.IGNORECASE,
)
"""A sound or a gesture: whoever stands before it, or whatever it is about, it is one."""
_UNHEARD = re.compile(
    r"onverstaanbaar|onhoorbaar|onduidelijk|inaudible|unintelligible|verwijderd|weggelaten|sic|red",
    re.IGNORECASE,
)
_THING = re.compile(
    r"\w*muziek|music|stilte|silence|pauze|pause|ruis|gerommel|rumoer|geluid\w*|onderbr\w+|telefoon|deur|bel|opname|einde?|begin|start"
    r"|stopt|foto|video|filmpje|afbeelding|dia|naam|plaatsnaam|straatnaam",
    re.IGNORECASE,
)
"""What may sound in a room as well as be talked about."""
_AROUND = re.compile(
    r"de|het|een|van|op|in|uit|aan|af|door|na|voor|te|gaat|gaan|open|dicht|toe|wordt|speelt|klinkt|valt|weg|slaat|rinkelt|piept|trilt|zwelt|sterft"
    r"|gestart|gestopt|begint|start|stopt|eindigt|hervat|afgespeeld|getoond|verwijderd|weggelaten|bekend|bij|redactie|lang\w*|kort\w*|zacht\w*|hard\w*|luid\w*"
    r"|vrolijk\w*|rustig\w*|klassiek\w*|spannend\w*|achtergrond|zaal|ruimte|lijn|verbinding|enkele|paar|\d+|een|twee|drie|vier|vijf|tien|vijftien|minuten|minuut"
    r"|seconden?|uur|deel|ronde|eerste|tweede|derde|vierde|laatste|gesprek|interview|sessie|bijeenkomst|groep|band|fragment|video|film|filmpje|presentatie"
    r"|transcri\w+|opname|met|woord|elkaar|praten|playing|stops|starts|soft|loud|upbeat",
    re.IGNORECASE,
)
"""Words beside such a thing that tell of a sound, a time or a part of the talk."""
_PICTURE = re.compile(
    r"(?:foto|video|filmpje|afbeelding|dia|geluid|naam|plaatsnaam|straatnaam)(?: \d+)?(?: van\b| met\b| over\b|:).*|(?:plaats|straat)?naam \w+",
    re.IGNORECASE,
)
_WHOLE = re.compile(
    r"(?:(?:men|mensen|allen|iedereen|ze) )?(?:(?:praat|praten) )?door elkaar(?: praten)?|bel gaat|(?:het )?is (?:even )?stil",
    re.IGNORECASE,
)
_BID = re.compile(
    r"(?:start|begin|stop|bel) (?:eerst|met|bij|in|daar|hier|dan|nu|toch|gewoon|maar)\b.*|(?:open|sluit|doe|stop|bel) (?:de|het|een)\b.*",
    re.IGNORECASE,
)
"""What somebody bids: "Begin bij de school"."""
_TOLD = re.compile(
    r"\b(?:ik|wij|we|u|jij|je|jullie|mij|me|mijn|ons|onze|uw|jouw|wil|willen|wilt|moet|moeten|mag|mogen|kan|kunnen|kun|zou|zouden|vind|vinden|graag|liever"
    r"|niet|geen|nooit|meer|minder|eerst|is|zijn|was|waren|heeft|hebben|had|omdat|want|dat|maar|ook|i|you|my|should|want|not|more)\b"
    r"|\?",
    re.IGNORECASE,
)
"""What makes a sentence of it that somebody says."""


def happens(label: str) -> bool:
    """Return whether words in brackets tell what happens in the room, and cannot be what somebody says.

    Examples
    --------
    >>> [happens(label) for label in ("zachte muziek", "Deur gaat open", "Bram lacht", "foto van het plein", "pauze van 10 minuten")]
    [True, True, True, True, True]
    >>> [happens(label) for label in ("ik wil meer muziek", "Begin bij de school", "Red de bomen", "deur ging niet open", "mee eens")]
    [False, False, False, False, False]
    """
    woorden = re.findall(r"\w+", label)
    if not woorden or _TOLD.search(label) or _BID.match(label.strip()):
        return bool(_WHOLE.fullmatch(label.strip(" .…")))
    if _WHOLE.fullmatch(" ".join(woorden)) or _SOUND.fullmatch(woorden[0]) or _SOUND.fullmatch(woorden[-1]):
        return True
    if _UNHEARD.fullmatch(woorden[-1]) and len(woorden) <= 2:
        return True
    ding = _THING.fullmatch(woorden[0]) or _THING.fullmatch(woorden[-1])
    if ding is None and not _UNHEARD.fullmatch(woorden[0]):
        return False
    rest = [woord for woord in woorden if not _THING.fullmatch(woord) and not _UNHEARD.fullmatch(woord)]
    return all(map(_AROUND.fullmatch, rest)) or _PICTURE.fullmatch(label.strip()) is not None
