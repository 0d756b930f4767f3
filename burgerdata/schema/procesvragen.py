"""The questions about the participation itself, as the forms in sjablonen/ ask them: code → literal text.

Before and after use the same words, so that the answers of the same people may be compared.
"""

from __future__ import annotations

EENS = ("helemaal mee oneens", "mee oneens", "neutraal", "mee eens", "helemaal mee eens")
"""The answers to P1 to P6, from unfavourable to favourable."""
CIJFER = tuple(str(cijfer) for cijfer in range(1, 11))
"""The answers to P7, P8, T1 and T2."""
PROCESVRAGEN = {
    "P1": "Het was duidelijk wat er van mij werd gevraagd",
    "P2": "Ik kreeg genoeg informatie om mee te kunnen praten",
    "P3": "Ik voelde mij gehoord en gerespecteerd",
    "P4": "Iedereen kon evenveel zeggen",
    "P5": "De begeleiding was neutraal",
    "P6": "Ik werd op tijd betrokken, er lag nog iets open",
    "P7": "Welk rapportcijfer geeft u dit traject?",
    "P8": "Hoe goed past dit traject bij wat u ervan verwacht? (1 = slecht, 10 = uitstekend)",
    "T1": "Hoeveel vertrouwen hebt u in de overheid bij dit onderwerp? (1 = geen, 10 = heel veel)",
    "T2": "Hoeveel doet het ertoe wat mensen zoals u inbrengen? (1 = niets, 10 = heel veel)",
}
VOORAF = ("P8", "T1", "T2")
"""What is asked before as well as after."""
