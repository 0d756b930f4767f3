"""The settings of a traject as frozen dataclasses: what traject.toml says, checked, with nothing guessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path


@dataclass(frozen=True)
class Levering:
    """One delivery of one instrument: which files, how people were found, which columns mean what.

    ``naam`` is the activity's name; a wave adds its ``meting`` (``klantpanel_2026-03``). ``bestanden`` are the files
    after patterns are expanded, as paths inside the traject; ``metingen`` maps a wave to its file, in order, ``golfdagen`` to its first and last day.
    ``onderdelen`` maps a part of the delivery (taken, stemmen, aanwezigheid, …) to its files, which are among
    ``bestanden``. ``kolommen`` maps a role (plaats, datum, tijd, open, weigeringen, personen, …) to one column or
    several, for tables made by hand; those of messages are in ``schema.berichtvelden``. ``rol`` is in what capacity everybody of
    whom no column says otherwise took part. ``tellingen`` holds
    uitgenodigd, aangemeld, geselecteerd, gestart, afgerond as far as the fieldwork report gives them. ``wegen`` are the traits of marges.xlsx on which its people are weighted. ``indeling`` maps a trait to the name of the coding that its categories follow. ``statussen`` maps a status of a decision
    to words of the list that mean it. ``regels`` says on
    which line of traject.toml each setting stands, the delivery itself under an empty name; ``lijst_ook`` are the
    conversations of other deliveries with the same list of participants. ``bladen_elders`` are the sheets of its workbooks,
    each with its file, that other deliveries name: a delivery in parts leaves those to them.
    """

    naam: str
    instrument: str
    bestanden: tuple[str, ...] = ()
    metingen: Mapping[str, str] = field(default_factory=dict)
    fase: str = ""
    trede: str = ""
    werving: str = ""
    meting: str = ""
    panel: str = ""
    begindatum: date | None = None
    einddatum: date | None = None
    golfdagen: Mapping[str, tuple[date | None, date | None]] = field(default_factory=dict)
    doelgroep: str = ""
    taal: str = "nl"
    uitvoerder: str = ""
    gewicht: str = ""
    langsgewicht: str = ""
    persoon: str = ""
    rol: str = ""
    groep: str = ""
    stratum: str = ""
    cluster: tuple[str, ...] = ()
    fpc: tuple[str, ...] = ()
    lonely_psu: str = ""
    kenmerken: tuple[str, ...] = ()
    wegen: tuple[str, ...] = ()
    gespreksleider: tuple[str, ...] = ()
    deelnemerslijst: str = ""
    codeboek: str = ""
    blad: str = ""
    testrijen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kolommen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    onderdelen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    statussen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    tellingen: Mapping[str, int] = field(default_factory=dict)
    indeling: Mapping[str, str] = field(default_factory=dict)
    regels: Mapping[str, int] = field(default_factory=dict, compare=False, repr=False)
    lijst_ook: tuple[str, ...] = field(default=(), compare=False, repr=False)
    bladen_elders: tuple[tuple[str, str], ...] = field(default=(), compare=False, repr=False)

    def name_activiteit(self, meting: str) -> str:
        """Return the id of the activity of one wave: the name with the wave behind it, unless it ends in it already.

        Examples
        --------
        >>> Levering("panel", "klantpanel").name_activiteit("t0"), Levering("panel_t0", "klantpanel").name_activiteit("t0")
        ('panel_t0', 'panel_t0')
        """
        dubbel = not meting or self.naam.casefold().endswith(
            (f"_{meting}".casefold(), f"-{meting}".casefold())
        )
        return self.naam if dubbel else f"{self.naam}_{meting}"


@dataclass(frozen=True)
class Drempels:
    """The thresholds of disclosure and of small groups, all in persons.

    A person-level cell under ``drempel`` is suppressed, a group under ``verborgen`` is not shown, a group under
    ``indicatief`` is starred.
    """

    drempel: int = 10
    verborgen: int = 30
    indicatief: int = 50


@dataclass(frozen=True)
class Instellingen:
    """What traject.toml says about the traject as a whole; what was not given stays empty and is reported once.

    ``beleidsdoel`` is what the policy is for, ``doel`` what people were involved for. ``geen_namen`` are words in the files of the report that
    look like a name and are none. ``normen`` maps an indicator to the bound of voldoende and, if there is one, that of goed.
    ``fase`` is that of all for which nothing else is said.
    """

    titel: str = ""
    onderwerp: str = ""
    opdrachtgever: str = ""
    beleid: str = ""
    beleidsdoel: str = ""
    doel: str = ""
    ruimte: str = ""
    doelgroep: tuple[str, ...] = ()
    besluit: date | None = None
    middelen: Mapping[str, float] = field(default_factory=dict)
    belanghebbenden: tuple[str, ...] = ()
    normen: Mapping[str, tuple[float, ...]] = field(default_factory=dict)
    rapportvragen: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    synthetisch: bool = False
    codeerprojecten: tuple[str, ...] = ()
    geen_namen: tuple[str, ...] = ()
    drempels: Drempels = field(default_factory=Drempels)
    leveringen: tuple[Levering, ...] = ()
    map: Path | None = None
    niet_opgegeven: tuple[str, ...] = ()
    fase: str = ""

    @property
    def onderwerp_in_zin(self) -> str:
        """The subject, else the title, as it stands within a sentence: what is no name loses its capital.

        Only a word that is never a name in front tells that the capital is that of a sentence.
        """
        tekst = self.onderwerp or self.titel
        begin = tekst.split(" ")[0]
        return tekst[:1].lower() + tekst[1:] if begin in _NOOIT_NAAM else tekst


_NOOIT_NAAM = ("De", "Het", "Een", "Uw", "Onze", "Hoe", "Wat", "Waar", "Online", "Digitale", "Nieuwe")


@dataclass(frozen=True)
class Weging:
    """How the weights of one activity came about, so that standard errors can know it.

    ``herkomst`` is geen, bureau or gekalibreerd; ``marges`` is the frame of margins for gekalibreerd;
    ``variantie`` is "greg" or "rake"; ``grenzen`` are the trimming bounds, relative to the mean weight; ``uitval`` are
    the traits on which changes up to this wave of a panel are weighted for who left; ``lonely_psu`` is what a stratum
    with one drawn unit contributes, as ``burgerdata.statistics.Design`` has it.
    """

    activiteit_id: str
    herkomst: str = "geen"
    methode: str = ""
    kenmerken: tuple[str, ...] = ()
    variantie: str = "greg"
    grenzen: tuple[float, float] | None = None
    uitval: tuple[str, ...] = ()
    lonely_psu: str = "fail"
