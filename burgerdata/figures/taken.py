"""plot_taken: tasks with who succeeded as bars of people, and the median time of those who did beside them."""

from __future__ import annotations

import math
from pathlib import Path

import pandas as pd

from burgerdata.figures.figuur import Figuur
from burgerdata.figures.formaat import Formaatnaam
from burgerdata.figures.groups import name_activiteit
from burgerdata.figures.making import Inhoud, Opdracht, make_figuur, state_titel
from burgerdata.figures.marks import Merk, Merkpaneel
from burgerdata.figures.palette import EIGEN_VIJF
from burgerdata.figures.preparation import TE_WEINIG, flag, is_onderdrukt, numbers, prepare_tabel, texts
from burgerdata.figures.rows import Rijen
from burgerdata.figures.tokens import explain_tekens
from burgerdata.figures.words import count_woord
from burgerdata.getallen import format_getal, format_procent


def plot_taken(
    table: pd.DataFrame,
    *,
    titel: str | None = None,
    formaat: Formaatnaam = "a4",
    style_path: str | Path | None = None,
) -> Figuur:
    """Return a row per task: who succeeded, and the median time of those who did.

    Up to 30 people the bars count them ("8 van de 10") and have no interval; above it they are shares, with the
    interval of the table. Tasks keep their order, as people did them.

    Raises
    ------
    MethodeError
        When the table is empty.

    Examples
    --------
    >>> tabel = pd.DataFrame({"taak": ["inloggen"], "n": [8], "basis": [10], "tekst": ["8 van de 10"]})
    >>> plot_taken(tabel.assign(kwalitatief=True), titel="Inloggen lukt de meesten").alt
    'Staafdiagram: Inloggen lukt de meesten. Eén taak; gelukt: inloggen 8 van de 10.'
    """
    opdracht = Opdracht(plot_taken, table, titel, formaat, style_path)
    tabel = prepare_tabel(table, nodig=("taak", "n", "basis"), figuur="taken")
    tellen = bool(flag(tabel, "kwalitatief").all())
    labels = _name_rijen(tabel)
    panelen = [
        Merkpaneel(
            tuple(_make_merk(nummer, tabel.loc[[nummer]], tellen=tellen) for nummer in range(len(tabel))),
            kop="Gelukt",
            plafond=float(numbers(tabel, "basis").max()) if tellen else 1.0,
            procent=not tellen,
        )
    ]
    if numbers(tabel, "tijd_mediaan").notna().any():
        tijden = tuple(_make_tijd(nummer, tabel.loc[[nummer]]) for nummer in range(len(tabel)))
        panelen.append(Merkpaneel(tijden, kop="Tijd, mediaan", kleur=EIGEN_VIJF[4]))
    kop = state_titel(opdracht, tabel)
    aantal = "Eén taak" if len(tabel) == 1 else f"{count_woord(len(tabel)).capitalize()} taken"
    alt = f"Staafdiagram: {kop}. {aantal}; gelukt: {_tell_taken(tabel, labels)}."
    tekening = Rijen(labels, tuple(panelen), gedeeld=False)
    tekens = () if tellen else explain_tekens(tabel)
    return make_figuur(opdracht, Inhoud(tabel, tekening, alt, tekens), kop)


def _name_rijen(tabel: pd.DataFrame) -> tuple[str, ...]:
    """Return the name of each task, with its round behind it where there are several."""
    activiteit = texts(tabel, "activiteit_id")
    if activiteit.nunique() < 2:
        return tuple(texts(tabel, "taak"))
    namen = [name_activiteit(tabel.loc[[rij]], naam) for rij, naam in activiteit.items()]
    return tuple(f"{taak} ({naam})" for taak, naam in zip(texts(tabel, "taak"), namen, strict=True))


def _make_merk(nummer: int, rij: pd.DataFrame, *, tellen: bool) -> Merk:
    if is_onderdrukt(rij).iloc[0]:
        return Merk(nummer, TE_WEINIG)
    if tellen:
        return Merk(nummer, _state_rij(rij), numbers(rij, "n").iloc[0])
    aandeel, onder, boven = (numbers(rij, naam).iloc[0] for naam in ("aandeel", "onder", "boven"))
    return Merk(nummer, format_procent(aandeel), aandeel, onder, boven)


def _state_rij(rij: pd.DataFrame) -> str:
    return f"{format_getal(numbers(rij, 'n').iloc[0])} van de {format_getal(numbers(rij, 'basis').iloc[0])}"


def _make_tijd(nummer: int, rij: pd.DataFrame) -> Merk:
    seconden = numbers(rij, "tijd_mediaan").iloc[0]
    if math.isnan(seconden):
        return Merk(nummer, "–")
    return Merk(nummer, format_duur(seconden), seconden)


def format_duur(seconden: float) -> str:
    """Return seconds as a reader says them.

    Examples
    --------
    >>> format_duur(45), format_duur(130), format_duur(120)
    ('45 s', '2 min 10 s', '2 min')
    """
    minuten, rest = divmod(round(seconden), 60)
    delen = [f"{minuten} min"] if minuten else []
    return " ".join([*delen, *([f"{rest} s"] if rest or not minuten else [])])


def _tell_taken(tabel: pd.DataFrame, labels: tuple[str, ...]) -> str:
    """Return the tasks that went best and worst; a suppressed one is never among them."""
    open_ = tabel[~is_onderdrukt(tabel)]
    aandeel = (numbers(open_, "n") / numbers(open_, "basis")).sort_values(ascending=False, kind="stable")
    einden = dict.fromkeys([aandeel.index[0], aandeel.index[-1]])
    tellen = bool(flag(tabel, "kwalitatief").all())
    return ", ".join(
        f"{labels[nr]} {_state_rij(tabel.loc[[nr]]) if tellen else format_procent(aandeel[nr])}"
        for nr in einden
    )
