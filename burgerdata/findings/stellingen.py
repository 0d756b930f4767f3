"""A finding about statements."""

from __future__ import annotations

import re

import pandas as pd

from burgerdata.findings.kanten import sum_kanten
from burgerdata.findings.number_words import say_mensen
from burgerdata.findings.zinnen import (
    LANGST,
    choose_zin,
    name_mensen,
    pick_hoogste,
    quote,
    start_zin,
)
from burgerdata.getallen import format_getal, format_procent
from burgerdata.settings import Drempels
from burgerdata.toelichting import Toelichting

_SLECHT = r"ontevreden|slecht|oneerlijk|moeilijk|onbelangrijk|nooit|geen"
_HOE = r"(?:hoe|in hoeverre|in welke mate)(?: (?:bent|was|ben) (?:u|je|jij)| (?:on)?tevreden){2} "
_TEVREDEN = re.compile(
    _HOE + r"(over|met) "
    r"((?:(?!\b(?:u|uw|uzelf|je|jij|jou|jouw|jullie|jezelf|waarom)\b)[^…,;:?])+)\??$",
    re.IGNORECASE,
)
"""The question how satisfied someone is, with what it is about; not where it speaks to the reader or asks more."""
_VERBORGEN = "Een deel van de antwoorden is van te weinig mensen om te tonen"
_TE_WEINIG = "Over de stellingen zijn te weinig antwoorden om iets te zeggen"


def state_stellingen(tabel: pd.DataFrame, toelichting: Toelichting) -> str:
    """Return how many agree or disagree with the statement that is judged worst, else on which opinions lean most.

    Worst is the lowest net score below nought, a statement put the other way round counted back; of a judgement that is
    hidden in part, that its printed bad answers outweigh the printed good ones. No statement is compared with another:
    that would need a test.
    """
    if toelichting.kwalitatief:
        return _state_gesprek(tabel)
    alle = sum_kanten(tabel)
    kanten = _keep_zeker(alle)
    if kanten.empty:
        return _state_minstens(alle)
    if (slecht := _find_slecht(alle, kanten)) is not None:
        return _state_kant(slecht, "laag", f"Minstens {format_procent(slecht['minst_laag'])}", "")
    rij = _pick_eerste(kanten)
    eens = rij["overwicht"] >= 0
    procent = format_procent(rij["hoog"] if eens else rij["laag"])
    return _state_kant(rij, "hoog" if eens else "laag", procent, f" van de {name_mensen(toelichting)}")


def _state_kant(rij: pd.Series, kant: str, hoeveel: str, wie: str, werkwoord: str = "is") -> str:
    """Return how many stand on one side of a statement; ``wie`` goes where the sentence is long."""
    if (zin := _state_tevreden(rij, kant, f"{hoeveel}{wie} {werkwoord}")) and len(zin) <= LANGST:
        return choose_zin([zin])
    if not rij["eens_schaal"]:
        antwoordt = "antwoordt" if werkwoord == "is" else "antwoorden"
        zin = f"{hoeveel} {antwoordt} {rij[f'labels_{kant}']}"
        rest = re.sub(
            _HOE, "…", rij["kort"], count=1, flags=re.IGNORECASE
        )  # what it is about, before nothing
        vragen = [quote(rij["kort"]), quote(rest, langst=34)]
        return choose_zin([*(f"{zin} bij {vraag}{rij['waar']}" for vraag in vragen), zin])
    woord = _name_kant(rij, kant)
    return choose_zin(
        [
            f"{hoeveel}{wie} {werkwoord} het {woord} met {quote(rij['kort'], langst=50)}{rij['waar']}",
            f"{hoeveel} {werkwoord} het {woord} met {quote(rij['kort'])}{rij['waar']}",
        ]
    )


def _state_tevreden(rij: pd.Series, kant: str, wie: str) -> str:
    """Return who is satisfied, or not, with what was asked about; empty where the question is not put like that."""
    gevraagd = _TEVREDEN.match(str(rij["kort"]))
    labels = re.findall("‘([^’…]+)’", str(rij[f"labels_{kant}"]))
    if not gevraagd or not labels or not all(label.casefold().endswith("tevreden") for label in labels):
        return ""
    woorden = " of ".join(sorted((label.casefold() for label in labels), key=len))
    return f"{wie} {woorden} {gevraagd[1].lower()} {gevraagd[2]}{rij['waar']}"


