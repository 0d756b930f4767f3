"""Turns with the name of the speaker in brackets, ``（Anna）tekst``, ``【Anna】tekst``, ``(Anna) tekst``: only where names leave no doubt.

Brackets hold many other words too: ``(lacht)``, ``[muziek]``, ``(Wonen) te duur``. So a text is read this way only when a
good part of its lines begins so, several labels come back, and most of these are people. With a colon behind the
brackets, ``(Anna): tekst``, the words are labels as those before any colon are.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from burgerdata.formats.dash_speakers import are_people
from burgerdata.formats.speaker_words import is_event

_LABEL = r"(?P<label>[^\W\d_](?:[\w .,'’/-]|\([^()]*\)){0,45}?)"
_OPEN, _CLOSE = r"[(\[{（【〔「［]", r"[)\]}）】〕」］]"
BRACKET_NAME = re.compile(rf"^\s*{_OPEN}\s*{_LABEL}\s*{_CLOSE}\s*[:：]?\s*(?P<rest>.*)$", re.DOTALL)
BRACKET_COLON = re.compile(
    rf"^\s*{_OPEN}\s*{_LABEL}\s*{_CLOSE}\s*(?::(?!//)(?:\s+|$)|：\s*)(?P<rest>.*)$", re.DOTALL
)
_SHARE_OF_LINES = 1 / 5
"""Subtitles name who speaks only where somebody else begins."""


def speaks_in_brackets(teksten: Iterable[str], bekend: Collection[str] = ()) -> bool:
    """Return whether the lines are turns with the name of the speaker in brackets; ``bekend`` are people who are known to be there.

    Examples
    --------
    >>> speaks_in_brackets(["（Anna）Ja.", "（Kees）Nee.", "（Anna）Wel.", "（Kees）Niet.", "（Anna）Goed."])
    True
    >>> speaks_in_brackets(["(Wonen) te duur", "(Werk) te ver", "(Wonen) te klein", "(Werk) te weinig", "(Zorg) ja"])
    False
    """
    regels = [tekst for tekst in teksten if tekst.strip()]
    return are_people(
        [read_bracket_label(tekst) for tekst in regels], regels, bekend, aandeel=_SHARE_OF_LINES
    )


def read_bracket_label(tekst: str) -> str:
    """Return the name in brackets at the begin of a line with words behind it; empty where there is none.

    Examples
    --------
    >>> [read_bracket_label(tekst) for tekst in ("（Anna） ja", "[muziek] en dan", "(lacht)", "[R1] nee")]
    ['Anna', '', '', 'R1']
    """
    match = BRACKET_NAME.match(tekst)
    label = " ".join(match["label"].split()) if match and match["rest"].strip() else ""
    return label if label[:1].isupper() and not is_event(label) else ""


def unbracket(tekst: str) -> str:
    """Return a line with a colon behind the name instead of brackets around it; other lines as they are.

    Examples
    --------
    >>> unbracket("【Anna】Dat klopt"), unbracket("(lacht) Ja")
    ('Anna: Dat klopt', '(lacht) Ja')
    """
    label = read_bracket_label(tekst)
    match = BRACKET_NAME.match(tekst)
    return f"{label}: {match['rest'].strip()}" if label and match else tekst
