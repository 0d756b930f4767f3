"""Sealing: nothing that identifies a person leaves intake.

Source ids become keyed ids, names of speakers become pseudonyms, columns with names, addresses, e-mail, IP numbers
and places on the map are dropped, and free text is masked. The logboek gets a row for everything that was dropped or
changed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from burgerdata.pseudonyms.sleutel import Sleutel


@dataclass(frozen=True)
class Zegel:
    """How one activity is sealed: the key, the scope of its ids, and what is known about columns and speakers.

    ``scope`` is the panel when persons come back in later waves, else the activity. ``persoon`` names the column with
    the source's person id. R3 of one focus group is not R3 of the next: ``groep`` is the name of the group of a
    conversation (by default the stem of its file name), ``groepkolom`` the column of a list of participants that
    says the same, so that one seal serves transcripts and their list. ``namen`` are masked in every text of the
    activity. ``velden`` says which columns of a table of messages hold ids (``schema.berichtvelden``), where traject.toml
    says so. ``open`` are columns to keep and mask although their header sounds identifying; ``weg`` are dropped.
    Of a delivery in several files ``persoon_ook`` names the person columns of files that do not have ``persoon``, and
    ``personen`` the columns with several persons in a cell: each of them becomes a keyed id.
    """

    sleutel: Sleutel
    activiteit_id: str
    scope: str = ""
    persoon: str = ""
    groep: str = ""
    groepkolom: str = ""
    gespreksleider: tuple[str, ...] = ()
    namen: tuple[str, ...] = ()
    open: frozenset[str] = field(default_factory=frozenset)
    weg: frozenset[str] = field(default_factory=frozenset)
    velden: Mapping[str, str] = field(default_factory=dict)
    persoon_ook: tuple[str, ...] = ()
    personen: frozenset[str] = field(default_factory=frozenset)

    def find_persoon(self, kolommen: Collection[str]) -> str:
        """Return which of these columns says who it is; empty when none does."""
        return next((naam for naam in (self.persoon, *self.persoon_ook) if naam and naam in kolommen), "")

    def make_personen(self, cel: str) -> str:
        """Return the keyed ids of the persons in one cell ("P1, P3 en P4"), with ``;`` between them."""
        delen = re.split(r"[,;/+&\n]|\ben\b|\band\b", cel)
        return ";".join(self.make_persoon(deel) for deel in delen if deel.strip())

    def make_nummers(self, waarden: Sequence[str]) -> tuple[str, ...]:
        """Return keyed ids of source numbers that are alike in every delivery, to compare files with and never to keep."""
        return tuple(self.sleutel.make_ids("deelnemer", "tussen leveringen", [*map(fold_label, waarden)]))

    def make_persoon(self, waarde: str, *, groep: str = "") -> str:
        """Return the pseudonymous id of a person, given the source's id or speaker's label; empty for an empty one.

        Writing differences that do not matter (``R 3`` and ``r3``, group ``fg1`` and ``1``) give the same id.

        Examples
        --------
        >>> zegel = Zegel(Sleutel(bytes(32)), "focusgroep")
        >>> zegel.make_persoon("R 3", groep="fg1") == zegel.make_persoon("r3", groep="Groep 1")
        True
        >>> zegel.make_persoon("R3", groep="fg1") == zegel.make_persoon("R3", groep="fg2")
        False
        """
        schoon = fold_label(waarde)
        if not schoon:
            return ""
        delen = (fold_groep(groep), schoon) if groep else (schoon,)
        return self.sleutel.make_id("deelnemer", self.scope or self.activiteit_id, *delen)

    @staticmethod
    def make_personen_van(records: Sequence[str]) -> list[str]:
        """Return the id of the person behind each record, where every record is a person of its own."""
        # the number of a record is keyed and of this activity already: a second key over it would hide nothing more
        return ["d" + record[1:] for record in records]

    def make_records(
        self, *delen: Sequence[str], vast: Sequence[str] = (), slot: Sequence[str] = ()
    ) -> list[str]:
        """Return the keyed ids of the records of this activity, given their parts; see ``make_record``."""
        return self.sleutel.make_ids("record", self.activiteit_id, *delen, vast=vast, slot=slot)

    def make_record(self, *delen: str) -> str:
        """Return the keyed id of a source record (a row, a turn) of this activity."""
        return self.sleutel.make_id("record", self.activiteit_id, *delen)


def fold_label(label: str) -> str:
    """Return a person id or speaker's label without case, colon and needless spaces."""
    schoon = " ".join(label.strip().strip(":[]{}").split()).casefold()
    return schoon.replace(" ", "") if re.fullmatch(r"[a-z]{1,3}\.? ?\d{1,4}", schoon) else schoon


def fold_groep(groep: str) -> str:
    """Return the number of a group when its name holds exactly one, else its name in lower case."""
    nummers = re.findall(r"\d+", groep)
    return str(int(nummers[0])) if len(nummers) == 1 else groep.strip().casefold()
