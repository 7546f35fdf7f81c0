"""`account_create`: make an account and give it a role. The password is asked for, never an argument."""

import getpass
import sys
from argparse import ArgumentParser
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from torvet.shared.identity.actions import NoSuchDepartment, create_account, give_role
from torvet.shared.identity.api import system_actor
from torvet.shared.identity.models import Account
from torvet.shared.identity.roles import ROLES, role_by_code


class Command(BaseCommand):
    """Makes an account."""

    help = "Make an account, with a role if you name one. Asks for the password, or reads it from standard input."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("username")
        parser.add_argument("name", help="the person's name, in quotation marks")
        parser.add_argument("--role", choices=[role.code for role in ROLES])
        parser.add_argument("--department", help="code of the one department where the role holds; else everywhere")

    def handle(self, *args: Any, **asked: Any) -> None:
        if Account.objects.filter(username=asked["username"]).exists():
            raise CommandError(f"There is already an account {asked['username']}.")
        password = _password()
        now = timezone.now()
        actor = system_actor("account_create")
        try:
            with transaction.atomic():
                account = create_account(
                    actor=actor, username=asked["username"], name=asked["name"], password=password, now=now
                )
                if asked["role"]:
                    give_role(
                        actor=actor,
                        account=account,
                        role=role_by_code(asked["role"]),
                        department=asked["department"],
                        valid_from=timezone.localdate(now),
                        now=now,
                    )
        except NoSuchDepartment as error:
            raise CommandError(f"There is no department {error}.") from error
        self.stdout.write(f"Made {account.username}.")


def _password() -> str:
    """Ask for a password, or read it where nobody sits at a keyboard; refuse a weak one."""
    password = getpass.getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
    try:
        validate_password(password)
    except ValidationError as error:
        raise CommandError(" ".join(error.messages)) from error
    return password
