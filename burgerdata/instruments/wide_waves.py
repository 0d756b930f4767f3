"""A panel in one table: a row per person, and a column per question and wave (cijfer_t0, cijfer_t1, "T2 Cijfer")."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from burgerdata.errors import Probleem
from burgerdata.instruments.long_waves import name_meetkolom
from burgerdata.instruments.vraagregels import fold
from burgerdata.intake.kolomkeuze import find_kolom
from burgerdata.settings import Levering
from burgerdata.shapes import Kolom, Tabel

_NUMBERED = r"(?:meting|golf|wave|ronde|meetmoment)"
_FAMILIES = (
    rf"{_NUMBERED}[ _.-]?0*(?P<golf>\d{{1,2}})",
    r"(?P<golf>t\d)",
    r"(?P<golf>20\d\d)",
    r"(?P<golf>nulmeting|voormeting|tussenmeting|eindmeting|nameting)",
    r"(?P<golf>vooraf|voor aanvang|bij aanvang|achteraf|na afloop)",
    r"(?P<golf>(?:aan het |bij )?begin|(?:aan het |bij )?einde?)",
    r"(?P<golf>voor|na)",
)
"""How headers name waves; a table keeps to one of these."""
_ORDER = (
    "nulmeting",
    "vooraf",
    "voor aanvang",
    "bij aanvang",
    "begin",
    "aan het begin",
    "bij begin",
    "voormeting",
    "voor",
    "tussenmeting",
    "na",
    "nameting",
    "achteraf",
    "na afloop",
    "eind",
    "einde",
    "aan het eind",
    "aan het einde",
    "bij eind",
    "bij einde",
    "eindmeting",
)
_RONDOM = frozenset(_ORDER) - {"nulmeting", "voormeting", "tussenmeting", "nameting", "eindmeting"}
"""Words for before and after something that happened: an evening, not a period."""
_SURE = frozenset(["vooraf", "voor aanvang", "bij aanvang", "achteraf", "na afloop"])
_GRADED = _SURE | frozenset(["voor", "na", "aan het begin", "aan het eind", "aan het einde"])
"""Words that may be a preposition too: they say so of one question only if that asks for a grade or a scale."""
_EDGE = r"[ _.:-]+"
_MIDDEN = r"(?P<golf>vooraf|voor aanvang|bij aanvang|achteraf|na afloop)"
"""Words that name a wave in the middle of a header too: "Vertrouwen vooraf (1-10)"."""
_FEWEST_QUESTIONS = 2
_SHORT = 4
"""One question asked before and after makes a form of a table of which it is at least this part (a quarter)."""
_IN_HEADER = rf"(?P<voor>.*\w\W?){_EDGE}\(?{_MIDDEN}\)?(?P<achter>(?!\w).*)"
_EVENT = (
    r"(?:avond|middag|ochtend|dag|bijeenkomst|dialoog|sessie|gesprek|workshop|beraad|vergadering|training|start|aanvang|"
    r"inloop|rondleiding|excursie)"
)
_ZEGT = rf"(?P<golf>voor|na)(?:afgaand)?(?: +aan)?(?: +(?:de|het|deze|dit))? +\w*{_EVENT}"
"""What says a moment by the meeting itself: "voor de avond", "na deze bijeenkomst"."""
_ROND_AVOND = (
    rf"(?P<stam>.*\S)\s*[(\[]\s*(?:{_ZEGT}|(?P<kort>voor|na)(?= *[,;:)\]]))\s*[,;:]?\s*(?P<rest>[^)\]]*)[)\]]\W*",
    rf"(?P<stam>.*\S){_EDGE}{_ZEGT}(?P<rest>)\W*",
    rf"{_ZEGT}\s*[:,–-]\s*(?P<stam>\S.*)(?P<rest>)",
)
_WOORDEN = {
    "voor": ("voor", "vooraf", "voor aanvang", "bij aanvang", "begin", "aan het begin", "bij begin"),
    "na": ("na", "achteraf", "na afloop", "eind", "einde", "aan het eind", "aan het einde"),
}
"""What people call the moments before and after a meeting."""
_OOK = {"voor": r"voor(?:af| aanvang)?", "na": r"(?:na(?: afloop)?|achteraf)"}
"""How headers write two waves that traject.toml calls voor and na."""
_HUMP = r"(?-i:(?<=[a-z\d])(?=[A-Z]))"
"""Where a name written without blanks goes on with a capital: cijferT0."""


def find_golven(koppen: Sequence[str], *, is_graad: Callable[[str], bool] | None = None) -> tuple[str, ...]:
    """Return the waves that headers name, in order: two or more of which the same questions were asked; else none.

    ``is_graad`` tells of a header whether its column holds a grade or a scale. One question with such a word in its
    middle counts only if it does: "Kreeg u vooraf informatie?" and "Kreeg u achteraf informatie?" are two questions. So
    does one question with "voor" and "na" at its edge.

    Examples
    --------
    >>> find_golven(["nr", "cijfer_t0", "druk_t0", "cijfer_t1", "druk_t1"])
    ('t0', 't1')
    >>> find_golven(["nr", "cijferT0", "drukT0", "cijferT1", "drukT1"])
    ('t0', 't1')
    >>> find_golven(["nr", "Meting 1 cijfer", "Meting 1 druk", "Meting 2 cijfer", "Meting 2 druk"])
    ('1', '2')
    >>> find_golven(["nr", "Vertrouwen vooraf (1-10)", "Vertrouwen achteraf (1-10)", "Opmerking"])
    ('vooraf', 'achteraf')
    >>> find_golven(["Kreeg u vooraf hulp?", "Kreeg u achteraf hulp?"], is_graad=lambda kop: False)
    ()
    >>> find_golven(["nr", "omzet_2024", "omzet_2025"]), find_golven(["q1_1", "q1_2", "q2_1", "q2_2"])
    ((), ())
    """
    for vorm in _FAMILIES:
        gevraagd: dict[str, set[str]] = {}
        gesplitst = _split_all(koppen, {"": vorm})
        for golf, stam in gesplitst.values():
            if golf:
                gevraagd.setdefault(golf, set()).add(fold(stam))
        alle = set().union(*gevraagd.values())
        vaker = {stam for stam in alle if sum(stam in stammen for stammen in gevraagd.values()) > 1}
        paar = [kop for kop, (golf, stam) in gesplitst.items() if golf and fold(stam) in vaker]
        kort = bool(vaker) and set(gevraagd) <= _GRADED and len(gevraagd) * _SHORT >= len(koppen)
        kort = kort and _hold_graden(paar, vorm, is_graad)
        if (kort or len(vaker) >= _FEWEST_QUESTIONS) and len(vaker) * 2 >= len(alle):
            met = [golf for golf, stammen in gevraagd.items() if stammen & vaker]
            return tuple(sorted(met, key=lambda golf: (_ORDER.index(golf) if golf in _ORDER else 0, golf)))
    return ()


def _hold_graden(paar: Sequence[str], vorm: str, is_graad: Callable[[str], bool] | None) -> bool:
    """Return whether what headers of one question hold agrees with two moments; of headers alone no preposition does.

    In the middle of a header, both columns must hold a grade. Of a preposition at its edge one does: before an evening
    few gave the highest grades, so that the other column looks like codes.
    """
    midden = [kop for kop in paar if not _split(kop, vorm)[0]]
    rand = [kop for kop in paar if kop not in midden]
    los = any(_split(kop, vorm)[0] not in _SURE for kop in rand)
    if is_graad is None:
        return not los
    return all(map(is_graad, midden)) and (not los or any(map(is_graad, rand)))


def is_rondom(golven: Sequence[str]) -> bool:
    """Return whether waves are those before and after something: the two halves of one form.

    Examples
    --------
    >>> is_rondom(["vooraf", "na afloop"]), is_rondom(["t0", "t1"]), is_rondom([])
    (True, False, False)
    """
    return bool(golven) and set(golven) <= _RONDOM


def is_breed(levering: Levering) -> bool:
    """Return whether several waves of a delivery lie beside each other in one file."""
    return not name_meetkolom(levering) and len(set(levering.metingen.values())) < len(levering.metingen)


def is_formulier(levering: Levering) -> bool:
    """Return whether a delivery is one form with a half before and a half after something."""
    return is_breed(levering) and is_rondom([golf.casefold() for golf in levering.metingen])


def check_koppen(tabel: Tabel, levering: Levering) -> list[Probleem]:
    """Return a problem for each wave of a form or panel in one table that no header names: it would hold no answers."""
    golven = tuple(levering.metingen)
    gevonden = {golf for golf, _ in split_koppen(tabel, golven).values()}
    return [
        Probleem(
            f"geen enkele kolom van {tabel.bestand} noemt meting '{golf}' in haar kop",
            f"noem de metingen zoals de koppen dat doen, of zet er '({golf})' achter bij elke vraag van die meting",
            "traject.toml",
            kolom="metingen",
        )
        for golf in golven
        if golf not in gevonden
    ]


def share_labels(tabel: Tabel) -> Tabel:
    """Return the table with what codes mean in one wave for the same question in the others, where these do not say."""
    golven = find_golven([kolom.naam for kolom in tabel.kolommen])
    if not golven:
        return tabel
    per_kolom = split_koppen(tabel, golven)
    stammen = [fold(per_kolom[kolom.naam][1]) for kolom in tabel.kolommen]
    bekend = {
        stam: kolom for stam, kolom in reversed([*zip(stammen, tabel.kolommen, strict=True)]) if kolom.labels
    }
    kolommen = tuple(
        replace(kolom, labels=bekend[stam].labels, missend=kolom.missend | bekend[stam].missend)
        if stam in bekend and not kolom.labels
        else kolom
        for stam, kolom in zip(stammen, tabel.kolommen, strict=True)
    )
    return replace(tabel, kolommen=kolommen)


def pick_golf(tabel: Tabel, golf: str, golven: Sequence[str]) -> Tabel:
    """Return the table as one wave has it: its own columns under the name of their question, and those of no wave.

    What the file tells about a question in one wave (text, labels, codes that are no answer) holds for all waves.
    """
    per_kolom = split_koppen(tabel, golven)
    bekend: dict[str, list[Kolom]] = {}
    for kolom in tabel.kolommen:
        bekend.setdefault(fold(per_kolom[kolom.naam][1]), []).append(kolom)
    houden = [kolom for kolom in tabel.kolommen if per_kolom[kolom.naam][0] in ("", golf)]
    namen = {kolom.naam: per_kolom[kolom.naam][1] for kolom in houden}
    kolommen = tuple(
        _describe(kolom, namen[kolom.naam], bekend[fold(namen[kolom.naam])], golven) for kolom in houden
    )
    weg = [kolom.naam for kolom in tabel.kolommen if kolom.naam not in namen]
    frame = tabel.frame.drop(columns=weg).rename(columns=namen)
    return replace(tabel, frame=frame, kolommen=kolommen)


def name_settings(levering: Levering, tabellen: Mapping[str, Tabel], golf: str) -> Levering:
    """Return the settings of one wave: a column of a weight or a stratum that only other waves have is none of its own."""
    eigen: dict[str, str] = {}
    for veld in ("gewicht", "langsgewicht", "stratum", "groep"):
        naam = getattr(levering, veld)
        van, stam = split_golf(naam, tuple(tabellen))
        elders = any(find_kolom(tabel, stam) for tabel in tabellen.values())
        if naam and elders:
            hier = van in ("", golf) and find_kolom(tabellen[golf], stam)
            eigen[veld] = stam if hier else ""
    return replace(levering, **eigen)  # type: ignore[arg-type]


def list_eigen(tabel: Tabel, golf: str, golven: Sequence[str]) -> tuple[str, ...]:
    """Return the columns that are of one wave alone, by the names that its own table gives them."""
    eigen = []
    for kolom in tabel.kolommen if golven else ():
        van, stam = _split_overal(kolom.herkomst or kolom.naam, _name_vormen(golven))
        if van == golf and fold(stam) == fold(kolom.naam):
            eigen.append(kolom.naam)
    return tuple(eigen)


def split_koppen(tabel: Tabel, golven: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Return header → the wave it is of, empty for none, and the header without it.

    In the middle of a header a wave counts only where the same header stands there for another wave.
    """
    return _split_all([kolom.naam for kolom in tabel.kolommen], _name_vormen(golven))