def _state_minstens(alle: pd.DataFrame) -> str:
    """Return the largest share that the printed answers of one side alone add up to, where no side is known whole.

    Too few answers are only spoken of where every statement has too few.
    """
    if alle.empty or alle["basis"].lt(Drempels().verborgen).all():
        return _TE_WEINIG
    rij = pick_hoogste(alle.assign(meest=alle[["minst_laag", "minst_hoog"]].max(axis=1)), "meest")
    if not rij["meest"] > 0:
        return "Geen antwoord op de stellingen is groot genoeg om te tonen"
    kant = "laag" if rij["minst_laag"] == rij["meest"] else "hoog"
    return _state_kant(rij, kant, f"Minstens {format_procent(rij['meest'])}", "")


def _state_gesprek(tabel: pd.DataFrame) -> str:
    """Return how many people in talks stand on the larger side of the statement that most of them answered alike."""
    alle = sum_kanten(tabel)
    meest = alle[["n_laag", "n_hoog"]].max(axis=1)
    if alle.empty or not meest.gt(0).any():
        return _TE_WEINIG
    rij = pick_hoogste(alle.assign(meest=meest), "meest")
    kant = "laag" if rij["n_laag"] == rij["meest"] else "hoog"
    wie = f"{format_getal(rij['meest'])} van de {format_getal(rij['basis'])} deelnemers"
    return _state_kant(rij, kant, wie, "", "zijn")


def measure_meerderheid(tabel: pd.DataFrame) -> float:
    """Return the largest share that judges a statement badly where that is most people; nought where none is."""
    alle = sum_kanten(tabel)
    oordeel = ~alle["eens_schaal"].astype("bool")
    slecht = alle["laag"][(alle["netto"].lt(0) | (alle["netto"].isna() & oordeel)) & alle["laag"].gt(0.5)]
    return float(slecht.max()) if len(slecht) else 0.0


def measure_bekend(tabel: pd.DataFrame) -> float:
    """Return the largest printed share of the bad side of a judgement where that outweighs the printed good side.

    Where none is judged badly, or nobody can tell which side is bad, it is half of the largest difference.
    """
    alle = sum_kanten(tabel)
    verschil = (alle["minst_laag"] - alle["minst_hoog"]).fillna(0)
    if alle.empty:
        return 0.0
    oordeel = alle["labels_laag"].str.casefold().str.contains(_SLECHT) & ~alle["eens_schaal"].astype("bool")
    slecht = alle["minst_laag"][oordeel & verschil.gt(0)]
    return float(slecht.max()) if len(slecht) else float(verschil.abs().max()) / 2


def _pick_eerste(kanten: pd.DataFrame) -> pd.Series:
    """Return the statement with the lowest net score if most people judge it badly, else the one with the largest lead.

    Where a hidden answer takes the net score of a judgement away, its lead is the best that the score can be. Of a
    statement that may be put the other way round nobody can tell, so that it is passed over.
    """
    bekend = kanten["netto"].fillna(kanten["overwicht"].where(~kanten["eens_schaal"].astype("bool")))
    if bekend.lt(0).any():
        return pick_hoogste(kanten.assign(slecht=-bekend.fillna(0)), "slecht")
    return pick_hoogste(kanten.assign(afstand=kanten["overwicht"].abs()), "afstand")


def _find_slecht(alle: pd.DataFrame, kanten: pd.DataFrame) -> pd.Series | None:
    """Return the worst judgement that is hidden in part, where none that is shown whole is judged badly."""
    if kanten["netto"].lt(0).any() or kanten["overwicht"].lt(0).any():
        return None
    deels = alle[alle["laag"].isna() & ~alle["eens_schaal"].astype("bool")]
    deels = deels[deels["labels_laag"].str.casefold().str.contains(_SLECHT)]
    deels = deels[deels["minst_laag"].gt(deels["minst_hoog"])]
    return pick_hoogste(deels, "minst_laag") if len(deels) else None


