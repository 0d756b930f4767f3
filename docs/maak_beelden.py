"""Draw every picture of the docs from the examples: python docs/maak_beelden.py.

A page asks for a picture by a code block that ends in a figure, followed by the picture: the code on the page is the code
that drew it. The Monday folder of the tutorial is filled in as the tutorial says, in a folder of its own.
"""

from __future__ import annotations

import ast
import io
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PIL import Image

DOCS = Path(__file__).resolve().parent
PAGINAS = ("galerij.md", "van-map-naar-rapport.md")
MAANDAG = DOCS.parent / "surveys" / "voorbeeld-maandag" / "ruw"
DPI = 110
_BEELD = re.compile(
    r"```python\n(?P<code>.*?)```\s+!\[(?P<alt>[^\]]*)\]\((?P<pad>beelden/[\w-]+\.png)\)", re.DOTALL
)
_INVULLING = re.compile(r"```toml\n(?P<toml>.*?)```", re.DOTALL)
_LEVERING = {
    "enquete": ("praktijk", "raadplegen", "panel"),
    "klantpanel": ("evaluatie", "raadplegen", "panel"),
    "focusgroep": ("beleidsontwikkeling", "adviseren", "selectiebureau"),
    "straatgesprek": ("praktijk", "raadplegen", "aangesproken"),
}
"""Fase, trede and werving of each delivery, as the table of the tutorial gives them."""


def find_beelden(pagina: Path) -> Iterator[tuple[str, str, str]]:
    """Yield per picture of a page its code, its alternative text and where it is."""
    for beeld in _BEELD.finditer(pagina.read_text(encoding="utf-8")):
        yield beeld["code"], beeld["alt"], beeld["pad"]


def draw_beelden(pagina: Path, namen: dict[str, Any]) -> None:
    """Run the code blocks of a page in order, each with what the ones before it made, and keep their figures."""
    for code, _, pad in find_beelden(pagina):
        *regels, laatste = ast.parse(code).body
        assert isinstance(laatste, ast.Expr), f"the block before {pad} does not end in a figure"
        exec(compile(ast.Module(regels, []), str(pagina), "exec"), namen)
        figuur = eval(compile(ast.Expression(laatste.value), str(pagina), "eval"), namen)
        save_small(figuur.png(dpi=DPI), DOCS / pad)


def save_small(png: bytes, pad: Path) -> None:
    """Write a picture in few colours: figures have flat ones, and the file is a quarter of the size."""
    with Image.open(io.BytesIO(png)) as beeld:
        beeld.convert("RGB").quantize(64).save(pad, optimize=True)


def fill_maandag(map_: Path) -> None:
    """Write the Monday folder, filled in as the tutorial says."""
    import burgerdata as bd

    shutil.copytree(MAANDAG, map_ / "ruw")
    bd.propose_traject(map_)
    pad = map_ / "traject.toml"
    tekst = pad.read_text(encoding="utf-8")
    tutorial = (DOCS / "van-map-naar-rapport.md").read_text(encoding="utf-8")
    boven = _INVULLING.search(tutorial)
    assert boven, "the tutorial has no block of toml"
    leveringen = tekst[tekst.index("[[levering]]") :]
    for instrument, woorden in _LEVERING.items():
        begin = leveringen.index(f'instrument = "{instrument}"')
        deel = leveringen[begin:]
        for sleutel, woord in zip(("fase", "trede", "werving"), woorden, strict=True):
            deel = deel.replace(f'{sleutel} = "?"', f'{sleutel} = "{woord}"', 1)
        leveringen = leveringen[:begin] + deel
    pad.write_text(f"{boven['toml']}\n{leveringen}", encoding="utf-8")


def draw_all() -> None:
    """Draw the pictures of every page."""
    os.chdir(DOCS.parent)
    (DOCS / "beelden").mkdir(exist_ok=True)
    draw_beelden(DOCS / "galerij.md", {})
    with TemporaryDirectory() as tijdelijk:
        map_ = Path(tijdelijk) / "handhaving"
        fill_maandag(map_)
        os.chdir(tijdelijk)
        draw_beelden(DOCS / "van-map-naar-rapport.md", {})
        os.chdir(DOCS.parent)


if __name__ == "__main__":
    draw_all()
