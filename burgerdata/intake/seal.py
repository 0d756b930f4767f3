"""Sealing: nothing that identifies a person leaves intake.

Source ids become keyed ids, names of speakers become pseudonyms, columns with names, addresses, e-mail, IP numbers
and places on the map are dropped, and free text is masked. The logboek gets a row for everything that was dropped or
changed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from burgerdata.cellen import fold
from burgerdata.intake.sprekerlijst import Sprekerlijst
from burgerdata.pseudonyms.sleutel import Sleutel
from burgerdata.schema.labels import MAANDBEGIN

_GENUMMERD = re.compile(
    r"(?<![^\W\d_])(?:fg|focus[ _-]?(?:groep\w*|group|gesprek)|groep(?:sgesprek)?|group|sessie|session|gesprek)[ _.-]*(?:nr\.?|nummer)?[ _.-]*"
    rf"(\d{{1,2}})(?!\d|[-/.]\d| (?:{MAANDBEGIN}))"
)
"""A word for a group with its number; the day of a date behind it is none."""
_SOORT = re.compile(
    r"(?<![^\W_])(?:focus|gespreks?|praat|klank|werk)?groep(?:s?gesprek)?(?![^\W_])|(?<![^\W_])(?:keukentafel(?:gesprek)?|gesprek|sessie|avond|bijeenkomst|verslag|interview|online|teams)(?![^\W_])"
)
"""Words for a kind of meeting, which several groups of a list share."""
_SHORTEST = 4
_DATUM = re.compile(
    rf"\d{{1,2}}[ -]?(?:{MAANDBEGIN})[a-z]*\.?(?:[ -]?(?:20)?\d\d)?(?!\d)"
    r"|(?:19|20)\d\d[-_. ]\d{1,2}[-_. ]\d{1,2}|\d{1,2}[-_./]\d{1,2}(?:[-_./](?:20)?\d\d)?|(?<!\d)(?:20\d{6}|20\d\d)(?!\d)"
)


@dataclass(frozen=True)
class Zegel:
    """How one activity is sealed: the key, the scope of its ids, and what is known about columns and speakers.

    ``scope`` is the panel when persons come back in later waves, else the activity. ``persoon`` names the column with
    the source's person id. R3 of one focus group is not R3 of the next: ``groep`` is the name of the group of a
    conversation (by default the stem of its file name), ``groepkolom`` the column of a list of participants that
    says the same, so that one seal serves transcripts and their list; ``groepen`` are the groups that this list names,
    among which that of a conversation is looked for by the words of its file name. ``namen`` are masked in every text of the
    activity. ``velden`` says which columns of tables of messages hold ids (``schema.berichtvelden``), where traject.toml
    says so: several of one role are of different tables. ``open`` are columns to keep and mask although their header sounds identifying; ``weg`` are dropped.
    Of a delivery in several files ``persoon_ook`` names the person columns of files that do not have ``persoon``, and
    ``personen`` the columns with several persons in a cell: each of them becomes a keyed id. ``sprekers`` is the list of
    participants, where a conversation has one; ``naamdelen`` are the columns of that list which make the name of a
    person, where it has no column that does so by itself. Without ``beurtentabel`` no table is read as the turns of a
    conversation: the instrument holds none, or the file is a list; without ``segmenten`` none is read as coded segments.
    Of the Word files ``woordtabellen`` the tables are read and not the text.
    ``testrijen`` is column → values of rows that are trials. ``chat`` is whether a text in the form of WhatsApp is a chat
    log, where the instrument says so.
    """

    sleutel: Sleutel
    activiteit_id: str
    scope: str = ""
    persoon: str = ""
    groep: str = ""
    groepkolom: str = ""
    groepen: tuple[str, ...] = ()
    gespreksleider: tuple[str, ...] = ()
    namen: tuple[str, ...] = ()
    open: frozenset[str] = field(default_factory=frozenset)
    weg: frozenset[str] = field(default_factory=frozenset)
    velden: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    persoon_ook: tuple[str, ...] = ()
    personen: frozenset[str] = field(default_factory=frozenset)
    sprekers: Sprekerlijst = field(default_factory=Sprekerlijst)
    naamdelen: tuple[str, ...] = ()
    beurtentabel: bool = True
    testrijen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    segmenten: bool = True
    woordtabellen: frozenset[str] = field(default_factory=frozenset)
    chat: bool | None = None

    def match_headers(self, kolommen: Collection[str]) -> Zegel:
        """Return the seal with the columns that it names as this table writes them: case and spaces make no difference.

        Examples
        --------
        >>> Zegel(Sleutel(bytes(32)), "panel", persoon="panelnummer").match_headers(["Panelnummer ", "cijfer"]).persoon
        'Panelnummer '
        """
        bij = {fold(kop): kop for kop in reversed([*kolommen])}

        def spell(naam: str) -> str:
            return naam if naam in kolommen else bij.get(fold(naam), naam)

        return replace(
            self,
            persoon=spell(self.persoon),
            naamdelen=tuple(map(spell, self.naamdelen)),
            persoon_ook=tuple(map(spell, self.persoon_ook)),
            groepkolom=spell(self.groepkolom),
            open=frozenset(map(spell, self.open)),
            weg=frozenset(map(spell, self.weg)),
        )

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
        delen = (self.name_groep(groep), schoon) if groep else (schoon,)
        return self.sleutel.make_id("deelnemer", self.scope or self.activiteit_id, *delen)

    def name_groep(self, groep: str) -> str:
        """Return the name of a group as ids know it: folded, or the one group of the list that a file name mentions.

        Examples
        --------
        >>> zegel = Zegel(Sleutel(bytes(32)), "focusgroep", groepen=("Dijkbewoners", "Dorp"))
        >>> zegel.name_groep("ruw/Verslag dijkbewoners 14 april.docx"), zegel.name_groep("Dorp")
        ('dijkbewoners', 'dorp')
        >>> zegel = Zegel(Sleutel(bytes(32)), "focusgroep", groepen=("Focusgroep De Hoeven", "Focusgroep Station (Teams)"))
        >>> zegel.name_groep("focusgroep_dehoeven_29-9.txt"), zegel.name_groep("Station-20261006_193012-Recording.vtt")
        ('focusgroep de hoeven', 'focusgroep station (teams)')
        """
        gevouwen = fold_groep(groep)
        bekend = {fold_groep(naam): _split_words(naam) for naam in self.groepen}
        if not bekend or gevouwen in bekend:
            return gevouwen
        woorden = _split_words(_strip_file(groep))
        passend = [naam for naam, eigen in bekend.items() if eigen.strip() and eigen in woorden]
        if not passend:
            kaal = woorden.replace(" ", "")
            kern = {fold_groep(naam): _find_kern(naam) for naam in self.groepen}
            passend = [naam for naam, eigen in kern.items() if len(eigen) >= _SHORTEST and eigen in kaal]
        return passend[0] if len(passend) == 1 else gevouwen

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
    """Return the number behind a word for a group, else the only number that is no date; without one the name in lower case.

    Examples
    --------
    >>> [fold_groep(naam) for naam in ("ruw/Verslag FG1 dijk 14 april.docx", "Groep 01", "2", "focusgroep 2026-04-14")]
    ['1', '1', '2', 'focusgroep 2026-04-14']
    """
    naam = _strip_file(groep).casefold()
    if genoemd := _GENUMMERD.search(naam):
        return str(int(genoemd.group(1)))
    nummers = re.findall(r"\d+", _DATUM.sub(" ", naam))
    return str(int(nummers[0])) if len(nummers) == 1 else groep.strip().casefold()


def _find_kern(groep: str) -> str:
    """Return what sets a group apart, in one word: no kind of meeting, and nothing between brackets.

    Examples
    --------
    >>> _find_kern("Focusgroep De Hoeven (Teams)"), _find_kern("Focusgroep")
    ('dehoeven', '')
    """
    return re.sub(r"[\W_]+", "", _SOORT.sub(" ", re.sub(r"\(.*?\)", " ", groep.casefold())))


def _strip_file(groep: str) -> str:
    """Return the name of a file without folder and extension; the name of a group as it is."""
    return re.sub(r"\.[A-Za-z]{2,4}$", "", groep.strip().rpartition("/")[2])


def _split_words(naam: str) -> str:
    """Return the words of a name with one blank before, between and behind them."""
    return re.sub(r"[\W_]+", " ", f" {naam.casefold()} ")
