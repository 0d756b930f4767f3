"""Names of persons in running text, as citizens type them: often in lower case, often without a surname.

A name is found by what it is (a list of names), by what stands before it ("mijn buurvrouw", "mevrouw", "ik ben",
"groetjes") and by how it is written (a capital inside a sentence). Names that are ordinary words too ("Roos", "de
Boer") need more than the list alone. No finder of names is complete: masked text is pseudonymised, not anonymous.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from burgerdata.pseudonyms.known_names import WORD, Naamdelen, split_namen
from burgerdata.pseudonyms.maandnaam import is_month
from burgerdata.pseudonyms.namenlijsten import IDIOMEN, KORT_TUSSEN, Namenlijsten, load_namenlijsten
from burgerdata.pseudonyms.spans import Vondst, merge_vondsten

_TOKEN = re.compile(rf"(?P<kort>{KORT_TUSSEN.pattern})|{WORD.pattern}")
_POSSESSIVE = re.compile(r"['’`]s$")
_INITIALS = re.compile(r"(?:\b[A-Z]\.\s?|\b(?:Th|Ch|IJ|Chr)\.\s?)+$")
_VER = 40
"""Characters before a surname in which its initials stand."""
_INITIAL = re.compile(r"(?:[^\W\d_]|th|ch|ij|chr)\Z", re.IGNORECASE)
_KORT = "PS NB NV BV VS US ZB EU AI OV TV CV ICT GGD GGZ AOW WMO WOZ AVG UWV VVE KVK BTW ZZP VOG EHBO MBO HBO BSO OZB MKB SOS"
_AFKORTINGEN = "|".join(r"\. ?".join(woord) for woord in _KORT.split())
"""What is written with points and is nobody's initials; before a surname that the lists know it may be."""
_TWO_INITIALS = re.compile(
    rf"\b(?!(?:{_AFKORTINGEN})\.)(?<![A-Z]\.)(?<![A-Z]\. )(?<!\b[Dd]e )(?<!\b[Hh]et )(?<!\b[Ee]en )"
    r"[A-Z]\. ?(?:[A-Z]\. ?){1,4}$"
)
_BEFORE_SURNAME = re.compile(
    r"\b(?!(?:P\. ?S|N\. ?B|N\. ?V|B\. ?V|V\. ?S|U\. ?S|Z\. ?B|E\. ?U)\.)(?<![A-Z]\.)(?<![A-Z]\. )"
    r"[A-Z]\. ?(?:[A-Z]\. ?){1,4}$"
)
"""Initials of a surname that the lists know: "A.I. Bos", "de J.P. Bakker"; behind "P.S." and "N.B." a sentence begins."""
_SENTENCE_END = re.compile(r"(?:^|[.!?:;\n\r\"“”„«»(\[•*–—|/-])[\s\"'“”‘’(\[]*$")
_IDIOOM = re.compile("|".join(rf"\b{re.escape(idioom)}\w*" for idioom in IDIOMEN), re.IGNORECASE)

_PHRASE_CUES = re.compile(
    r"\b(?:ik ben|ik heet|dit is|hier is|met vriendelijke groet(?:en)?|mijn naam is|mijn naam|naam is|aangenaam|t\.?n\.?v\.?"
    r"|ten name van)[\s,:-]*$",
    re.IGNORECASE,
)


_SAYS = re.compile(
    r"\s+(?:zegt|zei|vindt|vond|vroeg|vraagt|denkt|dacht|bel(?:t|de)|noem(?:t|de)|vertel(?:t|de)|antwoord(?:t|de)|wil|wilde|woont|klaagt)\b"
)
"""What people do and things do not, behind a word that begins a sentence."""
_AFTER_CUE = re.compile(r"\s+is (?:de|mijn) naam\b", re.IGNORECASE)
_PLEK = re.compile(r"\b(?:in|op)(?: de| het)? $")
"""What stands before the name of a place, and before few surnames."""
_WHERE = frozenset(
    ["in", "te", "uit", "naar", "bij", "rond", "rondom", "vanuit", "richting", "nabij", "gemeente"]
)
"""Words before the name of a place."""
_LIDWOORD = frozenset(["de", "het", "'t", "een"])
_BIJ_VOORNAAM = frozenset(["kind", "baby", "moeder", "vader", "partner", "zoon", "dochter", "broer", "zus"])
"""Who is called by a first name: behind "buurman" or "huisarts" any word may be a surname."""
_ELKE = re.compile(
    r"\s+(?:andere?|nieuwe|eerste|keer|dag|week|maand|jaar|ochtend|middag|avond|nacht|(?:maan|dins|woens|donder|vrij|zater|zon)dag"
    r"|persoon|ouder|school|brief|vraag(?! ik)|stap|afspraak|instantie|organisatie|gemeente|wijk|straat|hulpverlener|medewerker)\b"
)
"""What follows "elke" where it is no first name."""
_EIGEN = {"van", "von", "den", "der", "ter", "ten", "'t", "te", "el", "ait", "aït", "du"}
"""Prefixes that with a capital after them make a surname: "van den Berg", where "de Boer" may be any farmer."""


