"""A small survey as LimeSurvey keeps it, and the files that LimeSurvey would write of it: each kind of export.

Written from how the exports look, apart from the reader: a value that is None was not shown (or not reached).
"""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.sax.saxutils import escape

SID = "424242"
META = ["id", "submitdate", "lastpage", "startlanguage", "seed", "startdate", "datestamp", "ipaddr"]
META_TEXT = {
    "nl": [
        "Respons ID",
        "Datum verstuurd",
        "Laatste pagina",
        "Start taal",
        "Seed",
        "Datum gestart",
        "Datum laatste actie",
        "IP-adres",
    ],
    "en": [
        "Response ID",
        "Date submitted",
        "Last page",
        "Start language",
        "Seed",
        "Date started",
        "Date last action",
        "IP address",
    ],
}
EENS = {
    "A1": "Zeer mee oneens",
    "A2": "Mee oneens",
    "A3": "Neutraal",
    "A4": "Mee eens",
    "A5": "Zeer mee eens",
}
EENS_EN = {
    "A1": "Strongly disagree",
    "A2": "Disagree",
    "A3": "Neutral",
    "A4": "Agree",
    "A5": "Strongly agree",
}


@dataclass(frozen=True)
class Vraag:
    code: str
    soort: str
    nl: str
    en: str
    rijen: dict[str, tuple[str, str]] = field(default_factory=dict)
    opties: dict[str, tuple[str, str]] = field(default_factory=dict)
    opties2: dict[str, tuple[str, str]] = field(default_factory=dict)
    anders: bool = False


class Kolom(NamedTuple):
    vraag: Vraag
    deel: str = ""
    schaal: str = ""
    nl: str = ""
    en: str = ""


_EENS = {code: (EENS[code], EENS_EN[code]) for code in EENS}
VRAGEN = [
    Vraag("Q1", "L", "<p>Hoe kwam u <b>hier</b>?</p>", "How did you get here?", anders=True,
          opties={"A1": ("Met de fiets", "By bike"), "A2": ("Te voet", "On foot")}),
    Vraag("Q2", "M", "Wat zag u onderweg?", "What did you see?", anders=True,
          rijen={"SQ001": ("Een boa", "An officer"), "SQ002": ("Een camera", "A camera")}),
    Vraag("Q3", "F", "Bent u het eens?", "Do you agree?", opties=_EENS,
          rijen={"SQ001": ("Het is hier veilig", "It is safe"), "SQ002": ("Het is hier schoon", "It is clean")}),
    Vraag("Q4", "N", "Hoe oud bent u?", "How old are you?"),
    Vraag("Q5", "T", "Wat wilt u nog kwijt;\nalles mag?", "Anything else?"),
    Vraag("Q6", "Y", "Woont u hier?", "Do you live here?"),
    Vraag("Q7", "R", "Wat moet het eerst?", "What comes first?",
          opties={"L": ("Licht", "Light"), "B": ("Banken", "Benches"), "G": ("Groen", "Green")}),
    Vraag("Q8", "5", "Welk oordeel geeft u?", "What is your verdict?"),
    Vraag("Q9", "1", "Hoe belangrijk en hoe goed?", "How important and how good?",
          rijen={"SQ001": ("Toezicht", "Patrols")},
          opties={"A1": ("Onbelangrijk", "Unimportant"), "A2": ("Belangrijk", "Important")},
          opties2={"B1": ("Slecht", "Bad"), "B2": ("Goed", "Good")}),
    Vraag("Q10", "P", "Waar meldt u iets?", "Where do you report?",
          rijen={"SQ001": ("Bij de gemeente", "Council"), "SQ002": ("Bij de politie", "Police")}),
]  # fmt: skip


