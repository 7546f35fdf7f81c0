"""The forms that staff fill in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from torvet.modules.records.models import LegalGround
from torvet.modules.records.models.publication import WithdrawalReason


class WithdrawForm(forms.Form):
    """Why a document is withdrawn."""

    reason = forms.ChoiceField(
        label=_("Why do you withdraw the document?"),
        choices=[("", _("Choose a reason")), *WithdrawalReason.choices],
        help_text=_("Everybody can see the reason where the document stood."),
        error_messages={"required": _("Choose a reason.")},
    )
    legal_ground = forms.ChoiceField(label=_("By which paragraph?"), required=False)
    explanation = forms.CharField(
        label=_("What should readers know?"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Everybody can read it. Write nothing about persons."),
    )

    def __init__(self, *args: Any, grounds: list[LegalGround], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", _("No paragraph")), *((ground.code, str(ground)) for ground in grounds)]
        self.fields["legal_ground"] = forms.ChoiceField(label=_("By which paragraph?"), required=False, choices=choices)


class LiftStopForm(forms.Form):
    """Why it is safe to publish again."""

    reason = forms.CharField(
        label=_("Why is it safe to go on?"),
        min_length=10,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It stands in the log. Write nothing about persons."),
        error_messages={
            "required": _("Say in a sentence why it is safe to go on."),
            "min_length": _("Say in a sentence why it is safe to go on."),
        },
    )
