"""The one thing that may not be loaded: real data in the committed notebooks."""

from __future__ import annotations

import sys
from pathlib import Path

from burgerdata.errors import MethodeError

_TEMPLATE = "00_begin_hier.ipynb"
_EXAMPLES = "voorbeeld-"


def refuse_in_templates(map_: Path, *, werkmap: Path | None = None, kernel: bool | None = None) -> None:
    """Raise MethodeError when a notebook of the kit itself loads anything but an example: it would be committed.

    ``werkmap`` is the folder of the running notebook and ``kernel`` says whether there is one; both are found by
    themselves.
    """
    hier = werkmap or Path.cwd()
    in_kernel = "ipykernel" in sys.modules if kernel is None else kernel
    is_template = (
        hier.name == "notebooks" and (hier / _TEMPLATE).is_file() and (hier.parent / "kit.py").is_file()
    )
    if in_kernel and is_template and not map_.resolve().name.startswith(_EXAMPLES):
        raise MethodeError(
            "dit notebook hoort bij de kit en mag alleen een voorbeeld laden; "
            "open met 'kit.py lab MAP' een kopie in de map werk van uw traject"
        )
