"""What a file is, told from what is in it: a survey, a list of participants, a codebook, a conversation."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from burgerdata.errors import BronError
from burgerdata.formats import read
from burgerdata.formats.chatlog import FORMAAT as CHAT
from burgerdata.formats.peek import count_persoonsnamen
from burgerdata.formats.tools import PLATFORMS
from burgerdata.instruments.besluiten import holds_besluiten
from burgerdata.instruments.label_lists import is_label_list
from burgerdata.instruments.long_waves import find_golfkolom, find_wie
from burgerdata.instruments.onderdelen import (
    find_velden,
    is_persoonskop,
    noemt_aanbeveling,
    recognise_instrument,
)
from burgerdata.instruments.street_columns import looks_like_street
from burgerdata.instruments.taakkolommen import asks_beside, holds_taken
from burgerdata.instruments.ticks import holds_ticks
from burgerdata.instruments.trechter import read_trechter
from burgerdata.instruments.turflijst import holds_wide_tally
from burgerdata.instruments.verslagen import holds_tafels
from burgerdata.instruments.vraagregels import fold
from burgerdata.intake import Zegel
from burgerdata.intake.nummerkoppen import asks_number, is_person_header
from burgerdata.intake.sprekerlijst import find_naamdelen
from burgerdata.loading.andere_vorm import tell_vorm
from burgerdata.loading.bericht_columns import (
    guess_berichtkolommen,
    guess_signaalkolommen,
    holds_replies,
    looks_like_berichten,
    looks_like_contacten,
    looks_like_signalen,
)
from burgerdata.loading.bevraging import asks_questions, tells_groep
from burgerdata.loading.copy_choice import rank_copy
from burgerdata.loading.deliveries import find_screener_columns, seal_lijst, seal_onderdelen
from burgerdata.loading.geen_antwoorden import ONLY_CODES, Aard, tell_geen_antwoorden
from burgerdata.loading.herkend import Herkend
from burgerdata.loading.sources import hash_file, tell_reden
from burgerdata.loading.woordbesluiten import read_woordbesluiten
from burgerdata.pseudonyms import Sleutel
from burgerdata.settings import Levering
from burgerdata.shapes import PERSOON, Gesprek, Tabel

_LIJSTNAAM = re.compile(r"deelnemers|presentie|aanwezigen|screener|participants", re.IGNORECASE)
_NO_DATA = ("codeboek", "deelnemerslijst", "tekst", "onleesbaar")
LIST_AT_MOST = 400
"""Rows above which a table is no list of who came to a few talks."""
_FEWEST_SPEAKERS = 2
_STREET_TALLY = (
    "een turflijst: aantallen per onderwerp, geen rij per gesprek; vraag om de aantekeningen met een rij per gesprek, of noem de"
    " aantallen zelf in het verslag. Zijn het stippen van een avond, maak er dan een levering van met"
    ' instrument = "burgerdialoog", onderdelen = { stippen = "…" } en kolommen = { stelling = "…", stippen = "…" }'
)
_MINUTES = (
    "zet bij een gesprek een dubbele punt achter elke naam (Naam: tekst); is het een verslag van een avond of tafel,"
    ' maak er dan een levering van met instrument = "burgerdialoog"'
)
_WERVING = (
    "het telt de werving en geen antwoorden; zet de aantallen in traject.toml bij de levering waar zij bij horen"
    " (uitgenodigd, aangemeld, geselecteerd, gestart en afgerond)"
)
_HOKJE = re.compile(r"\s*(?:[☐□◻◯○❏❑⬜]|\[ ?\])\s*\w")
"""An answer that nobody ticked."""
_FEWEST_HOKJES = 5
_VRAGENLIJST = "vragenlijst zonder antwoorden; hier is niets in te tellen: leg haar naast vragen.xlsx, om na te gaan of elke vraag volledig is"
_UNIQUE = 0.98
_TYPED = 0.9
LOOK_KEY = Sleutel(b"nieuw: alleen om te tellen, nooit bewaard")
"""Ids made with it serve to count persons and to compare files; none of them is kept."""


def recognise_file(pad: Path, map_: Path, zegel: Zegel, *, blad: str = "") -> Herkend:
    """Return what a file is, or one sheet of it; a file that cannot be read is told so, with the reason."""
    bestand = pad.relative_to(map_).as_posix()
    return replace(_recognise(pad, bestand, zegel, blad), blad=blad)


def _recognise(pad: Path, bestand: str, zegel: Zegel, blad: str) -> Herkend:
    try:
        lezing = read(pad, zegel, blad=blad, bestand=bestand)
        herkend = Herkend(bestand, "", lezing, blad=blad)
        if lezing.formaat.startswith("polis_"):
            return Herkend(bestand, "community", lezing)
        if lezing.codeerprojecten:
            leeg = not any(len(p.documenten) or len(p.coderingen) for p in lezing.codeerprojecten)
            return Herkend(
                bestand, "tekst" if leeg else "codeerproject", lezing, reden=ONLY_CODES if leeg else ""
            )
        if herkend.gesprek is not None:
            gesprek = _as_conversation(herkend)
            return (read_woordbesluiten(gesprek, pad, zegel) if gesprek.soort == "tekst" else None) or gesprek
        return _as_table(_find_persons(herkend, pad, zegel), pad, zegel)
    except BronError as fout:
        return Herkend(bestand, "onleesbaar", reden=tell_reden(fout))


def set_copies_aside(herkend: Sequence[Herkend], map_: Path, genoemd: Collection[str] = ()) -> list[Herkend]:
    """Return the files with each exact copy of another one as a text that holds no data of its own.

    Of files with the same bytes the one counts that traject.toml names (``genoemd``), else the one whose extension is
    right, else the one with the shortest name: a copy is called "enquete (1).csv".
    """
    eerste: dict[str, str] = {}
    data = [deel for deel in herkend if deel.soort not in _NO_DATA]
    for deel in sorted(
        data, key=lambda deel: rank_copy(map_ / deel.bestand, deel.bestand, genoemd=deel.bestand in genoemd)
    ):
        eerste.setdefault(hash_file(map_ / deel.bestand), deel.bestand)
    telt = {*eerste.values()}
    gelijk = {
        deel.bestand: eerste[hash_file(map_ / deel.bestand)] for deel in data if deel.bestand not in telt
    }
    return [
        Herkend(deel.bestand, "tekst", reden=f"precies gelijk aan {gelijk[deel.bestand]}, telt niet mee")
        if deel.bestand in gelijk
        else deel
        for deel in herkend
    ]


def _may_be_person(kop: str) -> bool:
    """Return whether a header may be that of who filled in a row ("Deelnemer"): only where nobody is in two rows it is."""
    return is_person_header(kop) or is_persoonskop(kop)


def _find_persons(herkend: Herkend, pad: Path, zegel: Zegel) -> Herkend:
    """Return the file with its persons by the column that numbers them, when there is one and it is unique."""
    tabel = herkend.tabel
    if tabel is None or herkend.lezing is None:
        return herkend
    over = next((kolom.naam for kolom in tabel.kolommen if _may_be_person(kolom.naam)), "")
    over = over or find_wie(tabel)
    if over:
        vormen = tuple(
            _take_persons(vorm, over, zegel) if isinstance(vorm, Tabel) and over in vorm.frame else vorm
            for vorm in herkend.lezing.vormen
        )
        lezing = replace(herkend.lezing, vormen=vormen)
        gevonden = Herkend(herkend.bestand, "", lezing, over, blad=herkend.blad)
        per_golf = gevonden.tabel is not None and find_golfkolom(gevonden.tabel)
        return gevonden if _is_unique(gevonden) or per_golf else herkend
    weg = next((naam for naam in _dropped(herkend) if is_person_header(naam)), "")
    if not weg:
        return herkend
    lezing = read(pad, replace(zegel, persoon=weg), blad=herkend.blad, bestand=herkend.bestand)
    gevonden = Herkend(herkend.bestand, "", lezing, weg, blad=herkend.blad)
    # what people typed themselves may be "geen" or their neighbour's: then it tells nobody apart
    return herkend if asks_number(weg) and not _is_unique(gevonden, _TYPED) else gevonden


def _take_persons(tabel: Tabel, kolom: str, zegel: Zegel) -> Tabel:
    """Return a table with this column used up for who its rows are of."""
    ids = tabel.frame[kolom].map(zegel.make_persoon)
    over = tuple(andere for andere in tabel.kolommen if andere.naam != kolom)
    return replace(tabel, frame=tabel.frame.assign(**{PERSOON: ids}).drop(columns=kolom), kolommen=over)


def _dropped(herkend: Herkend) -> list[str]:
    """Return the columns that sealing used up or dropped."""
    if herkend.lezing is None:
        return []
    logboek = herkend.lezing.logboek
    return [str(naam) for naam in logboek.loc[logboek["reden"] == "kolom_persoonsgegeven", "kolom"]]


def _is_unique(herkend: Herkend, deel: float = _UNIQUE) -> bool:
    return len(herkend.personen) >= deel * max(herkend.rijen, 1)


def _as_conversation(herkend: Herkend) -> Herkend:
    gesprek = herkend.gesprek
    sprekers = (
        0 if gesprek is None else gesprek.beurten.loc[gesprek.beurten[PERSOON] != "", PERSOON].nunique()
    )
    soort = "gesprek" if sprekers >= _FEWEST_SPEAKERS else "tekst"
    if gesprek is not None and not sprekers and holds_tafels(gesprek):
        soort = "burgerdialoog"
    reden = "" if gesprek is None or soort != "tekst" else _tell_tekst(gesprek)
    return Herkend(herkend.bestand, soort, herkend.lezing, reden=reden)


def _tell_tekst(gesprek: Gesprek) -> str:
    """Return what a text without speakers is: questions with boxes to tick hold nobody's answers."""
    hokjes = int(gesprek.beurten["tekst"].astype("str").str.match(_HOKJE).sum())
    return _VRAGENLIJST if hokjes >= _FEWEST_HOKJES else f"tekst zonder sprekers; {_MINUTES}"


