"""What may be printed: one plan over all tables of a run, made before anything is drawn or written."""

from burgerdata.disclosure.audit import audit_onderdrukking
from burgerdata.disclosure.plan import Plan, plan_onderdrukking

__all__ = ["Plan", "audit_onderdrukking", "plan_onderdrukking"]
