"""Write docs/woordenlijst.md from the contract: every table, column, dtype and closed list of words.

python docs/maak_woordenlijst.py
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from burgerdata.schema import SLEUTELTHEMAS, TABELLEN, Kolomschema, Tabelschema
from burgerdata.schema.labels import (
    FASE_LABEL,
    INSTRUMENT_LABEL,
    KOMPASVRAAG_LABEL,
    STATUS_LABEL,
    TREDE_LABEL,
    WERVING_LABEL,
)

DOEL = Path(__file__).with_name("woordenlijst.md")
_SOORT = {
    "id": ("id", "category"),
    "code": ("code", "category"),
    "woord": ("woord uit een vaste lijst", "category (geordend)"),
    "tekst": ("tekst", "str"),
    "telling": ("heel getal", "Int32"),
    "getal": ("getal", "float64"),
    "datum": ("datum, eventueel met tijd", "datetime64[s]"),
    "vlag": ("ja of nee", "bool"),
}
_LABELS: Mapping[tuple[str, ...], Mapping[str, str]] = {
    tuple(labels): labels
    for labels in (
        INSTRUMENT_LABEL,
        FASE_LABEL,
        TREDE_LABEL,
        WERVING_LABEL,
        STATUS_LABEL,
        KOMPASVRAAG_LABEL,
    )
}
_KOP = """# Woordenlijst

Welke tabellen burgerdata maakt, wat een rij en een kolom daarin betekent en welke woorden erin mogen staan. Deze
pagina is gemaakt uit `burgerdata/schema/` met `python docs/maak_woordenlijst.py`; verander haar niet met de hand.

Een **vetgedrukte** kolom hoort bij de sleutel: de combinatie daarvan komt maar één keer voor. *Leeg* zegt of een cel
leeg mag zijn. Een pijl (→) zegt in welke tabel de waarde moet voorkomen."""


def write_woordenlijst() -> str:
    """Return the whole page."""
    delen = [_KOP, "## Soorten kolommen", *_dtype_table(), "## Tabellen"]
    for schema in TABELLEN.values():
        delen += [f"### {schema.naam}", *_table(schema)]
    return "\n\n".join([*delen, "## Vaste lijsten", *_vocabularies()]) + "\n"


def _dtype_table() -> Iterator[str]:
    rijen = [f"| {naam} | `{pandas}` |" for naam, pandas in _SOORT.values()]
    yield "\n".join(["| soort | in pandas |", "|---|---|", *rijen])
    yield "Een ja-of-nee-kolom die leeg mag zijn, is in pandas `boolean`."


def _table(schema: Tabelschema) -> Iterator[str]:
    yield f"Eén rij is {schema.nl}. *({schema.en})*"
    rijen = [_row(kolom, schema) for kolom in schema.kolommen]
    kop = ["| kolom | betekenis | Engels | soort | leeg | verwijst naar |", "|---|---|---|---|---|---|"]
    yield "\n".join([*kop, *rijen])
    if schema.uniek:
        yield f"Ook uniek: de combinatie van {', '.join(f'`{naam}`' for naam in schema.uniek)}."


def _row(kolom: Kolomschema, schema: Tabelschema) -> str:
    naam = f"**`{kolom.naam}`**" if kolom.naam in schema.sleutel else f"`{kolom.naam}`"
    soort = _SOORT[kolom.dtype][0]
    if kolom.woorden:
        soort = f"[{soort}](#{_anchor(_title(kolom.woorden))})"
    leeg = "ja" if kolom.leeg else ""
    verwijst = f"→ {kolom.verwijst}" if kolom.verwijst else ""
    return f"| {naam} | {kolom.nl} | {kolom.en} | {soort} | {leeg} | {verwijst} |"


def _places(woorden: tuple[str, ...]) -> list[str]:
    """Return the columns that use this list of words."""
    return [
        f"{schema.naam}.{kolom.naam}"
        for schema in TABELLEN.values()
        for kolom in schema.kolommen
        if kolom.woorden == woorden
    ]


def _title(woorden: tuple[str, ...]) -> str:
    """Return the heading of a list: the column where its name is only used for it, else table and column."""
    eerste = _places(woorden)[0]
    kolom = eerste.split(".")[1]
    lijsten = {
        k.woorden for schema in TABELLEN.values() for k in schema.kolommen if k.naam == kolom and k.woorden
    }
    return kolom if len(lijsten) == 1 else eerste.replace(".", " ")


def _anchor(titel: str) -> str:
    return titel.replace(" ", "-")


def _vocabularies() -> Iterator[str]:
    lijsten = dict.fromkeys(k.woorden for schema in TABELLEN.values() for k in schema.kolommen if k.woorden)
    for woorden in lijsten:
        yield f"### {_title(woorden)}"
        yield f"In {', '.join(f'`{plaats}`' for plaats in _places(woorden))}."
        labels = _LABELS.get(woorden)
        if labels is None:
            yield ", ".join(f"`{woord}`" for woord in woorden)
            continue
        rijen = [f"| `{woord}` | {label} |" for woord, label in labels.items()]
        yield "\n".join(["| woord | in het rapport |", "|---|---|", *rijen])
    yield "### Vaste thema's"
    yield (
        f"`{SLEUTELTHEMAS[0]}`: gelezen, en er past geen thema bij. `{SLEUTELTHEMAS[1]}`: het antwoord zegt niets, "
        "zoals 'nvt'."
    )


if __name__ == "__main__":
    DOEL.write_text(write_woordenlijst(), encoding="utf-8", newline="\n")
