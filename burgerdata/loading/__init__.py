"""Loading: the files of a folder -> Traject; a quick look at one file; the drafts of `nieuw`; the check."""

from __future__ import annotations

from burgerdata.loading.load import load_traject

__all__ = ["load_traject"]
