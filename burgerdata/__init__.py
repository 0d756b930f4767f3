"""burgerdata: from a folder of citizen participation files to tidy tables, answers and a report.

Everything an analyst needs is a name in this module: ``load_traject`` reads a folder, ``beantwoord`` answers a report
question, ``summarise_…``, ``compare_…`` and ``count_…`` give tables, ``plot_…`` gives figures and ``write_rapport`` the
report. Names are looked up when they are first used, so that ``import burgerdata`` is fast.
"""

from importlib import import_module
from typing import Any

_HOME = {
    "burgerdata.errors": ("BronError", "BurgerdataError", "ContractError", "MethodeError", "ProgrammaError"),
    "burgerdata.traject": ("Traject",),
    "burgerdata.loading": ("check_traject", "load_traject", "propose_traject", "read_bestand"),
    "burgerdata.analysis": (
        "Antwoord",
        "assign_meningsgroepen",
        "beantwoord",
        "beantwoord_alle",
        "code_fragmenten",
        "compare_bronnen",
        "compare_metingen",
        "compare_populatie",
        "count_themas",
        "crosstab_vraag",
        "describe_respons",
        "find_meningsgroepen",
        "list_rapportvragen",
        "list_vragen",
        "quote_fragmenten",
        "score_indicatoren",
        "summarise_cijfer",
        "summarise_stellingen",
        "summarise_stemmen",
        "summarise_vraag",
        "trace_doorwerking",
        "weight_deelnemers",
    ),
    "burgerdata.findings": ("explain_bevinding", "state_bevinding"),
    "burgerdata.figures": (
        "Figuur",
        "plot_bronnen",
        "plot_groepen",
        "plot_meningsgroepen",
        "plot_respons",
        "plot_stellingen",
        "plot_stemmen",
        "plot_themas",
        "plot_verandering",
        "plot_verdeling",
        "validate_figuur",
    ),
    "burgerdata.report": (
        "Uitvoer",
        "add_tabel",
        "show_antwoord",
        "show_uitkomst",
        "write_rapport",
        "write_tabellenboek",
    ),
}
_MODULE = {name: module for module, names in _HOME.items() for name in names}

__all__ = sorted(_MODULE)  # noqa: PLE0605 (one list of names, kept in _HOME)
__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Return the public name from the module that defines it, imported on first use."""
    if name not in _MODULE:
        raise AttributeError(f"module 'burgerdata' has no attribute '{name}'")
    value = getattr(import_module(_MODULE[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Return the public names, for completion in a notebook."""
    return [*__all__, "__version__"]
