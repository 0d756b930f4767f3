"""Whether the files of a report hold what may not leave the house: identifiers, names, unreleased texts, paths.

Everything that can be read is read as it lies there: pages, Word files, workbooks, tables, notebooks with their outputs.
A PDF is made of the same blocks as the Word file beside it. What is found is never repeated: a line says where it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from burgerdata.errors import Probleem
from burgerdata.instruments.momenten import NUMBER
from burgerdata.loading.bekende_namen import list_bekende_namen
from burgerdata.pseudonyms import SOORTEN
from burgerdata.pseudonyms.masking import find_all
from burgerdata.pseudonyms.opschriften import mask_bestanden
from burgerdata.pseudonyms.spans import Vondst
from burgerdata.pseudonyms.written_names import rate_name
from burgerdata.report.output_texts import Stuk, read_stukken
from burgerdata.traject import Traject

MINSTE_WOORDEN = 8
"""Fewer words in a row can be anybody's."""
_MAPPEN = "home|Users|root|tmp|private|mnt|media|Volumes|var/folders"
_PAD = re.compile(
    rf"(?<![\w.:/-])/(?:{_MAPPEN})/\w|(?<![A-Za-z])[A-Za-z]:\\{{1,2}}[\w.]|(?<!\\)\\\\[\w.-]+\\\w"
)
_HOOFDLETTER = re.compile(r"(?<![^\W_])[^\W\d_a-z][^\W\d_]{3,}(?:['’-][^\W\d_]+)*")
"""A word with a capital in front: of who is known by name, the name may start a sentence."""
_ZIN = re.compile(r"[^.!?…\n]+")
_VOORLETTER = re.compile(
    r"(?<![\w.])(?<!ijlage )(?<!unt )(?<!ptie )(?<!ariant )(?<!eel )(?<!roep )(?<!raag )"
    r"(?:[A-Z]\. ?){1,4}(?:(?:van|de|der|den|ter|ten|el|ben) ){0,3}[A-Z][a-zà-ÿ]{2,}(?:-[A-Z][a-zà-ÿ]+)?"
)
"""An initial with a surname that no list has: "M. Haverkate" of whom a point is."""
_MAAND = "|".join(sorted(NUMBER, key=len, reverse=True))
_PERIODE = re.compile(
    rf"(?<![^\W\d_])(?:{_MAAND})\.?(?:[\s'’_-]{{0,2}}\d{{2,4}}|(?:[\s_-]{{0,2}}(?:t/m|tot|en)?[\s_-]{{0,2}}(?:{_MAAND})))"
    r"(?![^\W\d_])",
    re.IGNORECASE,
)
"""A month beside another month or a year: "jan-mei", "jan 2026"."""
_CONTROLEGETAL = re.compile(
    r"(?<!\w)\w?[0-9a-f]{16,64}(?!\w)|(?:(?<=_)|(?<=_\u200b))[0-9a-f]{6}(?=\.csv|\b(?!\.))"
)
"""A keyed id, a digest, or the digest behind a name that was cut: their digits may look like a BSN or a postcode."""


@dataclass(frozen=True)
class _Vondst:
    wat: str
    remedie: str
    plek: str


def scan_uitvoer(uit: Path, traject: Traject) -> tuple[Probleem, ...]:
    """Return a problem per file and per kind of what was found in it, with the first place and how often."""
    zoeker = _Zoeker.of(traject)
    problemen = []
    for pad in sorted(pad for pad in uit.rglob("*") if pad.is_file()):
        naam = pad.relative_to(uit).as_posix()
        vondsten: dict[str, list[_Vondst]] = {}
        for stuk in read_stukken(pad):
            for vondst in zoeker.search(stuk):
                vondsten.setdefault(vondst.wat, []).append(vondst)
        for wat, alle in vondsten.items():
            keer = "" if len(alle) == 1 else f" ({len(alle)} keer)"
            waar = f", {alle[0].plek}" if alle[0].plek else ""
            problemen.append(Probleem(f"hier staat {wat} in{keer}{waar}", alle[0].remedie, naam))
    return tuple(problemen)