def _as_table(herkend: Herkend, pad: Path, zegel: Zegel) -> Herkend:
    tabel = herkend.tabel
    aard, reden = _tell_geen_antwoorden(herkend)
    if reden or tabel is None:
        return Herkend(herkend.bestand, "tekst", herkend.lezing, reden=reden, aard=aard)
    if herkend.lezing is not None and herkend.lezing.formaat in PLATFORMS:
        return Herkend(herkend.bestand, "community", herkend.lezing)
    if herkend.lezing is not None and herkend.lezing.formaat == CHAT:
        return _as_messages(herkend, pad, zegel, "community")
    koppen = [kolom.naam for kolom in tabel.kolommen]
    if instrument := _find_instrument(herkend, koppen):
        return read_deel(herkend, instrument, pad, zegel)
    if is_label_list(tabel):
        return Herkend(herkend.bestand, "codeboek", herkend.lezing)
    alle = _all_headers(herkend)
    signaal = looks_like_signalen(alle)
    if looks_like_berichten(alle) and not (signaal and not holds_replies(alle)):
        return _as_messages(herkend, pad, zegel, "community")
    if looks_like_street(koppen, _dropped(herkend)):
        return Herkend(herkend.bestand, "straatgesprek", herkend.lezing)
    if signaal:
        return _as_messages(herkend, pad, zegel, "signaal")
    if holds_wide_tally(tabel):
        return Herkend(herkend.bestand, "tekst", herkend.lezing, reden=_STREET_TALLY)
    return _as_list(herkend, pad, zegel) or _as_survey(herkend, tabel)


