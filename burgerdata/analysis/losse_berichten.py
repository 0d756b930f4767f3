"""Messages of which nobody knows the writer, and signals: the message is the unit, for a person may have sent ten of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from burgerdata.activiteitnamen import name_activiteit
from burgerdata.analysis.eenheden import count_eenheden
from burgerdata.analysis.gevraagd import Gevraagd, read_gevraagd
from burgerdata.analysis.kwalitatief import SIGNAAL
from burgerdata.analysis.meldingen import GETELD, is_gemeld, list_categorieen, list_deels_bekend
from burgerdata.analysis.regels import describe_gevraagd
from burgerdata.coding.taal import is_andere_taal
from burgerdata.getallen import format_getal, join_woorden
from burgerdata.toelichting import annotate
from burgerdata.traject import Traject

NOOT = "Van berichten waarvan niet bekend is wie ze schreef, is het bericht geteld en niet de mens."
NOOT_DEELS = (
    "Waar van een deel van de meldingen bekend is wie ze deed, zijn alle meldingen geteld en niet de melders."
)
_MAAT = "melding"


def count_losse_meldingen(traject: Traject, vraag_id: str) -> pd.DataFrame | None:
    """Return the messages per category of signals: the columns of ``summarise_vraag``, without intervals.

    n and basis are messages, whether or not it is known who reported. None where the question is no category of messages,
    or was put to people as well.
    """
    tellingen = traject.tellingen
    eigen = tellingen[tellingen["maat"].eq(_MAAT) & tellingen["vraag_id"].eq(vraag_id)]
    gemeld = [id_ for id_ in eigen["activiteit_id"].astype("str").unique() if is_gemeld(traject, [id_])]
    vragen = traject.vragen[traject.vragen["vraag_id"].eq(vraag_id)]
    gevraagd = [read_gevraagd(traject, vraag) for _, vraag in vragen.iterrows()]
    categorieen = list_categorieen(traject)
    van_mensen = [deel for deel in gevraagd if (deel.activiteit_id, vraag_id) not in categorieen]
    if not gemeld or any(len(deel.personen) for deel in van_mensen):
        return None
    delen = [deel for deel in gevraagd if deel.activiteit_id in gemeld]
    tabel = pd.concat([_count_opties(deel, eigen) for deel in delen], ignore_index=True)
    aantallen = tabel.groupby("activiteit_id", sort=False, observed=True, dropna=False)["n"].sum()
    per_bron = {str(bron): format_getal(aantal) for bron, aantal in aantallen.items()}
    namen = {bron: f"{name_activiteit(bron)}: " if len(per_bron) > 1 else "" for bron in per_bron}
    basis = join_woorden([f"{namen[bron]}{aantal}" for bron, aantal in per_bron.items()])
    toelichting = replace(
        describe_gevraagd("verdeling", delen),
        basis=f"Basis: {basis} meldingen met een antwoord; {_state_melders(delen)}. {GETELD}",
        kwalitatief=False,
        berichten=True,
    )
    return annotate(tabel, toelichting)


def _state_melders(delen: Sequence[Gevraagd]) -> str:
    """Return what is known of who gave the messages: of none, of some or of all of them."""
    mensen = sum(len(deel.personen) for deel in delen)
    if not mensen:
        return "wie meldden is niet bekend"
    onbekend = any(deel.traject.deelnemers["rol"].eq("onbekend").any() for deel in delen)
    melders = f"{format_getal(mensen)} {'melder' if mensen == 1 else 'melders'}"
    return f"van een deel is bekend wie meldde ({melders})" if onbekend else f"zij zijn van {melders}"


def _count_opties(gevraagd: Gevraagd, tellingen: pd.DataFrame) -> pd.DataFrame:
    """Return a row per option of one activity that was given, the most frequent one first."""
    eigen = tellingen[tellingen["activiteit_id"].eq(gevraagd.activiteit_id)]
    aantal = eigen.groupby(eigen["code"].astype("str"), sort=False, observed=True, dropna=False)[
        "aantal"
    ].sum()
    opties = gevraagd.opties.astype({"code": "str", "label": "str"})
    n = opties["code"].map(aantal).fillna(0).astype("Int32")
    basis = int(n.sum())
    tabel = pd.DataFrame(
        {
            "activiteit_id": pd.Series(gevraagd.activiteit_id, index=opties.index, dtype="str"),
            "code": opties["code"],
            "label": opties["label"],
            "n": n,
            "basis": pd.Series(basis, index=opties.index, dtype="Int32"),
            "n_eff": float("nan"),
            "aandeel": n.astype("float64") / max(basis, 1),
            **dict.fromkeys(("se", "onder", "boven"), float("nan")),
            "indicatief": basis < gevraagd.traject.instellingen.drempels.indicatief,
        }
    )
    return tabel[tabel["n"].gt(0)].sort_values("n", ascending=False, kind="stable")


def count_berichten(traject: Traject, themas: pd.DataFrame) -> pd.DataFrame:
    """Return a row per theme and activity of which no writer is known, or not of all reports: n messages name it, of basis.

    Columns as ``count_themas``; no share, no interval and no groups.
    """
    teksten = list_berichten(traject)
    tabel = count_eenheden(traject, themas, teksten.assign(eenheid=teksten["fragment_id"]))
    geen = pd.Series(pd.NA, index=tabel.index, dtype="Int32")
    return tabel.assign(groepen=geen, groepen_totaal=geen) if len(tabel) else tabel


def name_berichten(instrument: str) -> str:
    """Return what a message of this instrument is called, in the plural."""
    return "meldingen" if instrument == SIGNAAL else "berichten"


def list_berichten(traject: Traject) -> pd.DataFrame:
    """Return the messages with a text in activities of which no participant is known: activiteit_id, fragment_id, tekst.

    Of signals also where a part is known: ten people who left their name say nothing of how many reports there are.
    """
    fragmenten, deelnemers = traject.fragmenten, traject.deelnemers
    rollen = deelnemers[["activiteit_id", "deelnemer_id", "rol"]].astype("str")
    vakmensen = rollen.loc[~rollen["rol"].isin(["burger", "onbekend"])]
    van_vakmens = pd.MultiIndex.from_frame(fragmenten[["activiteit_id", "deelnemer_id"]].astype("str")).isin(
        pd.MultiIndex.from_frame(vakmensen[["activiteit_id", "deelnemer_id"]])
    )
    bekend = deelnemers.loc[deelnemers["rol"].ne("onbekend"), "activiteit_id"].astype("str").unique()
    deels = list_deels_bekend(traject)
    eigen = fragmenten[
        fragmenten["soort"].eq("bericht")
        & ~van_vakmens
        & fragmenten["tekst"].str.strip().ne("")
        & ~fragmenten["activiteit_id"].isin([naam for naam in bekend if naam not in deels])
        & ~is_andere_taal(fragmenten, traject.activiteiten)
    ]
    return eigen[["activiteit_id", "fragment_id", "tekst"]].astype("str").reset_index(drop=True)
