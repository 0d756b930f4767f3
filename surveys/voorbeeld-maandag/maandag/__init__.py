"""Generator of the Monday morning example; draws and writers come from the other synthetic example."""

ZAAD = "handhaving in de wijk 2026"
THEMAS = ("afval", "parkeren", "honden", "overlast", "zichtbaarheid", "bejegening", "melden", "verkeer")
