"""Nothing on the site may come from elsewhere: a font, a script, a style or a picture with an address stops the build."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from mkdocs.exceptions import PluginError

_LOADS = re.compile(
    r"""<(?:script|img|iframe|source|video|audio|embed)\b[^>]*?\bsrc=["']?(?:https?:)?//[^"'\s>]+"""
    r"""|<link\b(?![^>]*\brel=["']?canonical)[^>]*?\bhref=["']?(?:https?:)?//[^"'\s>]+"""
    r"""|(?:@import\s+["']|url\(["']?)(?:https?:)?//[^"')\s]+""",
    re.IGNORECASE,
)


def find_loads(text: str) -> list[str]:
    """Return what a page or a style sheet would fetch from elsewhere; a link that a reader follows is none.

    Examples
    --------
    >>> find_loads('<a href="https://x.nl">x</a> <script src="https://x.nl/a.js">')
    ['<script src="https://x.nl/a.js']
    """
    return [match[0] for match in _LOADS.finditer(text)]


def on_post_build(config: Any) -> None:
    """Stop when a page of the site would fetch something."""
    pages = (path for kind in ("*.html", "*.css") for path in Path(config.site_dir).rglob(kind))
    found = {path.name: loads for path in pages if (loads := find_loads(path.read_text(encoding="utf-8")))}
    if found:
        raise PluginError(f"the site would load from elsewhere: {found}")
