"""What a reader of the log can narrow it by."""

from collections.abc import Iterable, Mapping
from datetime import date

from django import forms
from django.utils.translation import gettext_lazy as _

from torvet.shared.audit.words import verb_text
from torvet.shared.organisation.api import Department


class LogFilterForm(forms.Form):
    """Verb, department and day; each may be left out."""

    verb = forms.ChoiceField(label=_("What"), required=False)
    department = forms.ChoiceField(label=_("Department"), required=False)
    day = forms.DateField(label=_("Day"), required=False, widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"))

    def __init__(self, asked: Mapping[str, str], *, verbs: Iterable[str], departments: Iterable[Department]) -> None:
        super().__init__(asked)
        chosen = {
            "verb": [(verb, verb_text(verb)) for verb in verbs],
            "department": [(department.code, department.name) for department in departments],
        }
        for name, choices in chosen.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101  declared above
            field.choices = [("", _("All")), *choices]
        for field in self.fields.values():
            field.use_required_attribute = False  # type: ignore[attr-defined]

    def chosen(self) -> dict[str, str | date | None]:
        """Return what was asked for; a field that makes no sense counts as left out."""
        self.is_valid()
        return {name: self.cleaned_data.get(name) or None for name in self.fields}
