"""The lease backend of the `django.tasks` interface."""

from django_tasks.backends.immediate import ImmediateBackend as LeaseBackend

__all__ = ["LeaseBackend"]
