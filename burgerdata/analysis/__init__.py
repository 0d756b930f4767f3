"""A question about a traject -> one tidy, annotated table."""

from burgerdata.analysis.antwoord import Antwoord, Tekening
from burgerdata.analysis.bronnen import compare_bronnen
from burgerdata.analysis.cijfer import summarise_cijfer
from burgerdata.analysis.citaten import quote_fragmenten
from burgerdata.analysis.codering import code_fragmenten
from burgerdata.analysis.doorwerking import trace_doorwerking
from burgerdata.analysis.kruistabel import crosstab_vraag
from burgerdata.analysis.populatie import compare_populatie
from burgerdata.analysis.rapportvragen import beantwoord, beantwoord_alle, list_rapportvragen
from burgerdata.analysis.respons import describe_respons
from burgerdata.analysis.stellingen import summarise_stellingen
from burgerdata.analysis.talen import count_talen
from burgerdata.analysis.themas import count_themas
from burgerdata.analysis.verandering import compare_metingen
from burgerdata.analysis.verdeling import summarise_vraag
from burgerdata.analysis.voorstellen import evaluate_codes, suggest_codes
from burgerdata.analysis.vragen import list_vragen
from burgerdata.analysis.weging import weight_deelnemers

__all__ = [
    "Antwoord",
    "Tekening",
    "beantwoord",
    "beantwoord_alle",
    "code_fragmenten",
    "compare_bronnen",
    "compare_metingen",
    "compare_populatie",
    "count_talen",
    "count_themas",
    "crosstab_vraag",
    "describe_respons",
    "evaluate_codes",
    "list_rapportvragen",
    "list_vragen",
    "quote_fragmenten",
    "suggest_codes",
    "summarise_cijfer",
    "summarise_stellingen",
    "summarise_vraag",
    "trace_doorwerking",
    "weight_deelnemers",
]
