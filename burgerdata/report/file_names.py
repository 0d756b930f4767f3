"""Names of files that any disk and any cell can hold."""

from __future__ import annotations

import re
import unicodedata
from hashlib import blake2b

LANGST = 60
"""Letters of the longest name: an office folder on a network drive leaves no more."""
_STAART = 6


def cap_naam(naam: str, langst: int = LANGST) -> str:
    """Return the name, or its beginning with a few letters of its own where it is longer than ``langst``.

    Examples
    --------
    >>> cap_naam("pr4_stappen")
    'pr4_stappen'
    >>> lang = cap_naam("ev2_verandering_" + "hoe_tevreden_bent_u_over_" * 5)
    >>> len(lang), lang[:22]
    (60, 'ev2_verandering_hoe_te')
    """
    if len(naam) <= langst:
        return naam
    staart = blake2b(naam.encode(), digest_size=_STAART // 2).hexdigest()
    return f"{naam[: langst - _STAART - 1].rstrip('_')}_{staart}"


def slug(tekst: str) -> str:
    """Return text as a name of letters, digits and underscores.

    Examples
    --------
    >>> slug("Één rapportcijfer, 18-34")
    'een_rapportcijfer_18_34'
    """
    ascii_ = unicodedata.normalize("NFKD", tekst).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "_", ascii_.lower()).strip("_")
