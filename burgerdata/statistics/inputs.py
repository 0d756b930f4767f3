"""What a user hands to a Design, read and checked: filters and weights."""

from __future__ import annotations

import numpy as np
import pandas as pd

from burgerdata.errors import MethodeError
from burgerdata.statistics.codes import Floats, Mask, read_numbers


def read_mask(found: pd.Series | Mask, frame: pd.DataFrame) -> Mask:
    """Return which rows of the frame a filter keeps; missing is out, and anything but true and false is refused."""
    mask = pd.Series(found)
    if not (
        pd.api.types.is_bool_dtype(mask.dtype)
        or (mask.dtype == object and pd.api.types.infer_dtype(mask, skipna=True) == "boolean")
    ):
        raise MethodeError(
            f"het filter is geen reeks van waar en onwaar, maar van soort {mask.dtype}; vergelijk met een waarde, zoals "
            "f['gebruikt'] == 'ja'"
        )
    refuse_other_rows("het filter", len(mask), frame)
    if isinstance(found, pd.Series) and not found.index.equals(frame.index):
        raise MethodeError("het filter heeft een andere index dan de tabel; filter met dezelfde tabel")
    return np.asarray(mask.astype("boolean").fillna(False).to_numpy(dtype=np.bool_))


def refuse_other_rows(wat: str, n_rows: int, frame: pd.DataFrame) -> None:
    """Raise a MethodeError when something about the rows of a frame has another number of them."""
    if n_rows != len(frame):
        raise MethodeError(
            f"{wat} heeft {n_rows} rijen en de tabel {len(frame)}; neem die van dezelfde tabel"
        )


def read_weights(frame: pd.DataFrame, naam: str) -> Floats:
    """Return the column with weights; a missing or negative one is refused, and so is nobody with a weight."""
    weights = read_numbers(frame, naam)
    missing = int(np.isnan(weights).sum())
    if missing:
        raise MethodeError(
            f"gewicht '{naam}' is bij {missing} personen leeg; geef iedereen een gewicht (0 mag)"
        )
    if (weights < 0).any():
        raise MethodeError(
            f"gewicht '{naam}' is bij {int((weights < 0).sum())} personen negatief; controleer de weging"
        )
    if not weights.any():
        raise MethodeError(f"gewicht '{naam}' is overal 0; controleer de weging")
    return weights
