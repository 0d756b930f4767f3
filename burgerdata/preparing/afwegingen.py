"""The four considerations before a traject begins, each with what its answer means and what is still wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pandas as pd

from burgerdata.getallen import format_datum, format_getal, join_woorden
from burgerdata.instruments.suggestions import suggest
from burgerdata.preparing.treden import asks_reasons, counts_as_participation
from burgerdata.preparing.voorbereiding import ALGEMEEN, DOEL, MIDDELEN, Voorbereiding

_VRAGEN = {
    "doel": "Met welk doel?",
    "ruimte": "Hoeveel inhoudelijke ruimte is er, ook van de bewindspersoon?",
    "wie": "Wie wilt u betrekken?",
    "middelen": "Hoeveel geld, tijd en capaciteit is er?",
}
_KOLOMMEN = ("afweging", "vraag", "antwoord", "betekenis", "waarschuwing")


def check_afwegingen(plan: Voorbereiding) -> pd.DataFrame:
    """Return the four considerations: afweging, vraag, antwoord, betekenis, waarschuwing (empty where all is well).

    From the rung adviseren up, a traject without room to act is warned about; so is informing, which is no
    participation, and a traject that ends after the decision.

    After the four considerations of the workshop Burgers betrekken and the preconditions of OECD (2022).

    Examples
    --------
    >>> check_afwegingen(Voorbereiding(trede="adviseren")).loc[1, "waarschuwing"][:52]
    'Bij adviseren moet u zeggen wat er open ligt: zonder'
    """
    rijen = [(afweging, _VRAGEN[afweging], *_CONTROLES[afweging](plan)) for afweging in _VRAGEN]
    return pd.DataFrame(rijen, columns=_KOLOMMEN, dtype="str")


def _check_doel(plan: Voorbereiding) -> tuple[str, str, str]:
    if not plan.doel:
        return "", "", f"Kies een doel: {join_woorden(list(DOEL))}."
    if plan.doel not in DOEL:
        return plan.doel, "", f"Dit doel staat niet in de lijst; {suggest(plan.doel, DOEL)}."
    return plan.doel, "Het doel bepaalt welk instrument past en wat het rapport moet beantwoorden.", ""


def _check_ruimte(plan: Voorbereiding) -> tuple[str, str, str]:
    antwoord = " ".join(filter(None, [plan.ruimte, plan.ruimte_van and f"Bepaald door {plan.ruimte_van}."]))
    if not plan.trede:
        return antwoord, "", "Kies een trede van de ladder: zij bepaalt wat u mensen belooft."
    return antwoord, _tell_trede(plan.trede), _warn_ruimte(plan)


def _tell_trede(trede: str) -> str:
    if not counts_as_participation(trede):
        return "Informeren is geen participatie en telt in het rapport niet mee."
    if asks_reasons(trede):
        return f"Bij {trede} motiveert u elk punt dat u niet overneemt."
    return f"Bij {trede} bent u niet gebonden aan de uitkomst; zeg dat vooraf."


def _warn_ruimte(plan: Voorbereiding) -> str:
    if not counts_as_participation(plan.trede):
        return "Kies raadplegen of hoger als u mensen iets wilt vragen."
    if not plan.ruimte:
        if asks_reasons(plan.trede):
            return f"Bij {plan.trede} moet u zeggen wat er open ligt: zonder ruimte kunt u deze trede niet waarmaken."
        return "Niet opgegeven wat er nog open ligt."
    return "" if plan.ruimte_van else "Niet opgegeven wie deze ruimte gaf, en wanneer."


def _check_wie(plan: Voorbereiding) -> tuple[str, str, str]:
    antwoord = join_woorden(list(plan.doelgroep))
    if not plan.doelgroep:
        return antwoord, "", "Kies algemeen, of noem de groep."
    genoemd = [groep for groep in plan.doelgroep if groep != ALGEMEEN]
    if ALGEMEEN not in plan.doelgroep:
        return antwoord, "Een genoemde groep weegt u niet naar de hele bevolking.", ""
    extra = (
        f" Werf voor {join_woorden(genoemd)} apart, zodat u over die groep iets kunt zeggen."
        if genoemd
        else ""
    )
    return antwoord, f"Een steekproef van de bevolking mag u naar de bevolking wegen.{extra}", ""


def _check_middelen(plan: Voorbereiding) -> tuple[str, str, str]:
    antwoord = ", ".join(
        f"{format_getal(waarde, _decimals(waarde))} {naam}" for naam, waarde in plan.middelen.items()
    )
    mist = [naam for naam in MIDDELEN if naam not in plan.middelen]
    waarschuwing = [f"Niet opgegeven: {join_woorden(mist)}."] if mist else []
    klaar = _find_einde(plan)
    if klaar and plan.besluit and klaar > plan.besluit:
        waarschuwing.append(
            f"Het traject is klaar op {format_datum(klaar)}, na het besluit van {format_datum(plan.besluit)}."
        )
    betekenis = f"Klaar op {format_datum(klaar)}." if klaar else ""
    return antwoord, betekenis, " ".join(waarschuwing)


def _find_einde(plan: Voorbereiding) -> date | None:
    weken = plan.middelen.get("weken")
    return plan.begin + timedelta(weeks=weken) if plan.begin and weken else None


def _decimals(waarde: float) -> int:
    return 0 if float(waarde).is_integer() else 1


_CONTROLES: dict[str, Callable[[Voorbereiding], tuple[str, str, str]]] = {
    "doel": _check_doel,
    "ruimte": _check_ruimte,
    "wie": _check_wie,
    "middelen": _check_middelen,
}