def split_golf(kop: str, golven: Sequence[str]) -> tuple[str, str]:
    """Return the wave of a header and the header without it; no wave for a column that belongs to all.

    Examples
    --------
    >>> split_golf("cijfer_t1", ["t0", "t1"]), split_golf("T0 - Cijfer", ["t0", "t1"]), split_golf("leeftijd", ["t0"])
    (('t1', 'cijfer'), ('t0', 'Cijfer'), ('', 'leeftijd'))
    >>> split_golf("Cijfer (meting 2)", ["1", "2"]), split_golf("q5_2", ["1", "2"])
    (('2', 'Cijfer'), ('', 'q5_2'))
    """
    return _split_overal(kop, _name_vormen(golven), midden=False)


def _split_all(koppen: Sequence[str], vormen: Mapping[str, str]) -> dict[str, tuple[str, str]]:
    """Return header → wave and the rest, of the middle of a header only where two waves have the same rest."""
    gesplitst = {kop: _split_overal(kop, vormen) for kop in koppen}
    golven: dict[str, set[str]] = {}
    for golf, stam in gesplitst.values():
        if golf:
            golven.setdefault(fold(stam), set()).add(golf)
    return {
        kop: deel if len(golven.get(fold(deel[1]), ())) > 1 else _split_overal(kop, vormen, midden=False)
        for kop, deel in gesplitst.items()
    }


