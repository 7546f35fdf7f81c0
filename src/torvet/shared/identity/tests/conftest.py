"""What these tests share."""

from torvet.shared.identity.tests.fixtures import departments, forgotten_guesses, plain_site

__all__ = ["departments", "forgotten_guesses", "plain_site"]
