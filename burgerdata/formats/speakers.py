"""Speaker turns in plain lines, shared by every transcript format: ``M: …``, ``[Naam] …``, ``Naam  0:03``.

A label counts as a speaker when it looks like a code or a role, when it is a first name, a title with a name or the name
of somebody who is known to be there, or when it comes back; ``https:`` and a lone ``Let op:`` do not make a turn.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

import pandas as pd

from burgerdata.formats.bracket_speakers import BRACKET_NAME, speaks_in_brackets
from burgerdata.formats.dash_speakers import DASH_NAME, speaks_with_dashes
from burgerdata.formats.label_forms import join_forms
from burgerdata.formats.label_series import find_series
from burgerdata.formats.label_typos import find_typos
from burgerdata.formats.role_labels import find_people, has_role, name_citizen
from burgerdata.formats.speaker_lines import (
    ARROWS,
    BEFORE,
    BEHIND,
    BRACKET,
    COLON,
    HEAD,
    IN_BRACKETS,
    NAMING,
    choose_patterns,
    label_of,
    match_line,
    speaker_of,
)
from burgerdata.formats.speaker_words import (
    CLOSING,
    EVERYBODY,
    HEADING,
    HOST,
    ROLE,
    is_aside,
    is_name_like,
    starts_with_voornaam,
)
from burgerdata.formats.stuk import Stuk
from burgerdata.formats.transcript_head import find_silent, is_head_line
from burgerdata.formats.transcript_tail import count_tail
from burgerdata.formats.turn_times import find_words, parse_seconds
from burgerdata.intake.logboek import Logboek
from burgerdata.intake.seal_gesprek import name_leider
from burgerdata.pseudonyms.speaker_names import bare_name, is_name, is_titled, list_name_forms
from burgerdata.shapes import RIJ

_FEWEST_HEADS = 4
"""From this many returning names with a time behind them on, a program wrote the transcript, and no colon is a speaker."""
_NEXT = re.compile(rf"[\s|;,/·•–-]+(?=(?:{HEADING.pattern}|{HOST.pattern})\s*:)", re.IGNORECASE)

_NOBODY = re.compile(rf"{EVERYBODY.pattern}|{CLOSING.pattern}", re.IGNORECASE)
"""Labels of nobody in particular, however often they come back."""


class Regel(NamedTuple):
    """One paragraph or line of a transcript with its place in the source, and whether the source marks it as a heading."""

    rij: int
    tekst: str
    kop: bool = False


class _Beurt(NamedTuple):
    rij: int
    spreker: str
    begin_s: float
    tekst: str


def parse_turns(regels: Sequence[Regel], logboek: Logboek, *, namen: Collection[str] = ()) -> pd.DataFrame:
    r"""Return a row per turn: RIJ, spreker, begin_s, tekst; lines without a label continue the turn before them.

    What stands above the first speaker (title, date, list of those present), a line about what happens in the room
    ("(gelach)"), the names of columns ("Spreker | Tekst"), a heading and who wrote the report below the last turn are left out and
    noted as tussenkop. A line without a label below a heading is a turn of nobody in particular, and so is each line of a text
    without speakers. ``namen`` are people who are known to be there: they are speakers at their first turn. Who is introduced
    above the first turn and says nothing has one turn, the last, without words.

    Examples
    --------
    >>> boek = Logboek("fg1.txt")
    >>> regels = [Regel(1, "Groep 1"), Regel(2, "M: Welkom."), Regel(3, "R3: Dank u"), Regel(4, "wel.")]
    >>> parse_turns(regels, boek)[["spreker", "tekst"]].values.tolist()
    [['M', 'Welkom.'], ['R3', 'Dank u\nwel.']]
    """
    gevuld = [regel for regel in regels if regel.tekst.strip()]
    patronen, labels, kop = _find_ways([regel.tekst for regel in gevuld], namen)
    heten = _find_short_names([regel.tekst for regel in gevuld[kop:]], patronen, labels)
    bedoeld = _find_typos([regel.tekst for regel in gevuld[kop:]], patronen, labels)
    staart = count_tail([regel.tekst for regel in gevuld]) if labels else 0
    gelezen = [(een, _read_turn(een, labels, patronen)) for een in gevuld[kop : len(gevuld) - staart]]
    koppen = _list_headings(gelezen)
    beurten: list[_Beurt] = []
    boven, vervolg, los = kop + staart, 0, not labels
    for regel, beurt in gelezen:
        if beurt is not None:
            if beurt.spreker in bedoeld:
                logboek.note("spreker_verbeterd", rij=beurt.rij, kolom="spreker")
            naam = bedoeld.get(beurt.spreker, beurt.spreker)
            beurten.append(beurt._replace(spreker=heten.get(naam, naam)))
            los = False
        elif labels and (not beurten or regel.rij in koppen or is_aside(regel.tekst) or _closes(regel.tekst)):
            boven += 1
            los |= regel.rij in koppen or _closes(regel.tekst)
        elif los:
            beurten.append(_Beurt(regel.rij, "", float("nan"), regel.tekst.strip()))
            los = not labels
        else:
            beurten[-1] = _append(beurten[-1], regel.tekst)
            vervolg += 1
    over = [beurt for beurt in beurten if beurt.tekst]
    logboek.note("tussenkop", aantal=boven)
    logboek.note("samengevoegde_beurten", aantal=vervolg)
    logboek.note("lege_rij", aantal=len(beurten) - len(over))
    return make_beurten([*over, *_list_silent(gevuld[:kop], patronen, over)])


def list_kop(regels: Iterable[Regel], beurten: pd.DataFrame) -> list[str]:
    """Return the lines above the first turn in which somebody speaks; none where nobody does."""
    gezegd = beurten.loc[beurten["spreker"].ne("") & beurten["tekst"].ne(""), RIJ]
    return [
        regel.tekst for regel in regels if len(gezegd) and regel.rij < gezegd.min() and regel.tekst.strip()
    ]


def _list_headings(gelezen: Sequence[tuple[Regel, _Beurt | None]]) -> set[int]:
    """Return the rows of headings; none where what people say has the style of a heading too."""
    gezegd = any(regel.kop and beurt.tekst for regel, beurt in gelezen if beurt is not None)
    return set() if gezegd else {regel.rij for regel, _ in gelezen if regel.kop}


def _list_silent(
    kop: Sequence[Regel], patronen: Sequence[re.Pattern[str]], beurten: Sequence[_Beurt]
) -> list[_Beurt]:
    """Return a turn without words per participant of whom only the head tells."""
    gevonden = ((regel.rij, match_line(regel.tekst, patronen)) for regel in kop)
    regels = [(rij, label_of(een), een["rest"] or "") for rij, een in gevonden if een and een.re is COLON]
    zwijgt = find_silent(regels, {beurt.spreker for beurt in beurten})
    return [_Beurt(rij, label, float("nan"), "") for label, rij in zwijgt.items()]


def find_turns(tekst: str) -> list[Stuk]:
    r"""Return the turns of a text with their places, by the same rules as ``parse_turns``; empty ones are left out.

    Examples
    --------
    >>> tekst = "Groep 1\nM: Welkom.\nR3: Dank u\nwel."
    >>> [(stuk.spreker, tekst[stuk.begin : stuk.eind]) for stuk in find_turns(tekst)]
    [('M', 'Welkom.'), ('R3', 'Dank u\nwel.')]
    """
    alle = [regel for regel in re.finditer(r"[^\r\n]+", tekst) if regel.group().strip()]
    regels = alle[: len(alle) - count_tail([regel.group() for regel in alle])]
    gevuld = [regel.group() for regel in regels]
    patronen, labels, kop = _find_ways(gevuld)
    heten = _find_short_names(gevuld[kop:], patronen, labels)
    bedoeld = _find_typos(gevuld[kop:], patronen, labels)
    stukken: list[Stuk] = []
    for regel in regels[kop:]:
        match = match_line(regel.group(), patronen)
        if match is not None and _begins_turn(match, labels):
            voor = len(regel.group()) - len(match.string)  # what was taken off stood in front
            spreker = bedoeld.get(speaker_of(match), speaker_of(match))
            begin = regel.start() + voor + find_words(match, alone=match.re in IN_BRACKETS)[1]
            stukken.append(Stuk(heten.get(spreker, spreker), begin, regel.end()))
        elif stukken and (_closes(regel.group()) or _speak_together(regel.group())):
            stukken.append(Stuk("", regel.start(), regel.end()))
        elif stukken and not is_aside(regel.group()):
            stukken[-1] = stukken[-1]._replace(eind=regel.end())
    krap = (stuk.trim(tekst) for stuk in stukken)
    return [stuk for stuk in krap if stuk.begin < stuk.eind]


def make_beurten(beurten: Iterable[tuple[int, str, float, str]]) -> pd.DataFrame:
    """Return the frame of turns with its types: RIJ int64, spreker and tekst str, begin_s float64."""
    types = {RIJ: "int64", "spreker": "str", "begin_s": "float64", "tekst": "str"}
    return pd.DataFrame(list(beurten), columns=list(types)).astype(types)


def find_labels(teksten: Iterable[str], namen: Collection[str] = ()) -> frozenset[str]:
    """Return the labels that are speakers: codes, roles, first names, titles with a name and known names at once.

    Other words are speakers when they come back.

    Examples
    --------
    >>> sorted(find_labels(["R1: ja", "Henk: nee", "Let op: pauze", "Prijs: hoog", "https://x.nl"]))
    ['Henk', 'R1']
    """
    return _find_ways(list(teksten), namen)[1]


def _find_ways(
    teksten: Sequence[str], bekend: Collection[str] = ()
) -> tuple[tuple[re.Pattern[str], ...], frozenset[str], int]:
    """Return how a transcript names its speakers, their labels, and how many lines its head has, which ends where turns begin."""
    patronen = _find_patterns(teksten, bekend)
    labels = _count_labels(teksten, patronen, bekend)
    kop = _count_head(teksten, patronen, labels)
    daarna = _count_labels(teksten[kop:], patronen, bekend) if kop else labels
    return (patronen, daarna, kop) if daarna else (patronen, labels, 0)


def _count_head(teksten: Sequence[str], patronen: Sequence[re.Pattern[str]], labels: frozenset[str]) -> int:
    """Return how many lines go before the first turn up to the last one that looks like a turn and belongs to the head."""
    kop = 0
    for plek, tekst in enumerate(teksten):
        match = match_line(tekst, patronen)
        if match is None or match.re is not COLON:
            if match is not None and _begins_turn(match, labels):
                break
        elif is_head_line(label_of(match), match["rest"] or ""):
            kop = plek + 1
        elif _begins_turn(match, labels):
            break
    return kop


def _find_patterns(teksten: Sequence[str], bekend: Collection[str] = ()) -> tuple[re.Pattern[str], ...]:
    """Return the ways in which a transcript names its speakers: a program that writes times has one way only."""
    wijzen = choose_patterns(teksten)
    if speaks_with_dashes((BEFORE.sub("", tekst, count=1) for tekst in teksten), bekend):
        return (DASH_NAME, *wijzen)  # first: "Kees - ik zei: nee" is what Kees said
    if speaks_in_brackets((BEFORE.sub("", tekst, count=1) for tekst in teksten), bekend):
        return (BRACKET_NAME, *wijzen)
    koppen = Counter(label_of(match) for tekst in teksten if (match := HEAD.match(tekst)))
    return (HEAD,) if sum(n for n in koppen.values() if n > 1) >= _FEWEST_HEADS else wijzen


def _count_labels(
    teksten: Sequence[str], patronen: Sequence[re.Pattern[str]], bekend: Collection[str] = ()
) -> frozenset[str]:
    labels = _count_returning(teksten, patronen)
    eenmalig = _find_titled(teksten, patronen) if labels else _find_titled(teksten, patronen, gezegd=True)
    # one line with a title in a text without speakers is no conversation
    labels |= eenmalig if labels or len(eenmalig) > 1 else frozenset()
    labels |= _find_known(teksten, patronen, bekend)
    return labels | _find_typos(teksten, patronen, labels).keys()


def _find_typos(
    teksten: Iterable[str], patronen: Sequence[re.Pattern[str]], labels: frozenset[str]
) -> dict[str, str]:
    matches = (match for tekst in teksten if (match := match_line(tekst, patronen)) and match.re is COLON)
    regels = [(label_of(een), " ".join(een["label"].split())) for een in matches]
    vormen = join_forms((label for label, _ in regels), labels)
    bedoeld = vormen | find_typos(regels, labels)
    return {label: vormen.get(wie, wie) for label, wie in bedoeld.items() if vormen.get(wie, wie) != label}


def _find_titled(
    teksten: Iterable[str], patronen: Sequence[re.Pattern[str]], *, gezegd: bool = False
) -> frozenset[str]:
    """Return the labels that are a title with a name ("Mw. te Kampe"); with ``gezegd`` only before a whole sentence.

    Minutes name who were there in the same way: "Dhr. Bos: wethouder".
    """
    matches = (match for tekst in teksten if (match := match_line(tekst, patronen)) and match.re is COLON)
    return frozenset(
        label_of(match)
        for match in matches
        if is_titled(label_of(match)) and (not gezegd or match["rest"].rstrip().endswith(tuple(".?!…")))
    )


def _find_known(
    teksten: Iterable[str], patronen: Sequence[re.Pattern[str]], bekend: Collection[str]
) -> frozenset[str]:
    """Return the labels that are the name, the surname or the first name of somebody on the list of participants."""
    if not bekend:
        return frozenset()
    heten = {vorm for naam in bekend for vorm in list_name_forms(naam)}
    labels = {label_of(match) for tekst in teksten if (match := match_line(tekst, patronen))}
    return frozenset(
        label
        for label in labels
        if label and label[0].isupper() and bare_name(label) in heten and not HEADING.fullmatch(label)
    )


def _count_returning(teksten: Iterable[str], patronen: Sequence[re.Pattern[str]]) -> frozenset[str]:
    aantallen: Counter[str] = Counter()
    namen: set[str] = set()
    sprekend: set[str] = set()
    met_rol: dict[str, bool] = {}
    for tekst in teksten:
        match = match_line(tekst, patronen)
        if match is not None and speaker_of(match):
            label = label_of(match)
            aantallen[label] += 1
            if (
                match.re is not COLON
                or not HOST.fullmatch(label)
                or not is_name(_first_of(match.group("rest") or ""))
            ):
                sprekend.add(label)
            if match.re in NAMING and (starts_with_voornaam(label) or ARROWS.match(tekst)):
                namen.add(label)
            if match.re is BRACKET and has_role(label):
                met_rol[label] = met_rol.get(label, False) or not match["rest"]
            if kort := _short_of(match):
                namen.add(kort)
    elders = any(aantal > 1 for label, aantal in aantallen.items() if label not in met_rol)
    mensen = find_people(met_rol, elders=elders)
    namen |= {label for label in mensen if met_rol[label]}
    sprekend -= met_rol.keys() - mensen
    reeks = find_series(aantallen)
    return frozenset(
        label
        for label, aantal in aantallen.items()
        if label in sprekend
        and label
        and not HEADING.fullmatch(label)
        and not _NOBODY.fullmatch(label)
        and (
            ROLE.fullmatch(label)
            or label in reeks
            or ((aantal > 1 or label in namen) and is_name_like(label))
        )
    )


def _first_of(rest: str) -> str:
    """Return what stands behind a label up to the next thing that minutes tell on the same line: "Wim   Aanwezig: 8"."""
    return _NEXT.split(rest, maxsplit=1)[0].strip()


def _speak_together(tekst: str) -> re.Match[str] | None:
    """Return the line in which all say something, or several of whom nobody wrote down who: "Allen: ja"; else None."""
    match = COLON.match(tekst)
    return match if match and EVERYBODY.fullmatch(label_of(match)) else None


def _closes(tekst: str) -> bool:
    """Return whether whoever wrote the report concludes in a line: "Conclusie: …"."""
    match = COLON.match(tekst)
    return match is not None and CLOSING.fullmatch(label_of(match)) is not None


def _begins_turn(match: re.Match[str], labels: frozenset[str]) -> bool:
    """Return whether a line begins a turn: its label is a speaker, or an unknown one among numbered ones."""
    label = label_of(match)
    return label in labels if speaker_of(match) else any(een.startswith(f"{label} ") for een in labels)


def _find_short_names(
    teksten: Iterable[str], patronen: Sequence[re.Pattern[str]], labels: frozenset[str]
) -> dict[str, str]:
    """Return short label -> role for labels explained once: "Interviewer (I): …" and from there on "I: …"."""
    heten: dict[str, str] = {}
    for tekst in teksten:
        match = match_line(tekst, patronen)
        kort = _short_of(match) if match else ""
        if match and kort in labels and label_of(match) in labels:
            heten.setdefault(kort, label_of(match))
        elif match and (naam := name_citizen(label_of(match))) in labels:
            heten.setdefault(label_of(match), naam)
    return heten


def _short_of(match: re.Match[str]) -> str:
    """Return what stands in brackets behind a role, or before a dash and a word for who leads; empty for other labels."""
    label = " ".join(match.group("label").split())
    if naam := name_leider(label):
        return naam
    behind = BEHIND.search(label)
    return behind.group(1) if behind and label_of(match) != label else ""


def _read_turn(regel: Regel, labels: frozenset[str], patronen: Sequence[re.Pattern[str]]) -> _Beurt | None:
    if labels and (samen := _speak_together(regel.tekst)):
        return _Beurt(regel.rij, "", float("nan"), samen["rest"].strip())
    match = match_line(regel.tekst, patronen)
    if match is None or not _begins_turn(match, labels):
        return None
    voor = BEFORE.match(regel.tekst)
    achter, begin = find_words(match, alone=match.re in IN_BRACKETS)
    tijd = match.groupdict().get("tijd") or (voor.group("tijd") if voor else achter)
    return _Beurt(regel.rij, speaker_of(match), parse_seconds(tijd), match.string[begin:].strip())


def _append(beurt: _Beurt, tekst: str) -> _Beurt:
    return beurt._replace(tekst=f"{beurt.tekst}\n{tekst.strip()}" if beurt.tekst else tekst.strip())
