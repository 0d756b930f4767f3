"""What stands under a table made by hand and is no record: totals of what is above, remarks, a legend."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pandas as pd

from burgerdata.formats.headers import find_blank_rows
from burgerdata.formats.unit_row import find_units
from burgerdata.intake.logboek import Logboek

_WAT = r"(?:gesprekken|formulieren|respondenten|deelnemers|personen|mensen|inwoners|inzendingen|reacties|meldingen|antwoorden|rijen|stippen|stickers)"
"""What a line under a table counts: what the rows above it are."""
_WORD = re.compile(
    r"(?:eind|sub|alge(?:heel|mene)[ -])?totaal(?:[ :].{0,30})?|(?:grand )?total|totalen|som|gemiddelde?|gem\.?|average|sum"
    rf"|gesamt|summe|aantal {_WAT}",
    re.IGNORECASE,
)
_HOW_MANY = re.compile(rf"aantal {_WAT}", re.IGNORECASE)
"""A word for a total that may be somebody's answer as well."""
_WIE = (
    rf"(?:{_WAT}|opkomst|aanwezigen?|bezoekers|bewoners|tafels|groepen|respons|stemmen|stemmers|kiezers|jongeren|kinderen|vrouwen|mannen"
    r"|ouders|punten|idee[eë]n|avonden|sessies)"
)
_HOE = (
    r"(?: (?:er|die )?(?:waren|aanwezig|aangemeld|afgemeld|uitgenodigd|opgekomen|geteld|gesproken|ondervraagd|meededen|stemden|plakten|totaal|in totaal"
    r"|vooraf|op de avond|in de zaal|per \w+|aan \w+|blanco|ongeldig))*(?: ?\(.{0,40}\))?"
)
_UNDER = re.compile(
    rf"(?:gemiddeld(?: aantal)?|waarvan)\b.{{0,40}}|(?:(?:totaal )?aantal )?{_WIE}{_HOE}|blanco|ongeldig",
    re.IGNORECASE,
)
"""What else is counted beside a total: who or what, and no more. "Bewoners beslissen mee" is an idea that came late."""
_SUBTOTAL = re.compile(r"sub-?totaal(?:[ :].{0,40})?|subtotal(?:[ :].{0,40})?", re.IGNORECASE)
_REFUSED = re.compile(r"(?:aantal )?(?:weigering(?:en)?|geweigerd|weigeraars)", re.IGNORECASE)
_NUMBER = re.compile(
    rf"\s*(?:n\s*=\s*)?[-+]?\d[\d.,]*\s*(?:%|[mv]|{_WAT}(?: (?:in )?totaal)?)?\s*", re.IGNORECASE
)
_COUNTED = re.compile(rf"\d[\d.]* {_WAT}(?: (?:in )?totaal)?", re.IGNORECASE)
"""A total without the word for it, alone in its row: "46 gesprekken"."""
_IN_TOTAL = re.compile(r".*\btotaal\s*", re.IGNORECASE)
_COUNT = re.compile(r"\d{1,6}")
_NOTE = re.compile(
    r"(?:bron|noot|voetnoot|nb|n\.b\.|let op|peildatum|source|note)\s*:.*|\*.*", re.IGNORECASE | re.DOTALL
)
_REMARK_WORDS = 4
"""Words of a line that may be a remark, if none of the cells above it is half as long."""
_MOST = 3
_MOST_LINES = 6
"""Lines that stand under a table together with its total."""
_FEWEST = 5
"""In a shorter table a number may be by chance how many rows there are."""
_WIDE = 3
"""In a narrower table a remark may be someone's answer."""


def find_totals(frame: pd.DataFrame) -> pd.Series:
    """Return which rows are totals: at the bottom, beginning with a word for it and holding numbers otherwise.

    A remark under the table ("Bron: …", or a sentence below a blank row), alone in its row, goes with them.

    Examples
    --------
    >>> tabel = pd.DataFrame({"plaats": ["Ede", "Ede", "", "Totaal"], "n": ["3", "4", "", "7"]})
    >>> find_totals(tabel).tolist()
    [False, False, False, True]
    """
    gevuld = frame.index[~find_blank_rows(frame)]
    totaal = []
    for plek in reversed(gevuld[1:][-_MOST:]):
        cellen = [cel.strip() for cel in frame.loc[plek] if cel.strip()]
        alleen = frame.shape[1] >= _WIDE and len(cellen) == 1
        geteld = alleen and _COUNTED.fullmatch(cellen[0]) and _is_under_the_table(frame, plek)
        if alleen and (_NOTE.fullmatch(cellen[0]) or geteld or _is_remark(frame, plek)):
            totaal.append(plek)
            continue
        woord = cellen[0].rstrip(": ")
        totalen = _WORD.fullmatch(woord) and all(map(_NUMBER.fullmatch, cellen[1:]))
        totalen = totalen and (not _HOW_MANY.fullmatch(woord) or _is_under_the_table(frame, plek))
        if not totalen and (read_refusals(cellen) is None or _stands_above(frame, plek, cellen[0])):
            break
        totaal.append(plek)
    totaal += _find_beside_total(frame, gevuld)
    return pd.Series(frame.index.isin(totaal), index=frame.index, dtype="bool") | _find_subtotals(frame)


