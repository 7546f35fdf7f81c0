from datetime import date

import pytest
from django import forms
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory
from django.utils.html import escape
from hypothesis import given
from hypothesis import strategies as st

from torvet.shared.ui import icons, parts
from torvet.shared.ui.gallery import SampleForm
from torvet.shared.ui.parts import Kind, StepState
from torvet.shared.ui.period import Period, bins_of

HOSTILE = '"><script>alert(1)</script>'


def render(source: str, **context: object) -> str:
    request = RequestFactory().get("/soeg/?q=cykel&side=2")
    return Template("{% load torvet_ui %}" + source).render(Context({"request": request, **context}))


LINK = parts.Link(HOSTILE, HOSTILE)
PILL = parts.Pill(HOSTILE, Kind.LATE, "clock")
CELL = parts.Cell(HOSTILE, HOSTILE, HOSTILE, PILL)
RESULT = parts.Result(
    kind=HOSTILE,
    icon="folder",
    title=((HOSTILE, True),),
    url=HOSTILE,
    when=HOSTILE,
    pills=(PILL,),
    snippet=((HOSTILE, False), (HOSTILE, True)),
    lead=HOSTILE,
    meta=(HOSTILE,),
    lock=parts.Lock(HOSTILE, LINK),
)
FACET = parts.Facet(HOSTILE, HOSTILE, (parts.Option(HOSTILE, HOSTILE, 3, is_chosen=True),))
TABLE = parts.Table(HOSTILE, (parts.Column(HOSTILE, parts.ColumnKind.TITLE),), (parts.Row((CELL,), Kind.LATE),))
BINS = bins_of({}, first=date(2024, 1, 1), last=date(2024, 12, 31))
PERIOD = Period(bins=BINS, start="", end="", all_url=HOSTILE, start_name=HOSTILE, end_name=HOSTILE)


class HostileForm(forms.Form):
    word = forms.CharField(label=HOSTILE, help_text=HOSTILE)
    box = forms.BooleanField(label=HOSTILE)
    one = forms.ChoiceField(label=HOSTILE, choices=[(HOSTILE, HOSTILE)], widget=forms.RadioSelect)


@pytest.mark.parametrize(
    "source",
    [
        '{% icon "lock" label=x %}',
        "{% button x url=x name=x value=x form=x %}",
        "{% button x name=x value=x form=x icon='x' %}",
        "{% search_box x value=x name=x hint=x hint_link=x hint_url=x %}",
        "{% field form.word %}{% field form.box %}{% field form.one %}{% error_summary form %}",
        "{% note %}{{ x }}{% endnote %}",
        "{% empty title=x %}{{ x }}{% endempty %}",
        "{% pill x %}",
        "{% proof 'changed' x x %}{% proof 'unchanged' x %}",
        "{% breadcrumb x x x %}{% breadcrumb crumbs %}",
        "{% tabs tabs x %}",
        "{% pagination 2 9 name=x %}",
        "{% queue 1 2 x x x %}",
        "{% filters facets %}",
        "{% chips chips %}",
        "{% result result %}",
        "{% period period %}",
        "{% data_table table %}",
        "{% definitions pairs %}",
        "{% tiles tiles %}",
        "{% steps steps x %}",
        "{% timeline events %}",
        "{% meter 1 2 x %}",
        "{% marks pieces %}",
        "{% covered x x x %}",
        "{% cite x x %}",
    ],
)
def test_what_is_given_is_escaped(source: str) -> None:
    html = render(
        source,
        x=HOSTILE,
        form=HostileForm({"word": "", "one": HOSTILE}),
        tabs=[parts.Tab(HOSTILE, HOSTILE, 3)],
        crumbs=(parts.Crumb(HOSTILE, HOSTILE), parts.Crumb(HOSTILE)),
        facets=[FACET],
        chips=[parts.Chip(HOSTILE, HOSTILE)],
        result=RESULT,
        period=PERIOD,
        table=TABLE,
        pairs=[parts.Definition(HOSTILE, HOSTILE, HOSTILE)],
        tiles=[parts.Tile(HOSTILE, HOSTILE, HOSTILE), parts.Tile(HOSTILE, HOSTILE)],
        steps=[parts.Step(HOSTILE, HOSTILE, StepState.DONE)],
        events=[parts.Event(HOSTILE, HOSTILE, HOSTILE, LINK)],
        pieces=RESULT.snippet,
    )
    assert "<script>" not in html
    assert '"&gt;&lt;script&gt;' not in html
    assert "alert(1)" in html or "alert%281%29" in html


