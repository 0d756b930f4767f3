"""The proposal of `nieuw`: what lies in a folder, what is missing, and drafts of what the analyst fills."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from burgerdata.errors import BronError
from burgerdata.instruments.vraagregels import Groepregel
from burgerdata.intake import Zegel
from burgerdata.loading import draft_sheets as sheets
from burgerdata.loading.analyst_tables import read_marges
from burgerdata.loading.besluitenlijst import draft_doorwerking, place_besluiten, tell_punten
from burgerdata.loading.bladen import recognise_bladen, state_bladen
from burgerdata.loading.bovenaan import fill_boven, propose_boven
from burgerdata.loading.draft_toml import (
    LEVERINGEN_HIER,
    add_leveringen,
    count_questions,
    list_needed,
    write_toml,
)
from burgerdata.loading.drafts import Concept, draft_levering
from burgerdata.loading.fill_in import find_invulbestand
from burgerdata.loading.gespreksdagen import know_dagen
from burgerdata.loading.gewichtenlijst import join_gewichten
from burgerdata.loading.groepsvoorstel import draft_groepen
from burgerdata.loading.grouping import bundle_files
from burgerdata.loading.herkend import Herkend
from burgerdata.loading.known_deliveries import fit_rows, list_genoemd, list_known, name_bundels, split_known
from burgerdata.loading.known_speakers import know_speakers
from burgerdata.loading.leveringen import natural_key
from burgerdata.loading.load import SLEUTELBESTAND
from burgerdata.loading.losse_antwoorden import join_antwoorden
from burgerdata.loading.losse_lijst import recognise_lijsten
from burgerdata.loading.marge_proposal import mark_kenmerken, propose_marges, tell_proposal
from burgerdata.loading.niet_gevraagd import explain_niet_gevraagd
from burgerdata.loading.presentielijst import recognise_presentie
from burgerdata.loading.proeflezing import list_leesproblemen
from burgerdata.loading.proposal_rows import (
    describe_bundels,
    describe_leftovers,
    list_missing,
    list_unknown_sheets,
)
from burgerdata.loading.proposal_text import Geschreven, write_voorstel
from burgerdata.loading.questionnaires import recognise_questionnaires
from burgerdata.loading.recognise import LOOK_KEY, set_copies_aside
from burgerdata.loading.same_questions import share_golfvragen, unify_names
from burgerdata.loading.sources import list_bestanden
from burgerdata.loading.themavoorstel import propose_themas
from burgerdata.loading.toml import read_instellingen
from burgerdata.loading.trechtervoorstel import fill_trechter
from burgerdata.loading.zelfde_mensen import join_mensen
from burgerdata.loading.zonder_levering import state_zonder_levering
from burgerdata.pseudonyms import create_sleutel
from burgerdata.settings import Instellingen


def _list_marges(map_: Path, voorstel: Sequence[Mapping[str, object]]) -> set[str]:
    """Return the traits of which marges.xlsx has population figures, or gets them as a proposal."""
    eigen = read_marges(map_).frame if find_invulbestand(map_, "marges") is not None else pd.DataFrame()
    ingevuld = set(eigen["variabele"].astype("str")) if "variabele" in eigen else set()
    return ingevuld or {str(rij["variabele"]) for rij in voorstel}


@dataclass(frozen=True)
class Voorstel:
    """What `nieuw` found and wrote.

    ``bestanden`` has a row per file or series: bestand, herkend_als, rijen, mensen, periode, let_op. ``gezien`` are
    files that were seen and hold no data that can be read, ``ontbreekt`` what a report would want and is not there;
    ``vragen`` is how many answers traject.toml asks for.
    """

    map: Path
    bestanden: pd.DataFrame
    gezien: tuple[str, ...]
    ontbreekt: tuple[str, ...]
    geschreven: tuple[str, ...]
    bestond_al: tuple[str, ...]
    vragen: int
    tekst: str


class _Rijen(NamedTuple):
    """Rows that files of the folder offer for the sheets of the analyst."""

    marges: Sequence[Mapping[str, object]]
    punten: Sequence[Mapping[str, object]]
    woorden: Sequence[Mapping[str, object]]


class _Ontwerp(NamedTuple):
    """What the files are, the deliveries that they make, those known by now too, and the rows that they offer."""

    herkend: list[Herkend]
    concepten: list[Concept]
    bekend: list[Concept]
    groepen: tuple[Groepregel, ...]
    marges: list[dict[str, object]]


class _Uitkomst(NamedTuple):
    """What was written, and out of how many files."""

    pad: Path
    aantal: int
    toml: str
    rijen: _Rijen
    geschreven: tuple[str, ...]
    bestond_al: tuple[str, ...]


def propose_traject(map_: Path | str) -> Voorstel:
    r"""Return what the files of a folder are, after writing drafts of what the analyst fills; nothing is overwritten.

    Files may lie in the folder itself, in ``ruw/`` or in another folder of it. What only a person can know (fase, trede, doel, …) is a question
    mark in the draft.

    Raises
    ------
    BronError
        When there is no such folder, or no file in it.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as tijdelijk:
    ...     _ = (Path(tijdelijk) / "e.csv").write_text("nr;Welk cijfer geeft u?;Waarom?\n1;7;goed\n2;8;")
    ...     propose_traject(tijdelijk).bestanden[["bestand", "herkend_als", "rijen"]].values.tolist()
    [['e.csv', 'enquête, csv, 2 vragen', 2]]
    """
    pad = Path(map_)
    paden = list_deliveries(pad)
    if not paden:
        wat = "in deze map staat geen enkel bestand"
        raise BronError(wat, "zet de bestanden van het bureau in de map ruw/", bestand=pad.name)
    bestaand = _read_bestaand(pad)
    ontwerp = _make_ontwerp(paden, pad, bestaand)
    punten = draft_doorwerking(ontwerp.herkend)
    toml = _compose_toml(ontwerp, punten, pad)
    nieuw = find_invulbestand(pad, "themalijst") is None
    rijen = _Rijen(ontwerp.marges, punten, propose_themas(ontwerp.concepten) if nieuw else ())
    geschreven, bestond_al = _write_drafts(pad, toml, ontwerp.bekend, ontwerp.groepen, rijen)
    return _tell_voorstel(ontwerp, _Uitkomst(pad, len(paden), toml, rijen, geschreven, bestond_al), bestaand)


def _make_ontwerp(paden: Sequence[Path], pad: Path, bestaand: Instellingen | None) -> _Ontwerp:
    """Return what the files are and which deliveries they make, with all that the files of the folder tell of each other."""
    zegel = Zegel(LOOK_KEY, "nieuw", scope="nieuw")
    alle = [deel for bestand in paden for deel in recognise_bladen(bestand, pad, zegel)]
    herkend = recognise_questionnaires(set_copies_aside(alle, pad, list_genoemd(bestaand)))
    herkend = recognise_presentie(recognise_lijsten(herkend, pad, zegel), pad, zegel)
    herkend = place_besluiten(know_speakers(herkend, pad, zegel))
    bestaat = [levering.naam for levering in bestaand.leveringen] if bestaand else []
    concepten = join_mensen(draft_all(herkend, bestaand), pad, zegel, bestaat)
    concepten, herkend = join_gewichten(concepten, herkend, pad)
    concepten, herkend = join_antwoorden(concepten, herkend, zegel)
    groepen = draft_groepen(list_known(concepten, bestaand))
    marges = propose_marges(herkend, list_known(concepten, bestaand), groepen)
    concepten = mark_kenmerken(concepten, marges)
    bekend = list_known(concepten, bestaand)
    return _Ontwerp(herkend, know_dagen(concepten, herkend, pad), bekend, groepen, marges)


def _compose_toml(ontwerp: _Ontwerp, punten: list[dict[str, str]], pad: Path) -> str:
    """Return the text of traject.toml: of what was prepared before the files came, with the deliveries added."""
    concepten = ontwerp.concepten
    projecten = [deel.bestand for deel in ontwerp.herkend if deel.soort == "codeerproject"]
    voorbereid = _read_voorbereid(pad / "traject.toml")
    zonder_fase = bool(voorbereid) and re.search(r"^fase\s*=", voorbereid, re.MULTILINE) is None
    marges = _list_marges(pad, ontwerp.marges)
    toml = write_toml(concepten, ontwerp.groepen, projecten, eigen_fase=zonder_fase, marges=marges)
    namen = [lid.bestand for lid in concepten[0].bundel.leden] if len(concepten) == 1 else []
    boven = propose_boven(ontwerp.marges, punten, [pad.resolve().name, *namen])
    toml = fill_boven(fill_trechter(toml, concepten, ontwerp.herkend), boven)
    return add_leveringen(voorbereid, toml) if voorbereid else toml


def _tell_voorstel(ontwerp: _Ontwerp, uit: _Uitkomst, bestaand: Instellingen | None) -> Voorstel:
    """Return what was found and written, and in words what is to be done next."""
    concepten, geschreven = ontwerp.concepten, uit.geschreven
    herkend = tell_punten(ontwerp.herkend) if "doorwerking.xlsx" in geschreven else ontwerp.herkend
    bestanden = describe_bundels(concepten, herkend)
    voorstel = "marges.xlsx" in geschreven and bool(ontwerp.marges)
    gezien = describe_leftovers(tell_proposal(herkend, ontwerp.marges if voorstel else ()), concepten)
    gezien += state_bladen(herkend, bestaand)
    ontbreekt = list_missing(concepten, uit.pad, voorstel=voorstel)
    los = state_zonder_levering(concepten, ontwerp.groepen, bestaand) if bestaand else ()
    bladen = {"themalijst.xlsx": uit.rijen.woorden, "marges.xlsx": ontwerp.marges}
    overnemen = [naam for naam, wat in bladen.items() if naam in geschreven and wat]
    onbekend = list_unknown_sheets(concepten) if "traject.toml" in geschreven else ()
    # what stands in the way then is told in so many words
    open_ = onbekend or list_needed(uit.toml) or bestanden.empty
    problemen = () if open_ else list_leesproblemen(uit.pad)
    verslag = Geschreven(geschreven, uit.bestond_al, uit.toml, los, onbekend, overnemen, problemen)
    tekst = write_voorstel(
        uit.pad, bestanden, aantal=uit.aantal, gezien=gezien, ontbreekt=ontbreekt, geschreven=verslag
    )
    vragen = count_questions(uit.toml)
    return Voorstel(uit.pad, bestanden, gezien, ontbreekt, geschreven, uit.bestond_al, vragen, tekst)


def list_deliveries(map_: Path) -> list[Path]:
    """Return the files that may be data: in the folder and in those within it, without what the analyst or a system put there."""
    if not map_.is_dir():
        raise BronError("deze map bestaat niet", "controleer de schrijfwijze", bestand=str(map_.name))
    bestanden = [pad for pad in list_bestanden(map_) if not _in_project(pad)]
    return sorted(bestanden, key=lambda pad: natural_key(pad.relative_to(map_).as_posix()))


def _in_project(pad: Path) -> bool:
    """Return whether a file belongs to the folder of a QualCoder project, whose database holds all its texts."""
    in_map = any(boven.suffix.casefold() == ".qda" for boven in pad.parents)
    return in_map and pad.name != "data.qda"


def draft_all(herkend: Sequence[Herkend], bestaand: Instellingen | None = None) -> list[Concept]:
    """Return a draft per delivery, named as in traject.toml or after its instrument, with questions named alike."""
    paren = split_known(bundle_files(herkend), bestaand)
    namen = name_bundels(paren)
    concepten = [
        fit_rows(draft_levering(bundel, naam), levering)
        for (bundel, levering), naam in zip(paren, namen, strict=True)
    ]
    return share_golfvragen(unify_names(concepten))


def _write_drafts(
    map_: Path,
    toml: str,
    concepten: Sequence[Concept],
    groepen: Sequence[Groepregel],
    rijen: _Rijen,
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Write what is not there yet; return the names that were written and those that were left as they are."""
    regels = [regel for concept in concepten for regel in concept.regels]
    ook = explain_niet_gevraagd(concepten)
    makers: dict[str, Callable[[Path], object]] = {
        "traject.toml": lambda pad: pad.write_text(toml, encoding="utf-8", newline="\n"),
        "vragen.xlsx": lambda pad: sheets.write_sheets(pad, sheets.make_vragen(regels, groepen, ook=ook)),
        "themalijst.xlsx": lambda pad: sheets.write_sheets(pad, sheets.make_themalijst(rijen.woorden)),
        "marges.xlsx": lambda pad: sheets.write_sheets(pad, sheets.make_marges(rijen.marges)),
        "doorwerking.xlsx": lambda pad: sheets.write_sheets(pad, sheets.make_doorwerking(rijen.punten)),
        "citaten.xlsx": lambda pad: sheets.write_sheets(pad, sheets.make_citaten()),
        SLEUTELBESTAND: create_sleutel,
    }
    geschreven, bestond_al = [], []
    for naam, maak in makers.items():
        pad = map_ / naam
        if (pad.exists() or pad.with_suffix(".csv").exists()) and not _read_voorbereid(pad):
            bestond_al.append(naam)
        else:
            maak(pad)
            geschreven.append(naam)
    return tuple(geschreven), tuple(bestond_al)


def _read_bestaand(map_: Path) -> Instellingen | None:
    """Return the settings of a traject.toml that has deliveries; None when there is none yet, or it cannot be read."""
    pad = map_ / "traject.toml"
    instellingen = read_instellingen(pad)[0] if pad.is_file() else None
    return instellingen if instellingen is not None and instellingen.leveringen else None


def _read_voorbereid(pad: Path) -> str:
    """Return a traject.toml of the preparation that still asks for its deliveries; empty for any other file."""
    if pad.suffix != ".toml" or not pad.is_file():
        return ""
    rauw = pad.read_bytes()
    try:
        tekst = rauw.decode("utf-8-sig")
    except UnicodeDecodeError:
        tekst = rauw.decode("cp1252", errors="replace")
    return tekst if LEVERINGEN_HIER in tekst and "[[levering]]" not in tekst else ""