def list_kolommen() -> list[Kolom]:
    kolommen = []
    for vraag in VRAGEN:
        if vraag.soort == "R":
            plaatsen = range(1, len(vraag.opties) + 1)
            kolommen += [Kolom(vraag, str(n), nl=f"Rank {n}", en=f"Rank {n}") for n in plaatsen]
        elif vraag.soort == "1":
            for code, (nl, en) in vraag.rijen.items():
                kolommen += [Kolom(vraag, code, schaal, nl, en) for schaal in "01"]
        elif vraag.rijen:
            for code, (nl, en) in vraag.rijen.items():
                kolommen.append(Kolom(vraag, code, nl=nl, en=en))
                if vraag.soort == "P":
                    kolommen.append(Kolom(vraag, f"{code}comment", nl="Opmerking", en="Comment"))
        else:
            kolommen.append(Kolom(vraag))
        if vraag.anders:
            kolommen.append(Kolom(vraag, "other", nl="Anders", en="Other"))
    return kolommen


KOLOMMEN = list_kolommen()
_DAG = "2026-03-0{} 10:00:00"
ANTWOORDEN: list[list[str | None]] = [
    ["A1", "", "Y", "", "", "A4", "A5", "34", "Meer licht; graag\nsnel", "Y", "L", "G", "B", "4", "A2", "B1", "Y", "via de app", "", ""],
    ["-oth-", "met de step", "", "Y", "een hond", "A2", "A2", "61.5", "", "N", "B", "L", "", "2", "A1", "B2", "", "", "Y", ""],
    ["A2", "", *[None] * 18],
    ["A2", "", None, None, None, "A1", "", "", "=HYPERLINK is eng {ja}", "", "G", "", "", "5", "A2", "B2", "Y", "", "Y", "112"],
    ["", "", "", "", "", "A3", "A3", "18", '"Niets"', "Y", "G", "B", "L", "3", "A1", "B1", "", "", "", ""],
]  # fmt: skip
"""In the order of KOLOMMEN."""
PERSONEN: list[list[str]] = [
    [str(n), "" if n == 3 else _DAG.format(n), "1" if n == 3 else "3", "nl", str(n * 977), _DAG.format(n), _DAG.format(n), f"10.0.0.{n}"]
    for n in range(1, 6)
]  # fmt: skip


def _flat(tekst: str) -> str:
    return " ".join(
        tekst.replace("<p>", "").replace("</p>", "").replace("<b>", "").replace("</b>", "").split()
    )


def _code(kolom: Kolom, em: bool) -> str:
    delen = [kolom.deel] if kolom.deel else []
    if kolom.schaal:
        delen.append(kolom.schaal if em else str(int(kolom.schaal) + 1))
    return "_".join([kolom.vraag.code, *delen]) if em else kolom.vraag.code + "".join(f"[{d}]" for d in delen)


def _cut(tekst: str, lengte: int) -> str:
    return tekst if not lengte or len(tekst) <= lengte else tekst[:lengte] + ".. "


def _text(kolom: Kolom, taal: str, lengte: int) -> str:
    vraag = _flat(getattr(kolom.vraag, taal))
    deel = f"[{_cut(getattr(kolom, taal), lengte)}]" if kolom.deel else ""
    return _cut(vraag, lengte) + (f" {deel}" if deel else "")


def make_header(modus: str, taal: str = "nl") -> list[str]:
    em = modus.startswith("em")
    codes = [*META, *(_code(kolom, em) for kolom in KOLOMMEN)]
    if modus in ("code", "em"):
        return codes
    lengte = 15 if modus == "abbreviated" else 0
    teksten = [*META_TEXT[taal], *(_text(kolom, taal, lengte) for kolom in KOLOMMEN)]
    if modus in ("codetext", "emtext"):
        return [f"{code}. {tekst}" for code, tekst in zip(codes, teksten, strict=True)]
    return teksten


def _long(kolom: Kolom, waarde: str | None, taal: str) -> str:
    nl = taal == "nl"
    soort = kolom.vraag.soort
    if kolom.deel == "other" or kolom.deel.endswith("comment"):
        return waarde or ""
    if soort in ("M", "P"):
        ja, nee, nvt = ("Ja", "Nee", "n.v.t.") if nl else ("Yes", "No", "N/A")
        return nvt if waarde is None else ja if waarde == "Y" else nee
    if soort == "Y":
        woorden = {"Y": "Ja", "N": "Nee"} if nl else {"Y": "Yes", "N": "No"}
        return woorden.get(waarde or "", "n.v.t." if nl else "N/A")
    if waarde == "-oth-":
        return "Anders" if nl else "Other"
    opties = kolom.vraag.opties2 if kolom.schaal == "1" else kolom.vraag.opties
    return opties[waarde][0 if nl else 1] if waarde in opties else waarde or ""


