"""E-mail, IP addresses and the web addresses and names under which a person is known online."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator

from burgerdata.pseudonyms.spans import Vondst

_EMAIL = re.compile(
    r"[\w.+'-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\s?(?:\.|\(punt\)|\[punt\]|\(dot\))\s?[\w-]+)*\.[^\W\d_]{2,}"
    r"|[\w.+'-]+(?:@|\(at\)|\[at\]| apenstaartje )[\w-]+(?:\(punt\)|\[punt\]| punt )[^\W\d_]{2,4}\b",
    re.IGNORECASE,
)
_USER_URL = re.compile(r"\b[a-z][a-z0-9+.-]*://[^\s/@]+@[^\s<>\"]+", re.IGNORECASE)
_PROFILE = re.compile(
    r"(?:https?://)?(?:[\w-]+\.)?(?:(?:facebook|twitter|x|instagram|tiktok|threads|youtube|pinterest)\.(?:com|nl)"
    r"|linkedin\.com/(?:in|pub)|t\.me|mastodon\.\w+|github\.com|marktplaats\.nl/u)/[@\w.%-]+(?:/[\w.%?=&-]*)*",
    re.IGNORECASE,
)
_KAART = re.compile(
    r"(?:https?://)?(?:(?:maps|www)\.)?(?:google\.(?:com|nl|be|de|co\.uk)/(?:maps\b|\?q=-?\d)|maps\.google\.\w{2,3}/"
    r"|(?:maps\.app\.goo\.gl|goo\.gl/maps|maps\.apple\.com|openstreetmap\.org|waze\.com/ul|w3w\.co|what3words\.com)/?)"
    r"[^\s<>\"]*",
    re.IGNORECASE,
)
"""A place on a map that somebody shares, often where they live."""
_HANDLE = re.compile(r"(?<![\w@./])@[A-Za-z_][\w.]{2,29}\b")
_IP4 = re.compile(r"(?<![\w.])(?<!versie )(?<!v\. )(?<!nr\. )\d{1,3}(?:\.\d{1,3}){3}(?![\w]|\.\d)")
_IP6 = re.compile(
    r"(?<![\w:])(?=[0-9a-f:]*[0-9a-f]:)(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])", re.IGNORECASE
)


def find_webadressen(text: str) -> Iterator[Vondst]:
    """Yield e-mail addresses, user names (@name), profile pages, places on a map, addresses with a user in them and IP addresses.

    Examples
    --------
    >>> [vondst.soort for vondst in find_webadressen("van @jan_uit_zwolle, ip 192.168.12.7")]
    ['gebruikersnaam', 'ip_adres']
    """
    for pattern, soort in (
        (_EMAIL, "email"),
        (_USER_URL, "webadres"),
        (_PROFILE, "webadres"),
        (_KAART, "webadres"),
        (_HANDLE, "gebruikersnaam"),
    ):
        yield from (Vondst(soort, *match.span()) for match in pattern.finditer(text))
    for pattern in (_IP4, _IP6):
        for match in pattern.finditer(text):
            if _is_ip(match.group()):
                yield Vondst("ip_adres", *match.span())


def _is_ip(kandidaat: str) -> bool:
    try:
        ipaddress.ip_address(kandidaat)
    except ValueError:
        return False
    return any(teken.isdigit() for teken in kandidaat)