class _Woord(NamedTuple):
    tekst: str
    laag: str
    begin: int
    eind: int
    hoofdletter: bool
    zinsbegin: bool


def find_names(text: str, *, namen: Iterable[str] = ()) -> list[Vondst]:
    """Return the spans of personal names in a text, in order; ``namen`` are names that are known to occur.

    First name, prefixes and surname are one span. Known names (of speakers, of a list of participants) are found
    in any case and by each of their parts; a part that is an ordinary word only with a capital inside a sentence, and
    elsewhere only behind a title, initials or a greeting, or before what people do ("Water zegt").

    Examples
    --------
    >>> tekst = "mijn buurvrouw truus de wit belde, en Fatima zei: Jip en Janneke-taal graag"
    >>> [tekst[vondst.begin:vondst.eind] for vondst in find_names(tekst)]
    ['truus de wit', 'Fatima']
    """
    woorden = _split(text)
    if not woorden:
        return []
    lijsten = load_namenlijsten()
    bekend = split_namen(namen)
    idiomen = [match.span() for match in _IDIOOM.finditer(text)]
    zoeker = _Zoeker(text, woorden, lijsten, bekend)
    gevonden = [
        zoeker.extend(i)
        for i in range(len(woorden))
        if zoeker.is_name(i) and not any(begin <= woorden[i].begin < eind for begin, eind in idiomen)
    ]
    return merge_vondsten(gevonden)


def _split(text: str) -> list[_Woord]:
    """Return the words with their place; a capital says nothing in a text that is written in capitals throughout."""
    schreeuwt = sum(map(str.isupper, text)) > 0.6 * max(sum(map(str.isalpha, text)), 1)
    woorden = []
    achter_kort = -1
    for match in _TOKEN.finditer(text):
        tekst = _POSSESSIVE.sub("", match.group())
        hoofdletter = tekst[0].isupper() and not schreeuwt
        begin = match.start()
        # the point of "v.d." ends no sentence
        los = begin != achter_kort and hoofdletter
        zinsbegin = los and bool(_SENTENCE_END.search(text, max(0, begin - 8), begin))
        laag = "van" if match["kort"] else tekst.casefold()
        woorden.append(_Woord(tekst, laag, begin, begin + len(tekst), hoofdletter, zinsbegin))
        achter_kort = len(text) - len(text[match.end() :].lstrip(" ")) if match["kort"] else -1
    return woorden


def _search_before(initialen: re.Pattern[str], text: str, eind: int) -> re.Match[str] | None:
    """Return the initials that end right before a place; only near it is looked, for a text may be long."""
    gevonden = initialen.search(text, max(0, eind - _VER), eind)
    return gevonden if gevonden and gevonden.end() == eind else None


