"""A question about a traject -> one tidy, annotated table."""

from burgerdata.analysis.antwoord import Antwoord, Tekening
from burgerdata.analysis.bronnen import compare_bronnen
from burgerdata.analysis.cijfer import summarise_cijfer
from burgerdata.analysis.citaten import list_losse_citaten, quote_fragmenten
from burgerdata.analysis.codering import code_fragmenten
from burgerdata.analysis.codeurs import compare_codeurs, list_verschillen
from burgerdata.analysis.doorwerking import trace_doorwerking
from burgerdata.analysis.gevonden_themas import find_themas
from burgerdata.analysis.indicatoren import score_indicatoren
from burgerdata.analysis.kruistabel import crosstab_vraag
from burgerdata.analysis.meningsgroepen import assign_meningsgroepen, find_meningsgroepen
from burgerdata.analysis.populatie import compare_populatie
from burgerdata.analysis.rapportvragen import beantwoord, beantwoord_alle, list_rapportvragen
from burgerdata.analysis.respons import describe_respons
from burgerdata.analysis.samenhang import count_samenhang, count_sprekers
from burgerdata.analysis.stellingen import summarise_stellingen
from burgerdata.analysis.stemmen import summarise_stemmen
from burgerdata.analysis.talen import count_talen
from burgerdata.analysis.themas import count_themas
from burgerdata.analysis.themaverandering import compare_themas
from burgerdata.analysis.verandering import compare_metingen
from burgerdata.analysis.verdeling import summarise_vraag
from burgerdata.analysis.vermenging import list_vermenging
from burgerdata.analysis.verzadiging import measure_verzadiging
from burgerdata.analysis.voorstellen import evaluate_codes, suggest_codes
from burgerdata.analysis.vragen import list_vragen
from burgerdata.analysis.weging import weight_deelnemers
from burgerdata.analysis.woorden import find_kenmerkende_woorden

__all__ = [
    "Antwoord",
    "Tekening",
    "assign_meningsgroepen",
    "beantwoord",
    "beantwoord_alle",
    "code_fragmenten",
    "compare_bronnen",
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
    "find_themas",
    "list_losse_citaten",
    "list_rapportvragen",
    "list_vermenging",
    "list_verschillen",
    "list_vragen",
    "measure_verzadiging",
    "quote_fragmenten",
    "score_indicatoren",
    "suggest_codes",
    "summarise_cijfer",
    "summarise_stellingen",
    "summarise_stemmen",
    "summarise_vraag",
    "trace_doorwerking",
    "weight_deelnemers",
]
