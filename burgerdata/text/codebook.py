"""A list of themes with the words that point to them, applied to texts with the place of every hit."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

import pandas as pd

from burgerdata.errors import MethodeError
from burgerdata.text.matching import Matcher
from burgerdata.text.nonanswers import is_non_answer
from burgerdata.text.thema import KOLOMMEN, KOMPASVRAGEN, Thema
from burgerdata.text.themalijst import Rij, check_kolommen, read_themas, slug
from burgerdata.text.themalijst_file import read_rijen

Bereik = Literal["tekst", "zin", "woord"]


@dataclass(frozen=True)
class Codebook:
    """The themes of one themalijst; made with `from_file` or `from_frame`, and never changed afterwards.

    Patterns are separated by ``;`` or a line end. ``*`` stands for any letters within a word (``wacht*``,
    ``*tijd``, ``on*lijk``), several words are a phrase. Case and accents make no difference, and a match is always
    made of whole words. A word of ``woorden_niet`` takes the whole text away from the theme: an analyst reads
    and judges an answer as a whole, so that is what the words "not this answer" mean. For long texts
    `code` can be told to take away no more than the sentence, or than the hit itself.

    Examples
    --------
    >>> cb = Codebook.from_frame(pd.DataFrame({"thema": ["Wachttijd"], "woorden_wel": ["wacht*; lange rij"]}))
    >>> cb.code(["Te lang wachten in een lange rij", "Prima"])
       tekst_nr   thema_id  begin  eind     patroon
    0         0  wachttijd      8    15      wacht*
    1         0  wachttijd     23    32  lange rij
    """

    lijst: str
    inhoud: tuple[Thema, ...]

    @classmethod
    def from_file(cls, path: str | Path, *, lijst: str | None = None) -> Codebook:
        """Return the codebook of a themalijst in .xlsx or .csv; the list is named after the file.

        Raises
        ------
        BronError
            The file cannot be opened or read.
        ContractError
            All problems of all rows at once, each with row, column and remedy.
        """
        file = Path(path)
        rijen, blad = read_rijen(file)
        return cls(lijst or slug(file.stem), read_themas(rijen, bestand=file.name, blad=blad))

    @classmethod
    def from_frame(cls, frame: pd.DataFrame, *, lijst: str = "themalijst") -> Codebook:
        """Return the codebook of a frame with the columns of a themalijst; only ``thema`` must be there.

        Raises
        ------
        ContractError
            All problems of all rows at once; the first row below the header is row 2, as in a spreadsheet.
        """
        check_kolommen(map(str, frame.columns), bestand=lijst)
        columns = [kolom for kolom in KOLOMMEN if kolom in frame.columns]
        records = frame[columns].astype(object).where(frame[columns].notna(), "").to_dict("records")
        rijen = [
            Rij(nr, {str(k): _as_cell(v) for k, v in record.items()}) for nr, record in enumerate(records, 2)
        ]
        return cls(lijst, read_themas(rijen, bestand=lijst))

    @property
    def themas(self) -> pd.DataFrame:
        """Return the contract table themas: a row per theme, in the order of the list."""
        frame = pd.DataFrame(
            {
                "thema_id": [thema.thema_id for thema in self.inhoud],
                "lijst": self.lijst,
                "naam": [thema.naam for thema in self.inhoud],
                "ouder_id": [thema.ouder_id for thema in self.inhoud],
                "omschrijving": [thema.omschrijving for thema in self.inhoud],
                "volgorde": range(1, len(self.inhoud) + 1),
                "nieuw_inzicht": [thema.nieuw_inzicht for thema in self.inhoud],
            }
        )
        kompas = pd.Categorical([thema.kompasvraag for thema in self.inhoud], KOMPASVRAGEN, ordered=True)
        kinds = dict.fromkeys(("thema_id", "lijst"), "category") | dict.fromkeys(
            ("naam", "omschrijving"), "str"
        )
        ouders = pd.Categorical(frame["ouder_id"], [thema.thema_id for thema in self.inhoud])
        frame = frame.assign(ouder_id=ouders, kompasvraag=kompas)
        return frame.astype(kinds | {"volgorde": "Int32", "nieuw_inzicht": "boolean"})

    @property
    def definitions(self) -> dict[str, str]:
        """Return per theme what it means in words, as `CodeSuggester` wants it."""
        return {thema.thema_id: thema.definition for thema in self.inhoud}

    def code(self, texts: Iterable[str | None], *, niet_geldt: Bereik = "tekst") -> pd.DataFrame:
        """Return a row per hit: tekst_nr (place in the series, from 0), thema_id, begin, eind, patroon.

        ``text[begin:eind]`` is the hit, verbatim. Hits of one theme do not overlap: the first and then the longest
        pattern wins. ``niet_geldt`` says how far a word of ``woorden_niet`` reaches: the text, the sentence
        ("zin"), or only a hit that it overlaps ("woord").
        """
        if niet_geldt not in get_args(Bereik):
            raise MethodeError(f"niet_geldt kent deze waarde niet; kies uit {', '.join(get_args(Bereik))}")
        found = Matcher(self.inhoud, niet_geldt).find(list(texts))
        frame = pd.DataFrame(found, columns=["tekst_nr", "thema_id", "begin", "eind", "patroon"])
        ids = pd.Categorical(frame["thema_id"], [thema.thema_id for thema in self.inhoud])
        counts = dict.fromkeys(("tekst_nr", "begin", "eind"), "Int32")
        return frame.assign(thema_id=ids).astype(counts | {"patroon": "str"})

    def coverage(self, texts: Iterable[str | None], *, niet_geldt: Bereik = "tekst") -> pd.DataFrame:
        """Return per theme in how many texts it was found, and how many were left without a theme.

        Columns: thema_id, n (texts), n_alleen (texts with this theme only), treffers, basis, aandeel. The last
        two rows are ``geen_thema`` (an answer in which no pattern was found) and ``geen_reden`` (no answer, such
        as "nvt"; outside the base).
        """
        all_texts = list(texts)
        hits = self.code(all_texts, niet_geldt=niet_geldt)
        pairs = hits[["tekst_nr", "thema_id"]].drop_duplicates()
        alone = pairs[~pairs["tekst_nr"].duplicated(keep=False)]
        coded = set(pairs["tekst_nr"])
        empty = sum(is_non_answer(text) for nr, text in enumerate(all_texts) if nr not in coded)
        basis = len(all_texts) - empty
        ids = [thema.thema_id for thema in self.inhoud]
        frame = pd.DataFrame({"thema_id": [*ids, "geen_thema", "geen_reden"]}).astype("category")
        counts = {
            "n": _count(pairs, ids) | {"geen_thema": basis - len(coded), "geen_reden": empty},
            "n_alleen": _count(alone, ids),
            "treffers": _count(hits, ids),
        }
        for column, values in counts.items():
            frame[column] = frame["thema_id"].astype("str").map(values).fillna(0).astype("Int32")
        share = frame["n"].astype("float64") / max(basis, 1)
        return frame.assign(
            basis=pd.Series(basis, index=frame.index, dtype="Int32"),
            aandeel=share.where(frame["thema_id"] != "geen_reden"),
        )


def _count(rows: pd.DataFrame, ids: list[str]) -> dict[str, int]:
    return {str(key): int(n) for key, n in rows["thema_id"].value_counts().reindex(ids, fill_value=0).items()}


def _as_cell(value: object) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return str(value)
