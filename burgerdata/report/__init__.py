"""From collected answers to a report: HTML, Word, PDF, figures, tables, and what they rest on."""

from burgerdata.report.check_figures import validate_figuren
from burgerdata.report.manifest import state_versies
from burgerdata.report.onderdrukking import list_onderdrukking
from burgerdata.report.opname import add_tabel
from burgerdata.report.show import show_antwoord, show_uitkomst
from burgerdata.report.tabellenboek import write_tabellenboek
from burgerdata.report.uitvoer import Uitvoer
from burgerdata.report.write import Rapport, write_rapport

__all__ = [
    "Rapport",
    "Uitvoer",
    "add_tabel",
    "list_onderdrukking",
    "show_antwoord",
    "show_uitkomst",
    "state_versies",
    "validate_figuren",
    "write_rapport",
    "write_tabellenboek",
]
