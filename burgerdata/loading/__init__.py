"""Loading: the files of a folder -> Traject; a quick look at one file; the drafts of `nieuw`; the check."""

from __future__ import annotations

from burgerdata.loading.check import Controle, check_traject
from burgerdata.loading.groepsindeling import list_indelingen
from burgerdata.loading.load import load_traject
from burgerdata.loading.propose import Voorstel, propose_traject
from burgerdata.loading.quick_look import read_bestand

__all__ = [
    "Controle",
    "Voorstel",
    "check_traject",
    "list_indelingen",
    "load_traject",
    "propose_traject",
    "read_bestand",
]
