"""Values as TOML writes them: texts, lists and tables of texts."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

_BARE = re.compile(r"[A-Za-z0-9_-]+")


def quote(tekst: str) -> str:
    r"""Return a text as TOML writes it.

    Examples
    --------
    >>> quote('de "nieuwe" wijk')
    '"de \\"nieuwe\\" wijk"'
    """
    return json.dumps(tekst, ensure_ascii=False)


def write_list(teksten: Sequence[str]) -> str:
    """Return a list of texts."""
    return f"[{', '.join(quote(tekst) for tekst in teksten)}]"


def write_key(naam: str) -> str:
    """Return the name of a setting, in quotes where it needs them."""
    return naam if _BARE.fullmatch(naam) else quote(naam)


def write_tabel(inhoud: Mapping[str, Sequence[str]]) -> str:
    """Return lists of texts by name, on one line."""
    return (
        f"{{ {', '.join(f'{write_key(naam)} = {write_list(waarden)}' for naam, waarden in inhoud.items())} }}"
    )