def _is_remark(frame: pd.DataFrame, plek: int) -> bool:
    """Return whether a line that stands alone is a remark: below a blank row or a total, and a sentence in a column of short cells."""
    tot = int((frame.index == plek).argmax())
    kolom = next(nr for nr, cel in enumerate(frame.loc[plek]) if str(cel).strip())
    woorden = frame.iloc[: tot + 1, kolom].map(lambda cel: len(str(cel).split()))
    if woorden.iloc[tot] < _REMARK_WORDS or 2 * woorden.iloc[:tot].max() > woorden.iloc[tot]:
        return False
    leeg = find_blank_rows(frame)
    boven = range(max(tot - _MOST, 0), tot)
    return any(leeg.iloc[nr] or _is_total([str(cel).strip() for cel in frame.iloc[nr]]) for nr in boven)


def _find_beside_total(frame: pd.DataFrame, gevuld: pd.Index) -> list[int]:
    """Return the lowest rows that each count something, when a total among them is the sum of what stands above them all.

    Where something else stands below such a total, it is the total alone.

    Examples
    --------
    >>> rijen = [["banken", "3"], ["licht", "4"], ["Totaal", "7"], ["Aantal deelnemers", "5"]]
    >>> _find_beside_total(pd.DataFrame(rijen), pd.RangeIndex(4))
    [2, 3]
    """
    for begin in range(max(len(gevuld) - _MOST_LINES, 2), len(gevuld)):
        onder = gevuld[begin:]
        rijen = [[str(cel).strip() for cel in frame.loc[plek]] for plek in onder]
        totalen = [rij for rij in rijen if _is_total(rij)] if all(map(_is_line, rijen)) else []
        # only then: what stands above is a copy of nearly all of the table
        boven = frame.loc[gevuld[:begin]] if totalen else frame
        if any(_adds_up(rij, boven) for rij in totalen):
            return list(onder)
    laag = range(max(len(gevuld) - _MOST_LINES, 2), len(gevuld))
    return [gevuld[nr] for nr in laag if _is_sum(frame, gevuld[nr], gevuld[:nr])]


def _is_sum(frame: pd.DataFrame, plek: int, boven: pd.Index) -> bool:
    """Return whether a row is a total that is the sum of all that stands above it."""
    rij = [str(cel).strip() for cel in frame.loc[plek]]
    return _is_total(rij) and len([cel for cel in rij if cel]) > 1 and _adds_up(rij, frame.loc[boven])


def _is_total(rij: Sequence[str]) -> bool:
    """Return whether a row says that it is a total, and no number of people or rows."""
    woord = next((cel for cel in rij if cel), "").rstrip(": ")
    return _WORD.fullmatch(woord) is not None and _HOW_MANY.fullmatch(woord) is None


def _is_line(rij: Sequence[str]) -> bool:
    """Return whether a row may stand under a table: a word for what is counted and numbers, or a remark."""
    woord, *rest = [cel for cel in rij if cel]
    if not rest:
        return _NOTE.fullmatch(woord) is not None
    telt = any(patroon.fullmatch(woord.rstrip(": ")) for patroon in (_WORD, _UNDER, _REFUSED))
    return telt and all(map(_NUMBER.fullmatch, rest))


def _adds_up(rij: Sequence[str], boven: pd.DataFrame) -> bool:
    """Return whether each number of a row is the sum of its column, and there is one."""
    sommen = [
        float(telt[0].replace(".", "")) == pd.to_numeric(boven.iloc[:, plaats], errors="coerce").sum()
        for plaats, cel in enumerate(rij)
        if (telt := re.findall(r"\d[\d.]*", cel))
    ]
    return bool(sommen) and all(sommen)


def _is_under_the_table(frame: pd.DataFrame, plek: int) -> bool:
    """Return whether a row that may be an answer is apart from the answers, or counts what stands above it.

    It is apart below a blank row, with at most two rows between. It counts where it says so ("in totaal"), or where each
    of its numbers is how many rows there are or what its column adds up to.
    """
    leeg = find_blank_rows(frame)
    tot = int((frame.index == plek).argmax())
    if leeg.iloc[max(tot - _MOST, 0) : tot].any():
        return True
    cellen = [str(cel).strip() for cel in frame.loc[plek]]
    if any(_IN_TOTAL.fullmatch(cel) for cel in cellen):
        return True
    boven = frame.iloc[:tot][~leeg.iloc[:tot]]
    getallen = [
        (plaats, int(telt[0].replace(".", "")))
        for plaats, cel in enumerate(cellen)
        if (telt := re.findall(r"\d[\d.]*", cel))
    ]
    klopt = [
        getal in (len(boven), pd.to_numeric(boven.iloc[:, plaats], errors="coerce").sum())
        for plaats, getal in getallen
    ]
    return len(boven) >= _FEWEST and bool(klopt) and all(klopt)


