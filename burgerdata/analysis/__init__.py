"""A question about a traject -> one tidy, annotated table."""

from burgerdata.analysis.aanwezigheid import measure_aanwezigheid
from burgerdata.analysis.antwoord import Antwoord, Tekening
from burgerdata.analysis.bronnen import compare_bronnen
from burgerdata.analysis.cijfer import summarise_cijfer
from burgerdata.analysis.citaten import quote_fragmenten
from burgerdata.analysis.codering import code_fragmenten
from burgerdata.analysis.doorwerking import trace_doorwerking
from burgerdata.analysis.indicatoren import score_indicatoren
from burgerdata.analysis.knelpunten import rank_knelpunten
from burgerdata.analysis.kruistabel import crosstab_vraag
from burgerdata.analysis.loting import compare_loting
from burgerdata.analysis.meningsgroepen import assign_meningsgroepen, find_meningsgroepen
from burgerdata.analysis.populatie import compare_populatie
from burgerdata.analysis.rapportvragen import beantwoord, beantwoord_alle, list_rapportvragen
from burgerdata.analysis.respons import describe_respons
from burgerdata.analysis.spreektijd import measure_spreektijd
from burgerdata.analysis.stellingen import summarise_stellingen
from burgerdata.analysis.stemmen import summarise_stemmen
from burgerdata.analysis.sus import score_sus
from burgerdata.analysis.taken import summarise_taken
from burgerdata.analysis.themas import count_themas
from burgerdata.analysis.verandering import compare_metingen
from burgerdata.analysis.verdeling import summarise_vraag
from burgerdata.analysis.vragen import list_vragen
from burgerdata.analysis.weging import weight_deelnemers

__all__ = [
    "Antwoord",
    "Tekening",
    "assign_meningsgroepen",
    "beantwoord",
    "beantwoord_alle",
    "code_fragmenten",
    "compare_bronnen",
    "compare_loting",
    "compare_metingen",
    "compare_populatie",
    "count_themas",
    "crosstab_vraag",
    "describe_respons",
    "find_meningsgroepen",
    "list_rapportvragen",
    "list_vragen",
    "measure_aanwezigheid",
    "measure_spreektijd",
    "quote_fragmenten",
    "rank_knelpunten",
    "score_indicatoren",
    "score_sus",
    "summarise_cijfer",
    "summarise_stellingen",
    "summarise_stemmen",
    "summarise_taken",
    "summarise_vraag",
    "trace_doorwerking",
    "weight_deelnemers",
]
