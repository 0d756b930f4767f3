"""A question about a traject -> one tidy, annotated table."""

from burgerdata.analysis.aanwezigheid import measure_aanwezigheid
from burgerdata.analysis.activiteit import measure_activiteit
from burgerdata.analysis.antwoord import Antwoord, Tekening
from burgerdata.analysis.bronnen import compare_bronnen
from burgerdata.analysis.cijfer import summarise_cijfer
from burgerdata.analysis.cijferscores import score_nps, score_rapportcijfer
from burgerdata.analysis.citaten import list_losse_citaten, list_ongekozen, quote_fragmenten
from burgerdata.analysis.codering import code_fragmenten
from burgerdata.analysis.codeurs import compare_codeurs, list_verschillen
from burgerdata.analysis.doorwerking import trace_doorwerking
from burgerdata.analysis.gevonden_themas import find_themas
from burgerdata.analysis.groepsparen import compare_groepen
from burgerdata.analysis.indicatoren import score_indicatoren
from burgerdata.analysis.knelpunten import rank_knelpunten
from burgerdata.analysis.kruistabel import crosstab_vraag
from burgerdata.analysis.loting import compare_loting
from burgerdata.analysis.meningsgroepen import assign_meningsgroepen, find_meningsgroepen
from burgerdata.analysis.populatie import compare_populatie
from burgerdata.analysis.prioriteiten import rank_prioriteiten
from burgerdata.analysis.rapportvragen import beantwoord, beantwoord_alle, list_rapportvragen
from burgerdata.analysis.respons import describe_respons
from burgerdata.analysis.samenhang import correlate_oordeel
from burgerdata.analysis.spreektijd import measure_spreektijd
from burgerdata.analysis.stellingen import summarise_stellingen
from burgerdata.analysis.stemmen import summarise_stemmen
from burgerdata.analysis.sus import score_sus
from burgerdata.analysis.taken import summarise_taken
from burgerdata.analysis.talen import count_talen
from burgerdata.analysis.themaparen import count_samenhang, count_sprekers
from burgerdata.analysis.themas import count_themas
from burgerdata.analysis.themaverandering import compare_themas
from burgerdata.analysis.topbox import score_stellingen
from burgerdata.analysis.uitval import weight_uitval
from burgerdata.analysis.verandering import compare_metingen
from burgerdata.analysis.verdeling import summarise_vraag
from burgerdata.analysis.vermenging import list_vermenging
from burgerdata.analysis.verzadiging import measure_verzadiging
from burgerdata.analysis.voorstellen import evaluate_codes, suggest_codes
from burgerdata.analysis.vragen import list_vragen
from burgerdata.analysis.weging import describe_weging, weight_deelnemers
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
    "compare_groepen",
    "compare_loting",
    "compare_metingen",
    "compare_populatie",
    "compare_themas",
    "correlate_oordeel",
    "count_samenhang",
    "count_sprekers",
    "count_talen",
    "count_themas",
    "crosstab_vraag",
    "describe_respons",
    "describe_weging",
    "evaluate_codes",
    "find_kenmerkende_woorden",
    "find_meningsgroepen",
    "find_themas",
    "list_losse_citaten",
    "list_ongekozen",
    "list_rapportvragen",
    "list_vermenging",
    "list_verschillen",
    "list_vragen",
    "measure_aanwezigheid",
    "measure_activiteit",
    "measure_spreektijd",
    "measure_verzadiging",
    "quote_fragmenten",
    "rank_knelpunten",
    "rank_prioriteiten",
    "score_indicatoren",
    "score_nps",
    "score_rapportcijfer",
    "score_stellingen",
    "score_sus",
    "suggest_codes",
    "summarise_cijfer",
    "summarise_stellingen",
    "summarise_stemmen",
    "summarise_taken",
    "summarise_vraag",
    "trace_doorwerking",
    "weight_deelnemers",
    "weight_uitval",
]
