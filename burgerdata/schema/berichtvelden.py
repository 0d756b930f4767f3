"""What a column can be in a table of messages: posts of a community, proposals, complaints, reports from practice."""

from __future__ import annotations

from collections.abc import Mapping

BERICHTVELDEN: Mapping[str, str] = {
    "bericht": "wat iemand schreef",
    "stelling": "een tekst die aan mensen is voorgelegd, zoals een project om op te stemmen",
    "onderwerp": "de titel van het bericht of van het gesprek",
    "bericht_id": "het nummer van het bericht",
    "antwoord_op": "het nummer van het bericht waarop dit een reactie is",
    "persoon": "wie het schreef; deze kolom wordt een pseudoniem",
    "rol": "of dat een burger, een ondernemer of een organisatie is",
    "organisatie": "de naam van de organisatie namens wie iemand schrijft; leeg bij burgers",
    "tijdstip": "dag en tijd",
    "datum": "de dag, als de tijd in een andere kolom staat of ontbreekt",
    "tijd": "de tijd",
    "taak": "de opdracht of vraag waarop het bericht een antwoord is",
    "groep": "de groep, fase of plaats",
    "kanaal": "waarlangs het binnenkwam, zoals telefoon of brief",
    "kenmerk": "een kenmerk van wie schreef, zoals een leeftijdsgroep",
    "poll": "een peiling: aantallen per bericht, of wat iemand koos",
}
"""Role of a column → what it holds, for ``kolommen`` in traject.toml and for formats that know it themselves."""
TELVELDEN: Mapping[str, str] = {
    "likes": "like",
    "dislikes": "dislike",
    "steun": "steun",
    "stemmen": "stem",
    "stemmen_voor": "stem_voor",
    "stemmen_tegen": "stem_tegen",
    "stemmen_onthouding": "stem_onthouding",
    "stippen": "stip",
    "reacties": "reactie",
    "punten": "punten",
    "budget": "begroot",
}
"""Role of a column that holds a total per message → the maat of tellingen."""
TEKSTVELDEN = ("bericht", "stelling")
"""A table with one of these, or with an onderwerp, is one of messages; one with a persoon only is about persons."""
SLEUTELVELDEN = ("persoon", "organisatie", "bericht_id", "antwoord_op")
"""Roles whose columns hold ids or names of the source: sealing replaces them."""