def _split_overal(kop: str, vormen: Mapping[str, str], *, midden: bool = True) -> tuple[str, str]:
    """Return the first of these waves that a header names at its edge, else in its middle, and the rest of the header.

    ``vormen`` maps the name of a wave to how it is written; without a name it is called as it is written.
    """
    if midden and (avond := _split_avond(kop, vormen))[0]:
        return avond
    for naam, vorm in vormen.items():
        golf, stam = _split(kop, vorm)
        if golf:
            return naam or golf, stam
    match = re.fullmatch(_IN_HEADER, kop.strip(), re.IGNORECASE | re.DOTALL) if midden else None
    if match is not None:
        golf = match["golf"].casefold()
        stam = f"{match['voor']} {match['achter'].strip()}".strip(" _.:-")
        for naam, vorm in vormen.items():
            if re.fullmatch(vorm, golf, re.IGNORECASE):
                return naam or golf, stam
    return "", kop


def _split_avond(kop: str, vormen: Mapping[str, str]) -> tuple[str, str]:
    """Return the wave of a header that says its moment by the meeting: "Ik weet genoeg (VOOR de avond, 1-5)".

    What stands behind the moment between the brackets stays; a wave called vooraf is before the evening too.
    """
    for patroon in _ROND_AVOND:
        match = re.fullmatch(patroon, kop.strip(), re.IGNORECASE | re.DOTALL)
        if match is None:
            continue
        delen = match.groupdict()
        woorden = _WOORDEN[(delen["golf"] or delen.get("kort") or "").casefold()]
        rest = f" ({delen['rest'].strip()})" if delen["rest"].strip() else ""
        for naam, vorm in vormen.items():
            for woord in woorden:
                if re.fullmatch(vorm, woord, re.IGNORECASE):
                    return naam or woord, f"{delen['stam'].strip(' _.:-,')}{rest}"
    return "", kop


