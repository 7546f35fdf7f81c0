"""What these tests share."""

from torvet.shared.identity.tests.fixtures import departments, plain_site

__all__ = ["departments", "plain_site"]
