"""A frame of words as aligned text, for a terminal."""

from __future__ import annotations

from collections.abc import Collection, Sequence


def align_rows(
    kop: Sequence[str], rijen: Sequence[Sequence[str]], *, rechts: Collection[int] = ()
) -> list[str]:
    r"""Return the header and the rows as lines with columns under each other; ``rechts`` are columns of numbers.

    Examples
    --------
    >>> print("\n".join(align_rows(["bestand", "rijen"], [["a.sav", "12"], ["kp.csv", "3"]], rechts=[1])))
    bestand  rijen
    a.sav       12
    kp.csv       3
    """
    alle = [kop, *rijen]
    breedtes = [max(len(rij[plek]) for rij in alle) for plek in range(len(kop))]
    return [
        "  ".join(
            cel.rjust(breedtes[plek]) if plek in rechts else cel.ljust(breedtes[plek])
            for plek, cel in enumerate(rij)
        ).rstrip()
        for rij in alle
    ]
