"""Words about who speaks in a transcript: roles, what stands in its head, and what happens in the room."""

from __future__ import annotations

import re

from burgerdata.formats.column_names import is_kolomkop
from burgerdata.formats.leidwoorden import ONTVANGT
from burgerdata.formats.room_events import happens
from burgerdata.pseudonyms.namenlijsten import load_namenlijsten
from burgerdata.pseudonyms.speaker_names import NAME_WORDS
from burgerdata.text.stopwords import read_stop_words

ROLE = re.compile(
    r"(?:[A-Z]{1,3}\.? ?\d{1,3}[a-z]?|[MI]|(?:moderator|gespreksleid(?:er|ster)|interviewer|respondent|deelne(?:e)?m(?:st)?er|spreker|speaker"
    r"|participant|observator|notulist|panellid|mod|int|resp|man|vrouw)\b[ .]?\d{0,3}[a-z]?)",
    re.IGNORECASE,
)
HEADING = re.compile(
    r"(?:datum|date|tijd|locatie|plaats|duur|aanwezig\w*|onderwerp|project|transcri\w+|groep|titel|opname|let op|vraag ?\d*|thema ?\d*"
    r"|blok ?\d*|deel ?\d*|opdrachtgever|bestand|versie|aantal(?: \w+)?|agenda|pauze|nb|ps|verslag(?:legging)?|notulen|wijk|buurt|gemeente"
    r"|status|onderzoek|bijeenkomst|sessie|aanvang|doelgroep|deelnemers|deelneemsters|afwezig\w*|afgemeld|afmelding\w*|samenstelling)",
    re.IGNORECASE,
)
"""What stands before a colon in a transcript and is nobody."""
_SEVERAL = (
    r"(?:de|alle|meer|meerdere|enkele|sommige|verschillende|diverse|andere|overige|veel|een paar)"
    r" (?:deelne(?:e)?m(?:st)?ers|mensen|aanwezigen|bewoners|inwoners|anderen|sprekers|stemmen|jongeren|ouders)"
)
EVERYBODY = re.compile(
    rf"allen|allemaal|iedereen|meerderen|anderen|(?:de )?(?:hele )?(?:groep|zaal)|{_SEVERAL}", re.IGNORECASE
)
"""Who says something together, or is not known by name: no speaker."""
CLOSING = re.compile(
    r"(?:hoofd|eind|tussen)?conclusies?|samenvatting|samengevat|(?:vervolg)?afspra(?:ak|ken)|actiepunt(?:en)?|(?:af)?sluiting|rode draad"
    r"|vervolgstappen",
    re.IGNORECASE,
)
"""What stands before a colon where whoever wrote the report concludes."""
HOST = re.compile(rf"{ONTVANGT}|notulist\w*|verslaglegger|gespreksleid\w*", re.IGNORECASE)
"""Who runs a table: minutes name them behind a colon, in a transcript they speak."""
_EVENT = re.compile(
    r"(?:\w*muziek|music|gelach|lach(?:t|en|end|je|jes)?|laugh\w*|applau\w*|onverstaanbaar|onhoorbaar|onduidelijk|inaudible|unintelligible|stilte|silence|pauze"
    r"|pause|zucht\w*|hoest\w*|kucht?|huilt|fluister\w*|knikt\w*|schudt|zingt|juicht|gejuich|instemm\w*|hum(?:t|mend)?|ruis|gerommel|rumoer|geroezemoes"
    r"|geluid\w*|crosstalk|door elkaar|praten door|onderbr\w+|telefoon|deur|bel gaat|opname|einde?|begin|start|stopt|foto|video|filmpje"
    r"|afbeelding|dia \d+|naam|plaatsnaam|straatnaam|verwijderd|geanonimiseerd|weggelaten|sic|red)\b",
    re.IGNORECASE,
)
"""What a word in brackets may tell instead of a name: a sound, a gesture, or that something was left out."""
_ASIDE = re.compile(
    r"\s*(?:(?:\([^()]{1,60}\)|\*[^*]{1,60}\*|\[[^\[\]]{1,60}\]|（[^（）]{1,60}）|【[^【】]{1,60}】)[.\s]*)+"
    r"|.{2,80}\b(?:(?:started|stopped) transcription|heeft (?:de )?transcriptie (?:gestart|gestopt|beëindigd))[.\s]*",
    re.IGNORECASE,
)
"""A line of its own about what happens in the room: "(gelach)", "[stilte]", or that the transcription began."""
_IN_BRACKETS = re.compile(r"[(\[*（【]([^()\[\]*（）【】]+)[)\]*）】]")
_UNNUMBERED = frozenset(["man", "vrouw", "m", "i"])
"""Roles that before a dash are as likely a word of a list."""

_ARTICLES = frozenset(["de", "het", "een", "van"])
"""Stop words that a speaker may begin with: "De voorzitter", "Van Dijk"."""
_MAX_WORDS = 6


def is_numbered_role(label: str) -> bool:
    """Return whether a label before a dash is a speaker: "R1 - ja" is, "Goed - dat weet ik" and "Man - vrouw" are not."""
    return bool(ROLE.fullmatch(label)) and label.casefold() not in _UNNUMBERED


def starts_with_voornaam(label: str) -> bool:
    """Return whether a short label starts with a first name that is no word: who speaks once is a speaker too."""
    woorden = label.casefold().split()
    return 0 < len(woorden) <= NAME_WORDS and woorden[0] in load_namenlijsten().voornamen


def is_name_like(label: str) -> bool:
    """Return whether words may be a name: capital first, few, and not a sentence that happens to hold a colon."""
    woorden = label.split()
    zin = woorden[0].casefold() in read_stop_words("nl") - _ARTICLES
    return label[0].isupper() and len(woorden) <= _MAX_WORDS and not zin


def is_event(label: str) -> bool:
    """Return whether words in brackets may tell what happens, and so name nobody.

    Examples
    --------
    >>> [is_event(label) for label in ("Muziek", "lacht hard", "Iedereen lacht", "Anna", "Bram lacht", "Deelnemer 3")]
    [True, True, True, False, True, False]
    """
    return _EVENT.match(label) is not None or _EVENT.fullmatch(label.split()[-1]) is not None


def is_aside(tekst: str) -> bool:
    """Return whether nobody says a line: it tells what happens in the room, or names the columns of a table."""
    return _ASIDE.fullmatch(tekst) is not None or is_kolomkop(tekst)


def is_noise(tekst: str) -> bool:
    """Return whether a line tells what happens in the room and nothing that somebody may have said softly.

    Examples
    --------
    >>> [is_noise(tekst) for tekst in ("[muziek]", "(gelach) (applaus)", "(mee eens)", "(ik ook) [stilte]", "Ja.")]
    [True, True, False, False, False]
    """
    tussen_haken = [deel for deel in _IN_BRACKETS.findall(tekst) if deel.strip()]
    return is_aside(tekst) and all(map(happens, tussen_haken))
