"""The child process that reads one file of SPSS or Stata and writes it as JSON to standard output."""

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
_AS_STORED: dict[str, Any] = {"user_missing": True, "disable_datetime_conversion": True}
_STATA_EPOCH = datetime(1960, 1, 1)
_STATA_TEXT = re.compile(r"%-?\d*(?:s|str)")
_STATA_MISSING = re.compile(r"\.[a-z]")
_STATA_MOMENT = re.compile(r"%-?(?:t([cCdwmqhy])|(d))")


def read_to_dict(pad: Path, formaat: str) -> dict[str, Any]:
    """Return the file as plain lists: sha256, rijen, gevallen (the header's own count) and per variable its values."""
    digest = hashlib.sha256(pad.read_bytes()).hexdigest()
    frame, meta = _read_dta(pad) if formaat == "stata" else pyreadstat.read_sav(str(pad), **_AS_STORED)
    beschrijf = _describe_stata if formaat == "stata" else _describe_spss
    gevallen = meta.number_rows if meta.number_rows is not None and meta.number_rows >= 0 else len(frame)
    return {
        "sha256": digest,
        "rijen": len(frame),
        "gevallen": gevallen,
        "variabelen": [beschrijf(frame[naam], meta) for naam in frame.columns],
    }


def _read_dta(pad: Path) -> tuple[pd.DataFrame, Any]:
    """Return a Stata file; older releases do not say how text is written, so UTF-8 is tried first, as in any text."""
    try:
        frame, meta = pyreadstat.read_dta(str(pad), encoding="UTF-8", **_AS_STORED)
    except pyreadstat.ReadstatError:
        frame, meta = pyreadstat.read_dta(str(pad), **_AS_STORED)
    return frame, meta


def _describe_stata(reeks: pd.Series, meta: Any) -> dict[str, Any]:
    naam = str(reeks.name)
    formaat = meta.original_variable_types.get(naam, "")
    getal = _STATA_TEXT.match(formaat) is None
    codes, waarden = pd.factorize(reeks, use_na_sentinel=False)
    teksten = [format_stata(waarde, formaat, getal=getal) for waarde in waarden]
    gelabeld = meta.variable_value_labels.get(naam, {})
    labels = {format_stata(code, "", getal=True): _clean(label) for code, label in gelabeld.items()}
    missend = {code for code in [*teksten, *labels] if getal and _STATA_MISSING.fullmatch(code)}
    tekst = _clean(meta.column_names_to_labels.get(naam) or "")
    return {
        "naam": naam,
        "tekst": tekst,
        "labels": labels | {code: code for code in sorted(missend - set(labels))},
        "missend": sorted(missend),
        "set_naam": "",
        "set_tekst": "",
        "set_code": "",
        "waarden": teksten,
        "codes": codes.tolist(),
    }


def format_stata(waarde: Any, formaat: str = "", *, getal: bool) -> str:
    """Return a value as Stata shows it: missing codes with their dot, days and moments as yyyy-mm-dd.

    Examples
    --------
    >>> format_stata(3.0, "%9.0g", getal=True), format_stata("a", getal=True), format_stata("a", getal=False)
    ('3', '.a', 'a')
    >>> format_stata(24181.0, "%td", getal=True), format_stata(794.0, "%tm", getal=True)
    ('2026-03-16', '2026-03')
    """
    if isinstance(waarde, str) and getal and len(waarde) == 1 and waarde.isalpha():
        return f".{waarde}"
    soort = _STATA_MOMENT.match(formaat)
    if soort is None or isinstance(waarde, str) or waarde is None or math.isnan(waarde):
        return format_value(waarde)
    try:
        return _format_stata_moment(float(waarde), soort.group(1) or soort.group(2))
    except (OverflowError, ValueError):
        return format_value(waarde)


def _format_stata_moment(waarde: float, soort: str) -> str:
    if soort == "d":
        return f"{_STATA_EPOCH + timedelta(days=waarde):%Y-%m-%d}"
    if soort in "cC":
        return f"{_STATA_EPOCH + timedelta(milliseconds=waarde):%Y-%m-%d %H:%M:%S}"
    stappen = {"m": 12, "q": 4, "h": 2, "w": 52}.get(soort)
    if stappen is None:
        return format_value(waarde)
    jaar, deel = divmod(int(waarde), stappen)
    nummer = f"{deel + 1:02}" if soort == "m" else f"{soort}{deel + 1}"
    return f"{1960 + jaar}-{nummer}"


def _describe_spss(reeks: pd.Series, meta: Any) -> dict[str, Any]:
    naam = str(reeks.name)
    formaat = meta.original_variable_types.get(naam, "")
    codes, waarden = pd.factorize(reeks, use_na_sentinel=False)
    teksten = [format_value(waarde, formaat) for waarde in waarden]
    labels = {
        format_value(code, formaat): _clean(label)
        for code, label in meta.variable_value_labels.get(naam, {}).items()
    }
    set_naam, gegevens = _find_set(naam, meta.mr_sets or {})
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


def _find_set(naam: str, mr_sets: Mapping[str, Mapping[str, Any]]) -> tuple[str, Mapping[str, Any]]:
    """Return the multiple-response set that a variable is in, the last one when it is in several."""
    gevonden = [
        (set_naam, gegevens) for set_naam, gegevens in mr_sets.items() if naam in gegevens["variable_list"]
    ]
    return gevonden[-1] if gevonden else ("", {})


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
    inhoud = read_to_dict(Path(sys.argv[2]), sys.argv[1])
    sys.stdout.buffer.write(json.dumps(inhoud).encode("utf-8"))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
