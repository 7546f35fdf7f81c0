"""Those who write to Fjordby Kommune: citizens, companies, associations and other authorities.

Citizens are private: every form of their name, number, address and account is planted personal data. No
CPR number
here can belong to a living person (the seventh digit puts the birth in 1858-1899), company numbers lie
above the range
in use, and every e-mail address ends in `.example`.
"""

from dataclasses import dataclass
from functools import cached_property
from zlib import crc32

_FOLDING = str.maketrans("æøåé ", "eoae.")
_MOBILE = (20, 21, 22, 26, 28, 30, 31, 40, 41, 50, 51, 53, 60, 61)
CPR_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)  # the check of cpr.dk, dropped for new numbers in 2007
CVR_WEIGHTS = (2, 7, 6, 5, 4, 3, 2, 1)  # Erhvervsstyrelsen's modulus 11


def _check_sum(digits: str, weights: tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True))


def _cpr_digits(seed: int) -> str:
    birth = f"{seed % 28 + 1:02}{seed // 28 % 12 + 1:02}{58 + seed // 336 % 42:02}"
    for serial in range(5000 + seed // 14112 % 3900, 9000):
        if _check_sum(f"{birth}{serial}", CPR_WEIGHTS) % 11 == 0:
            return f"{birth}{serial}"
    raise ValueError(f"no serial number with a check digit for {birth}")


def _cvr(seed: int) -> str:
    for number in range(90_000_000 + seed % 9_000_000, 99_999_999):
        if _check_sum(str(number), CVR_WEIGHTS) % 11 == 0:
            return str(number)
    raise ValueError("no company number with a check digit")


def _iban(registration: str, account: str) -> str:
    bank = f"{registration}{account:0>10}"
    check = 98 - int(f"{bank}132000") % 97
    return f"DK{check:02}{bank}"


@dataclass(frozen=True)
class Citizen:
    """A private person. `street` is the home."""

    key: str
    name: str
    street: str

    @cached_property
    def seed(self) -> int:
        """A number that is always the same for this person."""
        return crc32(self.key.encode())

    @property
    def first(self) -> str:
        """The first name, as in a salutation."""
        return self.name.split()[0]

    @property
    def cpr(self) -> str:
        """The CPR number with a hyphen."""
        digits = _cpr_digits(self.seed)
        return f"{digits[:6]}-{digits[6:]}"

    def spelled_cpr(self, form: str) -> str:
        """The CPR number in one of the written forms a to h."""
        day, month, year, serial = self.cpr[:2], self.cpr[2:4], self.cpr[4:6], self.cpr[7:]
        return {
            "a": f"{day}{month}{year}-{serial}",
            "b": f"{day}{month}{year} {serial}",
            "c": f"{day}{month}{year}{serial}",
            "d": f"{day}.{month}.{year}-{serial}",
            "e": f"{day}{month}{year}–{serial}",
            "f": f"{day} {month} {year} - {serial}",
            "g": f"{day}{month}18{year}-{serial}",
            "h": f"{day}{month}{year}/{serial}",
        }[form]

    @property
    def _line(self) -> str:
        return f"{_MOBILE[self.seed % 14]}{self.seed // 14 % 10**6:06}"

    @property
    def phone(self) -> str:
        """Eight digits in pairs."""
        line = self._line
        return " ".join(line[i : i + 2] for i in range(0, 8, 2))

    def spelled_phone(self, form: str) -> str:
        """The number in one of the written forms a to e."""
        line = self._line
        return {
            "a": self.phone,
            "b": f"+45 {self.phone}",
            "c": line,
            "d": f"{line[:4]} {line[4:]}",
            "e": f"(+45) {line[:2]} {line[2:5]} {line[5:]}",
        }[form]

    @property
    def email(self) -> str:
        """A private address at one of three post houses."""
        plain = self.name.lower().translate(_FOLDING)
        return f"{plain}@{('posthus', 'fjordnet', 'mailby')[self.seed % 3]}.example"

    @property
    def _bank(self) -> tuple[str, str]:
        return f"{6900 + self.seed % 99}", f"{10**9 + self.seed % 10**9}"

    @property
    def account(self) -> str:
        """Registration number and account."""
        registration, account = self._bank
        return f"{registration} {account}"

    @property
    def iban(self) -> str:
        """The account as IBAN in groups of four."""
        whole = _iban(*self._bank)
        return " ".join(whole[i : i + 4] for i in range(0, len(whole), 4))


@dataclass(frozen=True)
class Organisation:
    """A company, an association or an authority: public, and it stays in the papers."""

    key: str
    kind: str
    name: str
    street: str
    contact: str = ""

    @property
    def cvr(self) -> str:
        """The company number, above the range in use, with a valid check digit."""
        return _cvr(crc32(self.key.encode()))

    @property
    def p_number(self) -> str:
        """The number of the production unit."""
        return f"10309{crc32(self.key.encode()) % 10**5:05}"

    @property
    def email(self) -> str:
        """The common mailbox."""
        return f"post@{self.key}.example"