def _pick_tegenover(kanten: pd.DataFrame, *, altijd: bool = False) -> pd.Series | None:
    """Return the statement with the highest net score beside a bad one; nothing where none is judged well."""
    goed = kanten.assign(saldo=kanten["netto"].fillna(kanten["overwicht"]) if altijd else kanten["netto"])
    goed = goed[goed["saldo"].gt(0)]
    return pick_hoogste(goed, "saldo") if len(goed) and (altijd or kanten["netto"].lt(0).any()) else None


def _keep_zeker(kanten: pd.DataFrame) -> pd.DataFrame:
    """Return the statements of which both sides are known, or one that is a majority: what is hidden cannot outweigh it."""
    onder, boven = kanten["laag"], kanten["hoog"]
    zeker = (onder.notna() & boven.notna()) | onder.gt(0.5) | boven.gt(0.5)
    return kanten[zeker].reset_index(drop=True)


def explain_stellingen(tabel: pd.DataFrame, toelichting: Toelichting) -> list[str]:
    """Return how sure the side of the finding is, both its sides in number words, and beside a bad one the best judged.

    Of people who came forward themselves no interval is told: nobody was drawn.
    """
    if toelichting.kwalitatief:
        return []
    alle = sum_kanten(tabel)
    kanten = _keep_zeker(alle)
    if kanten.empty:
        return [_VERBORGEN] if alle[["minst_laag", "minst_hoog"]].gt(0).any(axis=None) else []
    if _find_slecht(alle, kanten) is not None:
        return [_VERBORGEN, *_explain_tegenover(_pick_tegenover(kanten, altijd=True))]
    rij = _pick_eerste(kanten)
    basis = int(rij["basis"])
    meer, minder = _order_kanten(rij)
    kop = say_mensen(rij[meer], basis, wie=name_mensen(toelichting))
    zegt = "is het hiermee" if rij["eens_schaal"] else "antwoordt"
    ander = "" if pd.isna(rij[minder]) else f"{format_procent(rij[minder])} {_name_kant(rij, minder)}"
    if kop.startswith(format_procent(rij[meer])):  # no number words: the finding itself says this side
        zinnen = [f"{format_procent(rij[minder])} {zegt} {_name_kant(rij, minder)}"] if ander else []
    else:
        zinnen = [start_zin(f"{kop} {zegt} {_name_kant(rij, meer)}{ander and ', '}{ander}")]
    zeker = [] if toelichting.zelfselectie else _explain_marge(rij, meer)
    return [*zeker, *zinnen, *_explain_tegenover(_pick_tegenover(kanten))]


def _explain_marge(rij: pd.Series, kant: str) -> list[str]:
    """Return between what the share of one side probably lies, where the table has its interval."""
    onder, boven = rij[f"onder_{kant}"], rij[f"boven_{kant}"]
    if pd.isna(onder) or pd.isna(boven):
        return []
    return [f"Waarschijnlijk is dit {format_procent(onder)} tot {format_procent(boven)}"]


def _explain_tegenover(goed: pd.Series | None) -> list[str]:
    """Return both sides of the best judged statement, as far as they are known."""
    if goed is None:
        return []
    hoog, laag = _order_kanten(goed)
    ander = "" if pd.isna(goed[laag]) else f", {format_procent(goed[laag])} {_name_kant(goed, laag)}"
    kop = f"Daartegenover staat {quote(goed['kort'])}{goed['waar']}"
    return [f"{kop}: {format_procent(goed[hoog])} {_name_kant(goed, hoog)}{ander}"]


def _order_kanten(rij: pd.Series) -> tuple[str, str]:
    return ("hoog", "laag") if rij["overwicht"] >= 0 else ("laag", "hoog")


def _name_kant(rij: pd.Series, kant: str) -> str:
    """Return how the answers on one side are called: eens or oneens, else the answers themselves."""
    if not rij["eens_schaal"]:
        return str(rij[f"labels_{kant}"])
    return {"hoog": "eens", "laag": "oneens"}[kant]