def _tell_geen_antwoorden(herkend: Herkend) -> tuple[Aard, str]:
    """Return what a file serves elsewhere and why it holds no answers; a file with the counts of recruitment alone holds none."""
    tabellen = herkend.lezing.tabellen if herkend.lezing is not None else ()
    if len(tabellen) == 1 and not herkend.blad and read_trechter(tabellen[0]):
        return "", _WERVING
    return tell_geen_antwoorden(herkend.lezing, herkend.tabel, _dropped(herkend), herkend.persoon)


def read_deel(herkend: Herkend, instrument: str, pad: Path, zegel: Zegel) -> Herkend:
    """Return a file or sheet read once more, as the part it is: its persons and the columns that it needs."""
    soort = "burgerberaad" if instrument == "besluiten" else instrument
    eigen = Levering("nieuw", soort, (pad.name,), blad=herkend.blad)
    verzegeld = seal_onderdelen(zegel, eigen, pad.parent)
    lezing = read(pad, verzegeld, blad=herkend.blad, bestand=herkend.bestand)
    return Herkend(herkend.bestand, instrument, lezing)


def _as_survey(herkend: Herkend, tabel: Tabel) -> Herkend:
    """Return the file as a survey, or as a text where its rows are no people."""
    if vorm := tell_vorm(tabel, _dropped(herkend)):
        return Herkend(herkend.bestand, "tekst", herkend.lezing, reden=vorm)
    return Herkend(herkend.bestand, "enquete", herkend.lezing, herkend.persoon)


