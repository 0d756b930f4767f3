"""The page with every public name: made from the docstrings when the site is built, so it cannot be out of date."""

from __future__ import annotations

import importlib
import inspect
import re
from collections.abc import Iterator
from typing import Any

from mkdocs.structure.files import File, Files

import burgerdata

_DEEPER = ("burgerdata.statistics", "burgerdata.text", "burgerdata.pseudonyms")
"""Packages that know no traject and have public names of their own."""
_SECTION = re.compile(r"^(\w[\w ]*)\n-{3,}\n", re.MULTILINE)
_INTRO = """# API reference

Every public name, from its docstring. An analyst needs `import burgerdata as bd` and the names of the first part; the
packages below it know nothing of a traject and work on any frame or text."""


def on_files(files: Files, config: Any) -> Files:
    """Add the page to the site."""
    files.append(File.generated(config, "api.md", content=write_api()))
    return files


def write_api() -> str:
    """Return the page in Markdown."""
    parts = [
        _INTRO,
        "## burgerdata",
        *(entry for name in burgerdata.__all__ for entry in _entry(burgerdata, name)),
    ]
    for package in _DEEPER:
        module = importlib.import_module(package)
        parts += [f"## {package}", inspect.getdoc(module) or ""]
        parts += [entry for name in sorted(module.__all__) for entry in _entry(module, name)]
    return "\n\n".join(parts) + "\n"


def _entry(module: Any, name: str) -> Iterator[str]:
    thing = getattr(module, name)
    yield f"### {name} {{: #{module.__name__.replace('.', '-')}-{name.lower()} }}"
    if callable(thing):
        yield f"```python\n{name}{_signature(thing)}\n```"
        yield from _docstring(inspect.getdoc(thing) or "")
    if inspect.isclass(thing) and not issubclass(thing, Exception):
        methods = inspect.getmembers(thing, inspect.isfunction)
        for method, function in methods:
            if not method.startswith("_") and function.__doc__ and method in vars(thing):
                yield f"#### {name}.{method}"
                yield f"```python\n{method}{_signature(function)}\n```"
                yield from _docstring(inspect.getdoc(function) or "")


def _signature(thing: Any) -> str:
    """Return the parameters, one a line when they are long; addresses of defaults never show."""
    try:
        text = str(inspect.signature(thing))
    except ValueError:
        return "(…)"
    text = re.sub(r" at 0x[0-9a-f]+", "", text)
    if len(text) < 90:
        return text
    return re.sub(r", (?=\*|\w+:)", ",\n    ", text)


def _docstring(text: str) -> Iterator[str]:
    """Yield a docstring in numpy style as Markdown."""
    pieces = _SECTION.split(text)
    yield _prose(pieces[0])
    for title, body in zip(pieces[1::2], pieces[2::2], strict=True):
        yield f"**{title}**"
        if title == "Examples":
            yield f"```pycon\n{body.strip()}\n```"
        else:
            yield _fields(body) if re.search(r"^\S.*\n {4}", body) else _prose(body)


def _fields(body: str) -> str:
    """Return names with what is said of each as a list."""
    entries = re.findall(r"^(\S.*)\n((?:(?: {4}.*)?\n?)*)", body, re.MULTILINE)
    return "\n".join(f"- `{name.strip()}`: {_prose(' '.join(said.split()))}" for name, said in entries)


def _prose(text: str) -> str:
    return text.strip().replace("``", "`")
