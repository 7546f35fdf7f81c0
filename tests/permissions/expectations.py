"""The table of who may open which page. An address that is not here fails the tests; so does a line without address."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from torvet.shared.identity.roles import AUDITOR, CASEWORKER, OPERATOR, RECORDS_OFFICER, Role

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
Answers = Mapping[str, int]

READ: Answers = {"GET": 200, "HEAD": 200}
MOVED: Answers = {"GET": 302, "HEAD": 302}
FORM: Answers = {"GET": 200, "HEAD": 200, "POST": 422}  # an empty form is refused, politely
BUTTON: Answers = {"POST": 302}
EVERYBODY: tuple[Role, ...] = ()


@dataclass(frozen=True)
class Page:
    """Who may open a page, and what each method answers them; every other method is not allowed.

    Visitors who are not logged in are asked to; roles that may not get »not found«. `signed_in` says what people who
    are logged in get, where that differs. A page about a thing in a department is `departmental`: the same role in
    another department gets »not found«.
    """

    may: tuple[Role, ...]
    answers: Answers
    signed_in: Answers | None = None
    is_departmental: bool = False


EXPECTED: dict[str, Page] = {
    # Log-in
    "identity:log-in": Page(EVERYBODY, FORM, signed_in={"GET": 302, "HEAD": 302, "POST": 422}),
    "identity:log-out": Page(EVERYBODY, BUTTON),
    # For auditors and operators
    "audit:log": Page((AUDITOR,), READ),
    "worker:status": Page((OPERATOR,), READ),
    "worker:retry": Page((OPERATOR,), BUTTON),
    # About the site
    "ui:theme": Page(EVERYBODY, READ),
    "ui:gallery": Page(EVERYBODY, READ),
    "ui:gallery-themes": Page(EVERYBODY, READ),
    "ui:accessibility": Page(EVERYBODY, READ),
    "ui:was": Page(EVERYBODY, MOVED),
    "ui:privacy": Page(EVERYBODY, READ),
    "ui:how": Page(EVERYBODY, READ),
    "ui:data": Page(EVERYBODY, READ),
    "ui:licences": Page(EVERYBODY, READ),
    # Open records, for everybody
    "records:front": Page(EVERYBODY, READ),
    "records:front-json": Page(EVERYBODY, READ),
    "records:search": Page(EVERYBODY, READ),
    "records:search-json": Page(EVERYBODY, READ),
    "records:search-atom": Page(EVERYBODY, READ),
    "records:case": Page(EVERYBODY, READ),
    "records:case-json": Page(EVERYBODY, READ),
    "records:case-atom": Page(EVERYBODY, READ),
    "records:document": Page(EVERYBODY, READ),
    "records:document-json": Page(EVERYBODY, READ),
    "records:document-file": Page(EVERYBODY, READ),
    "records:proof": Page(EVERYBODY, READ),
    "records:proof-json": Page(EVERYBODY, READ),
    "records:policy": Page(EVERYBODY, READ),
    "records:robot": Page(EVERYBODY, READ),
    "records:robot-json": Page(EVERYBODY, READ),
    "records:delivery-schema": Page(EVERYBODY, READ),
    # Open records, for staff
    "records:journal": Page((RECORDS_OFFICER, CASEWORKER), READ),
    "records:journal-document": Page((RECORDS_OFFICER, CASEWORKER), READ, is_departmental=True),
    "records:withdraw": Page((RECORDS_OFFICER,), FORM, is_departmental=True),
    "records:retry": Page((RECORDS_OFFICER, OPERATOR), BUTTON, is_departmental=True),
    "records:quarantine": Page((RECORDS_OFFICER, OPERATOR), READ),
    "records:robot-run": Page((RECORDS_OFFICER, OPERATOR), BUTTON),
    "records:lift-stop": Page((RECORDS_OFFICER,), FORM),
}


@dataclass(frozen=True)
class Visitor:
    """Somebody who opens pages: not logged in, logged in without a role, or with a role in a department."""

    name: str
    role: Role | None = None
    department: str = ""
    is_signed_in: bool = True


def expected(page: Page, visitor: Visitor, method: str, *, department: str) -> int:
    """Return the status that the visitor gets; `department` is where the thing on the page belongs."""
    answers = page.signed_in if page.signed_in and visitor.is_signed_in else page.answers
    answer = answers.get(method, HTTPStatus.METHOD_NOT_ALLOWED)
    if page.may == EVERYBODY:
        return answer
    if not visitor.is_signed_in:
        return HTTPStatus.FOUND
    if visitor.role not in page.may:
        return HTTPStatus.NOT_FOUND
    is_elsewhere = page.is_departmental and visitor.department != department and method in answers
    return HTTPStatus.NOT_FOUND if is_elsewhere else answer
