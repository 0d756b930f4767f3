"""Numbers that can be checked: BSN by the 11-proef, IBAN by its check digits, phone numbers by their plan."""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers
from phonenumbers import Leniency, PhoneNumberMatcher, PhoneNumberType
from stdnum import iban
from stdnum.nl import bsn

from burgerdata.pseudonyms.spans import Vondst

_NEGEN = re.compile(r"(?<![\d,])(?<!\d[.-])(?:\d{9}(?![\d]|[.,]\d)|\d(?:[ .-]?\d){8}(?!\d|[.,-]\d|\s\d))")
_BSN_CUE = re.compile(
    r"\b(?:bsn|burgerservice\w*|sofi\w*|burgerservicenummer)[\s:=.-]*(?:nummer|nr\.?)?\s*(?:is|:|=)?\s*"
    r"(?P<kern>\d(?:[ .-]?\d){7,8})(?!\d)",
    re.IGNORECASE,
)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?:[ .-]?[A-Z0-9]){11,30}\b", re.IGNORECASE)
_NL_IBAN = re.compile(r"\bNL[ .-]?\d{2}[ .-]?[A-Z]{4}(?:[ .-]?\d){10}(?!\d)", re.IGNORECASE)
_PUBLIC = {PhoneNumberType.TOLL_FREE, PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST}
_PHONE_CUE = re.compile(
    r"(?:\bbel(?:len)?|\btel(?:\.|efoon\w*)?|\bmobiel\w*|\bbereikbaar|\bapp(?:en)?)\b[^.\n\d]{0,20}$",
    re.IGNORECASE,
)
_DUTCH = re.compile(
    r"(?<![\d-])(?:(?:\+31|0031|0)[ -]?(?:\(0\)[ -]?)?6(?![-/. ]\d{2}[-/. ]\d{4})(?:[ -]?\d){8}|0\d{2}[- ]?\d{7}|0\d{3}[- ]?\d{6})(?!\d)"
)
"""Numbers of ten digits in their usual form; between other numbers the matcher of all countries passes over them."""
_WHATSAPP = re.compile(
    r"(?<![\w.])@\+?\d{9,15}\b|(?:\b(?:https?://)?(?:wa\.me/|api\.whatsapp\.com/send/?\?phone=)|\bwhatsapp://send\?phone=)"
    r"(?:\+|%2B)?\d{9,15}\b[^\s,;)\"<>]*",
    re.IGNORECASE,
)
"""Somebody without a name in the contacts of who exports a chat (@31612345678), and an address that opens a chat with them."""
_MIN_DIGITS = 9
_DAY_AND_HOUR = re.compile(r"\d{2}[-/. ]\d{2}[-/. ]\d{4} \d{2}")
"""What stands before the minutes of a moment, such as 09-03-2026 07:30: ten digits that begin with 0."""


def find_possible_bsns(text: str) -> Iterator[Vondst]:
    """Yield numbers of nine digits that pass the 11-proef, and any number that is announced as a BSN.

    Nine per cent of random numbers pass too, hence "mogelijk".
    """
    for match in _NEGEN.finditer(text):
        if bsn.is_valid(re.sub(r"\D", "", match.group())):
            yield Vondst("mogelijk_bsn", *match.span())
    for match in _BSN_CUE.finditer(text):
        yield Vondst("mogelijk_bsn", *match.span("kern"))


def find_ibans(text: str) -> Iterator[Vondst]:
    """Yield account numbers: a Dutch one by its shape, even with a typing error, another one by its check digits."""
    for match in _NL_IBAN.finditer(text):
        yield Vondst("iban", *match.span())
    for match in _IBAN.finditer(text):
        eind = _valid_iban_end(match.group())
        if eind:
            yield Vondst("iban", match.start(), match.start() + eind)


def _valid_iban_end(kandidaat: str) -> int:
    """Return where a valid IBAN at the start of the candidate ends; words that follow it may cling to it."""
    for eind in [
        len(kandidaat),
        *(match.start() for match in reversed(list(re.finditer(r"[ .-]", kandidaat)))),
    ]:
        if iban.is_valid(re.sub(r"[ .-]", "", kandidaat[:eind])):
            return eind
    return 0


def find_telefoonnummers(text: str) -> Iterator[Vondst]:
    """Yield phone numbers of persons and offices; public service numbers (0800, 0900, 14 0xx) are left."""
    for match in PhoneNumberMatcher(text, "NL", leniency=Leniency.POSSIBLE):
        soort = phonenumbers.number_type(match.number)
        raw = match.raw_string
        if soort in _PUBLIC or re.match(r"14\s?0\d", raw):
            continue
        moment = _DAY_AND_HOUR.fullmatch(raw) and re.match(r"[:.]\d{2}(?!\d)", text[match.end :])
        digits = sum(teken.isdigit() for teken in raw)
        dialled = raw.lstrip("( ").startswith(("0", "+")) and digits >= _MIN_DIGITS
        announced = bool(_PHONE_CUE.search(text[: match.start]))
        if (dialled and not moment) or announced:
            yield Vondst("telefoon", match.start, match.end)
    yield from (Vondst("telefoon", *match.span()) for match in _WHATSAPP.finditer(text))
    for vondst in _DUTCH.finditer(text):
        if not vondst.group().startswith(("0800", "0900", "0906", "0909")):
            yield Vondst("telefoon", *vondst.span())