def _find_subtotals(frame: pd.DataFrame) -> pd.Series:
    """Return which rows amid the others are subtotals: they say so first, hold numbers otherwise, and leave cells open."""
    eerste = frame[frame.columns[0]].astype("str")
    # of a million rows one look at all of them tells that none says so
    samen = "\n".join(eerste.to_numpy()) if frame.shape[1] >= _WIDE else ""
    if "sub" not in samen.casefold() or not _SUBTOTAL.search(samen):
        return pd.Series(False, index=frame.index, dtype="bool")
    gevonden = eerste.str.strip().str.fullmatch(_SUBTOTAL)
    for plek in frame.index[gevonden]:
        rest = [str(cel).strip() for cel in frame.loc[plek].iloc[1:]]
        getallen = [cel for cel in rest if cel]
        gevonden.loc[plek] = 0 < len(getallen) < len(rest) and all(map(_NUMBER.fullmatch, getallen))
    return gevonden


def _stands_above(frame: pd.DataFrame, plek: int, cel: str) -> bool:
    """Return whether an earlier row says the same in any cell: then it is an answer and no line under the table."""
    boven = frame.loc[frame.index < plek]
    return bool((boven.astype("str").apply(lambda kolom: kolom.str.strip()) == cel).to_numpy().any())


def read_refusals(cellen: Sequence[str]) -> int | None:
    """Return how many people a line under the table says refused to talk; None for any other line.

    Examples
    --------
    >>> read_refusals(["", "Weigeringen:", "31"]), read_refusals(["Totaal", "64"])
    (31, None)
    """
    gevuld = [cel.strip() for cel in cellen if cel.strip()]
    past = len(gevuld) == 2 and _REFUSED.fullmatch(gevuld[0].rstrip(": ")) and _COUNT.fullmatch(gevuld[1])
    return int(gevuld[1]) if past else None


def find_refusals(frame: pd.DataFrame, nummers: pd.Series) -> dict[int, int]:
    """Return row of the source → refusals, for the lines under a table that count them."""
    tellingen = {
        int(nummers[plek]): read_refusals([str(cel) for cel in frame.loc[plek]]) for plek in frame.index
    }
    return {rij: aantal for rij, aantal in tellingen.items() if aantal is not None}


def find_appendix(frame: pd.DataFrame) -> pd.Series:
    """Return which rows are another table under this one, such as a legend: below a blank row, and of another make.

    Above the blank row the first column numbers the records; below it stands something else there, in rows that fill
    half of the columns at most.

    Examples
    --------
    >>> rijen = [[str(nummer), "7", "ja"] for nummer in range(1, 6)] + [["", "", ""], ["Legenda", "", ""]]
    >>> find_appendix(pd.DataFrame(rijen)).tolist()
    [False, False, False, False, False, False, True]
    """
    niets = pd.Series(False, index=frame.index, dtype="bool")
    leeg = find_blank_rows(frame)
    if not leeg.any() or frame.shape[1] < _WIDE:
        return niets
    eerste = frame[frame.columns[0]].astype("str").str.strip()
    los = ~eerste.str.fullmatch(r"\d+") & ~leeg & ~eerste.str.rstrip(": ").str.fullmatch(_WORD)
    begin = int(leeg.to_numpy().argmax())
    boven, onder = frame.iloc[:begin], frame.iloc[begin + 1 :][~leeg.iloc[begin + 1 :]]
    genummerd = not los.iloc[:begin].any() and eerste.iloc[:begin].is_unique
    if len(boven) < _FEWEST or not genummerd or not len(onder) or len(onder) > len(boven):
        return niets
    gevuld = (onder.astype("str").apply(lambda kolom: kolom.str.strip()) != "").sum(axis=1)
    anders = bool(los.loc[onder.index].any()) and bool((gevuld * 2 <= frame.shape[1]).all())
    return pd.Series(frame.index.isin(onder.index), index=frame.index, dtype="bool") if anders else niets


def note_totals(frame: pd.DataFrame, nummers: pd.Series, logboek: Logboek) -> pd.Series:
    """Return which rows are totals, units or another table, after a row in the logboek for each with its number in the source."""
    if frame.empty:
        return pd.Series(False, index=frame.index, dtype="bool")
    bijlage = find_appendix(frame) | find_units(frame)
    totaal = find_totals(frame[~bijlage]).reindex(frame.index, fill_value=False)
    for plek in frame.index[totaal | bijlage]:
        logboek.note(
            "totaalrij" if totaal[plek] or _counts(frame.loc[plek]) else "tussenkop", rij=int(nummers[plek])
        )
    return totaal | bijlage


def _counts(rij: pd.Series) -> bool:
    """Return whether a line under a table is one of totals or of refusals, whatever else stands in it."""
    cellen = [str(cel).strip() for cel in rij if str(cel).strip()]
    return _WORD.fullmatch(cellen[0].rstrip(": ")) is not None or read_refusals(cellen) is not None
