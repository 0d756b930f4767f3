"""The forty report questions as data: id, phase, question, and what would measure it."""

from __future__ import annotations

from dataclasses import dataclass

from burgerdata.schema import FASE


@dataclass(frozen=True)
class Rapportvraag:
    """One report question; ``meten`` is one sentence on what would answer it."""

    id: str
    fase: str
    vraag: str
    meten: str


_BO = (
    (
        "Wie heeft hier belang bij, wie bereikten we en wie niet?",
        "Leg vast wie meedeed (leeftijd, opleiding) en vul marges.xlsx met bevolkingscijfers.",
    ),
    (
        "Welk probleem noemen mensen, hoe vaak en hoe ernstig?",
        "Vraag in gesprekken of open vragen naar het probleem en laat mensen de ernst scoren (gebruik: ernst).",
    ),
    (
        "Wie heeft er het meeste last van?",
        "Vraag in een enquête hoe ernstig het probleem is, met achtergrondkenmerken.",
    ),
    (
        "Welke oorzaken en omstandigheden noemen mensen?",
        "Vraag in focusgroepen door naar oorzaken en codeer de gesprekken met de themalijst.",
    ),
    (
        "Wanneer vinden mensen het goed geregeld?",
        "Vraag wat mensen een goede uitkomst vinden en geef die thema's kompasvraag ‘Wat is het beoogde doel?’ (bk2).",
    ),
    (
        "Welke oplossingen noemen mensen die wij nog niet hadden?",
        "Vul in themalijst.xlsx in welke thema's nieuw zijn, en geef oplossingen kompasvraag ‘Wat zijn opties om het doel te realiseren?’ (bk3).",
    ),
    (
        "Welke gevolgen verwachten mensen, en kunnen zij doen wat het beleid vraagt?",
        "Vraag naar verwachte gevolgen, geef die thema's kompasvraag ‘Wat zijn de gevolgen van de opties?’ (bk4), en stel vragen over doenvermogen.",
    ),
    (
        "Hoeveel steun is er per optie, onder welke voorwaarden en bij wie?",
        "Leg de opties voor in een enquête of stemming (gebruik: steun).",
    ),
    (
        "Waarover verschillen mensen van mening, en wat vindt de minderheid?",
        "Leg in groepen vast wie het oneens is, of leg stellingen voor.",
    ),
    ("Wat is er met de inbreng gedaan?", "Vul doorwerking.xlsx: per punt wat is besloten en waarom."),
)
_DV = (
    (
        "Met wie en in welke situaties is dit getest, en wie ontbraken?",
        "Leg per gesprek of test plaats, situatie en achtergrond van de deelnemer vast.",
    ),
    (
        "Lukt het mensen om de taak af te ronden?",
        "Doe een usability-onderzoek en leg per taak vast of het lukte.",
    ),
    (
        "Waar lopen mensen vast, en hoe erg is dat?",
        "Leg knelpunten vast met een score voor de ernst (gebruik: ernst).",
    ),
    ("Hoeveel tijd kost het, en hoe vaak gaat het mis?", "Meet bij elke taak de tijd en het aantal fouten."),
    (
        "Begrijpen mensen de brieven, woorden en stappen?",
        "Laat mensen brieven en schermen hardop lezen en codeer wat zij niet begrijpen.",
    ),
    ("Hoe gebruiksvriendelijk vinden mensen het?", "Neem de tien vragen van de SUS af (gebruik: sus)."),
    (
        "Lukt het ook met weinig tijd, geld of digitale vaardigheid, of bij stress?",
        "Test met mensen met weinig digitale vaardigheid en stel vragen over doenvermogen.",
    ),
    (
        "Via welk kanaal willen mensen geholpen worden?",
        "Stel een gesloten vraag naar het kanaal van voorkeur.",
    ),
    ("Wat is beter geworden sinds de vorige ronde?", "Herhaal dezelfde vragen of taken in een tweede ronde."),
    (
        "Welke knelpunten zijn opgelost, welke niet, en waarom?",
        "Vul doorwerking.xlsx voor de knelpunten uit deze fase.",
    ),
)
_PR = (
    (
        "Welke signalen komen binnen, waarvandaan en van hoeveel mensen?",
        "Verzamel open antwoorden, gesprekken of klachten en codeer ze met de themalijst.",
    ),
    ("Wat is nieuw of neemt toe?", "Meet in deze fase op twee of meer momenten met hetzelfde instrument."),
    ("Wie heeft er last van?", "Vraag in een enquête een oordeel, met achtergrondkenmerken."),
    (
        "Hoe beoordelen mensen de dienstverlening, per stap?",
        "Vraag een rapportcijfer en per stap een oordeel (gebruik: rapportcijfer, oordeel).",
    ),
    (
        "Wat hangt het sterkst samen met dat oordeel?",
        "Vraag dezelfde mensen een rapportcijfer en een oordeel per onderdeel.",
    ),
    (
        "Werkt het zoals bedoeld, en waar wijkt de praktijk af?",
        "Leg stellingen voor over hoe het in de praktijk gaat, afgeleid van het doel van het beleid.",
    ),
    (
        "Welke ongewenste effecten noemen mensen?",
        "Vraag open naar nadelen en geef die thema's kompasvraag ‘Wat zijn de gevolgen van de opties?’ (bk4).",
    ),
    (
        "Zien burgers en uitvoerders hetzelfde?",
        "Vraag uitvoerders hetzelfde als burgers, in een eigen activiteit.",
    ),
    (
        "Wat is dringend, en wat is makkelijk op te lossen?",
        "Vraag per stap belang en oordeel, en laat uitvoerders schatten hoeveel werk een oplossing is.",
    ),
    (
        "Wie pakt het op, en wat hebben we mensen laten weten?",
        "Vul in doorwerking.xlsx eigenaar en terugkoppeling in.",
    ),
)
_EV = (
    (
        "Over welk beleid, welke doelen en welke periode gaat het?",
        "Vul beleid, beleidsdoel en de data van de activiteiten in traject.toml in.",
    ),
    (
        "Is de ervaring van mensen veranderd sinds de vorige meting?",
        "Stel dezelfde vragen op twee momenten, het liefst aan dezelfde mensen.",
    ),
    ("Voor wie meer, voor wie minder?", "Stel dezelfde vragen op twee momenten, met achtergrondkenmerken."),
    (
        "Schrijven mensen de verandering toe aan het beleid?",
        "Vraag waardoor het volgens mensen is veranderd, open en gesloten.",
    ),
    (
        "Welke neveneffecten noemen mensen?",
        "Vraag open naar onbedoelde gevolgen en geef die thema's kompasvraag ‘Wat zijn de gevolgen van de opties?’ (bk4).",
    ),
    (
        "Vinden mensen het beleid nog nodig en aanvaardbaar?",
        "Vraag of mensen het beleid nodig en aanvaardbaar vinden (gebruik: steun).",
    ),
    (
        "Hoe goed was het betrekken zelf: bereik, proces, invloed, vertrouwen?",
        "Neem een uitloopformulier af met de vragen P1 tot en met P8.",
    ),
    ("Wat is er met eerdere inbreng gebeurd?", "Vul doorwerking.xlsx voor de eerdere fasen."),
    (
        "Wat kostte het per deelnemer en per nieuw inzicht?",
        "Vul middelen in traject.toml in, en nieuw_inzicht in themalijst.xlsx.",
    ),
    (
        "Wat laten deze gegevens niet zien, en wat moet de volgende meting wel meten?",
        "Deze vraag is altijd te beantwoorden.",
    ),
)

RAPPORTVRAGEN: tuple[Rapportvraag, ...] = tuple(
    Rapportvraag(f"{kort}{nummer}", fase, vraag, meten)
    for kort, fase, vragen in zip(("bo", "dv", "pr", "ev"), FASE, (_BO, _DV, _PR, _EV), strict=True)
    for nummer, (vraag, meten) in enumerate(vragen, 1)
)
"""Every report question, in the order of the phases."""
