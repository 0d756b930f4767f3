"""Groups of answers that share words: an aid to read by, never a result."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from burgerdata.analysis.genoemd import list_teksten
from burgerdata.errors import MethodeError
from burgerdata.toelichting import Toelichting, annotate
from burgerdata.traject import Traject

if TYPE_CHECKING:
    from burgerdata.text import FoundThemes


def find_themas(traject: Traject, k: int = 8, seed: int = 0, *, vraag_id: str | None = None) -> FoundThemes:
    """Return at most k groups of texts that share words; a reading aid, as its ``toelichting`` says.

    ``themas`` has nr, label, woorden, n (texts), aandeel, stabiliteit (how much of a group is found again in halves of
    the texts, 0 to 1) and voorbeeld_id (the fragment to read first); ``toedeling`` has fragment_id, nr and status.
    ``draft_themalijst()`` makes rows of a themalijst, to rename and correct: what is reported comes from that list and
    from people who read.

    Raises
    ------
    MethodeError
        When there are too few different texts for k groups.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> find_themas(make_example(), k=2)
    Traceback (most recent call last):
    burgerdata.errors.MethodeError: 2 verschillende antwoorden zijn te weinig voor 2 groepen; kies een kleinere k ...
    """
    # scikit-learn takes longer to import than all the rest: who looks for no themes does without
    from burgerdata.text import find_themes
    from burgerdata.text.stability import measure_stability

    teksten = list_teksten(traject, vraag_id=vraag_id)
    if teksten.empty:
        raise MethodeError(
            "er zijn geen teksten van burgers; find_themas heeft open antwoorden of gesprekken nodig"
        )
    woorden = teksten["tekst"].tolist()
    gevonden = find_themes(woorden, k, seed)
    ids = teksten["fragment_id"].to_numpy()
    toedeling = gevonden.toedeling.assign(fragment_id=ids[gevonden.toedeling["tekst_nr"].to_numpy()])
    eerste = toedeling.dropna(subset="nr").drop_duplicates("nr").set_index("nr")["fragment_id"]
    themas = gevonden.themas.assign(
        stabiliteit=measure_stability(woorden, gevonden, k=k, seed=seed),
        voorbeeld_id=gevonden.themas["nr"].map(eerste).astype("str"),
    )
    uitleg = Toelichting(
        "overig",
        onderwerp="groepen van antwoorden",
        basis=f"Basis: {len(teksten)} teksten; {int(toedeling['nr'].isna().sum())} horen bij geen groep.",
        bron="open antwoorden en gesprekken",
        noten=(gevonden.toelichting,),
        synthetisch=traject.instellingen.synthetisch,
    )
    kolommen = ["fragment_id", "nr", "status"]
    return replace(gevonden, themas=annotate(themas, uitleg), toedeling=pd.DataFrame(toedeling[kolommen]))
