"""The check of a folder: every problem, what was read, what was left out, and counts to compare."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from burgerdata.codeerwerk.report import state_codeerwerk
from burgerdata.errors import ContractError, Probleem
from burgerdata.getallen import format_getal
from burgerdata.loading.check_text import Ernaast, write_controle
from burgerdata.loading.load import collect_gelezen
from burgerdata.loading.nakijken import find_in_gelezen, find_nakijken
from burgerdata.loading.ongebruikt import review_ongebruikt, tell_ongelezen
from burgerdata.loading.sprekercontrole import review_sprekers
from burgerdata.loading.top_answers import count_answers
from burgerdata.schema import LEVERING_ROL
from burgerdata.traject import Traject


@dataclass(frozen=True)
class Controle:
    """What `controleer` shows: every problem, what was read per file, what reading did, and the top answers.

    ``problemen`` has a row per problem (bestand, blad, rij, kolom, wat, remedie); ``bronnen`` and ``logboek`` are tables
    of the contract; ``antwoorden`` is the table of ``count_answers``. ``niet_opgegeven`` are settings that only the
    analyst can give and did not give yet: the report says so once.
    """

    map: Path
    problemen: pd.DataFrame
    bronnen: pd.DataFrame
    activiteiten: pd.DataFrame
    logboek: pd.DataFrame
    antwoorden: pd.DataFrame
    niet_opgegeven: tuple[str, ...]
    tekst: str


Verder = Callable[[Traject], tuple[Sequence[Probleem], Sequence[Probleem]]]
"""What more is looked at in a traject without problems: problems, and what deserves a look."""


def check_traject(map_: Path | str, *, verder: Verder | None = None) -> Controle:
    r"""Return the check of a folder; it is made as far as possible when there are problems.

    ``verder`` looks on where the folder itself has none, as the report does at ``teksten/``.

    Raises
    ------
    BronError
        When there is no traject.toml.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as tijdelijk:
    ...     _ = (Path(tijdelijk) / "traject.toml").write_text('titel = "Boa"\nbeleit = "wijk"')
    ...     print(check_traject(tijdelijk).tekst)
    2 problemen:
      traject.toml, rij 2, kolom 'beleit': de instelling 'beleit' bestaat bovenaan niet; bedoelde u 'beleid'?
      traject.toml, kolom 'levering': er staat geen enkele levering in; voeg een blok [[levering]] toe
    <BLANKLINE>
    Niet opgegeven: beleid, doel, ruimte, doelgroep, besluit
    """
    pad = Path(map_)
    traject, gevonden, gelezen = collect_gelezen(pad)
    meer, ook = verder(traject) if verder and not gevonden else ((), ())
    fout = ContractError([*gevonden, *meer])
    activiteiten = summarise_activiteiten(traject)
    antwoorden = count_answers(traject)
    niet = traject.instellingen.niet_opgegeven
    eigen = pad.parent if pad.suffix == ".toml" else pad
    # only beside whole tables: a trait of a file that could not be read would seem to be nowhere
    los = find_in_gelezen(traject) if gevonden else find_nakijken(traject, eigen)
    nakijken = (
        *review_ongebruikt(traject, gelezen, eigen),
        *los,
        *review_sprekers(traject, gelezen),
        *ook,
    )
    codeerwerk = "" if gevonden else state_codeerwerk(traject, eigen)
    ernaast = Ernaast(codeerwerk, nakijken, tell_ongelezen(traject.bronnen, eigen))
    tekst = write_controle(fout.lijst, activiteiten, traject, antwoorden, ernaast)
    return Controle(
        pad, fout.problemen, traject.bronnen, activiteiten, traject.logboek, antwoorden, niet, tekst
    )


def summarise_activiteiten(traject: Traject) -> pd.DataFrame:
    """Return a row per activity: instrument, fase, period, mensen (rol burger), vragen, teksten, anderen.

    ``anderen`` says how many people took part in another capacity ("87 professionals").
    """
    activiteiten = traject.activiteiten
    personen = traject.deelnemers
    burgers = personen[personen["rol"] == "burger"]
    sleutel = activiteiten["activiteit_id"].astype("str")
    mensen = burgers.groupby("activiteit_id", observed=True, dropna=False)["personen"].sum()
    tellingen = {
        "mensen": mensen,
        "vragen": traject.vragen["activiteit_id"].value_counts(),
        "teksten": traject.fragmenten["activiteit_id"].value_counts(),
    }
    tabel = activiteiten[["activiteit_id", "instrument", "fase", "meting", "begindatum", "einddatum"]]
    anderen = _count_others(personen)
    return tabel.assign(
        anderen=pd.Series([anderen.get(naam, "") for naam in sleutel], index=tabel.index, dtype="str"),
        **{
            naam: sleutel.map({str(k): int(n) for k, n in reeks.items()}).fillna(0).astype("int64")
            for naam, reeks in tellingen.items()
        },
    )


def _count_others(personen: pd.DataFrame) -> dict[str, str]:
    """Return activity → how many people of each rol that is neither citizen nor staff of the talk."""
    los = personen.astype({"activiteit_id": "str", "rol": "str"})
    los = los[los["rol"].isin(LEVERING_ROL) & los["rol"].ne("burger")]
    som = los.groupby(["activiteit_id", "rol"], observed=True, dropna=False)["personen"].sum()
    gezegd: dict[str, list[str]] = {}
    for rij in som.reset_index().to_dict("records"):
        gezegd.setdefault(str(rij["activiteit_id"]), []).append(
            f"{format_getal(rij['personen'])} {rij['rol']}{'s' if rij['personen'] != 1 else ''}"
        )
    return {naam: ", ".join(delen) for naam, delen in gezegd.items()}
