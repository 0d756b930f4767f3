"""Secondary suppression: the cheapest further cells, until the auditor is content."""

from __future__ import annotations

from collections.abc import Iterable

from burgerdata.disclosure.auditor import Lek, find_lekken
from burgerdata.disclosure.cellen import Id, Som
from burgerdata.disclosure.staat import Staat


def hide_meer(staat: Staat) -> list[Lek]:
    """Hide the smallest further cells in ``staat`` until no small cell can be worked out; return what cannot be helped.

    First every sum is looked at by itself: hidden cells of one sum must be two or more and leave ``drempel`` numbers
    open. Then the auditor names, for each cell that is still known too well, the printed numbers that hold it.
    """
    _hide_in_sommen(staat)
    lekken, blijvend = find_lekken(staat, boek=False), dict[Id, Lek]()
    while lekken:
        eerder = staat.weg | staat.ongeteld
        for lek in lekken:
            dicht = [staat.close(som) for som in staat.model.van_antwoord.get(lek.cel, ())]
            if any(dicht):
                continue
            keuze = _choose(staat, lek.door, lek.cel)
            if keuze is None:
                blijvend[lek.cel] = lek
            else:
                staat.hide(keuze)
        _hide_in_sommen(staat)
        nieuw = (staat.weg | staat.ongeteld) - eerder
        if not nieuw:
            break
        lekken = find_lekken(staat, nieuw | {lek.cel for lek in lekken}, boek=False)
    return list(blijvend.values())


def _hide_in_sommen(staat: Staat) -> None:
    """Hide in each sum what it needs, and at once what that needs in other sums, before the next sum makes a choice."""
    van_cel: dict[Id, list[Som]] = {}
    for som in staat.model.sommen:
        for naam in (som.geheel, *som.delen):
            van_cel.setdefault(naam, []).append(som)
    klaar = False
    while not klaar:
        klaar = True
        for eerste in staat.model.sommen:
            wachtend = [eerste]
            while wachtend:
                som = wachtend.pop()
                if nieuw := _hide_in_som(staat, som):
                    klaar = False
                    wachtend += [som, *(ander for naam in nieuw for ander in van_cel.get(naam, ()))]


def _hide_in_som(staat: Staat, som: Som) -> list[Id]:
    """Hide a cell of a sum that tells too much; return what is hidden with it, the smallest last, or nothing."""
    if not _is_open(staat, som):
        return []
    eerder = staat.weg | staat.ongeteld
    if not staat.close(som):
        keuze = _choose(staat, (*som.delen, som.geheel), None)
        if keuze is None:
            return []
        staat.hide(keuze)
    nieuw = (staat.weg | staat.ongeteld) - eerder
    return sorted(nieuw, key=lambda naam: (staat.model.cellen[naam].n, repr(naam)), reverse=True)


def _is_open(staat: Staat, som: Som) -> bool:
    """Return whether the hidden cells of a sum follow from its printed ones, or nearly so."""
    weg = [naam for naam in (som.geheel, *som.delen) if not staat.is_bekend(naam)]
    if not weg or som.geheel in weg:
        return len(weg) == 1 and _is_verborgen(staat, weg[0])
    if len(weg) == 1:
        return _is_verborgen(staat, weg[0])
    ruimte = sum(staat.model.cellen[naam].n - staat.bounds(naam)[0] for naam in weg)
    return any(staat.is_gevoelig(naam) and ruimte < staat.need(naam) for naam in weg)


def _is_verborgen(staat: Staat, naam: Id) -> bool:
    """Return whether a cell was hidden on purpose, or is a small rest, rather than not printed at all."""
    return naam in staat.weg or naam in staat.ongeteld or staat.is_gevoelig(naam)


def _choose(staat: Staat, cellen: Iterable[Id], lek: Id | None) -> Id | None:
    """Return the cell of these to hide that costs the fewest persons; a total only when nothing else is left."""
    kandidaten = {naam for naam in cellen if naam != lek and _is_te_verbergen(staat, naam)}
    return min(kandidaten, key=lambda naam: (staat.model.cellen[naam].n, repr(naam)), default=None)


def _is_te_verbergen(staat: Staat, naam: Id) -> bool:
    cel = staat.model.cellen[naam]
    if naam in staat.weg or naam in staat.ongeteld or not cel.plekken or cel.n == 0:
        return False
    is_totaal = cel.basis is None and naam[-1] == ("", "")
    return not is_totaal and not _is_vrij(staat, naam)


def _is_vrij(staat: Staat, naam: Id) -> bool:
    """Return whether nothing that is printed tells of the number, so that hiding it protects nobody."""
    cel = staat.model.cellen[naam]
    if cel.basis is None:
        return False
    if cel.basis in staat.ongeteld:
        return not staat.prints_share(naam)
    return all(plek.gewogen and not plek.geteld for plek in cel.plekken)
