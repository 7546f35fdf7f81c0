"""What the matrix stands on."""

from uuid import uuid4

import pytest
from django.utils import timezone

from torvet.shared.audit.api import record
from torvet.shared.identity.api import system_actor
from torvet.shared.identity.tests.fixtures import departments, plain_site
from torvet.shared.organisation.api import Ref

from .matrix import Sessions, sessions
from .samples import DEPARTMENT, MARKER

__all__ = ["departments", "people", "plain_site", "told"]


@pytest.fixture
def people(departments: None) -> Sessions:
    """A session for every visitor who is logged in."""
    return sessions()


@pytest.fixture
def told(departments: None) -> None:
    """An event of the department, with the marker in its reason."""
    subject = Ref(module="records", kind="document", uuid=uuid4(), title="")
    actor = system_actor("tests")
    record(actor=actor, verb="x", subject=subject, now=timezone.now(), department=DEPARTMENT, reason=MARKER)
