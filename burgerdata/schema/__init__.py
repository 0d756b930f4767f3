"""The contract as data: the tables, their columns, dtypes, keys, references and vocabularies.

Each column has a Dutch and an English gloss; docs, validation and exports are made from this module, so that a
table means the same everywhere. What a row of ``antwoorden`` means per kind of question is told in docs/architecture.md.
"""

from burgerdata.schema.columns import Dtype, Kolomschema, Tabelschema
from burgerdata.schema.indicatoren import INDICATOR
from burgerdata.schema.tables import TABELLEN
from burgerdata.schema.vocabularies import (
    ANTWOORD_STATUS,
    BRON_ROL,
    DEELNEMER_ROL,
    DOORWERKING_STATUS,
    EENHEID,
    FASE,
    FRAGMENT_SOORT,
    GEBRUIK,
    INSTRUMENT,
    KOMPASVRAAG,
    LANGSGEWICHT,
    LEEG,
    LEVERING_ROL,
    LOGBOEK_REDEN,
    MAAT,
    OPTIE_STATUS,
    SLEUTELTHEMAS,
    TREDE,
    VRAAG_ROL,
    VRAAG_SOORT,
    WERVING,
    WIJZE,
)

__all__ = [
    "ANTWOORD_STATUS",
    "BRON_ROL",
    "DEELNEMER_ROL",
    "DOORWERKING_STATUS",
    "EENHEID",
    "FASE",
    "FRAGMENT_SOORT",
    "GEBRUIK",
    "INDICATOR",
    "INSTRUMENT",
    "KOMPASVRAAG",
    "LANGSGEWICHT",
    "LEEG",
    "LEVERING_ROL",
    "LOGBOEK_REDEN",
    "MAAT",
    "OPTIE_STATUS",
    "SLEUTELTHEMAS",
    "TABELLEN",
    "TREDE",
    "VRAAG_ROL",
    "VRAAG_SOORT",
    "WERVING",
    "WIJZE",
    "Dtype",
    "Kolomschema",
    "Tabelschema",
]
