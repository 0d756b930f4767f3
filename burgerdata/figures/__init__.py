"""From a table to a figure: each ``plot_`` function draws one kind of table and returns a ``Figuur``.

A figure knows nothing of a traject: what it must say beside its numbers is the annotation of the table
(``burgerdata.toelichting``).
"""

from burgerdata.figures.bronnen import plot_bronnen, split_bronnen
from burgerdata.figures.codeurs import plot_codeurs
from burgerdata.figures.doorwerking import plot_doorwerking
from burgerdata.figures.figuur import Figuur
from burgerdata.figures.groepen import plot_groepen
from burgerdata.figures.leercurve import plot_leercurve
from burgerdata.figures.meningsgroepen import plot_meningsgroepen
from burgerdata.figures.populatie import plot_populatie
from burgerdata.figures.prioriteiten import plot_prioriteiten
from burgerdata.figures.respons import plot_respons
from burgerdata.figures.samenhang import plot_samenhang
from burgerdata.figures.scorekaart import plot_scorekaart
from burgerdata.figures.stellingen import plot_stellingen
from burgerdata.figures.stemmen import plot_stemmen
from burgerdata.figures.sus import plot_sus
from burgerdata.figures.taken import plot_taken
from burgerdata.figures.themas import plot_themas
from burgerdata.figures.validate import validate_figuur
from burgerdata.figures.verandering import plot_verandering
from burgerdata.figures.verdeling import plot_verdeling
from burgerdata.figures.verzadiging import plot_verzadiging
from burgerdata.figures.woorden import plot_woorden

__all__ = [
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
]
