"""Pages of the site that lie outside docs/, with links that lead to where a page is on the site.

In the repository a link leads to a file; on the site that file may be a page of another name, or not there at all: then
its text stays and the link goes.
"""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

ROOT = Path(__file__).resolve().parents[2]
ELSEWHERE = {
    "README.md": "index.md",
    "surveys/README.md": "surveys.md",
    "CHANGELOG.md": "changelog.md",
    "CONTRIBUTING.md": "contributing.md",
}
"""Place in the repository → name on the site."""
ENGLISH = ("architecture.md", "api.md", "contributing.md", "new-")
_LINK = re.compile(r"(?<!!)\[([^\]]+)\]\(([^)\s]+)\)")


def on_files(files: Files, config: Any) -> Files:
    """Add the pages from outside docs/."""
    for place, name in ELSEWHERE.items():
        text = (ROOT / place).read_text(encoding="utf-8")
        files.append(File.generated(config, name, content=text))
    return files


def on_page_markdown(markdown: str, *, page: Any, config: Any, files: Files) -> str:
    """Return the page with its links as they are on the site."""
    name = page.file.src_uri
    place = next((place for place, other in ELSEWHERE.items() if other == name), f"docs/{name}")
    return relink(markdown, place)


def relink(markdown: str, place: str) -> str:
    """Return the text of the file at this place in the repository with links for the site.

    Examples
    --------
    >>> relink("[a](docs/privacy.md#x), [b](LICENSE)", "README.md")
    '[a](privacy.md#x), b'
    """

    def change(match: re.Match[str]) -> str:
        text, link = match.groups()
        path, _, anchor = link.partition("#")
        if not path or "://" in link or link.startswith("mailto:"):
            return match[0]
        there = posixpath.normpath(posixpath.join(posixpath.dirname(place), path))
        name = ELSEWHERE.get(there) or (there.removeprefix("docs/") if there.startswith("docs/") else "")
        return f"[{text}]({name}{'#' if anchor else ''}{anchor})" if name.endswith(".md") else text

    return _LINK.sub(change, markdown)


def on_post_page(output: str, *, page: Any, config: Any) -> str:
    """Return the page with its own language: those for contributors are English."""
    english = page.file.src_uri.startswith(ENGLISH)
    return output.replace('<html lang="nl"', '<html lang="en"', 1) if english else output
