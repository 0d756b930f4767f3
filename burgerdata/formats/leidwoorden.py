"""Words for who runs a conversation: leads it, writes it down, or receives people at a table; patterns without groups."""

from __future__ import annotations

LEIDT = r"(?:moderator|gespreksleid(?:er|ster)|interviewer|voorzitter|facilitator|begeleid(?:er|ster))"
SCHRIJFT = r"(?:observator|notulist\w*|verslaglegger)"
ONTVANGT = r"(?:tafel(?:gast\w*|heer|dame|leid\w*|voorzitter|begeleid\w*)|gast(?:heer|vrouw))"
