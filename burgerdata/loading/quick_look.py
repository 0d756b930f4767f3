"""A quick look at one file, or at a few that belong together, without a folder and without settings."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import pandas as pd

from burgerdata.contract import check_tabellen
from burgerdata.errors import BronError, ContractError, MethodeError
from burgerdata.formats import detect
from burgerdata.formats.tools import CODEBOOKS, CONVERSATIONS, PLATFORMS
from burgerdata.instruments import INSTRUMENTEN, Vragenlijst
from burgerdata.instruments.suggestions import suggest
from burgerdata.intake import open_bron
from burgerdata.loading.analyst_input import Invoer
from burgerdata.loading.deliveries import read_levering
from burgerdata.loading.load import assemble_traject, tell_versions
from burgerdata.pseudonyms import Sleutel
from burgerdata.settings import Instellingen, Levering
from burgerdata.shapes import Bron
from burgerdata.traject import Traject

Pad = str | os.PathLike[str]
_FIELDS = tuple(
    veld.name
    for veld in fields(Levering)
    if veld.name not in ("instrument", "bestanden", "golfdagen", "regels", "bladen_elders", "lijst_ook")
)
_TUPLES = ("cluster", "fpc", "kenmerken", "gespreksleider")
_TABLES = ("kolommen", "testrijen", "onderdelen", "statussen")


@dataclass(frozen=True)
class _Blik:
    """What one look at a file tells: its format and the SHA-256 of its bytes, empty where it tells neither."""

    formaat: str
    sha256: str


def read_bestand(pad: Pad | Sequence[Pad], *, instrument: str | None = None, **velden: Any) -> Traject:
    r"""Return a Traject of one file, or of several that belong together; the format is recognised from the contents.

    Without ``instrument`` messages of a platform (Decidim, Consul, Go Vocal, Polis, .pb) are a community, a conversation
    is a focusgroep, all else an enquete.
    ``velden`` are settings of a delivery as in traject.toml (gewicht, persoon, kenmerken, …). Ids are made with a key
    that follows from the files alone: the same files give the same ids, and no key needs to be kept. Such ids are for a
    look; a traject of its own has a secret key. Several files of a panel are its waves 1, 2, … unless ``metingen``
    says otherwise. A questionnaire (.lss, XLSForm) among the files describes the answers in the others.

    Raises
    ------
    ContractError
        Everything that is wrong with the files at once.
    MethodeError
        When the instrument or a setting does not exist.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as tijdelijk:
    ...     bestand = Path(tijdelijk) / "export.csv"
    ...     _ = bestand.write_text("nr;Welk cijfer geeft u?\n1;7\n2;8", encoding="utf-8")
    ...     read_bestand(bestand).antwoorden["getal"].tolist()
    [7.0, 8.0]
    """
    paden = [Path(pad)] if isinstance(pad, (str, os.PathLike)) else [Path(deel) for deel in pad]
    if not paden:
        raise MethodeError("read_bestand kreeg geen bestand; noem er minstens één")
    geopend = _open_all(paden)
    blikken = {pad: _look(geopend.get(pad.resolve())) for pad in paden}
    instrument = instrument or _guess_instrument(blikken[paden[0]].formaat)
    if instrument not in INSTRUMENTEN:
        raise MethodeError(
            f"instrument '{instrument}' kan niet worden gelezen; {suggest(instrument, INSTRUMENTEN)}"
        )
    map_ = Path(os.path.commonpath([pad.resolve().parent for pad in paden]))
    antwoorden, instellingen = _set_codebook_apart(blikken, map_, velden)
    levering = _make_levering(antwoorden, map_, instrument, instellingen)
    try:
        sleutel = _derive_key(blikken)
    except BronError as fout:
        raise ContractError([fout.probleem]) from fout
    oogst = read_levering(levering, map_, sleutel, Vragenlijst(), geopend)
    oogsten, dubbel = tell_versions([oogst])
    if gevonden := (*oogst.alles, *dubbel):
        raise ContractError(gevonden)
    traject = assemble_traject(Instellingen(leveringen=(levering,)), _empty_input(), oogsten)
    if problemen := check_tabellen(traject.tabellen):
        raise ContractError(problemen)
    return traject


def _make_levering(paden: Sequence[Path], map_: Path, instrument: str, velden: Mapping[str, Any]) -> Levering:
    for naam in velden:
        if naam not in _FIELDS:
            raise MethodeError(f"de instelling '{naam}' bestaat niet; {suggest(naam, _FIELDS)}")
    namen = tuple(pad.resolve().relative_to(map_).as_posix() for pad in paden)
    eigen = {naam: _as_setting(naam, waarde) for naam, waarde in velden.items()}
    if instrument == "klantpanel" and len(namen) > 1:
        eigen.setdefault("metingen", {str(nummer): naam for nummer, naam in enumerate(namen, start=1)})
    return Levering(**({"naam": instrument} | eigen), instrument=instrument, bestanden=namen)


def _set_codebook_apart(
    blikken: Mapping[Path, _Blik], map_: Path, velden: Mapping[str, Any]
) -> tuple[Sequence[Path], Mapping[str, Any]]:
    """Return the files with answers, and the settings with the one questionnaire among the files as its codeboek."""
    boeken = [pad for pad, blik in blikken.items() if blik.formaat in CODEBOOKS] if len(blikken) > 1 else []
    if len(boeken) != 1 or "codeboek" in velden:
        return list(blikken), velden
    naam = boeken[0].resolve().relative_to(map_).as_posix()
    return [pad for pad in blikken if pad != boeken[0]], {**velden, "codeboek": naam}


def _as_setting(naam: str, waarde: Any) -> Any:
    """Return a value as a Levering holds it: lists as tuples, a single text where a list is meant as a list of one."""
    if naam in _TUPLES:
        return (waarde,) if isinstance(waarde, str) else tuple(waarde)
    if naam in _TABLES:
        return {
            sleutel: (deel,) if isinstance(deel, str) else tuple(deel) for sleutel, deel in waarde.items()
        }
    return waarde


def _guess_instrument(formaat: str) -> str:
    if formaat in CONVERSATIONS:
        return "focusgroep"
    return "community" if formaat in PLATFORMS or formaat.startswith("polis_") else "enquete"


def _open_all(paden: Sequence[Path]) -> dict[Path, Bron]:
    """Return the files that can be opened; reading one that cannot says what is wrong."""
    geopend = {}
    for pad in paden:
        with suppress(BronError):
            geopend[pad.resolve()] = open_bron(pad)
    return geopend


def _look(bron: Bron | None) -> _Blik:
    """Return what a file is by its content; reading a file that is of no format says what is wrong."""
    if bron is None:
        return _Blik("", "")
    try:
        return _Blik(detect(bron), bron.sha256)
    except BronError:
        return _Blik("", bron.sha256)


def _derive_key(blikken: Mapping[Path, _Blik]) -> Sleutel:
    """Return a key that follows from the bytes of the files, so that a quick look repeats itself."""
    bytes_ = "".join(blik.sha256 or open_bron(pad).sha256 for pad, blik in blikken.items())
    eerste = Sleutel(bytes_.encode("ascii"))
    return Sleutel(eerste.make_id("sleutel", "vluchtige blik").encode("ascii"))


def _empty_input() -> Invoer:
    leeg = pd.DataFrame()
    return Invoer(Vragenlijst(), leeg, leeg, leeg, None, leeg, ())
