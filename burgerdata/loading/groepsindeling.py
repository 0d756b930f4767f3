"""Which traits were made from which question: the sheet groepen of vragen.xlsx as a table."""

from __future__ import annotations

import pandas as pd

from burgerdata.loading.vragenlijst import read_vragenlijst
from burgerdata.traject import Traject

_DTYPES = {"kenmerk": "str", "uit": "str", "groep": "str", "van": "Float64", "tot": "Float64", "codes": "str"}


def list_indelingen(traject: Traject) -> pd.DataFrame:
    """Return a row per group that a trait was divided into: kenmerk, uit, groep, van, tot, codes.

    ``uit`` is the question whose answers were divided; from ``van`` up to and including ``tot``, or the answers named in ``codes``
    (with "; " between them), became ``groep``. Empty without vragen.xlsx, or when it divides nothing.

    Examples
    --------
    >>> import burgerdata as bd
    >>> bd.list_indelingen(bd.load_traject("surveys/voorbeeld-digitale-aangifte"))  # doctest: +SKIP
    """
    map_ = traject.instellingen.map
    regels = read_vragenlijst(map_, [])[0].groepen if map_ else ()
    rijen = [(r.kenmerk, r.uit, r.label, r.van, r.tot, "; ".join(r.codes)) for r in regels]
    return pd.DataFrame(rijen, columns=list(_DTYPES)).astype(_DTYPES)
