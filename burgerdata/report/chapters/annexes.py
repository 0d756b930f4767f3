"""The annexes A–F: method, coverage of the questions, scorecard, list of themes, every table, and what the report rests on."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from burgerdata.activiteitnamen import add_lidwoord, name_activiteiten
from burgerdata.analysis import compare_codeurs
from burgerdata.analysis.ontkenning import state_ontkenning
from burgerdata.designs import has_gewicht
from burgerdata.errors import MethodeError
from burgerdata.findings.number_words import say_aantal
from burgerdata.getallen import format_getal, format_procent, join_woorden
from burgerdata.loading import list_indelingen
from burgerdata.loading.redenen import count_redenen
from burgerdata.pseudonyms.opschriften import mask_bestanden
from burgerdata.report.blocks import Alinea, Blok, Kop, Opsomming, Tabelblok
from burgerdata.report.chapters import scorekaart, tabellen
from burgerdata.report.chapters.answers import print_tabelblok
from burgerdata.report.chapters.certainty import effective_n
from burgerdata.report.chapters.onbekend import BEWIJS
from burgerdata.report.chapters.vergeleken import tell_vergeleken
from burgerdata.report.collect import Opbrengst
from burgerdata.report.manifest import state_versies
from burgerdata.report.texts import Tekst
from burgerdata.schema.labels import FASE_LABEL, SOORT_LABEL
from burgerdata.settings import Weging

DEKKING = "De veertig rapportvragen"
"""The title of the coverage table; texts of the analyst that no chapter has stand behind it."""
_STATUS = {"beantwoord": "beantwoord", "deels": "deels", "niet_gemeten": "niet gemeten"}


def build(opbrengst: Opbrengst, teksten: Mapping[str, Tekst]) -> list[Blok]:
    """Return all annexes; ``teksten`` adds nothing here."""
    return [
        *_method(opbrengst),
        *_coverage(opbrengst),
        *scorekaart.build(opbrengst, teksten),
        *_questions(opbrengst),
        *tabellen.build(opbrengst, teksten),
        *_files(opbrengst),
    ]


def _method(opbrengst: Opbrengst) -> list[Blok]:
    drempels, prijs = opbrengst.plan.drempels, opbrengst.plan.prijs
    zinnen = [
        "Thema's zijn geteld in mensen, niet in berichten, en per activiteit; activiteiten zijn nergens opgeteld.",
        "Percentages komen uit enquêtes en panels; van gesprekken staan alleen aantallen in dit rapport.",
        f"Een groep van minder dan {drempels.verborgen} mensen is niet getoond; onder de {drempels.indicatief} staat een * "
        f"(indicatief); een cel van minder dan {drempels.drempel} mensen is vervangen door x. Aantallen "
        "van gesprekken, peilingen en tests staan er wel in, behalve waar zij naar groepen zijn gesplitst.",
        f"Daardoor zijn {format_getal(int(prijs['onderdrukt'].sum()))} van de {format_getal(int(prijs['rijen'].sum()))} "
        "tabelrijen niet ingevuld.",
        "Een interval van 95% zegt tussen welke grenzen een cijfer waarschijnlijk ligt als iedereen was gevraagd. Bij een "
        "panel of open link geldt het alleen als de weging de deelnemers vergelijkbaar maakt met de bevolking.",
        "▲ en ▼ staan bij een groep die meer van de rest verschilt dan door toeval te verwachten is (p < 0,05, na correctie "
        "volgens Holm voor het aantal vergelijkingen).",
        "Namen, adressen, nummers en andere gegevens die naar iemand leiden zijn vervangen. De gegevens zijn "
        "gepseudonimiseerd, niet anoniem: wie er andere gegevens naast legt, kan soms nog iemand herkennen. "
        f"{_released(opbrengst)} citaten zijn beoordeeld en vrijgegeven.",
        _tell_onaf(opbrengst),
        _read_share(opbrengst),
        _tell_ontkenning(opbrengst),
        _tell_codeurs(opbrengst),
        _tell_indelingen(opbrengst),
        tell_vergeleken(opbrengst),
        f"Gemaakt met {state_versies()}.",
        BEWIJS,
    ]
    respons = [print_tabelblok(opbrengst, "respons")] if "respons" in opbrengst.tabellen else []
    return [
        Kop("Bijlage A. Onderzoeksverantwoording", anker="bijlage-a"),
        Opsomming(tuple(filter(None, zinnen))),
        *respons,
        *_weights(opbrengst),
    ]


def _tell_onaf(opbrengst: Opbrengst) -> str:
    """Return how many people did not finish their questionnaire, per activity, and that they count all the same."""
    traject = opbrengst.traject
    onaf = traject.logboek[
        traject.logboek["reden"].eq("niet_afgerond") & traject.logboek["activiteit_id"].notna()
    ]
    aantal = onaf.groupby(onaf["activiteit_id"].astype("str"), observed=True, dropna=False, sort=False)[
        "aantal"
    ].sum()
    namen = name_activiteiten(traject.activiteiten)
    mensen = traject.deelnemers["activiteit_id"].astype("str").value_counts()
    delen = [
        f"{format_getal(int(n))} van de {format_getal(int(mensen.get(activiteit, 0)))} bij {add_lidwoord(namen[activiteit])}"
        for activiteit, n in aantal.items()
        if activiteit in namen and n
    ]
    if not delen:
        return ""
    gewogen = {naam for naam, weging in traject.wegingen.items() if weging.herkomst != "geen"}
    zwaar = (
        "met de eigen weegfactor"
        if any(str(activiteit) in gewogen for activiteit in aantal.index)
        else "even zwaar als wie wel afrondde"
    )
    return f"Niet afgerond: {join_woorden(delen)}. Wie niet afrondde, telt mee met wat is ingevuld, {zwaar}."


def _released(opbrengst: Opbrengst) -> str:
    return format_getal(len(opbrengst.tabellen.get("citaten", ())))


def _read_share(opbrengst: Opbrengst) -> str:
    coderingen = opbrengst.traject.coderingen
    if not len(coderingen):
        return "Er zijn geen thema's toegekend."
    gelezen = coderingen[coderingen["wijze"].eq("mens")]["fragment_id"].nunique()
    totaal = coderingen["fragment_id"].nunique()
    return (
        f"Van de {format_getal(totaal)} gecodeerde stukken tekst zijn er {format_getal(gelezen)} "
        f"({format_procent(gelezen / totaal)}) door een mens gelezen; de rest is op trefwoord gecodeerd."
    )


def _tell_ontkenning(opbrengst: Opbrengst) -> str:
    """Return how many hits may say the opposite of their theme: words do not tell who has no trouble with it."""
    ontkend = state_ontkenning(opbrengst.traject)
    return (
        f"{ontkend}: zo'n tekst kan zeggen dat iets juist niet speelt, en telt toch mee." if ontkend else ""
    )


def _tell_codeurs(opbrengst: Opbrengst) -> str:
    """Return how well coders agreed on what they coded apart from each other, or that nobody checked."""
    try:
        tabel = compare_codeurs(opbrengst.traject)
    except MethodeError:
        return "Geen tekst is door twee mensen los van elkaar gecodeerd: hoe goed zij het eens zijn, is niet gemeten."
    alles = tabel.iloc[0]
    marge = (
        ""
        if pd.isna(alles["onder"])
        else f" ({format_getal(alles['onder'], 2)} tot {format_getal(alles['boven'], 2)})"
    )
    return (
        f"Overeenstemming: {format_getal(alles['n'])} stukken tekst zijn door {say_aantal(int(alles['n_codeurs']))} "
        f"mensen los van elkaar gecodeerd; alpha van Krippendorff over {alles['thema']} is {format_getal(alles['alpha'], 2)}{marge}; "
        "1 is volledig eens, 0 niet beter dan toeval."
    )


def _tell_indelingen(opbrengst: Opbrengst) -> str:
    """Return which traits were made from which question, with the groups that they got."""
    per = list_indelingen(opbrengst.traject).groupby(
        ["kenmerk", "uit"], observed=True, dropna=False, sort=False
    )
    zinnen = [f"{naam} uit {uit} ({', '.join(deel['groep'])})" for (naam, uit), deel in per]
    return f"Ingedeeld: {'; '.join(zinnen)}." if zinnen else ""


def _weights(opbrengst: Opbrengst) -> list[Blok]:
    wegingen = opbrengst.traject.wegingen.values()
    namen = name_activiteiten(opbrengst.traject.activiteiten)
    zinnen = tuple(
        f"{namen[w.activiteit_id]}: {_tell_methode(w)}{_tell_effectief(opbrengst, w.activiteit_id)}"
        for w in wegingen
        if w.herkomst != "geen"
    )
    return (
        [Alinea("", kop="Weging"), Opsomming((*zinnen, "Alle andere activiteiten zijn niet gewogen."))]
        if zinnen
        else [Alinea("De cijfers zijn niet gewogen.", kop="Weging.")]
    )


def _tell_methode(weging: Weging) -> str:
    """Return how an activity was weighted; what weights fitted to the population cost follows in words of its own."""
    if weging.herkomst != "gekalibreerd":
        return weging.methode or weging.herkomst
    return f"gewogen {weging.methode.split('; deff ')[0]}"


def _tell_effectief(opbrengst: Opbrengst, activiteit_id: str) -> str:
    """Return what weighting costs: how many unweighted people the answers are worth (Kish)."""
    deelnemers = opbrengst.traject.deelnemers
    eigen = deelnemers[deelnemers["activiteit_id"].eq(activiteit_id) & deelnemers["rol"].eq("burger")]
    gewicht = eigen["gewicht"][has_gewicht(opbrengst.traject, activiteit_id, eigen)].dropna()
    effectief = format_getal(effective_n(gewicht))
    laag, hoog = (format_getal(grens / gewicht.mean(), 2) for grens in (gewicht.min(), gewicht.max()))
    keer = "" if laag == hoog else f"; de gewichten lopen van {laag} tot {hoog} keer het gemiddelde"
    return f"{keer}; {format_getal(len(gewicht))} mensen, evenveel waard als {effectief} ongewogen"


def _coverage(opbrengst: Opbrengst) -> list[Blok]:
    rijen = [
        {
            "vraag": f"{a.id} {a.vraag}",
            "fase": FASE_LABEL[a.fase],
            "dekking": _STATUS[a.status],
            "toelichting": _why(a.status, a.bevinding, a.ontbreekt),
        }
        for a in opbrengst.antwoorden.values()
    ]
    tabel = pd.DataFrame(rijen, dtype="str")
    aantal = tabel["dekking"].value_counts()
    telling = ", ".join(f"{aantal.get(woord, 0)} {woord}" for woord in _STATUS.values())
    titel = DEKKING
    return [
        Kop("Bijlage B. Dekking van de rapportvragen", anker="bijlage-b"),
        Alinea(f"Van de {len(tabel)} vragen: {telling}."),
        Tabelblok(titel, tabel),
    ]


def _why(status: str, bevinding: str, ontbreekt: str) -> str:
    return ontbreekt if status == "niet_gemeten" else bevinding


def _questions(opbrengst: Opbrengst) -> list[Blok]:
    traject = opbrengst.traject
    vragen = _list_vragen(opbrengst)
    themas = traject.themas[["naam", "omschrijving"]].astype("str").rename(columns={"naam": "thema"})
    blokken: list[Blok] = [Kop("Bijlage D. Vragenlijst en themalijst", anker="bijlage-d")]
    blokken += [Tabelblok("Vragen zoals gesteld", vragen)] if len(vragen) else []
    return [*blokken, *([Tabelblok("Themalijst", themas)] if len(themas) else [])]


def _list_vragen(opbrengst: Opbrengst) -> pd.DataFrame:
    """Return a row per literal question, with the activities that asked it."""
    vragen = opbrengst.traject.vragen[["activiteit_id", "tekst", "soort"]].astype("str")
    namen = name_activiteiten(opbrengst.traject.activiteiten)
    vragen = vragen.assign(
        activiteit_id=vragen["activiteit_id"].map(namen), soort=vragen["soort"].map(SOORT_LABEL)
    )
    per_vraag = vragen.groupby(["tekst", "soort"], observed=True, dropna=False, sort=False)
    gevraagd = per_vraag["activiteit_id"].agg(lambda namen: ", ".join(dict.fromkeys(namen))).reset_index()
    return gevraagd.rename(columns={"tekst": "vraag", "activiteit_id": "gesteld in"}).astype("str")


def _files(opbrengst: Opbrengst) -> list[Blok]:
    bronnen = opbrengst.traject.bronnen
    tabel = pd.DataFrame(
        {
            "bestand": bronnen["bestand"].astype("str").map(mask_bestanden(bronnen["bestand"].astype("str"))),
            "blad": bronnen["blad"].astype("str").replace("", "–"),
            "gebruikt": bronnen["gebruikt"].map({True: "ja", False: "nee"}).astype("str"),
            "records": bronnen["records_in"]
            .map(lambda n: "–" if pd.isna(n) else format_getal(n))
            .astype("str"),
            "controlegetal (SHA-256)": bronnen["sha256"].str[:16].astype("str"),
        }
    )
    logboek = count_redenen(opbrengst.traject.logboek)
    redenen = pd.DataFrame(
        {"wat": logboek["woorden"], "aantal": logboek["aantal"].map(format_getal).astype("str")}
    )
    blokken: list[Blok] = [Kop("Bijlage F. Bestanden, versies en controlegetallen", anker="bijlage-f")]
    blokken += [Tabelblok("Gebruikte bestanden", tabel)] if len(tabel) else []
    blokken += [Tabelblok("Wat het inlezen deed", redenen)] if len(redenen) else []
    return [
        *blokken,
        Alinea(
            "Alle versies van programma's en alle instellingen staan in verantwoording.json naast dit rapport.",
            "noot",
        ),
    ]