def _name_vormen(golven: Sequence[str]) -> dict[str, str]:
    return {golf: rf"(?P<golf>{_pattern(golf)})" for golf in golven}


def _pattern(golf: str) -> str:
    if re.fullmatch(r"\d{1,2}", golf):
        return rf"(?:{_NUMBERED}|[tmw])[ _.-]?0*{int(golf)}"
    if ook := _OOK.get(golf.casefold()):
        return ook
    return r"[ _-]?".join(map(re.escape, re.split(r"[ _-]+", golf)))


def _split(kop: str, vorm: str) -> tuple[str, str]:
    """Return the wave before or behind a header, in lower case, and the rest of it."""
    kaal = kop.strip()
    vormen = (
        rf"(?P<stam>.*\w\W?){_EDGE}\(?{vorm}\)?",
        rf"\(?{vorm}\)?{_EDGE}(?P<stam>\S.*)",
        rf"(?P<stam>.*){_HUMP}{vorm}",
        rf"(?=(?-i:[A-Z])){vorm}{_HUMP}(?P<stam>.*)",
    )
    for patroon in vormen:
        if match := re.fullmatch(patroon, kaal, re.IGNORECASE | re.DOTALL):
            return match["golf"].casefold(), match["stam"].strip(" _.:-")
    return "", kop


def _describe(kolom: Kolom, naam: str, alle: Sequence[Kolom], golven: Sequence[str]) -> Kolom:
    """Return a column under its new name, with what is told of its question in any wave."""
    gelabeld = next((lid for lid in (kolom, *alle) if lid.labels), kolom)
    beschreven = next((lid for lid in (kolom, *alle) if lid.tekst and lid.tekst != lid.naam), kolom)
    tekst = (
        naam
        if beschreven.tekst in ("", beschreven.naam)
        else _split_overal(beschreven.tekst, _name_vormen(golven))[1]
    )
    return replace(
        kolom,
        naam=naam,
        tekst=tekst,
        labels=gelabeld.labels,
        missend=kolom.missend | gelabeld.missend,
        herkomst=kolom.herkomst or kolom.naam,
    )
