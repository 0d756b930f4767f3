"""Execute the templates in place on the synthetic example, as they are committed: no pictures, no timings.

python notebooks/voer_uit.py             all of them
python notebooks/voer_uit.py 30 45       those whose names begin so
"""

from __future__ import annotations

import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

HERE = Path(__file__).resolve().parent


def main(begins: list[str]) -> None:
    """Execute the notebooks whose names begin with one of these, or all."""
    for pad in sorted(HERE.glob("*.ipynb")):
        if not begins or pad.name.startswith(tuple(begins)):
            boek = nbformat.read(pad, as_version=4)
            eigen = boek.metadata.copy()
            NotebookClient(
                boek, timeout=600, record_timing=False, resources={"metadata": {"path": str(HERE)}}
            ).execute()
            for uitvoer in (deel for cel in boek.cells for deel in cel.get("outputs", [])):
                for soort in ("image/png", "image/svg+xml"):
                    uitvoer.get("data", {}).pop(soort, None)
            boek.metadata = eigen  # the kernel adds the version of this machine's Python
            nbformat.write(boek, pad)
            sys.stdout.write(f"{pad.name}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
