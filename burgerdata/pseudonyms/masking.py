"""Text with its identifiers and names masked, and the way back: where a span of the original lies in the masked text."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import numpy as np
import pandas as pd

from burgerdata.cellen import factorize_cells, replace_cells
from burgerdata.pseudonyms.contact_names import find_contact_names
from burgerdata.pseudonyms.identifiers import find_identifiers
from burgerdata.pseudonyms.known_names import split_namen
from burgerdata.pseudonyms.naam_adres import find_naam_adressen
from burgerdata.pseudonyms.names import find_names
from burgerdata.pseudonyms.spans import SOORTEN, Vondst, merge_vondsten

_KOLOMMEN = ["soort", "begin", "eind", "begin_na", "eind_na"]


def mask_text(text: str, *, namen: Iterable[str] = ()) -> tuple[str, pd.DataFrame]:
    """Return the text with identifiers and names replaced, and a frame with a row per replaced span.

    Columns of the frame: soort, begin and eind (characters of the original, end exclusive), begin_na and eind_na (the
    place of the mask in the masked text). ``namen`` are names known to occur, such as those of the speakers.

    Examples
    --------
    >>> masked, vondsten = mask_text("ik ben henk, bel 06-12345678")
    >>> masked
    'ik ben [naam], bel [telefoonnummer]'
    >>> vondsten[["soort", "begin", "eind"]].values.tolist()
    [['naam', 7, 11], ['telefoon', 17, 28]]
    """
    vondsten = find_all(text, namen=namen)
    return mask_spans(text, vondsten), place_masks(vondsten)


def place_masks(vondsten: Sequence[Vondst]) -> pd.DataFrame:
    """Return a row per replaced span with its place before and after, as ``mask_text`` does; spans are in order."""
    rows = []
    shift = 0
    for vondst in vondsten:
        begin_na = vondst.begin + shift
        eind_na = begin_na + len(SOORTEN[vondst.soort])
        rows.append((*vondst, begin_na, eind_na))
        shift = eind_na - vondst.eind
    types = {"soort": "str"} | dict.fromkeys(_KOLOMMEN[1:], "int64")
    return pd.DataFrame(rows, columns=_KOLOMMEN).astype(types)


def find_all(text: str, *, namen: Iterable[str] = ()) -> list[Vondst]:
    """Return identifiers and names of a text as spans in order, without overlap."""
    kenmerken = find_identifiers(text)
    bij_contact = find_contact_names(text, kenmerken)
    gevonden = merge_vondsten([*kenmerken, *bij_contact, *find_names(text, namen=namen)])
    return merge_vondsten([*gevonden, *find_naam_adressen(text, gevonden)])


def mask_spans(text: str, vondsten: Sequence[Vondst]) -> str:
    """Return the text with each span replaced by the mask of its kind; spans are in order and do not overlap."""
    parts = []
    last = 0
    for vondst in vondsten:
        parts += [text[last : vondst.begin], SOORTEN[vondst.soort]]
        last = vondst.eind
    return "".join([*parts, text[last:]])


def mask_texts(
    texts: pd.Series,
    *,
    namen: Iterable[str] = (),
    zoek_namen: bool = True,
    geen_naam: Collection[str] = (),
) -> tuple[pd.Series, pd.Series]:
    """Return the masked texts and per text the number of masked spans; each distinct text is searched once.

    With ``zoek_namen=False`` only identifiers are masked, as in a column of places named after people; so it is in the
    texts ``geen_naam``, such as "Frans" in a column of languages.

    Examples
    --------
    >>> masked, aantal = mask_texts(pd.Series(["prima", "vraag fatima"], dtype="str"))
    >>> masked.tolist(), aantal.tolist()
    (['prima', 'vraag [naam]'], [0, 1])
    """
    bekend = split_namen(namen)
    plek, verschillend = factorize_cells(texts)
    found = {
        text: find_all(text, namen=bekend) if zoek_namen and text not in geen_naam else find_identifiers(text)
        for text in map(str, verschillend)
    }
    masked = replace_cells(texts, {text: mask_spans(text, spans) for text, spans in found.items() if spans})
    aantal = np.array([*(len(vondsten) for vondsten in found.values()), 0], dtype="int64")[plek]
    return masked, pd.Series(aantal, index=texts.index, name=texts.name)


def carry_span(begin: int, eind: int, vondsten: pd.DataFrame) -> tuple[int, int]:
    """Return where a span of the original text lies in the masked text; one that cuts a mask is widened to hold it.

    ``vondsten`` is the frame that ``mask_text`` returns.

    Examples
    --------
    >>> _, vondsten = mask_text("ik ben henk en tevreden")
    >>> carry_span(15, 23, vondsten)
    (17, 25)
    """
    rows = vondsten[_KOLOMMEN[1:]].to_numpy(dtype="int64").tolist()
    return _carry_point(begin, rows, left=True), _carry_point(eind, rows, left=False)


def _carry_point(punt: int, rows: list[list[int]], *, left: bool) -> int:
    shift = 0
    for begin, eind, begin_na, eind_na in rows:
        if begin < punt < eind:
            return begin_na if left else eind_na
        if eind <= punt:
            shift = eind_na - eind
    return punt + shift