def _short(kolom: Kolom, waarde: str | None, ja: str, nee: str) -> str:
    if kolom.vraag.soort in ("M", "P", "Y") and not kolom.deel.endswith(("other", "comment")) and ja:
        return ja if waarde == "Y" else nee if waarde in ("N", "") else ""
    return waarde or ""


def make_csv(
    modus: str = "code",
    antwoord: str = "short",
    *,
    taal: str = "nl",
    scheiding: str = ";",
    ja: str = "",
    nee: str = "",
) -> bytes:
    """Return the response export: UTF-8 with BOM, every cell quoted, CRLF, one blank line at the end."""
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=scheiding, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    schrijver.writerow(make_header(modus, taal))
    for persoon, waarden in zip(PERSONEN, ANTWOORDEN, strict=True):
        cellen = [
            _long(k, w, taal) if antwoord == "long" else _short(k, w, ja, nee)
            for k, w in zip(KOLOMMEN, waarden, strict=True)
        ]
        schrijver.writerow([*persoon, *(f"'{cel}" if cel.startswith("=") else cel for cel in cellen)])
    return b"\xef\xbb\xbf" + (uit.getvalue() + "\r\n").encode("utf-8")


def _sgqa(kolom: Kolom) -> str:
    nummer = 100 + VRAGEN.index(kolom.vraag)
    return f"{SID}X7X{nummer}{kolom.deel}" + (f"#{kolom.schaal}" if kolom.schaal else "")


def _vv_cell(waarde: str | None) -> str:
    if waarde is None:
        return "{question_not_shown}"
    for teken, naam in (("{", "lbrace"), ("\n", "newline"), ("\r", "cr"), ("\t", "tab")):
        waarde = waarde.replace(teken, f"{{{naam}}}")
    return "{quote}" + waarde[1:] if waarde.startswith('"') else waarde


def make_vv(*, sgqa: bool = False) -> bytes:
    """Return the VV export: texts, codes, answers, tab-separated; quoted by the rules of PHP's fputcsv."""
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter="\t", lineterminator="\n")
    schrijver.writerow([*META_TEXT["nl"], *(_text(kolom, "nl", 0) for kolom in KOLOMMEN)])
    schrijver.writerow([*META, *(_sgqa(kolom) if sgqa else _code(kolom, True) for kolom in KOLOMMEN)])
    for persoon, waarden in zip(PERSONEN, ANTWOORDEN, strict=True):
        vast = [cel if cel else "{question_not_shown}" for cel in persoon]
        schrijver.writerow([*vast, *map(_vv_cell, waarden)])
    return uit.getvalue().encode("utf-8")


def _table(naam: str, rijen: list[dict[str, str]]) -> str:
    body = "".join(
        "<row>"
        + "".join(f"<{k}><![CDATA[{v}]]></{k}>" if v else f"<{k}/>" for k, v in rij.items())
        + "</row>\n"
        for rij in rijen
    )
    velden = "".join(f"<fieldname>{k}</fieldname>" for k in (rijen[0] if rijen else {}))
    return f"<{naam}><fields>{velden}</fields><rows>{body}</rows></{naam}>\n"


