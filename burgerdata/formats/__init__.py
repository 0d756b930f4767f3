"""Formats: one file per file format (bytes -> a raw shape), and ``read``, the one entrance that also seals."""

from __future__ import annotations

from burgerdata.formats.detect import detect
from burgerdata.formats.lezing import Lezing, Ruw
from burgerdata.formats.reading import READERS, read, read_all

__all__ = ["READERS", "Lezing", "Ruw", "detect", "read", "read_all"]
