"""Ids of segments and codings: they depend on what was coded by whom, never on an order."""

from __future__ import annotations

import hashlib

import pandas as pd


def name_coderingen(coderingen: pd.DataFrame) -> pd.DataFrame:
    """Return codering_id, segment_id and the columns of the frame: fragment_id, thema_id, codeur, wijze, begin, eind."""
    segment = [
        f"{fragment}:{begin}-{eind}"
        for fragment, begin, eind in zip(
            coderingen["fragment_id"], coderingen["begin"], coderingen["eind"], strict=True
        )
    ]
    ids = [
        "c" + hashlib.sha256(f"{plek}:{thema}:{codeur}:{wijze}".encode()).hexdigest()[:16]
        for plek, thema, codeur, wijze in zip(
            segment, coderingen["thema_id"], coderingen["codeur"], coderingen["wijze"], strict=True
        )
    ]
    namen = {"codering_id": pd.Series(ids, dtype="str"), "segment_id": pd.Series(segment, dtype="str")}
    return pd.DataFrame(namen | {naam: coderingen[naam].to_numpy() for naam in coderingen.columns}).astype(
        dict.fromkeys(("fragment_id", "thema_id", "codeur", "wijze"), "str")
    )
