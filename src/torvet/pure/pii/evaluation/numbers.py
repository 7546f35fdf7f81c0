"""Invented numbers with right check digits that belong to nobody living."""

from ..cpr import MODULUS_11_WEIGHTS
from ..papers import check_digit


def cpr_number(counter: int, *, modulus_11: bool = True, replacement: bool = False, date: str = "") -> str:
    """Give the ten digits of an invented CPR number that nobody living has; `date` is DDMMYY with YY 38 to 99.

    The seventh digit is 5 to 8, so the birth is of 1858-1899 or 2038-2057."""
    day = 1 + counter * 7 % 28
    year = 58 + counter * 11 % 42 if counter % 2 else 38 + counter * 3 % 20
    birth = date or f"{day + 60 * replacement:02d}{1 + counter * 5 % 12:02d}{year:02d}"
    for serial in range(5000 + counter * 37 % 3000, 9000):
        digits = f"{birth}{serial}"
        total = sum(int(d) * weight for d, weight in zip(digits, MODULUS_11_WEIGHTS, strict=True))
        if (total % 11 == 0) == modulus_11:
            return digits
    raise AssertionError("no serial number left")


def passport_lines(surname: str, given: str, number: str, birth: str) -> str:
    """Give the two machine-readable lines of an invented passport (ICAO Doc 9303, TD3); `birth` is YYMMDD."""
    names = f"{surname}<<{given}".replace(" ", "<")
    first = f"P<DNK{names}".ljust(44, "<")
    body = f"{_checked(number)}DNK{_checked(birth)}M{_checked('350101')}{_checked('<' * 14)}"
    composite = body[:10] + body[13:20] + body[21:43]
    return f"{first}\n{body}{check_digit(composite.encode())}"


def identity_card_lines(surname: str, given: str, number: str, birth: str) -> str:
    """Give the three machine-readable lines of an invented identity card (ICAO Doc 9303, TD1)."""
    first = f"I<DNK{_checked(number)}".ljust(30, "<")
    body = f"{_checked(birth)}F{_checked('350101')}DNK".ljust(29, "<")
    composite = first[5:30] + body[:7] + body[8:15] + body[18:29]
    return f"{first}\n{body}{check_digit(composite.encode())}\n" + f"{surname}<<{given}".replace(" ", "<").ljust(
        30, "<"
    )


def _checked(field: str) -> str:
    return f"{field}{check_digit(field.encode())}"
