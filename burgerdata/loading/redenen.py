"""What reading did, in words: how often per reason, of columns counted as columns."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

_REDENEN = {
    "proefrij": ("proefrij overgeslagen", "proefrijen overgeslagen"),
    "lege_rij": ("lege rij overgeslagen", "lege rijen overgeslagen"),
    "rij_onleesbaar": (
        "rij niet gelezen: wat er hoort te staan is leeg of niet te lezen",
        "rijen niet gelezen: wat er hoort te staan is leeg of niet te lezen",
    ),
    "niet_akkoord": (
        "rij van iemand die geen toestemming gaf",
        "rijen van mensen die geen toestemming gaven",
    ),
    "niet_afgerond": (
        "antwoord is niet afgerond en telt mee zover het is ingevuld",
        "antwoorden zijn niet afgerond en tellen mee zover ze zijn ingevuld",
    ),
    "bestand_niet_gelezen": ("bestand dat niet is gelezen", "bestanden die niet zijn gelezen"),
    "versies_verschillen": ("verschil tussen versies", "verschillen tussen versies"),
    "tekst_afgekapt": ("afgekapte tekst", "afgekapte teksten"),
    "dubbele_rij": ("dubbele rij overgeslagen", "dubbele rijen overgeslagen"),
    "tussenkop": ("titelregel overgeslagen", "titelregels overgeslagen"),
    "samengevoegde_antwoorden": (
        "rij met een antwoord bij de rij van dezelfde mens gevoegd",
        "rijen met een antwoord bij de rij van dezelfde mens gevoegd",
    ),
    "samengevoegde_beurten": ("regel bij de beurt ervoor gevoegd", "regels bij de beurt ervoor gevoegd"),
    "privebericht": (
        "bericht van een mens aan een ander overgeslagen",
        "berichten van een mens aan een ander overgeslagen",
    ),
    "chatmelding": ("regel van het chatprogramma overgeslagen", "regels van het chatprogramma overgeslagen"),
    "bladen_samengevoegd": (
        "blad met een vraag, bij de andere gevoegd naar het nummer van dezelfde mensen",
        "bladen met elk een vraag, samengevoegd naar het nummer van dezelfde mensen",
    ),
    "tabel_gedraaid": ("keer een tabel gedraaid: de mensen stonden in de kolommen",) * 2,
    "herziene_stem": ("stem vervangen door een latere", "stemmen vervangen door een latere"),
    "afgewezen_stelling": ("regel over een afgewezen stelling", "regels over afgewezen stellingen"),
    "kolom_weggelaten": ("kolom niet gebruikt", "kolommen niet gebruikt"),
    "kolom_persoonsgegeven": (
        "kolom met persoonsgegevens weggelaten",
        "kolommen met persoonsgegevens weggelaten",
    ),
    "cel_gemaskeerd": ("naam of nummer in de tekst vervangen", "namen en nummers in de tekst vervangen"),
    "cel_gewijzigd": ("cel met aangepaste schrijfwijze", "cellen met aangepaste schrijfwijze"),
    "naam_vervangen": ("naam van een spreker vervangen", "namen van sprekers vervangen"),
    "spreker_verbeterd": (
        "beurt met een naam die iets afwijkt, gelezen als van dezelfde spreker",
        "beurten met een naam die iets afwijkt, gelezen als van dezelfde spreker",
    ),
    "spreker_onbekend": ("beurt van een spreker die onbekend is", "beurten van sprekers die onbekend zijn"),
    "spreker_niet_op_lijst": (
        "spreker met een code die niet op de lijst staat: telt mee zonder kenmerken",
        "sprekers met een code die niet op de lijst staat: zij tellen mee zonder kenmerken",
    ),
    "deelnemer_zonder_gegevens": ("mens op de lijst die niet sprak", "mensen op de lijst die niet spraken"),
    "niet_meegedaan": ("keer een mens zonder antwoord in een meting: die telt daar niet mee",) * 2,
    "geen_persoonskolom": ("keer geen kolom voor de persoon: elke rij is iemand anders",) * 2,
    "gewicht_ontbreekt": (
        "mens zonder gewicht: telt niet mee in gewogen cijfers",
        "mensen zonder gewicht: zij tellen niet mee in gewogen cijfers",
    ),
    "gewicht_zonder_antwoorden": (
        "mens met een gewicht van wie geen antwoorden zijn geleverd",
        "mensen met een gewicht van wie geen antwoorden zijn geleverd",
    ),
    "buiten_bereik": ("antwoord buiten de schaal of de groepen", "antwoorden buiten de schaal of de groepen"),
    "brondocument_ontbreekt": (
        "document waarvan de tekst niet in het codeerproject zit",
        "documenten waarvan de tekst niet in het codeerproject zit",
    ),
    "codering_zonder_tekst": ("codering van iets zonder tekst", "coderingen van iets zonder tekst"),
    "codering_wijkt_af": (
        "codering waarvan de tekst niet klopt met het citaat",
        "coderingen waarvan de tekst niet klopt met het citaat",
    ),
    "codering_niet_geplaatst": (
        "codering zonder plek in de teksten van dit traject",
        "coderingen zonder plek in de teksten van dit traject",
    ),
    "codering_niet_vergeleken": (
        "codering niet gebruikt: het project geeft geen citaat, en niets laat zien dat de tekst na het coderen gelijk bleef",
        "coderingen niet gebruikt: het project geeft geen citaat, en niets laat zien dat de tekst na het coderen gelijk bleef",
    ),
    "zelfde_antwoorden": (
        "rij met dezelfde antwoorden van dezelfde mensen als in een ander bestand",
        "rijen met dezelfde antwoorden van dezelfde mensen als in een ander bestand",
    ),
    "codering_op_grenzen": (
        "codering zonder citaat: begin en eind passen op de woorden en zinnen van de tekst",
        "coderingen zonder citaat: begin en eind passen op de woorden en zinnen van de tekst",
    ),
    "rij_aangevuld": (
        "rij zonder de lege cellen aan het eind: aangevuld",
        "rijen zonder de lege cellen aan het eind: aangevuld",
    ),
    "sus_niet_herkend": ("keer een SUS waarvan de tien stellingen niet zijn herkend: geen score",) * 2,
    "uitkomst_deels": (
        "uitkomst van een taak in een ander woord, gelezen als ‘deels gelukt’",
        "uitkomsten van een taak in een ander woord, gelezen als ‘deels gelukt’",
    ),
    "drempel_uit_titel": ("drempel van een stemming, gelezen in de titel boven de tabel",) * 2,
    "zonder_motivering": (
        "lijst van besluiten zonder kolom met redenen: of zij zijn gemotiveerd, is niet gemeten",
        "lijsten van besluiten zonder kolom met redenen: of zij zijn gemotiveerd, is niet gemeten",
    ),
    "totaalrij": ("rij met totalen overgeslagen", "rijen met totalen overgeslagen"),
    "gelijke_rij": (
        "rij gelijk aan een eerdere: zonder kolom voor de persoon is niet te zeggen of het dezelfde mens is",
        "rijen gelijk aan een eerdere: zonder kolom voor de persoon is niet te zeggen of het dezelfde mens is",
    ),
    "dubbele_inzending": (
        "rij met de antwoorden van een eerdere, onder een ander nummer: telt als nog een mens",
        "rijen met de antwoorden van een eerdere, onder een ander nummer: elk telt als nog een mens",
    ),
    "persoon_onbekend": (
        "bericht waarvan niet bekend is wie het schreef: telt niet mee in aantallen mensen",
        "berichten waarvan niet bekend is wie ze schreef: zij tellen niet mee in aantallen mensen",
    ),
    "reactie_zonder_bericht": (
        "reactie op een bericht dat niet in de bestanden staat",
        "reacties op berichten die niet in de bestanden staan",
    ),
    "getal_onleesbaar": (
        "cel waarin een getal hoort en geen getal staat",
        "cellen waarin een getal hoort en geen getal staat",
    ),
    "datum_onleesbaar": (
        "datum die niet te lezen is (staat er geen jaar, vul dan begindatum en einddatum in)",
        "datums die niet te lezen zijn (staat er geen jaar, vul dan begindatum en einddatum in)",
    ),
    "geschatte_waarde": ("kolom met geschatte waarden", "kolommen met geschatte waarden"),
}
_PER_KOLOM = ("kolom_weggelaten", "kolom_persoonsgegeven", "geschatte_waarde", "geen_persoonskolom")
"""Reasons of which the columns are counted, not the cells."""


def count_redenen(logboek: pd.DataFrame, per: Sequence[str] = ()) -> pd.DataFrame:
    """Return a row per reason, and per columns of ``per``: reden, aantal, woorden; in the order of the logboek.

    Examples
    --------
    >>> logboek = pd.DataFrame({"reden": ["kolom_weggelaten", "proefrij"], "aantal": [1200, 3]})
    >>> count_redenen(logboek)[["aantal", "woorden"]].values.tolist()
    [[1, 'kolom niet gebruikt'], [3, 'proefrijen overgeslagen']]
    """
    som = logboek.astype({"reden": "str"}).groupby([*per, "reden"], observed=True, dropna=False, sort=False)
    tabel = som.agg(rijen=("aantal", "size"), aantal=("aantal", "sum")).reset_index()
    aantal = tabel["rijen"].where(tabel["reden"].isin(_PER_KOLOM), tabel["aantal"]).astype("int64")
    woorden = [_name(reden, n) for reden, n in zip(tabel["reden"], aantal, strict=True)]
    return tabel[[*per, "reden"]].assign(
        aantal=aantal, woorden=pd.Series(woorden, index=tabel.index, dtype="str")
    )


def drop_unused_masks(logboek: pd.DataFrame) -> pd.DataFrame:
    """Return the logboek without names replaced in columns that are not used: no text has the marks of these.

    Examples
    --------
    >>> rijen = [("a.csv", "", "wie", "cel_gemaskeerd"), ("a.csv", "", "wat", "cel_gemaskeerd"), ("a.csv", "", "wie", "kolom_weggelaten")]
    >>> drop_unused_masks(pd.DataFrame(rijen, columns=["bestand", "blad", "kolom", "reden"]))["kolom"].tolist()
    ['wat', 'wie']
    """
    plek = pd.MultiIndex.from_frame(logboek[["bestand", "blad", "kolom"]].astype("str"))
    weg = plek.isin(plek[logboek["reden"].eq("kolom_weggelaten")])
    return logboek[~(weg & logboek["reden"].eq("cel_gemaskeerd"))].reset_index(drop=True)


def _name(reden: str, aantal: int) -> str:
    enkel, meer = _REDENEN.get(reden, (reden.replace("_", " "),) * 2)
    return enkel if aantal == 1 else meer
