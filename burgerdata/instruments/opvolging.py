"""What a list of decisions tells beside the state of a point: the decision in words, how far it is, and who heard."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pandas as pd

from burgerdata.instruments.besluitkoppen import is_standkop, is_statuskop
from burgerdata.instruments.besluitwoorden import DUBIEUS, read_status
from burgerdata.instruments.losse_dagen import drop_losse_dag, read_losse_dagen
from burgerdata.instruments.momenten import NUMBER
from burgerdata.instruments.statuses import classify_label
from burgerdata.instruments.taakkoppen import bare_kop
from burgerdata.instruments.values import read_datums
from burgerdata.instruments.vraagregels import fold
from burgerdata.schema.labels import MAANDEN

_NIETS = ("niet_overgenomen", "buiten_kaders")
"""Statuses of which nothing is carried out."""
_ONDERWEG = re.compile(
    r"(?:(?:is|wordt|nu|al|reeds|inmiddels|nog) )*(?:in uitvoering(?: genomen)?|uitgevoerd|gerealiseerd|gereed|klaar|afgerond|afgehandeld|loopt(?: nog)?|lopend)"
)
"""A state that tells how far a decision is."""
_EINDE = re.compile(
    r"(?:(?:is|zijn|komt te|inmiddels|nu|al) )*(?:vervallen|ingetrokken|gestopt|geschrapt|gesloten|aangehouden|uitgesteld|geparkeerd|doorgeschoven|verwezen)\b.*"
)
"""What became of a point of which nothing is carried out."""
_UIT_JA_NEE = {"ja": "uitgevoerd", "nee": "nog niet uitgevoerd"}
_MAANDNAMEN = "|".join(sorted(NUMBER, key=len, reverse=True))
_DAG = re.compile(
    rf"(?<!\d)(?:(?P<dag>\d{{1,2}})[ -](?P<maand>{_MAANDNAMEN})\.?[ -](?P<jaar>20\d\d)"
    r"|(?P<getal>\d{1,2}[-/.]\d{1,2}[-/.]20\d\d|20\d\d-\d{2}-\d{2}))(?!\d)",
    re.IGNORECASE,
)
_NEE = re.compile(r"(?:nee\b|nog niet\b|niet\b|n\.?v\.?t\b|volgt\b|-+$).*", re.IGNORECASE)
"""Beside the question whether people heard: they did not."""
_JA = re.compile(r"(?:ja|wel|x|✓|✔)\b[ ,;:.–-]*", re.IGNORECASE)
_GEHOORD = re.compile(r"(?:wanneer )?(?:teruggekoppeld|teruggemeld)\b.*")
"""A header that says that people heard, and not how they will."""
_ANTWOORD = re.compile(r"reactie|antwoord|standpunt|kabinetsreactie")
"""What a government wrote to those who asked: it may tell why."""
GEEN_REDEN = "geen reden opgegeven"
"""What stands in a cell of a point that was decided on without a reason."""
_ZONDER_REDEN = re.compile(
    r"(?:besluit|uitvoering|(?:in de lijst bij )?wanneer): .*|(?:nog niet )?(?:in uitvoering|uitgevoerd)"
)

_DEEL = re.compile(
    r"(?P<label>besluit|uitvoering|(?:in de lijst bij )?wanneer|(?:kabinets)?reactie|antwoord|standpunt): (?P<tekst>.+)"
)
"""A part of a motivering that says itself what it is."""
_BESLUIT, _UITVOERING, _WANNEER = "besluit: ", "uitvoering: ", "wanneer: "
_GENOTEERD = "in de lijst bij wanneer: "
"""What stands before each part of a motivering that is no reason."""


def gives_reason(motivering: str) -> bool:
    """Return whether a motivering says why: what was decided, how far that is and when are no reason.

    Examples
    --------
    >>> gives_reason("besluit: Vier banken; uitvoering: loopt"), gives_reason("past in de planning; uitvoering: loopt")
    (False, True)
    """
    return any(deel and not _ZONDER_REDEN.fullmatch(deel) for deel in map(str.strip, motivering.split("; ")))


def split_motivering(motivering: str) -> list[tuple[str, str]]:
    """Return the parts of a motivering, each with the word that says what it is; a reason has none.

    Examples
    --------
    >>> split_motivering("besluit: Vier banken; past in de planning; loopt het af?; uitgevoerd")
    [('besluit', 'Vier banken'), ('', 'past in de planning'), ('', 'loopt het af?'), ('uitvoering', 'uitgevoerd')]
    """
    delen = [deel for deel in map(str.strip, motivering.split("; ")) if deel]
    uit = []
    for deel in delen:
        gevonden = _DEEL.fullmatch(deel)
        los = "uitvoering" if _ZONDER_REDEN.fullmatch(deel) else ""
        uit.append((gevonden["label"], gevonden["tekst"]) if gevonden else (los, deel))
    return uit


def write_motivering(motivering: str, *, besloten: bool = False) -> str:
    """Return a motivering as a cell of a table prints it: why first, then each part after its own word, as sentences.

    A reason alone stays as it was written; of what was decided on (``besloten``) a cell that tells none says so.

    Examples
    --------
    >>> write_motivering("besluit: Vier banken; past in de planning; uitvoering: loopt")
    'Past in de planning. Besluit: Vier banken. Uitvoering: loopt.'
    >>> write_motivering("te duur; loopt het af?")
    'te duur; loopt het af?'
    >>> write_motivering("wanneer: juni 2027", besloten=True)
    'Geen reden opgegeven. Wanneer: juni 2027.'
    """
    delen = split_motivering(motivering)
    if not any(label for label, _ in delen):
        return motivering
    redenen = "; ".join(tekst for label, tekst in delen if not label)
    if besloten and not gives_reason(motivering):
        redenen = GEEN_REDEN
    zinnen = [redenen, *(f"{label}: {tekst}" for label, tekst in delen if label)]
    return " ".join(end_zin(zin[0].upper() + zin[1:]) for zin in zinnen if zin)


def end_zin(zin: str) -> str:
    """Return a sentence with one mark at its end."""
    return zin if zin.endswith((".", "!", "?", "…")) else f"{zin}."


def is_gehoord(datum: pd.Series, kanaal: pd.Series) -> pd.Series:
    """Return whether participants heard of each point: on a day, or where the list says so without one.

    Examples
    --------
    >>> is_gehoord(pd.to_datetime(pd.Series([None, None])), pd.Series(["ja", "nieuwsbrief"], dtype="str")).tolist()
    [True, False]
    """
    zonder_dag = kanaal.astype("str").fillna("").str.match(r"ja\b", flags=re.IGNORECASE)
    return datum.notna() | zonder_dag


def add_opvolging(koppen: Sequence[str], velden: Mapping[str, str]) -> dict[str, str]:
    """Return the columns of a list of decisions with its decision in prose and its progress, where others told the state.

    Examples
    --------
    >>> add_opvolging(["Wens", "Reactie college", "Besluit", "Stand"], {"tekst": "Wens", "status": "Besluit"})
    {'tekst': 'Wens', 'status': 'Besluit', 'besluit': 'Reactie college', 'uitvoering': 'Stand'}
    """
    vrij = [kop for kop in koppen if is_statuskop(kop) and kop not in velden.values()]
    besluit = next((kop for kop in vrij if not is_standkop(kop)), "")
    stand = next((kop for kop in vrij if is_standkop(kop)), "")
    gevonden = {veld: kop for veld, kop in (("besluit", besluit), ("uitvoering", stand)) if kop}
    return {**velden, **{veld: kop for veld, kop in gevonden.items() if veld not in velden}}


def join_motivering(frame: pd.DataFrame, velden: Mapping[str, str], status: Sequence[str]) -> pd.Series:
    """Return per point why, with what was decided before it and how far that is behind it, each after its own word.

    A list without a column of reasons gives its decision in prose as one.
    """
    waarom = read_cells(frame, velden, "motivering")
    apart = velden.get("motivering") != velden.get("besluit")
    besluit = read_cells(frame, velden, "besluit").map(_drop_status) if apart else pd.Series("", frame.index)
    stand = [
        _say_stand(cel, woord) for cel, woord in zip(_read_stand(frame, velden, status), status, strict=True)
    ]
    besluit = besluit.where(besluit.ne(""), _read_los_besluit(frame, velden, status))
    wanneer = read_cells(frame, velden, "wanneer").map(_say_moment)
    woord = _ANTWOORD.match(bare_kop(velden.get("besluit", "")))
    delen = zip(
        _label(besluit, f"{woord.group()}: " if woord else _BESLUIT),
        waarom,
        stand,
        _label_moment(wanneer, status),
        strict=True,
    )
    return pd.Series([_join(rij) for rij in delen], index=frame.index, dtype="str")


def _read_los_besluit(frame: pd.DataFrame, velden: Mapping[str, str], status: Sequence[str]) -> pd.Series:
    """Return what stands under a decision and is no status, so that it is kept in words where the status is left open."""
    kop = velden["status"]
    if is_standkop(kop) or kop in (velden.get("besluit"), velden.get("motivering")):
        return pd.Series("", index=frame.index, dtype="str")
    cellen = read_cells(frame, velden, "status")
    woorden = cellen.map(read_status).eq(DUBIEUS) & cellen.str.contains(r"[^\W\d_]", regex=True)
    return cellen.where(woorden & ~pd.Series(status, index=frame.index, dtype="str").astype("bool"), "")


def read_terugkoppeling(frame: pd.DataFrame, velden: Mapping[str, str]) -> tuple[pd.Series, pd.Series]:
    """Return the day on which people heard of each point, and in words how or that they did.

    Examples
    --------
    >>> cellen = pd.DataFrame({"Teruggekoppeld": ["ja, brief 1 juli 2026", "nee", "ja", "2026-07-02"]}, dtype="str")
    >>> dag, hoe = read_terugkoppeling(cellen, {"teruggekoppeld": "Teruggekoppeld"})
    >>> dag.dt.strftime("%d-%m").fillna("").tolist(), hoe.tolist()
    (['01-07', '', '', '02-07'], ['brief', '', 'ja', ''])
    """
    cellen = read_cells(frame, velden, "teruggekoppeld")
    gehoord = _GEHOORD.fullmatch(bare_kop(velden.get("teruggekoppeld", ""))) is not None
    dagen = read_datums(cellen)
    genoemd = cellen.mask(cellen.str.match(_NEE), "")
    dagen = dagen.fillna(read_datums(genoemd.map(find_dag)))
    dagen = dagen.fillna(read_losse_dagen(genoemd, read_besluitdagen(frame, velden)))
    los = [
        "" if _NEE.match(cel) else _say_kanaal(cel, pd.notna(dag), gehoord)
        for cel, dag in zip(cellen, dagen, strict=True)
    ]
    eigen = read_cells(frame, velden, "kanaal")
    kanaal = [_join((hoe, via)) for hoe, via in zip(los, eigen, strict=True)]
    return dagen, pd.Series(kanaal, index=frame.index, dtype="str")


def read_besluitdagen(frame: pd.DataFrame, velden: Mapping[str, str]) -> pd.Series:
    """Return the day on which each point was decided, NaT where the list tells none."""
    cellen = read_cells(frame, velden, "datum")
    return read_datums(cellen).fillna(read_datums(cellen.map(find_dag)))


def find_dag(cel: str) -> str:
    """Return the one day that stands in a text, as year-month-day or as it is written; empty without one.

    Examples
    --------
    >>> find_dag("ja, 1 juli 2026"), find_dag("brief van 01-07-2026"), find_dag("juli 2026"), find_dag("1-7-2026 en 2-7-2026")
    ('2026-07-01', '01-07-2026', '', '')
    """
    gevonden = list(_DAG.finditer(cel))
    if len(gevonden) != 1:
        return ""
    deel = gevonden[0]
    if deel["getal"]:
        return deel["getal"]
    return f"{deel['jaar']}-{NUMBER[deel['maand'].casefold()]:02d}-{int(deel['dag']):02d}"


def _say_kanaal(cel: str, heeft_dag: bool, gehoord: bool) -> str:
    """Return how people heard, without its day; that they did where nothing else says so."""
    hoe = _DAG.sub("", re.sub(r"\b\d{1,2}:\d{2}(?::\d{2})?", "", cel))
    hoe = drop_losse_dag(hoe) if heeft_dag else hoe
    ja = _JA.match(hoe) is not None
    hoe = re.sub(
        r"^(?:op|d\.?d\.?)\b|\b(?:op|van|d\.?d\.?)$", "", _JA.sub("", hoe, count=1).strip(" ,;:.–-()")
    ).strip()
    if heeft_dag or not (ja or gehoord):
        return hoe
    return ", ".join(filter(None, ["ja" if cel else "", hoe]))


def _read_stand(frame: pd.DataFrame, velden: Mapping[str, str], status: Sequence[str]) -> list[str]:
    """Return how far each point is: a column of its own tells, else a state that is no decision but what became of it.

    What "loopt" without a decision is still to be decided: its state says so already.
    """
    eigen = read_cells(frame, velden, "uitvoering")
    if "uitvoering" in velden or not is_standkop(velden["status"]):
        return eigen.tolist()
    cellen = zip(read_cells(frame, velden, "status"), status, strict=True)
    # a word that means no status, "vervallen", is told nowhere else
    return [
        cel if woord != "in_behandeling" and (not woord or _ONDERWEG.fullmatch(fold(cel).rstrip("."))) else ""
        for cel, woord in cellen
    ]


def _say_stand(cel: str, status: str) -> str:
    """Return how far a decision is, in words that need no header above them; of a refused point what says more than that."""
    kaal = fold(cel).rstrip(".")
    if not kaal or DUBIEUS in kaal or (status in _NIETS and not _EINDE.fullmatch(kaal)):
        return ""
    woord = _UIT_JA_NEE.get(kaal, cel.rstrip(".").replace(";", ","))
    woord = woord[:1].lower() + woord[1:]
    return woord if _ZONDER_REDEN.fullmatch(woord) else f"{_UITVOERING}{woord}"


def _say_moment(cel: str) -> str:
    """Return when something is planned as people write it: a day that Excel stored, in words; nothing for n.v.t."""
    if classify_label(cel) == "nvt":
        return ""
    dag = read_datums(pd.Series([cel], dtype="str")).iloc[0]
    tekst = cel.replace(";", ",").rstrip(".")
    return tekst if pd.isna(dag) else f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def _drop_status(cel: str) -> str:
    """Return a decision in prose; one that is only a status is told already."""
    return cel if read_status(cel) == DUBIEUS else ""


def _label(cellen: pd.Series, label: str) -> list[str]:
    return [f"{label}{cel.replace(';', ',').rstrip('.')}" if cel else "" for cel in cellen]


def _label_moment(cellen: pd.Series, status: Sequence[str]) -> list[str]:
    """Return when each point is planned; beside a refusal as what the list says, for who reads it must ask which is right."""
    labels = [_GENOTEERD if woord in _NIETS else _WANNEER for woord in status]
    return [f"{label}{cel}" if cel else "" for label, cel in zip(labels, cellen, strict=True)]


def _join(delen: Sequence[str]) -> str:
    gevuld = [deel for deel in delen if deel]
    return gevuld[0] if len(gevuld) == 1 else "; ".join(deel.rstrip(".") for deel in gevuld)


def read_cells(frame: pd.DataFrame, velden: Mapping[str, str], veld: str) -> pd.Series:
    """Return the cells of a field as one line each, empty where the table has no such column."""
    if veld not in velden:
        return pd.Series("", index=frame.index, dtype="str")
    return frame[velden[veld]].str.split().str.join(" ").fillna("").astype("str")