def make_lss(*, oud: bool = False) -> bytes:
    """Return the questionnaire: texts in tables of their own, or (before version 400) in the questions themselves."""
    vragen, deelvragen, antwoorden, teksten, labels, kenmerken = [], [], [], [], [], []
    for plek, vraag in enumerate(VRAGEN):
        qid = str(100 + plek)
        vast = {"sid": SID, "gid": "7", "other": "Y" if vraag.anders else "N"}
        rij = {"qid": qid, "parent_qid": "0", **vast, "type": vraag.soort, "title": vraag.code}
        _add(vragen, teksten, {**rij, "question_order": str(plek)}, (vraag.nl, vraag.en), oud)
        for nummer, (code, paar) in enumerate(vraag.rijen.items()):
            eigen = {"qid": f"{qid}{nummer}9", "parent_qid": qid, **vast, "type": "T", "title": code}
            _add(deelvragen, teksten, {**eigen, "question_order": str(nummer), "scale_id": "0"}, paar, oud)
        for schaal, opties in (("0", vraag.opties), ("1", vraag.opties2)):
            for nummer, (code, paar) in enumerate(opties.items()):
                aid = f"{qid}{schaal}{nummer}"
                eigen = {"aid": aid, "qid": qid, "code": code, "sortorder": str(nummer), "scale_id": schaal}
                _add(antwoorden, labels, eigen, paar, oud)
    kenmerken.append(
        {"qid": "101", "attribute": "other_replace_text", "value": "Iets anders", "language": "nl"}
    )
    nieuw = "" if oud else _table("question_l10ns", teksten) + _table("answer_l10ns", labels)
    enquete = _table("surveys", [{"sid": SID, "language": "en"}])
    groepen = _table("groups", [{"gid": "7", "sid": SID, "group_order": "1"}])
    versie = "178" if oud else "638"
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<document>\n<LimeSurveyDocType>Survey</LimeSurveyDocType>'
        f"<DBVersion>{versie}</DBVersion><languages><language>en</language><language>nl</language></languages>"
        f"{_table('answers', antwoorden)}{groepen}{_table('questions', vragen)}{_table('subquestions', deelvragen)}"
        f"{nieuw}{_table('question_attributes', kenmerken)}{enquete}</document>"
    ).encode()


def _add(
    rijen: list[dict[str, str]],
    teksten: list[dict[str, str]],
    rij: dict[str, str],
    paar: tuple[str, str],
    oud: bool,
) -> None:
    sleutel, veld = ("aid", "answer") if "aid" in rij else ("qid", "question")
    vertaald = [{veld: tekst, "language": taal} for taal, tekst in zip(("nl", "en"), paar, strict=True)]
    if oud:
        rijen += [{k: v for k, v in rij.items() if k != "aid"} | eigen for eigen in vertaald]
    else:
        rijen.append(rij)
        teksten += [{sleutel: rij[sleutel], **eigen} for eigen in vertaald]


def make_lsr() -> bytes:
    """Return the answers in XML: a value that was never set is left out, an empty one is an empty element."""
    velden = [*META, *map(_sgqa, KOLOMMEN)]
    rijen = []
    for persoon, waarden in zip(PERSONEN, ANTWOORDEN, strict=True):
        cellen = zip(velden, [*(cel or None for cel in persoon), *waarden], strict=True)
        inhoud = "".join(_element(veld, waarde) for veld, waarde in cellen)
        rijen.append(f"<row>{inhoud}</row>\n")
    namen = "".join(f"<fieldname>{veld}</fieldname>" for veld in velden)
    kop = '<?xml version="1.0" encoding="UTF-8"?>\n<document><LimeSurveyDocType>Responses</LimeSurveyDocType>'
    return f"{kop}<responses><fields>{namen}</fields><rows>{''.join(rijen)}</rows></responses></document>".encode()


def _element(veld: str, waarde: str | None) -> str:
    merk = (f"_{veld}" if veld[0].isdigit() else veld).replace("#", "-")
    return "" if waarde is None else f"<{merk}>{escape(waarde)}</{merk}>"


def make_lsa(*, met_antwoorden: bool = True) -> bytes:
    """Return the archive: questionnaire, answers, and the list of invited persons."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w") as archief:
        archief.writestr(f"survey_{SID}.lss", make_lss())
        if met_antwoorden:
            archief.writestr(f"survey_{SID}_responses.lsr", make_lsr())
        archief.writestr(f"survey_{SID}_tokens.lst", "<document><email>jan@voorbeeld.nl</email></document>")
    return uit.getvalue()
