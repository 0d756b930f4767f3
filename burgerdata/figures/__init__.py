"""From a table to a figure: each ``plot_`` function draws one kind of table and returns a ``Figuur``.

A figure knows nothing of a traject: what it must say beside its numbers is the annotation of the table
(``burgerdata.toelichting``).
"""

from burgerdata.figures.bronnen import plot_bronnen
from burgerdata.figures.doorwerking import plot_doorwerking
from burgerdata.figures.figuur import Figuur
from burgerdata.figures.groepen import plot_groepen
from burgerdata.figures.meningsgroepen import plot_meningsgroepen
from burgerdata.figures.populatie import plot_populatie
from burgerdata.figures.prioriteiten import plot_prioriteiten
from burgerdata.figures.respons import plot_respons
from burgerdata.figures.scorekaart import plot_scorekaart
from burgerdata.figures.stellingen import plot_stellingen
from burgerdata.figures.stemmen import plot_stemmen
from burgerdata.figures.themas import plot_themas
from burgerdata.figures.validate import validate_figuur
from burgerdata.figures.verandering import plot_verandering
from burgerdata.figures.verdeling import plot_verdeling

__all__ = [
    "Figuur",
    "plot_bronnen",
    "plot_doorwerking",
    "plot_groepen",
    "plot_meningsgroepen",
    "plot_populatie",
    "plot_prioriteiten",
    "plot_respons",
    "plot_scorekaart",
    "plot_stellingen",
    "plot_stemmen",
    "plot_themas",
    "plot_verandering",
    "plot_verdeling",
    "validate_figuur",
]