@dataclass(frozen=True)
class _Zoeker:
    """What may not be there, and what looks like it and may: organisations, released quotes, words of the questionnaire."""

    mappen: tuple[str, ...]
    bekend: str
    zinnen: frozenset[str]
    bestanden: tuple[str, ...]
    namen: frozenset[str] = frozenset()
    naar_iemand: tuple[str, ...] = ()

    @classmethod
    def of(cls, traject: Traject) -> _Zoeker:
        instellingen = traject.instellingen
        uitvoerders = [levering.uitvoerder for levering in instellingen.leveringen]
        vragen = traject.vragen
        themas = traject.themas
        gevraagd = dict.fromkeys([*vragen["kort"].dropna(), *vragen["tekst"].dropna()])
        # a question that is somebody's name and no more is a column of a table that was read the wrong way
        eigen = [tekst for tekst in gevraagd if rate_name(str(tekst)) != "zeker"]
        eigen += [*themas["naam"].dropna(), *themas["omschrijving"].dropna()]
        mappen = {Path.home().resolve(), *([instellingen.map.resolve()] if instellingen.map else [])}
        bestanden = sorted({PurePosixPath(str(pad)).name for pad in traject.bronnen["bestand"]})
        return cls(
            mappen=tuple(sorted(str(pad) for pad in mappen if len(pad.parts) > 1)),
            bekend=" | ".join(
                map(_join_words, [instellingen.opdrachtgever, *uitvoerders, *eigen, *instellingen.geen_namen])
            ),
            zinnen=_list_unreleased(traject),
            bestanden=tuple(bestanden),
            namen=list_bekende_namen(traject),
            naar_iemand=tuple(naam for naam, kaal in mask_bestanden(bestanden).items() if naam != kaal),
        )

    def search(self, stuk: Stuk) -> Iterator[_Vondst]:
        """Return what is in this text."""
        if _PAD.search(stuk.tekst) or any(map_ in stuk.tekst for map_ in self.mappen):
            yield _Vondst("een pad van een computer", "haal het uit de tekst of uit het notebook", stuk.plek)
        if stuk.ruw:
            return
        for vondst in self._find(stuk.tekst):
            woord = stuk.tekst[vondst.begin : vondst.eind].casefold()
            if _join_words(woord) not in self.bekend:
                yield from self._describe(vondst, woord, stuk)
        if any(zin in self.zinnen for zin in _split(stuk.tekst)):
            remedie = "geef het vrij in citaten.xlsx, of haal het uit de tekst of het notebook"
            yield _Vondst("een niet vrijgegeven citaat", remedie, stuk.plek)

    def _find(self, tekst: str) -> list[Vondst]:
        """Return what looks like a person or an identifier, and each word with a capital that is a name in the sources."""
        vondsten = _find(tekst)
        bekend = [
            Vondst("naam", *woord.span())
            for woord in (_HOOFDLETTER.finditer(tekst) if self.namen else ())
            if woord[0].casefold() in self.namen
        ]
        bekend += [
            Vondst("naam", *plek.span())
            for naam in self.naar_iemand
            for plek in re.finditer(re.escape(naam), tekst, re.IGNORECASE)
        ]
        return [
            *vondsten,
            *(n for n in bekend if not any(v.begin < n.eind and n.begin < v.eind for v in vondsten)),
        ]

    def _describe(self, vondst: Vondst, woord: str, stuk: Stuk) -> Iterator[_Vondst]:
        """Return what kind of thing was found, of a name its first letter, and what to do about it."""
        wat = f"een {SOORTEN[vondst.soort].strip('[]')}"
        if bestand := self._find_bestand(vondst, stuk.tekst):
            if not all(
                deel in NUMBER for deel in re.split(r"[\W_]+", woord)
            ):  # "jan" in klachten_jan24.csv is January
                wat += f" uit de naam van bronbestand '{bestand}'"
                yield _Vondst(wat, "hernoem dat bestand in de map en in traject.toml", stuk.plek)
            return
        plek, remedie = stuk.plek, "haal het weg uit de tekst of de tabel waar het vandaan komt"
        if vondst.soort == "naam":
            plek = ", ".join(filter(None, [plek, f"begint met ‘{woord[0]}’"]))
            remedie += "; is het geen naam, zet het woord dan bij geen_namen in traject.toml"
        yield _Vondst(wat, remedie, plek)

    def _find_bestand(self, vondst: Vondst, tekst: str) -> str:
        """Return the source in whose name, as it stands in this text, the find lies; empty when it lies in none.

        A group is called after its file without the extension: "gesprek henk".
        """
        for naam in self.bestanden:
            stam, soort = PurePosixPath(naam).stem, PurePosixPath(naam).suffix
            los = r"|(?![^\W_])" if re.search(r"[\W_]", stam) else ""
            heel = rf"{re.escape(stam)}(?:{re.escape(soort)}{los})"
            for plek in re.finditer(heel, tekst, re.IGNORECASE):
                if plek.start() <= vondst.begin and vondst.eind <= plek.end():
                    return naam
        return ""


def _find(tekst: str) -> list[Vondst]:
    """Return what looks like a person or an identifier, but months of a period; an initial with a surname is a name."""
    vondsten = find_all(_CONTROLEGETAL.sub(lambda getal: "-" * len(getal[0]), tekst))
    periodes = [treffer.span() for treffer in _PERIODE.finditer(tekst)]
    over = [
        v
        for v in vondsten
        if v.soort != "naam" or not any(begin <= v.begin and v.eind <= eind for begin, eind in periodes)
    ]
    namen = [Vondst("naam", *treffer.span()) for treffer in _VOORLETTER.finditer(tekst)]
    return [
        *over,
        *(n for n in namen if not any(v.begin < n.eind and n.begin < v.eind for v in vondsten)),
    ]


def _list_unreleased(traject: Traject) -> frozenset[str]:
    """Return the runs of words of citizens that nobody released and that are not also words of the questionnaire."""
    fragmenten = traject.fragmenten[traject.fragmenten["deelnemer_id"].notna()]
    vrij: set[str] = set()
    if traject.instellingen.map is not None:
        from burgerdata.loading.analyst_tables import read_citaten

        vrij = {
            zin
            for tekst in read_citaten(traject.instellingen.map).frame["tekst"]
            for zin in _split(str(tekst))
        }
    eigen = [
        *traject.vragen["tekst"],
        *traject.opties["label"],
        *traject.themas["omschrijving"],
        *traject.doorwerking["samenvatting"],
    ]
    bekend = {zin for tekst in eigen for zin in _split(str(tekst))}
    return (
        frozenset(zin for tekst in fragmenten["tekst"].dropna().unique() for zin in _split(str(tekst)))
        - vrij
        - bekend
    )


def _join_words(tekst: str) -> str:
    """Return the words of a text, folded and each with a space around it: "Ria" is no part of "criteria" then."""
    return " ".join(["", *re.findall(r"[^\W_]+", tekst.casefold()), ""])


def _split(tekst: str) -> Iterator[str]:
    """Return every run of eight words within a sentence, folded, so that what stands before or behind does not matter."""
    for zin in _ZIN.findall(tekst):
        woorden = re.findall(r"[^\W_]+", zin.casefold())
        for begin in range(len(woorden) - MINSTE_WOORDEN + 1):
            yield " ".join(woorden[begin : begin + MINSTE_WOORDEN])
