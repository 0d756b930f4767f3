"""Exports of a whole traject, one file per format, and the way back for those that keep everything."""

from __future__ import annotations

from burgerdata.export.read_export import read_export
from burgerdata.export.uitvoer import Uitvoer
from burgerdata.export.write_export import FORMATEN, export_traject

__all__ = ["FORMATEN", "Uitvoer", "export_traject", "read_export"]
