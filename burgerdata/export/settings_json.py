"""Settings and weightings as JSON and back: frozen dataclasses of plain values, told by their own annotations."""

from __future__ import annotations

import dataclasses
import os
import types
import typing
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from burgerdata.settings import Instellingen

T = TypeVar("T")


def encode(waarde: Any) -> Any:
    """Return a setting as what JSON knows.

    Examples
    --------
    >>> from burgerdata.settings import Weging
    >>> decode(Weging, encode(Weging("kp", grenzen=(0.3, 3.0)))).grenzen
    (0.3, 3.0)
    """
    if dataclasses.is_dataclass(waarde) and not isinstance(waarde, type):
        return {veld.name: encode(getattr(waarde, veld.name)) for veld in dataclasses.fields(waarde)}
    if isinstance(waarde, Mapping):
        return {str(naam): encode(deel) for naam, deel in waarde.items()}
    if isinstance(waarde, (list, tuple)):
        return [encode(deel) for deel in waarde]
    return waarde.isoformat() if isinstance(waarde, date) else waarde


def decode(soort: type[T], waarde: Any) -> T:
    """Return the setting of this kind; raises TypeError, ValueError or KeyError when it is not one."""
    if dataclasses.is_dataclass(soort):
        hints = typing.get_type_hints(soort)
        velden = {veld.name for veld in dataclasses.fields(soort)} & set(waarde)
        return soort(**{naam: _decode(hints[naam], waarde[naam]) for naam in velden})
    return typing.cast("T", _decode(soort, waarde))


def _decode(hint: Any, waarde: Any) -> Any:
    herkomst, delen = typing.get_origin(hint), typing.get_args(hint)
    if herkomst in (types.UnionType, typing.Union):
        return None if waarde is None else _decode(next(d for d in delen if d is not type(None)), waarde)
    if herkomst is tuple:
        return tuple(_decode(delen[0], deel) for deel in waarde)
    if herkomst is not None and issubclass(herkomst, Mapping):
        return {naam: _decode(delen[1], deel) for naam, deel in waarde.items()}
    if dataclasses.is_dataclass(hint):
        return decode(typing.cast("type[Any]", hint), waarde)
    return date.fromisoformat(waarde) if hint is date else hint(waarde)


def encode_instellingen(instellingen: Instellingen, doel: Path) -> dict[str, Any]:
    """Return the settings with the folder of the traject as seen from ``doel``: no path of this machine is written."""
    uit: dict[str, Any] = encode(dataclasses.replace(instellingen, map=None))
    if instellingen.map is not None:
        try:
            pad = Path(os.path.relpath(instellingen.map.resolve(), doel.resolve())).as_posix()
        except ValueError:  # another drive
            return uit
        uit["map"] = {"pad": pad, "absoluut": instellingen.map.is_absolute()}
    return uit


def decode_instellingen(waarde: Mapping[str, Any], bron: Path) -> Instellingen:
    """Return the settings; the folder of the traject is found from the folder of the export, if it is still there."""
    kaal = decode(Instellingen, {**waarde, "map": None})
    if waarde.get("map") is None:
        return kaal
    pad = (bron.resolve() / waarde["map"]["pad"]).resolve()
    if not pad.is_dir():
        return kaal
    eigen = pad if waarde["map"]["absoluut"] else Path(os.path.relpath(pad))
    return dataclasses.replace(kaal, map=eigen)
