"""What a traject holds for one report question: its phase, its questions by use, its themes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from burgerdata.analysis.genoemd import list_themas
from burgerdata.analysis.rapportvragen.meetkolommen import list_meetkolommen
from burgerdata.analysis.rapportvragen.voorraad import Voorraad
from burgerdata.analysis.rapportvragen.vragen import Rapportvraag
from burgerdata.traject import Traject

GESLOTEN = ("een_antwoord", "meer_antwoorden", "schaal", "stelling", "getal", "taak")


@dataclass(frozen=True)
class Materiaal:
    """The whole traject, the question, and the part of the traject in the phase of the question."""

    voorraad: Voorraad
    vraag: Rapportvraag

    @property
    def traject(self) -> Traject:
        """Return the whole traject."""
        return self.voorraad.traject

    @property
    def deel(self) -> Traject | None:
        """Return the part of the traject in this phase; None when nothing was collected in it."""
        return self.voorraad.take_deel(self.vraag.fase)

    def find_vragen(
        self,
        *,
        gebruik: Sequence[str] = (),
        soort: Sequence[str] = GESLOTEN,
        rol: str = "inhoud",
        woorden: str = "",
        overal: bool = False,
    ) -> list[str]:
        """Return the ids of questions of this phase (``overal``: of all) by use, kind, role and words in their text.

        Questions that traject.toml binds to this report question are the only ones that count.
        """
        traject = self.traject if overal else self.deel
        if traject is None:
            return []
        vragen = traject.vragen
        # nobody answered what only got dots on a sheet
        stippen = traject.tellingen["vraag_id"][traject.tellingen["maat"].eq("stip")].astype("str")
        past = vragen["soort"].isin(soort) & vragen["rol"].eq(rol)
        past &= ~vragen["vraag_id"].astype("str").isin(stippen)
        if gebruik:
            past &= vragen["gebruik"].isin(list(gebruik))
        if woorden:
            tekst = vragen["vraag_id"].astype("str") + " " + vragen["kort"] + " " + vragen["tekst"]
            past &= tekst.str.contains(woorden, case=False, regex=True)
        gebonden = traject.instellingen.rapportvragen.get(self.vraag.id, ())
        if gebonden:
            past = vragen["vraag_id"].isin(list(gebonden)) & vragen["soort"].isin(soort)
        return list(dict.fromkeys(vragen[past]["vraag_id"].astype("str")))

    def find_kenmerken(self, vraag_id: str) -> list[str]:
        """Return the traits in words that were asked wherever this question was, recoded ones first, at most four."""
        if self.deel is None:
            return []
        vragen = self.deel.vragen
        waar = set(vragen[vragen["vraag_id"].eq(vraag_id)]["activiteit_id"])
        kenmerken = vragen[
            vragen["activiteit_id"].isin(list(waar))
            & vragen["rol"].eq("kenmerk")
            & vragen["soort"].isin(("een_antwoord", "schaal"))
        ]
        bedoeld = [naam for levering in self.traject.instellingen.leveringen for naam in levering.kenmerken]
        namen = list(dict.fromkeys(kenmerken["vraag_id"].astype("str")))
        return sorted(namen, key=lambda naam: naam not in bedoeld)[:4]

    def find_reeksen(self) -> list[str]:
        """Return the questions about content of this phase that were asked in two waves or more, but the year of the wave."""
        if self.deel is None:
            return []
        vragen = self.deel.vragen
        gesloten = vragen[vragen["rol"].eq("inhoud") & vragen["soort"].isin(GESLOTEN)]
        aantal = gesloten.groupby("vraag_id", observed=True, sort=False)["activiteit_id"].nunique()
        volgorde = ("rapportcijfer", "tevredenheid", "vertrouwen")
        gebruik = gesloten.drop_duplicates("vraag_id").set_index("vraag_id")["gebruik"].astype("str")
        meetkolommen = list_meetkolommen(self.deel)
        namen = [str(naam) for naam in aantal[aantal > 1].index if str(naam) not in meetkolommen]
        rang = {naam: nr for nr, naam in enumerate(volgorde)}
        return sorted(namen, key=lambda naam: rang.get(str(gebruik.get(naam)), len(rang)))

    def find_themas(self, *, kompasvraag: str = "", woorden: str = "", nieuw: bool = False) -> list[str]:
        """Return the ids of themes by compass question, by words in their name, or marked as a new insight.

        A definition also says what a theme is not about, or where it occurs: its words tell nothing.
        """
        themas = list_themas(self.traject)
        past = pd.Series(True, index=themas.index)
        if kompasvraag:
            past &= themas["kompasvraag"].eq(kompasvraag)
        if woorden:
            past &= themas["naam"].str.contains(woorden, case=False, regex=True)
        if nieuw:
            past &= themas["nieuw_inzicht"].fillna(False).astype("bool")
        return [str(thema) for thema in themas[past]["thema_id"]]

    @property
    def has_teksten(self) -> bool:
        """Return whether people said or wrote anything in this phase that was coded."""
        if self.deel is None or list_themas(self.traject).empty:
            return False
        fragmenten = self.deel.fragmenten
        return bool(fragmenten["deelnemer_id"].notna().any())
