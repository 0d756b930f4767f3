"""Draft themes: words that the same people use put together, with a name, what counts and patterns to look for."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import combinations

from burgerdata.getallen import join_woorden
from burgerdata.instruments.spelling import find_common_start
from burgerdata.loading.drafts import Concept
from burgerdata.loading.woordvoorstel import Woord, find_woorden
from burgerdata.text.thema import KOLOMMEN as THEMA_KOLOMMEN
from burgerdata.text.tokens import lemmatize, tokenize

KOLOMMEN = (*THEMA_KOLOMMEN, "mensen")
"""Those of the list of themes, so that rows can be copied as they are; how many people used the words stands behind them."""
_MEESTE_THEMAS = 15
_MEESTE_PATRONEN = 8
_SAMEN = 0.45
"""Words of which so large a part of all who use one of both uses both are one theme."""
_BINNEN = 0.75
"""A theme of which so many people are in another one, of at most three times its size, is a part of that one."""
_VERVANGT = 0.8
"""A pair of words that so many of the people use who use one of them, says that word more precisely."""
_OVERAL = 0.15
"""A word in the name of a file or the text of a question that so many use is what everything is about."""
_ALLEEN_WERKWOORD = 0.5
_NOEMT_OOK = 0.5
"""A second word that weighs so much of the first one is in the name too."""
_STAM, _KORTSTE_STAM, _UITGANG = 6, 5, 3


@dataclass(frozen=True)
class _Groep:
    """Words of one draft theme, the first the one that most people used."""

    woorden: tuple[Woord, ...]

    @property
    def mensen(self) -> frozenset[str]:
        return frozenset().union(*(woord.mensen for woord in self.woorden))


def propose_themas(concepten: Sequence[Concept]) -> list[dict[str, object]]:
    """Return a row per draft theme in the columns of the list of themes, that of most people first.

    What counts is told by the words themselves; the name and whether it is a theme is for the analyst.
    """
    woorden, alle = find_woorden(concepten)
    iedereen = frozenset().union(*(woord.mensen for woord in woorden)) if woorden else frozenset()
    vaak = _OVERAL * len(iedereen)
    onderwerp = _list_onderwerp(concepten)
    over = [woord for woord in woorden if len(woord.mensen) < vaak or not {*woord.lemmas} <= onderwerp]
    groepen = _merge_parts(_group(over))
    groepen = [_Groep(_sharpen(groep.woorden)) for groep in groepen]
    groepen = sorted(groepen, key=lambda groep: (-_weigh(groep), groep.woorden[0].lemmas))
    vormen = {groep: {vorm for woord in groep.woorden for vorm in woord.vormen} for groep in groepen}
    rijen = [
        _make_rij(groep, alle, frozenset().union(*(vormen[ander] for ander in groepen if ander != groep)))
        for groep in groepen[:_MEESTE_THEMAS]
    ]
    return list({str(rij["thema"]): rij for rij in reversed(rijen)}.values())[::-1]  # a name stands once


def _weigh(groep: _Groep) -> float:
    """Return how much a theme matters: how many people used its words, half of them where these are inflected verbs alone."""
    return len(groep.mensen) * (_ALLEEN_WERKWOORD if all(map(_is_vervoegd, groep.woorden)) else 1.0)


def _is_vervoegd(woord: Woord) -> bool:
    """Return whether a word is an inflected verb: "snapt" and "gereden", and not "wachten", "brieven" or "huur"."""
    lemma, vorm = woord.lemmas[0], woord.naam
    los = len(woord.lemmas) == 1 and lemma.endswith("en") and vorm != lemma
    return los and (vorm.endswith(("t", "d", "de", "te")) or vorm.startswith("ge"))


def _list_onderwerp(concepten: Sequence[Concept]) -> frozenset[str]:
    """Return the lemmas of the words in open questions and in names of files: what everybody was asked about."""
    teksten = [vraag.tekst for concept in concepten for vraag in concept.vragen if vraag.soort == "open"]
    teksten += [lid.bestand.replace("_", " ") for concept in concepten for lid in concept.bundel.leden]
    return frozenset(lemmatize([woord for tekst in teksten for woord in tokenize(tekst)]).values())


def _group(woorden: Sequence[Woord]) -> list[_Groep]:
    """Return the words in groups: each with the words of its stem, else with the first group of whose first word it shares the people."""
    groepen: list[list[Woord]] = []
    for woord in sorted(woorden, key=_is_vervoegd):  # what people do says less of what it is about
        stam = [groep for groep in groepen if _has_stem(woord, groep)]
        passend = stam or [groep for groep in groepen if _is_used_with(woord, groep[0])][:1]
        samen = [een for groep in passend for een in groep]
        plek = groepen.index(passend[0]) if passend else len(groepen)
        groepen = [groep for groep in groepen if groep not in passend]
        groepen.insert(plek, [*samen, woord])
    return [_Groep(tuple(groep)) for groep in groepen]


def _is_used_with(een: Woord, ander: Woord) -> bool:
    return len(een.mensen & ander.mensen) >= _SAMEN * len(een.mensen | ander.mensen)


def _has_stem(woord: Woord, groep: Sequence[Woord]) -> bool:
    los = [een.naam for een in (woord, *groep) if len(een.lemmas) == 1]
    return len(woord.lemmas) == 1 and any(_share_stem(woord.naam, naam) for naam in los[1:])


def _share_stem(een: str, ander: str) -> bool:
    """Return whether two words are forms or compounds of one: "aanvraag" and "aanvragen", "oversteek" and "oversteekplaats"."""
    stam = find_common_start([een, ander])
    if any(_is_deelwoord(stam, woord) for woord in (een, ander)):
        return False
    if stam in (een, ander):
        return len(stam) >= _KORTSTE_STAM
    uitgangen = sorted((len(een) - len(stam), len(ander) - len(stam)))
    # terugbel-len and terugbel-verzoek: a long stem begins a compound as well
    return len(stam) >= _STAM and (
        uitgangen[1] <= _UITGANG or (len(stam) > _STAM and uitgangen[0] <= _UITGANG)
    )


def _is_deelwoord(stam: str, woord: str) -> bool:
    """Return whether a word is a past form that may be of another word than the noun that it begins with: "verkeer" and "verkeerde"."""
    return woord in (f"{stam}d", f"{stam}de")


def _merge_parts(groepen: Sequence[_Groep]) -> list[_Groep]:
    """Return the groups with each that lies within another one, not much larger, joined to it: themes that overlap little."""
    samen: list[_Groep] = []
    for groep in sorted(groepen, key=lambda groep: -len(groep.mensen)):
        mensen = groep.mensen
        plek = next(
            (
                nummer
                for nummer, ander in enumerate(samen)
                if len(mensen & ander.mensen) >= _BINNEN * len(mensen)
                and len(ander.mensen) <= 3 * len(mensen)
            ),
            None,
        )
        if plek is None:
            samen.append(groep)
        else:
            samen[plek] = _Groep((*samen[plek].woorden, *groep.woorden))
    return samen


def _sharpen(woorden: Sequence[Woord]) -> tuple[Woord, ...]:
    """Return the words without each that a pair of the same theme says more precisely, and without pairs of words kept."""
    paren = [woord for woord in woorden if len(woord.lemmas) > 1]
    los = [
        woord
        for woord in woorden
        if len(woord.lemmas) == 1
        and not any(
            woord.lemmas[0] in paar.lemmas and len(paar.mensen) >= _VERVANGT * len(woord.mensen)
            for paar in paren
        )
    ]
    houden = {woord.lemmas[0] for woord in los}
    return (*(paar for paar in paren if not houden & {*paar.lemmas}), *los)


def _make_rij(groep: _Groep, alle: Collection[str], elders: Collection[str]) -> dict[str, object]:
    """Return a row of the list of themes; ``elders`` are words of other themes, which no pattern may find."""
    eigen = sorted(groep.woorden, key=lambda woord: (-len(woord.mensen), -len(woord.lemmas), woord.lemmas))
    patronen = _find_stammen(eigen, alle, elders)
    patronen += [patroon for woord in eigen for patroon in make_patronen(woord, alle, elders)]
    return {
        "thema": _name(eigen),
        "omschrijving": f"wie {join_woorden([repr(woord.naam) for woord in eigen[:5]], 'of')} noemt",
        "woorden_wel": "; ".join(_drop_covered(list(dict.fromkeys(patronen)))[:_MEESTE_PATRONEN]),
        "mensen": len(groep.mensen),
    }


def _name(woorden: Sequence[Woord]) -> str:
    """Return the two words or pairs that name most, the first alone where it says what the others do."""
    rang = sorted(woorden, key=lambda woord: -_weigh_name(woord))
    eerste = rang[0]
    tweede = next((een for een in rang[1:] if not _overlaps(een, eerste)), None)
    los = tweede is None or _weigh_name(tweede) < _NOEMT_OOK * _weigh_name(eerste)
    namen = [_spell_name(een) for een in (eerste, *(() if los or tweede is None else (tweede,)))]
    return " en ".join(dict.fromkeys(namen))


def _spell_name(woord: Woord) -> str:
    """Return a word as a name: of an inflected verb the infinitive."""
    return woord.lemmas[0] if _is_vervoegd(woord) else woord.naam


def _weigh_name(woord: Woord) -> float:
    """Return how well a word names a theme: a pair says most, an inflected verb ("snapt") and a short word least."""
    paar = len(woord.lemmas) > 1
    vervoegd = _is_vervoegd(woord)
    kort = not paar and len(woord.naam) < _KORTSTE_STAM
    return len(woord.mensen) * (1.5 if paar else 1.0) * (0.4 if vervoegd else 1.0) * (0.7 if kort else 1.0)


def _overlaps(een: Woord, ander: Woord) -> bool:
    delen = [(a, b) for a in een.naam.split() for b in ander.naam.split()]
    return any(a == b or _share_stem(a, b) for a, b in delen)


def make_patronen(woord: Woord, alle: Collection[str], elders: Collection[str] = ()) -> list[str]:
    """Return the patterns of a word: its stem with a star where that finds its own forms and compounds alone.

    A short stem may begin other words, so that it has to find nothing but the forms.

    Examples
    --------
    >>> woord = Woord(("formulier",), frozenset("a"), ("formulieren", "formulier"))
    >>> make_patronen(woord, {"formulier", "formulieren", "informatie", "formulierenberg"})
    ['formulier*']
    >>> make_patronen(Woord(("wacht",), frozenset("a"), ("wacht",)), {"wacht", "wachtwoord"})
    ['wacht']
    """
    if len(woord.lemmas) > 1:
        return list(woord.vormen[:2])
    begin, lemma = find_common_start(list(woord.vormen)), woord.lemmas[0]
    stam = lemma if begin.startswith(lemma) else begin
    gevonden = {ander for ander in alle if ander.startswith(stam)}
    vormen = len(woord.vormen) > 1 and len(stam) >= _KORTSTE_STAM and gevonden <= {*woord.vormen}
    # a noun stands for its compounds too; an infinitive begins nothing else
    heel = len(stam) >= _STAM and stam == lemma and not lemma.endswith("en") and not gevonden & {*elders}
    heel = heel and not any(_is_deelwoord(stam, ander) for ander in gevonden)
    return [f"{stam}*"] if vormen or heel else list(woord.vormen[:_UITGANG])


def _find_stammen(woorden: Sequence[Woord], alle: Collection[str], elders: Collection[str]) -> list[str]:
    """Return a pattern for each stem that words of a theme share, where no word of another theme begins so.

    Examples
    --------
    >>> woorden = [Woord((naam,), frozenset("a"), (naam,)) for naam in ("terugbellen", "terugbelverzoek", "loket")]
    >>> _find_stammen(woorden, {"terugbellen"}, ()), _find_stammen(woorden, {"terugbelde"}, ("terugbelde",))
    (['terugbel*'], [])
    """
    los = [woord.naam for woord in woorden if len(woord.lemmas) == 1]
    stammen = dict.fromkeys(
        find_common_start([een, ander]) for een, ander in combinations(los, 2) if _share_stem(een, ander)
    )
    return [
        f"{stam}*" for stam in stammen if not any(woord.startswith(stam) for woord in alle if woord in elders)
    ]


def _drop_covered(patronen: Sequence[str]) -> list[str]:
    """Return the patterns without those that one with a star finds too."""
    sterren = [patroon.removesuffix("*") for patroon in patronen if patroon.endswith("*")]
    return [
        patroon
        for patroon in patronen
        if not any(patroon.removesuffix("*").startswith(stam) and patroon != f"{stam}*" for stam in sterren)
    ]
