"""LimeSurvey's questionnaire (.lss, .lsg, .lsq): the questions with their kinds, rows, options and texts.

Since database version 400 texts stand in tables of their own, by language (``question_l10ns``, ``answer_l10ns``);
before, they stood in the questions and answers themselves, one row per language. Both are read.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree

from burgerdata.errors import BronError
from burgerdata.intake.open import decode_text

_TAGS = re.compile(r"<(script|style)\b.*?</\1>|<[^<>]+>", re.DOTALL | re.IGNORECASE)
_DANGER = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_OPNIEUW = "exporteer de vragenlijst opnieuw uit LimeSurvey als .lss"
Rij = Mapping[str, str]
Labels = dict[str, dict[str, str]]
"""Code -> language -> text."""


@dataclass(frozen=True)
class Deelvraag:
    """One row (``schaal`` 0) or column (``schaal`` 1) of a question: its code, its id and its text."""

    code: str
    nummer: str
    schaal: str
    tekst: str


@dataclass(frozen=True)
class LimeVraag:
    """One question: ``soort`` is LimeSurvey's letter, ``antwoorden`` per scale code -> label in the chosen language.

    ``vertaald`` gives, per scale, the code of a label in any language of the questionnaire.
    """

    code: str
    nummer: str
    groep: str
    soort: str
    tekst: str
    anders: str = ""
    deelvragen: tuple[Deelvraag, ...] = ()
    antwoorden: dict[str, dict[str, str]] = field(default_factory=dict)
    vertaald: dict[str, dict[str, str]] = field(default_factory=dict)
    kenmerken: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Structuur:
    """A questionnaire: the number of the survey, the language of its texts here, and its questions in order."""

    nummer: str
    taal: str
    vragen: tuple[LimeVraag, ...]


def is_structuur(kop: str) -> bool:
    """Return whether a text begins as a LimeSurvey file in XML."""
    return "<LimeSurveyDocType>" in kop[:2000]


def is_responses(kop: str) -> bool:
    """Return whether a LimeSurvey file in XML holds answers and not questions."""
    return "<LimeSurveyDocType>Responses" in kop[:2000]


def is_tab_structuur(tekst: str) -> bool:
    r"""Return whether a text is a questionnaire as LimeSurvey writes it with tabs (.txt, .tsv), a row per part of it.

    Examples
    --------
    >>> is_tab_structuur("class\ttype/scale\tname\trelevance\ttext\nS\t\tsid\t\t195"), is_tab_structuur("id\tname\n1\tA")
    (True, False)
    """
    kop = tekst[:2000].lstrip("\ufeff").partition("\n")[0]
    return {"class", "type/scale", "name", "text"} <= {cel.strip(' "\r') for cel in kop.split("\t")}


def list_talen(inhoud: bytes, bestand: str) -> list[str]:
    """Return the languages that a questionnaire has texts in."""
    return [element.text or "" for element in parse_xml(inhoud, bestand).iterfind("languages/language")]


def parse_structuur(inhoud: bytes, bestand: str, *, taal: str = "") -> Structuur:
    """Return the questionnaire; texts in ``taal``, else in Dutch where it has it, else in its own language.

    Raises
    ------
    BronError
        When the file is damaged or is no questionnaire.
    """
    wortel = parse_xml(inhoud, bestand)
    if wortel.find("questions") is None:
        raise BronError("hierin staan geen vragen", _OPNIEUW, bestand=bestand)
    talen = list_talen(inhoud, bestand)
    basis = next((rij.get("language", "") for rij in _rows(wortel, "surveys")), "") or (talen or [""])[0]
    taal = taal or next((een for een in talen if een.startswith("nl")), basis)
    teksten = _read_texts(wortel, "question_l10ns", "qid", "question")
    teksten |= {
        q: t for q, t in _read_inline(wortel, ("questions", "subquestions")).items() if q not in teksten
    }
    lezer = _Lezer(wortel, taal, basis, teksten)
    nummer = next((rij.get("sid", "") for rij in _rows(wortel, "questions")), "")
    return Structuur(nummer, taal, tuple(lezer.read_vragen()))


def parse_xml(inhoud: bytes, bestand: str) -> ElementTree.Element:
    """Return the root of an XML file; one with entities of its own is refused."""
    tekst, _ = decode_text(inhoud)
    if _DANGER.search(tekst):
        raise BronError("dit bestand bevat verborgen verwijzingen (DOCTYPE)", _OPNIEUW, bestand=bestand)
    try:
        return ElementTree.fromstring(inhoud)
    except ElementTree.ParseError as fout:
        raise BronError("dit LimeSurvey-bestand is beschadigd", _OPNIEUW, bestand=bestand) from fout


def flatten(tekst: str) -> str:
    """Return a text without HTML, on one line.

    Examples
    --------
    >>> flatten("<p>Hoe <b>tevreden</b> bent&nbsp;u?</p>")
    'Hoe tevreden bent u?'
    """
    return " ".join(html.unescape(_TAGS.sub(" ", tekst)).split()).replace(" ?", "?")


def _rows(wortel: ElementTree.Element, tabel: str) -> list[Rij]:
    return [{cel.tag: cel.text or "" for cel in rij} for rij in wortel.iterfind(f"{tabel}/rows/row")]


def _read_texts(wortel: ElementTree.Element, tabel: str, sleutel: str, veld: str) -> Labels:
    teksten: Labels = {}
    for rij in _rows(wortel, tabel):
        teksten.setdefault(rij.get(sleutel, ""), {})[rij.get("language", "")] = flatten(rij.get(veld, ""))
    return teksten


def _read_inline(wortel: ElementTree.Element, tabellen: Iterable[str]) -> Labels:
    samen: Labels = {}
    for tabel in tabellen:
        samen |= _read_texts(wortel, tabel, "qid", "question")
    return samen


class _Lezer:
    """The tables of one questionnaire, looked up by question."""

    def __init__(self, wortel: ElementTree.Element, taal: str, basis: str, teksten: Labels) -> None:
        self.wortel = wortel
        self.talen = (taal, basis)
        self.teksten = teksten
        self.labels = _read_texts(wortel, "answer_l10ns", "aid", "answer")
        self.kenmerken: dict[str, dict[str, str]] = {}
        for rij in _rows(wortel, "question_attributes"):
            if rij.get("language", "") in ("", taal) and rij.get("value"):
                self.kenmerken.setdefault(rij.get("qid", ""), {})[rij.get("attribute", "")] = rij["value"]

    def read_vragen(self) -> list[LimeVraag]:
        """Return the questions in the order of groups and questions."""
        volgorde = {
            rij.get("gid", ""): _int(rij.get("group_order", "")) for rij in _rows(self.wortel, "groups")
        }
        rijen = {rij.get("qid", ""): rij for rij in reversed(_rows(self.wortel, "questions"))}
        hoofd = [rij for rij in reversed(list(rijen.values())) if rij.get("parent_qid", "0") in ("0", "")]
        hoofd.sort(key=lambda r: (volgorde.get(r.get("gid", ""), 0), _int(r.get("question_order", ""))))
        deelvragen = self._read_deelvragen()
        antwoorden = self._read_antwoorden()
        return [self._make(rij, deelvragen, antwoorden) for rij in hoofd]

    def _make(
        self, rij: Rij, deelvragen: dict[str, list[Deelvraag]], antwoorden: dict[str, dict[str, Labels]]
    ) -> LimeVraag:
        nummer = rij.get("qid", "")
        kenmerken = self.kenmerken.get(nummer, {})
        anders = flatten(kenmerken.get("other_replace_text", "")) or "Anders"
        eigen = antwoorden.get(nummer, {})
        return LimeVraag(
            code=rij.get("title", ""),
            nummer=nummer,
            groep=rij.get("gid", ""),
            soort=rij.get("type", ""),
            tekst=self._choose(self.teksten.get(nummer, {})),
            anders=anders if rij.get("other") == "Y" else "",
            deelvragen=tuple(deelvragen.get(nummer, ())),
            antwoorden={
                s: {c: self._choose(t) or c for c, t in labels.items()} for s, labels in eigen.items()
            },
            vertaald={s: _invert(labels) for s, labels in eigen.items()},
            kenmerken=kenmerken,
        )

    def _choose(self, teksten: Mapping[str, str]) -> str:
        eigen = next((teksten[taal] for taal in self.talen if teksten.get(taal)), "")
        return eigen or next(iter(teksten.values()), "")

    def _read_deelvragen(self) -> dict[str, list[Deelvraag]]:
        samen: dict[str, dict[str, tuple[int, Deelvraag]]] = {}
        # Very old files keep rows among the questions, told apart by their parent.
        rijen = [*_rows(self.wortel, "subquestions"), *_rows(self.wortel, "questions")]
        for rij in (rij for rij in rijen if rij.get("parent_qid", "0") not in ("0", "")):
            nummer = rij.get("qid", "")
            tekst = self._choose(self.teksten.get(nummer, {}))
            deel = Deelvraag(rij.get("title", ""), nummer, rij.get("scale_id", "0") or "0", tekst)
            plek = _int(rij.get("question_order", ""))
            samen.setdefault(rij["parent_qid"], {}).setdefault(nummer, (plek, deel))
        return {
            ouder: [deel for _, deel in sorted(delen.values(), key=lambda paar: paar[0])]
            for ouder, delen in samen.items()
        }

    def _read_antwoorden(self) -> dict[str, dict[str, Labels]]:
        """Return question -> scale -> code -> language -> label, in the order in which they are offered."""
        samen: dict[str, dict[str, Labels]] = {}
        for rij in sorted(_rows(self.wortel, "answers"), key=lambda rij: _int(rij.get("sortorder", ""))):
            schaal = samen.setdefault(rij.get("qid", ""), {}).setdefault(rij.get("scale_id", "0") or "0", {})
            labels = schaal.setdefault(rij.get("code", ""), {})
            if rij.get("aid", "") in self.labels:
                labels |= self.labels[rij["aid"]]
            else:
                labels[rij.get("language", "")] = flatten(rij.get("answer", ""))
        return samen


def _invert(labels: Labels) -> dict[str, str]:
    """Return label -> code over all languages; a label that two codes share names neither."""
    codes: dict[str, set[str]] = {}
    for code, teksten in labels.items():
        for tekst in filter(None, teksten.values()):
            codes.setdefault(tekst.casefold(), set()).add(code)
    return {tekst: min(eigen) for tekst, eigen in codes.items() if len(eigen) == 1}


def _int(tekst: str) -> int:
    return int(tekst) if tekst.lstrip("-").isdigit() else 0
