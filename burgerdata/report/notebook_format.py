"""nbformat, imported without a grammar of web addresses that no notebook needs: it takes two seconds of every run.

jsonschema, which nbformat imports, builds that grammar wherever the package for it is installed, as Jupyter does, and
does without where it is not.
"""

from __future__ import annotations

import sys
from typing import Any

_GRAMMATICA = "rfc3987_syntax"


def _import_nbformat() -> Any:
    modules: dict[str, Any] = sys.modules
    hide = _GRAMMATICA not in modules
    if hide:
        modules[_GRAMMATICA] = None
    try:
        import nbformat
    finally:
        if hide:
            del modules[_GRAMMATICA]
    return nbformat


nbformat: Any = _import_nbformat()