class _Zoeker:
    """One text with its words; answers whether a word is a name and how far the name reaches."""

    def __init__(
        self, text: str, woorden: Sequence[_Woord], lijsten: Namenlijsten, bekend: Naamdelen
    ) -> None:
        self.text = text
        self.woorden = woorden
        self.lijsten = lijsten
        self.bekend = bekend

    def is_name(self, i: int) -> bool:
        """Return whether the word is the first word of a name that the lists, a cue or a capital give away."""
        woord = self.woorden[i]
        if woord.laag in self.lijsten.tussenvoegsels or self._is_initial(i):
            return False  # it belongs to the surname behind it
        if self._follows_initials(i):
            return True
        if self._is_word(i) or self._is_place(i):
            return False
        midden = woord.hoofdletter and not woord.zinsbegin
        if self._is_known(i, midden) or self._is_listed(i):
            return True
        if midden and woord.laag in self.lijsten.voornamen_ook_woord:
            return True
        if woord.laag in self.lijsten.achternamen_gewoon and self._has_article(i):
            return False
        if woord.laag in self.lijsten.achternamen_gewoon and (midden or self._has_initials(i)):
            return True
        if self._starts_full_name(i):
            return True
        if midden and woord.laag in self.lijsten.achternamen_ook_woord and self._has_own_prefix(i):
            return True
        return self._follows_cue(i, midden)

    def _is_word(self, i: int) -> bool:
        laag, eind = self.woorden[i].laag, self.woorden[i].eind
        return laag in self.lijsten.geen_naam or (laag == "elke" and _ELKE.match(self.text, eind) is not None)

    def _has_own_prefix(self, i: int) -> bool:
        """Return whether prefixes stand before word i that with a capital behind them make a surname."""
        voor = {self.woorden[j].laag for j in self._prefixes_before(i)}
        return bool(voor & _EIGEN) and "het" not in voor

    def _follows_initials(self, i: int) -> bool:
        """Return whether initials stand before a word with a capital: "J. de Wit" and "A.B. Kroon", but no "punt B. De"."""
        woord = self.woorden[i]
        voor = self._prefixes_before(i) if woord.hoofdletter else []
        if voor and self._initials_at(voor[0]) is not None:
            return True
        lang = len(woord.laag) > 2 and woord.laag not in self.lijsten.geen_naam
        listed = not self.lijsten.achternaam_elk.isdisjoint(woord.laag.split("-"))
        return lang and self._has_initials(i, _BEFORE_SURNAME if listed else _TWO_INITIALS)

    def _is_initial(self, i: int) -> bool:
        """Return whether the word is an initial with the next word right behind its point: the P of "P. Nijkamp"."""
        woord = self.woorden[i]
        if not _INITIAL.match(woord.laag) or i + 1 == len(self.woorden):
            return False
        volgend = self.woorden[i + 1]
        if not re.fullmatch(r"\.[ \t]?", self.text[woord.eind : volgend.begin]):
            return False
        if volgend.laag in self.lijsten.tussenvoegsels:
            return True
        alike = volgend.hoofdletter == woord.hoofdletter
        return alike and (self._is_initial(i + 1) or volgend.laag not in self.lijsten.geen_naam)

    def _skip_initials(self, i: int) -> int:
        """Return the index of the first initial right before word i, or i where there is none."""
        while i and self._is_initial(i - 1):
            i -= 1
        return i

    def _is_place(self, i: int) -> bool:
        """Return whether the word is a place: "mijn zus in Almere" is, "mevrouw Van Buren" and "buurvrouw Dongen" are not."""
        woord = self.woorden[i]
        if not woord.hoofdletter or woord.laag not in self.lijsten.plaatsnamen or woord.laag in self.bekend:
            return False
        if i and self.woorden[i - 1].laag in _WHERE and self._adjacent(i - 1):
            return True
        begin = i - len(self._prefixes_before(i))
        return woord.laag not in self.lijsten.zeker and self._cue(begin) in ("", "zin")

    def _initials_at(self, i: int) -> int | None:
        """Return where the initials begin that stand right before word i, which has no capital of its own."""
        eerste = self.woorden[i]
        if eerste.hoofdletter:
            return None
        initialen = _search_before(_INITIALS, self.text, eerste.begin)
        return initialen.start() if initialen else None

    def _is_known(self, i: int, midden: bool) -> bool:
        """Return whether word i is part of a known name; one that is a word too needs a capital, or a title before it."""
        woord = self.woorden[i]
        if woord.laag not in self.bekend or midden:
            return woord.laag in self.bekend
        if woord.laag not in self.bekend.gewoon:
            return woord.laag not in self.lijsten.ook_woord and len(woord.laag) > 2
        voor = i - len(self._prefixes_before(i))
        zegt = woord.hoofdletter and bool(_SAYS.match(self.text, woord.eind))
        return zegt or self._has_initials(i) or self._cue(voor) in ("titel", "groet")

    def _is_listed(self, i: int) -> bool:
        woord = self.woorden[i]
        delen = woord.laag.split("-")
        if any(deel in self.lijsten.zeker for deel in delen) and (
            len(delen) == 1 or woord.hoofdletter or len(delen) == 2
        ):
            return not is_month(self.text, woord.begin, woord.eind)
        genitief = woord.laag[:-1] if woord.laag.endswith("s") and woord.hoofdletter else ""
        return genitief in self.lijsten.voornamen and len(genitief) > 3

    def _is_whereabouts(self, i: int) -> bool:
        """Return whether a place is told of somebody: "mijn moeder in de Molenpolder"; names on the lists are surnames."""
        woord = self.woorden[i]
        namen = (
            self.lijsten.achternaam_elk | self.lijsten.voornamen | self.lijsten.voornaam_onzeker | self.bekend
        )
        voor = _PLEK.search(self.text, max(0, woord.begin - _VER), woord.begin)
        return voor is not None and namen.isdisjoint(woord.laag.split("-"))

    def _starts_full_name(self, i: int) -> bool:
        """Return whether an uncertain first name with a capital is followed by a surname: "Roos van den Berg"."""
        woord = self.woorden[i]
        return (
            woord.hoofdletter
            and woord.laag in self.lijsten.voornaam_onzeker
            and self._surname_after(i, capital=True) > i
        )

    def _follows_cue(self, i: int, midden: bool) -> bool:
        woord, lijsten = self.woorden[i], self.lijsten
        ook_woord = woord.laag in lijsten.voornamen_ook_woord or woord.laag in lijsten.achternamen_ook_woord
        werkwoord = woord.laag in lijsten.voornamen_werkwoord
        gewoon = woord.laag in lijsten.achternamen_gewoon
        if not (woord.hoofdletter or ook_woord or werkwoord or gewoon):
            # whatever stands before it: most words, so they are not looked at any further; but "dhr. p. nijkamp"
            return bool(i) and self._is_initial(i - 1) and self._cue(i) == "titel"
        begin = i - len(self._prefixes_before(i))
        voorletters = self._skip_initials(begin) < begin
        midden = midden or voorletters
        soort = self._cue(begin) or ("zin" if _AFTER_CUE.match(self.text, woord.eind) else "")
        if not soort or (soort in ("persoon", "zin") and self._is_whereabouts(i)):
            return False
        if soort == "persoon" and not voorletters and self._begins_zin(i, begin - 1):
            return False
        if gewoon:
            return woord.hoofdletter or soort in ("titel", "persoon") or self._ends_clause(i)
        if ook_woord:
            return woord.hoofdletter or soort == "titel" or self._ends_clause(i)
        if werkwoord:
            return woord.hoofdletter or self._ends_clause(i)
        if woord.hoofdletter and _AFTER_CUE.match(self.text, woord.eind):
            return True
        return woord.hoofdletter and (midden or soort in ("titel", "groet"))

    def _begins_zin(self, i: int, cue: int) -> bool:
        """Return whether word i begins a sentence without a full stop before it: "mijn kind Steeds een andere".

        Only behind somebody who is called by a first name, and where the sentence goes on as one: in doubt it is a name.
        ``cue`` is the index of the word that would make it a name.
        """
        woord = self.woorden[i]
        if cue != i - 1 or self.woorden[cue].laag not in _BIJ_VOORNAAM:
            return False
        if woord.laag not in self.lijsten.zinsbegin or not woord.hoofdletter:
            return woord.laag in self.lijsten.zinsbegin
        verder = re.match(r" [a-z]", self.text[woord.eind :]) and not _SAYS.match(self.text, woord.eind)
        return bool(verder) and woord.laag not in self.lijsten.ook_woord

    def _has_initials(self, i: int, vorm: re.Pattern[str] = _INITIALS) -> bool:
        """Return whether initials stand right before a word with a capital: "J. Vogels"."""
        woord = self.woorden[i]
        return woord.hoofdletter and _search_before(vorm, self.text, woord.begin) is not None

    def _has_article(self, i: int) -> bool:
        """Return whether an article stands right before word i: "de Vogels" are birds, "van Doorn" is somebody."""
        return bool(i) and self.woorden[i - 1].laag in _LIDWOORD and self._adjacent(i - 1)

    def _ends_clause(self, i: int) -> bool:
        """Return whether nothing follows directly: "mijn vrouw roos, …" against "mijn vrouw wil graag"."""
        return not re.match(r"[ \t]*[\w']", self.text[self.woorden[i].eind :])

    def _cue(self, i: int) -> str:
        """Return the kind of cue before word i and its initials: titel, persoon, groet, zin, or an empty string."""
        i = self._skip_initials(i)
        if i == 0:
            return ""
        vorig, woord = self.woorden[i - 1], self.woorden[i]
        tussen = self.text[vorig.eind : woord.begin]
        if vorig.laag in self.lijsten.aanwijzing_titel and re.fullmatch(r"\.?[ \t]+|\.", tussen):
            return "titel"
        if vorig.laag in self.lijsten.aanwijzing_persoon and re.fullmatch(r"[\s,:.!-]{1,4}", tussen):
            if "\n" in tussen or "," in tussen:
                return "groet" if vorig.laag.startswith(("groet", "liefs", "mvg", "gr", "hoog")) else ""
            return "persoon" if "." not in tussen and "!" not in tussen else ""
        return "zin" if _PHRASE_CUES.search(self.text, max(0, woord.begin - 40), woord.begin) else ""

    def _prefixes_before(self, i: int) -> list[int]:
        """Return the indices of the prefixes (van, de, …) that directly precede word i, nearest last."""
        begin = i
        while (
            begin > 0
            and self.woorden[begin - 1].laag in self.lijsten.tussenvoegsels
            and self._adjacent(begin - 1)
        ):
            begin -= 1
        return list(range(begin, i))

    def _adjacent(self, i: int) -> bool:
        return self.text[self.woorden[i].eind : self.woorden[i + 1].begin].strip(" \t") == ""

    def _surname_after(self, i: int, *, capital: bool = False) -> int:
        """Return the index of the last word of the surname that follows word i, or i where there is none."""
        j = i + 1
        while (
            j < len(self.woorden)
            and self._adjacent(j - 1)
            and self.woorden[j].laag in self.lijsten.tussenvoegsels
        ):
            j += 1
        if j >= len(self.woorden) or not self._adjacent(j - 1):
            return i
        woord = self.woorden[j]
        if woord.laag in self.lijsten.geen_naam:
            return i
        capital = capital or self._is_handle(i)
        delen = set(woord.laag.split("-"))
        zeker = not delen.isdisjoint(self.lijsten.achternamen) or not delen.isdisjoint(self.bekend)
        misschien = not delen.isdisjoint(self.lijsten.achternamen_ook_woord)
        listed = zeker or (misschien and (woord.hoofdletter or j > i + 1))
        unknown = woord.hoofdletter and not capital
        return j if listed or unknown else i

    def _is_handle(self, i: int) -> bool:
        """Return whether the word is a name of an account, behind which a sentence begins: "@StroomStoter Subsidie dekt …"."""
        woord = self.woorden[i]
        aangesproken = self.text[: woord.begin].endswith("@")
        return aangesproken or bool(re.search(r"[^\W\d_A-Z]{2}[A-Z]", woord.tekst.replace("Mac", "")))

    def extend(self, i: int) -> Vondst:
        """Return the whole name around word i: initials and prefixes before it, surname and second name after it."""
        laatste = i
        while (volgend := self._surname_after(laatste)) > laatste:
            laatste = volgend
        voor = self._prefixes_before(i)
        is_surname = self.woorden[i].laag not in self.lijsten.voornamen
        begin = self.woorden[voor[0] if voor and is_surname and self._belongs(voor, i) else i].begin
        if initialen := _search_before(_INITIALS, self.text, begin):
            begin = initialen.start()
        else:
            begin = self._begin_of_initials(i, begin)
        return Vondst("naam", begin, self.woorden[laatste].eind)

    def _begin_of_initials(self, i: int, begin: int) -> int:
        """Return where the initials in small letters begin that stand before a name behind a title."""
        eerste = next(j for j in range(i, -1, -1) if self.woorden[j].begin <= begin)
        voorletter = self._skip_initials(eerste)
        return self.woorden[voorletter].begin if self._cue(voorletter) == "titel" else begin

    def _belongs(self, voor: list[int], i: int) -> bool:
        """Return whether the prefixes are part of the surname; "van" before a first name is a plain word."""
        eerste = self.woorden[voor[0]]
        if self._initials_at(voor[0]) is not None or self._cue(voor[0]) == "titel":
            return True
        if eerste.hoofdletter and (not eerste.zinsbegin or self._skip_initials(voor[0]) < voor[0]):
            return True  # "mijn buurvrouw Van Oosterhout", where "van Xandra" is only from her
        delen = self.woorden[i].laag.split("-")
        return any(deel in self.lijsten.achternaam_elk or deel in self.bekend for deel in delen)
