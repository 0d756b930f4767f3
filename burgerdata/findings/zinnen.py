"""What every finding shares: its length, its quotation marks, and which rows it may rest on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import pandas as pd

from burgerdata.activiteitnamen import add_lidwoord
from burgerdata.errors import RekenError
from burgerdata.getallen import join_woorden
from burgerdata.settings import Drempels
from burgerdata.toelichting import Toelichting, name_bron

LANGST = 90
"""The longest finding, in characters."""
HOOGSTE_P = 0.05
_PROCENT = re.compile(r"(\d[\d.]*(?:,\d+)?)%")
_CITAAT = re.compile("‘[^’]*’")
GEEN_TOETS = "Er zijn te weinig groepen om te vergelijken"
_GELIJK = 1e-9
"""Values that differ less are equal."""
_ANTWOORDWOORD = frozenset(["ja", "nee", "wel", "niet", "soms", "anders", "overig", "yes", "no"])
_LOS = frozenset(
    [
        "aan",
        "als",
        "bij",
        "dat",
        "de",
        "die",
        "door",
        "een",
        "en",
        "het",
        "in",
        "met",
        "na",
        "naar",
        "of",
        "om",
        "op",
        "te",
        "tot",
        "van",
        "voor",
        "wat",
    ]
)
"""Words that mean nothing at the end of a cut text."""
GROEP = (40, 24)
"""Letters of the name of a group: where the sentence has room, and where it has not."""
_NAAM = 3
"""A name has at most this many words; a longer one that opens the literal question is that question."""


def choose_zin(zinnen: Sequence[str]) -> str:
    """Return the first sentence that fits; when none does, the last one cut at a word.

    Examples
    --------
    >>> choose_zin(["a" * 91, "Dit past"])
    'Dit past'
    """
    for zin in zinnen:
        if len(zin) <= LANGST:
            return start_zin(zin)
    kort = zinnen[-1][: LANGST - 1]
    return start_zin(f"{(kort.rsplit(' ', 1)[0] if ' ' in kort else kort).rstrip(' ,;:')}…")


def refuse_onmogelijk(zin: str) -> str:
    """Return the sentence, or refuse one that says more than 100% outside quotation marks.

    Raises
    ------
    RekenError
        When a share is above 100%: answers of several questions were added up, or the base is wrong.

    Examples
    --------
    >>> refuse_onmogelijk("60% is het eens met ‘150% inzet’")
    '60% is het eens met ‘150% inzet’'
    """
    for getal in _PROCENT.findall(_CITAAT.sub("", zin)):
        if float(getal.replace(".", "").replace(",", ".")) > 100:
            raise RekenError(
                f"een bevinding zou {getal}% zeggen, en een aandeel is nooit meer dan 100%; dit is een fout van het "
                f"programma, niet van uw bestanden; meld dit met deze zin erbij: {zin}"
            )
    return zin


def start_zin(zin: str) -> str:
    """Return the sentence with a capital, also behind an opening quotation mark; "één" keeps one accent.

    Examples
    --------
    >>> start_zin("‘terugkoppeling’ komt terug")
    '‘Terugkoppeling’ komt terug'
    >>> start_zin("één punt")
    'Eén punt'
    """
    if zin.startswith("één"):
        return f"Eén{zin[3:]}"
    plek = 1 if zin[:1] in "‘“" else 0
    return zin[:plek] + zin[plek : plek + 1].upper() + zin[plek + 1 :]


def quote(woord: str, *, langst: int = 40) -> str:
    """Return a label between quotation marks, cut when it is long.

    Examples
    --------
    >>> quote("stuur na dertig dagen een bericht", langst=29)
    '‘stuur na dertig dagen…’'
    """
    return f"‘{woord if len(woord) <= langst else _cut(woord[: langst - 1])}’"


def _cut(tekst: str) -> str:
    """Return a text cut behind its last whole word that means something by itself."""
    woorden = (tekst.rsplit(" ", 1)[0] if " " in tekst else tekst).split()
    while len(woorden) > 1 and woorden[-1].lower().strip(",;:") in _LOS:
        woorden.pop()
    return f"{' '.join(woorden).rstrip(' ,;:')}…"


def name_mensen(toelichting: Toelichting) -> str:
    """Return how those who answered are called: never "burgers", and participants where they chose themselves."""
    return "deelnemers" if toelichting.zelfselectie or toelichting.kwalitatief else "mensen"


def name_onderwerp(toelichting: Toelichting, *, langst: int = 50) -> str:
    """Return the subject of a sentence: the short name of the question, or "het antwoord op" a question without one.

    Examples
    --------
    >>> name_onderwerp(Toelichting("cijfer", onderwerp="cijfer", vraag="Welk cijfer geeft u?"))
    'cijfer'
    >>> name_onderwerp(Toelichting("cijfer", onderwerp="Welk cijfer geeft u", vraag="Welk cijfer geeft u?"))
    'het antwoord op ‘Welk cijfer geeft u’'
    """
    onderwerp = toelichting.onderwerp
    letterlijk = toelichting.vraag.startswith(onderwerp.rstrip("…")) and len(onderwerp.split()) > _NAAM
    return f"het antwoord op {quote(onderwerp, langst=langst)}" if letterlijk else onderwerp


def keep_sterk(tabel: pd.DataFrame, basis: str = "basis") -> pd.DataFrame:
    """Return the rows that a sentence may rest on: nothing suppressed, and a base that is shown."""
    tabel = pd.DataFrame(tabel)
    if "onderdrukt" in tabel:
        tabel = tabel[~tabel["onderdrukt"].fillna(False).astype("bool")]
    if basis not in tabel:
        return tabel
    kwalitatief = tabel["kwalitatief"].fillna(True).astype("bool") if "kwalitatief" in tabel else False
    return tabel[tabel[basis].fillna(0).ge(Drempels().verborgen) | kwalitatief]


def pick_activiteit(tabel: pd.DataFrame, toelichting: Toelichting) -> tuple[pd.DataFrame, str]:
    """Return the rows of the activity that a sentence is about, and where that is: nothing where there is but one.

    Of waves that is the last; of other activities, which are never added up, the one with the most people, by name.

    Examples
    --------
    >>> tabel = pd.DataFrame({"activiteit_id": ["enquete", "panel"], "basis": [900, 300]})
    >>> pick_activiteit(tabel, Toelichting("cijfer"))[1], pick_activiteit(tabel, Toelichting("cijfer", golven=True))[1]
    ('in de enquête', 'in de laatste meting')
    """
    if tabel.empty or tabel["activiteit_id"].nunique() == 1:
        return tabel, ""
    if toelichting.golven:
        keuze, waar = tabel["activiteit_id"].iloc[-1], "in de laatste meting"
    else:
        grootste = tabel["basis"].astype("float64").fillna(0).to_numpy().argmax()
        keuze = tabel["activiteit_id"].iloc[int(grootste)]
        waar = f"in {add_lidwoord(name_bron(toelichting, str(keuze)))}"
    return tabel[tabel["activiteit_id"].eq(keuze)], waar


def is_getoetst(tabel: pd.DataFrame) -> bool:
    """Return whether groups were compared by a test: not where one group has answers, or too few are in the others."""
    return "p_aangepast" not in tabel or bool(tabel["p_aangepast"].notna().any())


def is_gelijk(tabel: pd.DataFrame, per: str, waarde: str, *, van: str = "") -> bool:
    """Return whether two groups or more have the very same value, of every answer ``van`` where that is a column.

    Examples
    --------
    >>> tabel = pd.DataFrame({"g": ["m", "v"], "gemiddelde": [8.0, 8.0]})
    >>> is_gelijk(tabel, "g", "gemiddelde"), is_gelijk(tabel.head(1), "g", "gemiddelde")
    (True, False)
    """
    sleutel = [kolom for kolom in ("activiteit_id", van) if kolom in tabel]
    bekend = tabel[tabel[waarde].notna()].assign(alle="")
    if bekend[per].nunique() < 2:
        return False
    per_antwoord = bekend.groupby(["alle", *sleutel], observed=True, dropna=False)[waarde]
    return bool((per_antwoord.max() - per_antwoord.min()).le(_GELIJK).all())


def has_enough(n: pd.Series, minstens: int = Drempels().drempel) -> pd.Series:
    """Return the counts that are not too few people: to print, unless ``minstens`` says otherwise."""
    return n.fillna(0).ge(minstens).astype("bool")


def join_quotes(namen: Sequence[str]) -> str:
    """Return labels between quotation marks as an enumeration.

    Examples
    --------
    >>> join_quotes(["a", "b", "c"])
    '‘a’, ‘b’ en ‘c’'
    """
    return join_woorden(quote_apart(namen))


def quote_apart(namen: Sequence[str], *, langst: int = 24) -> list[str]:
    """Return labels between quotation marks, cut when they are long but never so that two of them become equal.

    Of a trait with its answer the trait is cut, for the answer is what tells groups apart.

    Examples
    --------
    >>> quote_apart(["rolstoel of scootmobiel: ja", "nee"])
    ['‘rolstoel…: ja’', '‘nee’']
    >>> quote_apart(["inwoners van de gemeente Noord", "inwoners van de gemeente Zuid"])
    ['‘…Noord’', '‘…Zuid’']
    """
    kort = [_quote_groep(naam, langst) for naam in namen]
    if len(set(kort)) == len(set(namen)):
        return kort
    woorden = [naam.split() for naam in namen]
    gelijk = next(
        nr for nr in range(max(map(len, woorden))) if len({tuple(deel[: nr + 1]) for deel in woorden}) > 1
    )
    staarten = [
        quote(" ".join([f"…{deel[gelijk]}", *deel[gelijk + 1 :]]) if deel[gelijk:] else naam, langst=langst)
        for deel, naam in zip(woorden, namen, strict=True)
    ]
    return (
        staarten if len(set(staarten)) == len(set(namen)) else [quote(naam, langst=LANGST) for naam in namen]
    )


def is_genoemd(naam: str, zin: str) -> bool:
    """Return whether a sentence names this group, cut or whole.

    Examples
    --------
    >>> is_genoemd("rolstoel of scootmobiel: ja", "Cijfer is lager bij ‘rolstoel…: ja’ dan bij ‘nee’")
    True
    """
    return any(_quote_groep(naam, langst) in zin for langst in GROEP)


def _quote_groep(naam: str, langst: int) -> str:
    trait, dubbelpunt, antwoord = naam.rpartition(": ")
    if len(naam) <= langst or not dubbelpunt or antwoord.casefold() not in _ANTWOORDWOORD:
        return quote(naam, langst=langst)
    ruimte = max(langst - len(antwoord) - 3, 1)
    return f"‘{_cut(trait[:ruimte])}: {antwoord}’"


def name_groepen(groepen: Iterable[object], toelichting: Toelichting) -> list[str]:
    """Return the groups as a sentence names them: "ja" and "nee" with the trait that they answer.

    Examples
    --------
    >>> name_groepen(["ja", "18-34"], Toelichting("cijfer", groep_naam="digitaal vaardig"))
    ['digitaal vaardig: ja', '18-34']
    """
    trait = toelichting.groep_naam
    return [
        f"{trait}: {groep}" if trait and str(groep).casefold() in _ANTWOORDWOORD else str(groep)
        for groep in groepen
    ]


def pick_hoogste(tabel: pd.DataFrame, kolom: str) -> pd.Series:
    """Return the first row with the highest value; the table has rows and the column numbers."""
    return tabel.iloc[int(tabel[kolom].astype("float64").to_numpy().argmax())]