def _find_instrument(herkend: Herkend, koppen: Sequence[str]) -> str:
    """Return the instrument of which the file is a part, empty when it is none."""
    if holds_taken(herkend.lezing.tabellen if herkend.lezing else ()):
        return "usability"
    if herkend.tabel is not None and holds_besluiten(herkend.tabel, _dropped(herkend)):
        return "besluiten"
    contacten = looks_like_contacten(_all_headers(herkend))
    instrument = "" if contacten else recognise_instrument(koppen, _dropped(herkend))
    if instrument == "burgerberaad" and _ticks_choices(herkend):
        return ""
    return "" if instrument == "usability" and asks_beside(herkend.tabel) else instrument


def _ticks_choices(herkend: Herkend) -> bool:
    """Return whether numbered rows have a cross below voor or tegen: people with their choice, no votes that were counted."""
    if herkend.tabel is None:
        return False
    velden = find_velden(_all_headers(herkend), "stemmen")
    geteld = [
        herkend.tabel.frame[velden[veld]]
        for veld in ("voor", "tegen")
        if velden.get(veld) in herkend.tabel.frame
    ]
    genummerd = not noemt_aanbeveling(velden.get("aanbeveling", ""))
    return genummerd and bool(geteld) and all(map(holds_ticks, geteld))


def _all_headers(herkend: Herkend) -> list[str]:
    """Return the headers of the table, with those that sealing used up."""
    over = [kolom.naam for kolom in herkend.tabel.kolommen] if herkend.tabel is not None else []
    return [*over, *_dropped(herkend), *filter(None, [herkend.persoon])]


def _as_messages(herkend: Herkend, pad: Path, zegel: Zegel, soort: str) -> Herkend:
    """Return the file read once more as messages, so that who wrote ten of them is one person.

    Of signals, a column with surnames alone says nothing of who it is: the signals count then, until there is a number.
    """
    guess = guess_berichtkolommen if soort == "community" else guess_signaalkolommen
    koppen = _all_headers(herkend)
    kolommen = guess(koppen)
    naam = next(iter(kolommen.get("persoon", ())), "")
    naamgenoten = soort == "signaal" and bool(naam) and count_persoonsnamen(pad, naam) > 0
    if naamgenoten:
        kolommen = guess([kop for kop in koppen if kop != naam])
    open_ = frozenset(naam for namen in kolommen.values() for naam in namen)
    lezing = read(
        pad, replace(zegel, velden=kolommen, open=open_), blad=herkend.blad, bestand=herkend.bestand
    )
    return Herkend(herkend.bestand, soort, lezing, kolommen=kolommen, naamgenoten=naam if naamgenoten else "")


def _as_list(herkend: Herkend, pad: Path, zegel: Zegel) -> Herkend | None:
    """Return the file as a list of participants, None where it is none or where many judge a few speakers."""
    lijst = _read_list(herkend, pad, zegel)
    if (
        lijst is None
        or lijst.lezing is None
        or not asks_questions(herkend.tabel, lijst.persoon, lijst.groepkolom)
    ):
        return lijst
    keren_terug = any(
        2 * tabel.frame[PERSOON].nunique() < len(tabel.frame) for tabel in lijst.lezing.tabellen
    )
    return None if keren_terug else lijst


def _read_list(herkend: Herkend, pad: Path, zegel: Zegel) -> Herkend | None:
    """Return the file as a list of participants when it has a column of speakers and is short, else None."""
    over = [kolom.naam for kolom in herkend.tabel.kolommen] if herkend.tabel is not None else []
    koppen = [*_dropped(herkend), *over, *filter(None, [herkend.persoon])]
    spreker, groep = find_screener_columns(koppen)
    zeker = fold(spreker) in ("spreker", "speaker", "sprekercode")
    in_naam = tells_groep(herkend.tabel, spreker, groep) or _LIJSTNAAM.search(pad.stem)
    genoemd = zeker or bool(spreker and in_naam and not asks_questions(herkend.tabel, spreker, groep))
    vraagt = any("?" in kop for kop in koppen)  # a questionnaire may ask for names too
    if fold(spreker) in ("voornaam", "roepnaam") and (vraagt or not find_naamdelen(koppen, spreker)):
        return None
    if not genoemd or herkend.rijen > LIST_AT_MOST:
        return None
    eigen = seal_lijst(zegel, koppen, spreker, groep)
    lezing = read(pad, eigen, blad=herkend.blad, bestand=herkend.bestand)
    return Herkend(herkend.bestand, "deelnemerslijst", lezing, spreker, groep)
