"""The five public Polis dumps with the figures of their PROVENANCE.md, and a small one to damage."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parents[2] / "shared" / "data"
LONDON = Path(__file__).parents[1] / "surveys" / "voorbeeld-echt-london-jongeren-politie" / "ruw"


@dataclass(frozen=True)
class Dump:
    """One dump: voters, statements and rejected ones, rows of votes, repeated ones, persons with a group on the server."""

    map: str
    stemmers: int
    stellingen: int
    afgewezen: int
    rijen: int
    herhaald: int
    met_groep: int

    @property
    def pad(self) -> Path:
        return DATA / f"polis_{self.map}"

    @property
    def bestanden(self) -> list[Path]:
        return sorted(self.pad.glob("*.csv"))


DUMPS = (
    Dump("15_per_hour_seattle", 339, 54, 23, 2995, 123, 138),
    Dump("austria_klimarat_5twd", 1116, 522, 245, 61936, 552, 900),
    Dump("brexit_consensus", 204, 50, 0, 5312, 9, 197),
    Dump("london_youth_policing", 26, 39, 3, 640, 2, 24),
    Dump("scoop_hivemind_freshwater", 117, 80, 29, 3979, 7, 117),
)

KOP = {
    "comments.csv": "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body",
    "votes.csv": "timestamp,datetime,comment-id,voter-id,vote",
}
STELLINGEN = (
    ("1500000000000", "x", "0", "0", "2", "1", "1", "Meer bomen in de straat"),
    ("1500000001000", "x", "1", "1", "1", "1", "0", "Meer fietsers,\nminder auto's"),
    ("1500000002000", "x", "2", "9", "0", "0", "-1", "Dit is reclame"),
)
STEMMEN = (
    ("1500000003000", "x", "0", "0", "1"),
    ("1500000004000", "x", "0", "1", "-1"),
    ("1500000005000", "x", "0", "2", "0"),
    ("1500000007000", "x", "0", "2", "1"),
    ("1500000006000", "x", "1", "0", "1"),
    ("1500000006000", "x", "1", "1", "-1"),
    ("1500000006000", "x", "2", "1", "-1"),
)


def write(pad: Path, kop: str, rijen: object) -> Path:
    buffer = io.StringIO(newline="")
    buffer.write(kop + "\n")
    csv.writer(buffer, lineterminator="\n").writerows(rijen)  # type: ignore[arg-type]
    pad.write_text(buffer.getvalue(), encoding="utf-8", newline="")
    return pad


def write_gesprek(map_: Path, *, stellingen: object = STELLINGEN, stemmen: object = STEMMEN) -> list[Path]:
    """Write a conversation of three people on three statements, one of which was rejected."""
    return [
        write(map_ / "comments.csv", KOP["comments.csv"], stellingen),
        write(map_ / "votes.csv", KOP["votes.csv"], stemmen),
    ]
