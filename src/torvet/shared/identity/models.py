"""Tables: accounts and the roles they hold."""

import uuid
from datetime import date
from typing import ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from torvet.shared.organisation.models import Unit


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts."""

    def create_account(self, *, username: str, name: str, password: str, is_demo: bool = False) -> "Account":
        """Make and save an account with a local password; `actions.create_account` also writes it down."""
        account = self.model(username=username, name=name, is_demo=is_demo)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """A person's local log-in.

    Made on the command line. A demo account belongs to nobody: while the site runs as a demo, anybody may log in as
    it without a password. Holds the person's name, user name and password hash (personal data of staff); made
    inactive when the person leaves and erased when no audit event needs the name any longer.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    username = models.CharField(max_length=60, unique=True)
    name = models.CharField(max_length=100)
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False)

    objects: ClassVar[AccountManager] = AccountManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class RoleAssignmentQuerySet(models.QuerySet["RoleAssignment"]):
    """The words in which assignments are asked for."""

    def valid_on(self, day: date) -> Self:
        """Assignments in force on the given day."""
        return self.filter(valid_from__lte=day).filter(Q(valid_to=None) | Q(valid_to__gt=day))


class RoleAssignment(models.Model):
    """One account holds one role, for one department or (without one) the whole municipality.

    In force from `valid_from` until before `valid_to`; the same day in both is a role that was taken back at once.
    Ended by a date, never deleted: it explains what the account has done, and is erased with it. Holds no personal
    data beyond the account.
    """

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="role_assignments")
    role = models.SlugField(max_length=40)
    department = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    valid_from = models.DateField()
    valid_to = models.DateField(null=True, blank=True)

    objects = RoleAssignmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")), name="identity_assignment_days"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account}: {self.role}"
