"""Whether the waves of one panel or instrument reached their people in the same way."""

from __future__ import annotations

from collections.abc import Sequence

from burgerdata.getallen import join_woorden
from burgerdata.schema.labels import WERVING_LABEL
from burgerdata.traject import Traject


def list_werfverschillen(traject: Traject, reeksen: Sequence[Sequence[str]]) -> list[str]:
    """Return a note per series of waves about other people, or about people who were found in another way."""
    noten = [noot for ids in reeksen for noot in _compare_reeks(traject, ids)]
    return list(dict.fromkeys(noten))


def _compare_reeks(traject: Traject, ids: Sequence[str]) -> list[str]:
    eigen = traject.activiteiten[traject.activiteiten["activiteit_id"].isin(list(ids))]
    noten = []
    doelgroepen = sorted(naam for naam in eigen["doelgroep"].dropna().astype("str").unique() if naam)
    if len(doelgroepen) > 1:
        namen = join_woorden([f"‘{naam}’" for naam in doelgroepen])
        noten.append(
            f"Let op: de metingen gaan over andere mensen ({namen}); een verschil kan daarvan komen."
        )
    werving = [WERVING_LABEL[str(naam)] for naam in eigen["werving"].dropna().unique()]
    if len(werving) > 1:
        noten.append(
            f"Let op: de metingen zijn anders geworven ({join_woorden(werving)}); een verschil kan daarvan komen."
        )
    return noten
