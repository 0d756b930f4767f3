"""pandoc as a program beside us: found in its wheel, run in a folder, never imported."""

from __future__ import annotations

import subprocess
from pathlib import Path

from burgerdata.errors import ProgrammaError


def program() -> str:
    """Return the path of the pandoc program; raises ProgrammaError with the remedy when there is none."""
    try:
        import pypandoc

        return str(pypandoc.get_pandoc_path())
    except (ImportError, OSError) as fout:
        remedie = "installeer het onderdeel 'rapport' (python3 kit.py rapporteer doet dat)"
        raise ProgrammaError(f"pandoc ontbreekt, dus er is geen Word- en pdf-bestand; {remedie}") from fout


def convert(html: str, folder: Path, options: list[str]) -> str:
    """Return what pandoc prints for this HTML, run inside ``folder`` so that no path ends up in the result."""
    vast = ["--from=html", "--shift-heading-level-by=-1", "-M", "lang=nl-NL"]
    try:
        uit = subprocess.run(
            [program(), *vast, *options],
            input=html,
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=folder,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError) as fout:
        raise ProgrammaError(
            "pandoc kon niet worden uitgevoerd, dus er is geen Word- en pdf-bestand; vraag uw ICT-afdeling of pandoc mag draaien"
        ) from fout
    return uit.stdout