@given(st.lists(st.tuples(st.text(), st.booleans())))
def test_marks_change_nothing_but_the_marks(pieces: list[tuple[str, bool]]) -> None:
    html = render("{% marks pieces %}", pieces=pieces)
    without = html.replace("<mark>", "").replace("</mark>", "")
    assert without == "".join(str(escape(text)) for text, _marked in pieces)
    assert html.count("<mark>") == sum(marked for _text, marked in pieces)


def test_running_text_gets_no_line_ends() -> None:
    html = render('før{% covered "1" "navn" "privat person" %}efter')
    assert "\n" not in html
    assert 'popovertarget="tv-covered-1"' in html
    assert 'id="tv-covered-1"' in html


@pytest.mark.parametrize(
    "source", ['{% pill "x" kind="green" %}', '{% icon "no-such-icon" %}', '{% button "x" kind="big" %}']
)
def test_a_wrong_word_is_an_error(source: str) -> None:
    with pytest.raises((ValueError, KeyError, TemplateSyntaxError)):
        render(source)


def test_a_field_is_tied_to_its_label_hint_and_error() -> None:
    html = render("{% field form.email %}", form=SampleForm({"email": "mette"}))
    assert 'for="id_email"' in html
    assert 'aria-describedby="id_email_helptext id_email_error"' in html
    assert 'id="id_email_helptext"' in html
    assert 'id="id_email_error"' in html
    assert 'aria-invalid="true"' in html


def test_the_error_summary_leads_to_each_field_and_takes_focus() -> None:
    html = render("{% error_summary form %}", form=SampleForm({"email": "mette"}))
    assert 'href="#id_email"' in html
    assert "autofocus" in html
    assert render("{% error_summary form %}", form=SampleForm()).strip() == ""


def test_pagination_keeps_the_query() -> None:
    html = render("{% pagination 2 9 %}")
    assert 'href="/soeg/?q=cykel&amp;side=3"' in html
    assert 'aria-current="page">2<' in html
    assert render("{% pagination 1 1 %}").strip() == ""


def test_a_long_list_of_pages_is_cut() -> None:
    html = render("{% pagination 50 5000 %}")
    assert html.count("<li>") <= 10


def test_filters_say_how_many_are_chosen() -> None:
    assert "Afgræns (1 valgt)" in render("{% filters facets %}", facets=[FACET])


def test_a_table_keeps_its_meaning_as_cards() -> None:
    html = render("{% data_table table %}", table=TABLE)
    for role in ("table", "rowgroup", "row", "columnheader", "rowheader"):
        assert f'role="{role}"' in html


def test_a_row_with_too_few_cells_is_an_error() -> None:
    table = parts.Table("x", (parts.Column("a"), parts.Column("b")), (parts.Row((CELL,)),))
    with pytest.raises(ValueError, match="shorter"):
        render("{% data_table table %}", table=table)


def test_years_are_not_written_as_numbers() -> None:
    html = render("{% period period %}", period=PERIOD)
    assert "2024" in html
    assert "2.024" not in html


def test_without_the_sprite_a_sign_stands_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(icons, "is_vendored", lambda: False)
    assert "×" in render('{% icon "x" %}')
    assert "<svg" not in render('{% button "Hent" icon="download" %}')
    assert render('{% icon "bell" %}') == ""
