"""The child process that reads one SPSS file and writes it as JSON to standard output."""

from __future__ import annotations

import hashlib
import html
import json
import math
import re
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pandas as pd
import pyreadstat

_EPOCH = datetime(1582, 10, 14)
_DATES = ("DATE", "ADATE", "EDATE", "SDATE", "JDATE")
_MOMENTS = ("DATETIME", "YMDHMS")
_DURATIONS = ("TIME", "DTIME", "MTIME")
_MEMORY = 8_000_000_000


def read_to_dict(pad: Path) -> dict[str, Any]:
    """Return the file as plain lists: sha256, rijen, gevallen (the header's own count) and per variable its values."""
    digest = hashlib.sha256(pad.read_bytes()).hexdigest()
    frame, meta = pyreadstat.read_sav(str(pad), user_missing=True, disable_datetime_conversion=True)
    sets = {
        naam: (set_naam, gegevens)
        for set_naam, gegevens in (meta.mr_sets or {}).items()
        for naam in gegevens["variable_list"]
    }
    gevallen = meta.number_rows if meta.number_rows is not None and meta.number_rows >= 0 else len(frame)
    return {
        "sha256": digest,
        "rijen": len(frame),
        "gevallen": gevallen,
        "variabelen": [_describe(frame[naam], meta, sets.get(naam)) for naam in frame.columns],
    }


def _describe(reeks: pd.Series, meta: Any, mr_set: tuple[str, Mapping[str, Any]] | None) -> dict[str, Any]:
    naam = str(reeks.name)
    formaat = meta.original_variable_types.get(naam, "")
    codes, waarden = pd.factorize(reeks, use_na_sentinel=False)
    teksten = [format_value(waarde, formaat) for waarde in waarden]
    labels = {
        format_value(code, formaat): _clean(label)
        for code, label in meta.variable_value_labels.get(naam, {}).items()
    }
    set_naam, gegevens = mr_set or ("", {})
    return {
        "naam": naam,
        "tekst": _clean(meta.column_names_to_labels.get(naam) or ""),
        "labels": labels,
        "missend": _find_missing([*waarden, *meta.variable_value_labels.get(naam, {})], meta, naam, formaat),
        "set_naam": set_naam,
        "set_tekst": _clean(gegevens.get("label") or ""),
        "set_code": format_value(gegevens["counted_value"], formaat) if gegevens.get("is_dichotomy") else "",
        "waarden": teksten,
        "codes": codes.tolist(),
    }


def _find_missing(waarden: Sequence[Any], meta: Any, naam: str, formaat: str) -> list[str]:
    """Return the codes, used or labelled, that lie in a range that the file marks as user-missing."""
    bereiken = meta.missing_ranges.get(naam, [])
    found = [
        format_value(waarde, formaat)
        for waarde in waarden
        if any(_within(waarde, bereik) for bereik in bereiken)
    ]
    return sorted(set(found) - {""})


def _within(waarde: Any, bereik: Mapping[str, Any]) -> bool:
    laag, hoog = bereik["lo"], bereik["hi"]
    if isinstance(waarde, str) or isinstance(laag, str):
        return str(waarde).strip() == str(laag).strip()
    return bool(laag <= waarde <= hoog)


def format_value(waarde: Any, formaat: str = "") -> str:
    """Return a value as SPSS shows it: no ``.0``, dates as yyyy-mm-dd, an empty text for system-missing.

    Examples
    --------
    >>> format_value(3.0), format_value(7.5), format_value(float("nan")), format_value("ja  ")
    ('3', '7.5', '', 'ja')
    >>> format_value(13992912000.0, "DATE11"), format_value(5400.0, "TIME8")
    ('2026-03-15', '01:30:00')
    """
    if waarde is None or (isinstance(waarde, float) and math.isnan(waarde)):
        return ""
    if isinstance(waarde, str):
        return waarde.rstrip()
    soort = re.sub(r"[\d.]+$", "", formaat)
    if soort in _DATES + _MOMENTS + _DURATIONS:
        return _format_moment(float(waarde), soort)
    return f"{waarde:.15g}"


def _format_moment(seconden: float, soort: str) -> str:
    """Return a moment as text; one outside the calendar stays the number it was."""
    if soort in _DURATIONS:
        uren, rest = divmod(round(seconden), 3600)
        return f"{uren:02d}:{rest // 60:02d}:{rest % 60:02d}"
    try:
        moment = _EPOCH + timedelta(seconds=seconden)
    except OverflowError:
        return f"{seconden:.15g}"
    return moment.strftime("%Y-%m-%d" if soort in _DATES else "%Y-%m-%d %H:%M:%S")


def _clean(tekst: str) -> str:
    """Return a label without HTML tags and doubled spaces."""
    return " ".join(html.unescape(re.sub(r"</?[a-zA-Z][^>]*>", " ", tekst)).split())


def _limit_memory() -> None:
    """Set a ceiling on memory where the system has one to set (POSIX)."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def main() -> int:
    """Read the file that the command line names; whatever goes wrong ends the process with another code than 0."""
    _limit_memory()
    inhoud = read_to_dict(Path(sys.argv[1]))
    sys.stdout.buffer.write(json.dumps(inhoud).encode("utf-8"))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
