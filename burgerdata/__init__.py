"""burgerdata: from a folder of citizen participation files to tidy tables, answers and a report.

Everything an analyst needs is a name in this module: ``load_traject`` reads a folder, ``beantwoord`` answers a report
question, ``summarise_…``, ``compare_…`` and ``count_…`` give tables, ``plot_…`` gives figures and ``write_rapport`` the
report. Names are looked up when they are first used, so that ``import burgerdata`` is fast.
"""

from importlib import import_module
from typing import Any

_HOME = {
    "burgerdata.errors": (
        "BronError",
        "BurgerdataError",
        "ContractError",
        "MethodeError",
        "MethodeWaarschuwing",
        "ProgrammaError",
    ),
    "burgerdata.traject": ("Traject",),
    "burgerdata.loading": (
        "check_traject",
        "list_indelingen",
        "load_traject",
        "propose_traject",
        "read_bestand",
    ),
    "burgerdata.analysis": (
        "Antwoord",
        "assign_meningsgroepen",
        "beantwoord",
        "beantwoord_alle",
        "code_fragmenten",
        "compare_bronnen",
        "compare_loting",
        "compare_groepen",
        "correlate_oordeel",
        "compare_codeurs",
        "compare_metingen",
        "compare_populatie",
        "compare_themas",
        "count_samenhang",
        "count_sprekers",
        "count_talen",
        "count_themas",
        "crosstab_vraag",
        "describe_respons",
        "evaluate_codes",
        "find_kenmerkende_woorden",
        "find_meningsgroepen",
        "describe_weging",
        "find_themas",
        "list_losse_citaten",
        "list_rapportvragen",
        "list_vermenging",
        "list_verschillen",
        "list_vragen",
        "measure_activiteit",
        "measure_aanwezigheid",
        "measure_spreektijd",
        "measure_verzadiging",
        "quote_fragmenten",
        "rank_knelpunten",
        "score_indicatoren",
        "score_sus",
        "rank_prioriteiten",
        "score_nps",
        "score_rapportcijfer",
        "score_stellingen",
        "suggest_codes",
        "summarise_cijfer",
        "summarise_stellingen",
        "summarise_stemmen",
        "summarise_taken",
        "summarise_vraag",
        "trace_doorwerking",
        "weight_deelnemers",
        "weight_uitval",
    ),
    "burgerdata.export": ("export_traject", "read_export"),
    "burgerdata.findings": ("explain_bevinding", "state_bevinding"),
    "burgerdata.figures": (
        "Figuur",
        "plot_bronnen",
        "plot_codeurs",
        "plot_doorwerking",
        "plot_groepen",
        "plot_leercurve",
        "plot_meningsgroepen",
        "plot_populatie",
        "plot_prioriteiten",
        "plot_respons",
        "plot_samenhang",
        "plot_scorekaart",
        "plot_stellingen",
        "plot_stemmen",
        "plot_sus",
        "plot_taken",
        "plot_themas",
        "plot_verandering",
        "plot_verdeling",
        "plot_verzadiging",
        "plot_woorden",
        "split_bronnen",
        "validate_figuur",
    ),
    "burgerdata.preparing": (
        "Voorbereiding",
        "check_afwegingen",
        "compare_instrumenten",
        "list_belanghebbenden",
        "list_kompasvragen",
        "list_treden",
        "measure_steekproef",
        "write_voorbereiding",
    ),
    "burgerdata.report": (
        "Uitvoer",
        "add_tabel",
        "list_onderdrukking",
        "show_antwoord",
        "show_uitkomst",
        "state_versies",
        "validate_figuren",
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
