"""A table -> one fixed Dutch sentence that says what it shows, and no more than that."""

from burgerdata.findings.explain import explain_bevinding
from burgerdata.findings.state import state_bevinding

__all__ = ["explain_bevinding", "state_bevinding"]
