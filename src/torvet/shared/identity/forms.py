"""The log-in form."""

from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.contrib.auth.forms import UsernameField as UsernameInput
from django.utils.translation import gettext_lazy as _


class LogInForm(AuthenticationForm):
    """User name and password. What is wrong is said of both together, so that it tells nobody who has an account."""

    username = UsernameInput(label=_("User name"), max_length=60)
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        max_length=1024,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    error_messages = {
        "invalid_login": _("The user name and the password do not match. Try again."),
        "inactive": _("The user name and the password do not match. Try again."),
    }
