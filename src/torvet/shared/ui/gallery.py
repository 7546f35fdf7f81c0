"""What the gallery at /stil/ shows: every component in every state, with made-up Danish content."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from torvet.shared.ui import formats, parts, theme
from torvet.shared.ui.parts import Kind, StepState
from torvet.shared.ui.period import Period, bins_of

FIRST_DAY, LAST_DAY = date(2019, 1, 1), date(2026, 11, 23)


@dataclass(frozen=True)
class NamedTheme:
    """A theme of the demonstration."""

    code: str
    name: parts.Text
    theme: theme.Theme


THEMES = (
    NamedTheme("fjord", _("Fjord"), theme.Theme(236, 85)),
    NamedTheme("skov", _("Forest"), theme.Theme(152, 80)),
    NamedTheme("lyng", _("Heather"), theme.Theme(330, 110)),
    NamedTheme("hav", _("Sea"), theme.Theme(262, 160)),
    NamedTheme("strand", _("Beach"), theme.Theme(85, 60)),
)


class SampleForm(forms.Form):
    """A form with one field of each sort."""

    what = forms.CharField(
        label="Hvad vil du se?",
        help_text="Skriv emnet og gerne årstal.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    email = forms.EmailField(label="E-mail", help_text="Vi sender svaret hertil.")
    phone = forms.CharField(label="Telefon", required=False)
    form = forms.ChoiceField(
        label="Hvordan vil du have svaret?",
        choices=[("file", "Som filer"), ("visit", "Jeg kommer forbi")],
        widget=forms.RadioSelect,
    )
    department = forms.ChoiceField(label="Afdeling", choices=[("", "Ved ikke"), ("tm", "Teknik og Miljø")])
    follow = forms.BooleanField(label="Giv mig besked, når sagen ændrer sig", required=False)


@dataclass(frozen=True)
class Swatch:
    """A colour of the brand in the strip that shows all of them."""

    name: str
    x: str
    width: str


@dataclass(frozen=True)
class ContrastLine:
    """A pair of colours with its contrast in each theme."""

    pair: theme.Pair
    ratios: tuple[theme.Measured, ...]


@dataclass(frozen=True)
class GalleryPage:
    """Everything the gallery shows."""

    themes: Sequence[NamedTheme]
    contrast: Sequence[ContrastLine]
    form: SampleForm
    wrong_form: SampleForm
    tabs: Sequence[parts.Tab]
    facets: Sequence[parts.Facet]
    chips: Sequence[parts.Chip]
    results: Sequence[parts.Result]
    formats: Sequence[parts.Definition]
    swatches: Sequence[Swatch]
    period: Period
    table: parts.Table
    definitions: Sequence[parts.Definition]
    tiles: Sequence[parts.Tile]
    steps: Sequence[parts.Step]
    events: Sequence[parts.Event]


def theme_sheet() -> str:
    """Return the stylesheet of the demonstration's themes."""
    themes = [theme.sheet(each.theme, f"[data-tv-theme={each.code}]") for each in THEMES]
    return "\n".join([*themes, *(f".tv-fill-{name} {{\n  fill: var(--tv-{name});\n}}\n" for name in BRAND)])


def contrast_lines() -> list[ContrastLine]:
    """Return every pair of colours with its contrast in each of the themes."""
    columns = [list(theme.measure(each.theme)) for each in THEMES]
    return [ContrastLine(pair, tuple(column[at] for column in columns)) for at, pair in enumerate(theme.PAIRS)]


def sample_period() -> Period:
    """Return a period with a gentle rise towards today."""
    counts = {
        (year, month): (year - 2018) * 6 + (month * 37 + year * 11) % 19
        for year in range(2019, 2027)
        for month in range(1, 13)
    }
    bins = bins_of(counts, first=FIRST_DAY, last=LAST_DAY)
    return Period(bins=bins, start="2023-01", end="2026-11", all_url="#hvornaar")


RESULTS = (
    parts.Result(
        kind="Beslutning",
        icon="gavel",
        is_strong=True,
        title=(
            ("Dobbeltrettet ", False),
            ("cykelsti", True),
            (" i ", False),
            ("Havnegade", True),
            (" – anlægsbevilling", False),
        ),
        url="#resultater",
        when="18. juni 2026",
        pills=(parts.Pill("Åben sag", Kind.OK), parts.Pill("Vedtaget 8–3", Kind.SOON)),
        snippet=(
            ("Udvalget vedtog at bevillige 14,2 mio. kr. til anlæg af ", False),
            ("cykelsti", True),
            (" på strækningen fra Torvet til ", False),
            ("Havnegade", True),
            (" 64. Tre medlemmer stemte imod med henvisning til parkering.", False),
        ),
        lead="Teknik- og Miljøudvalget · punkt 7",
        meta=("4 bilag", "Sag 2025-014482"),
    ),
    parts.Result(
        kind="Sag",
        icon="folder",
        title=(("Ny ", False), ("cykelsti Havnegade", True), (" etape 2, Torvet–Nordhavnen", False)),
        url="#resultater",
        when="Opdateret 12. november 2026",
        pills=(
            parts.Pill("I høring nu", Kind.INFO),
            parts.Pill("Høring slutter om 11 dage", Kind.SOON, "clock"),
        ),
        snippet=parts.plain(
            "Sagen omfatter borgermøde, høring, udbud og anlæg. Høringen er åben frem til 4. december."
        ),
        lead="Sag · 63 dokumenter",
        meta=("211 høringssvar", "Sag 2025-014482"),
    ),
    parts.Result(
        kind="Dokument",
        icon="file-text",
        title=(("Høringssvar fra Handelsstandsforeningen om ", False), ("cykelsti", True)),
        url="#resultater",
        when="27. august 2026",
        snippet=(
            ("Foreningen støtter en ", False),
            ("cykelsti", True),
            (", men foreslår, at varelevering fortsat er tilladt før kl. 10.00 …", False),
        ),
        lead="Høringssvar · PDF, 4 sider",
        meta=("2 navne er dækket til", "Sag 2025-014482-51"),
        lock=parts.Lock(
            "Delvist undtaget efter offentlighedslovens § 30, nr. 1.",
            parts.Link("Bed om aktindsigt i resten", "#resultater"),
        ),
    ),
)

TABLE = parts.Table(
    caption="Dokumenter, der venter",
    columns=(
        parts.Column("Emne", parts.ColumnKind.TITLE),
        parts.Column("Frist"),
        parts.Column("Afdeling"),
        parts.Column("Sider", parts.ColumnKind.NUMBER),
    ),
    rows=(
        parts.Row(
            (
                parts.Cell("Mails om salg af Havnegade 12", "#tabel", "2026-0481 · 148 dokumenter"),
                parts.Cell("", sub="19.11.2026", pill=parts.Pill("Overskredet 2 dage", Kind.LATE)),
                parts.Cell("Økonomi og Ejendomme"),
                parts.Cell("1.204"),
            ),
            Kind.LATE,
        ),
        parts.Row(
            (
                parts.Cell("Støjmålinger ved Skolegade 3", "#tabel", "2026-0492 · 9 dokumenter"),
                parts.Cell("", sub="23.11.2026", pill=parts.Pill("I dag", Kind.TODAY)),
                parts.Cell("Teknik og Miljø"),
                parts.Cell("62"),
            ),
            Kind.TODAY,
        ),
        parts.Row(
            (
                parts.Cell("Referater fra møder om ny svømmehal", "#tabel", "2026-0499 · 12 dokumenter"),
                parts.Cell("", sub="26.11.2026", pill=parts.Pill("3 arbejdsdage")),
                parts.Cell("Kultur og Fritid"),
                parts.Cell("88"),
            )
        ),
    ),
)


TABS = (
    parts.Tab("Alt", "#faner", 1284, is_current=True),
    parts.Tab("Sager", "#faner", 87),
    parts.Tab("Dokumenter", "#faner", 1043),
    parts.Tab("Beslutninger", "#faner", 41),
    parts.Tab("Byggesager", "#faner", 17),
)

FACETS = (
    parts.Facet(
        "afdeling",
        "Hvor i kommunen?",
        (
            parts.Option("tm", "Teknik og Miljø", 711, is_chosen=True),
            parts.Option("oe", "Økonomi og Ejendomme", 204),
            parts.Option("bs", "Børn og Skole", 121),
        ),
    ),
    parts.Facet(
        "status",
        "Hvor langt er sagen?",
        (parts.Option("aaben", "Åben sag", 312), parts.Option("lukket", "Afsluttet", 946)),
    ),
    parts.Facet("form", "Hvilken slags?", (parts.Option("brev", "Brev", 402),), is_open=False),
)

CHIPS = (parts.Chip("Teknik og Miljø", "#filtre"), parts.Chip("Fra januar 2023", "#filtre"))

DEFINITIONS = (
    parts.Definition("Sagsnummer", "2025-014482"),
    parts.Definition("Afdeling", "Teknik og Miljø", "#fakta"),
    parts.Definition("Næste skridt", "Udvalget behandler sagen 16. december 2026."),
)

TILES = (
    parts.Tile("1", "over fristen", "#tal", Kind.LATE),
    parts.Tile("1", "skal afgøres i dag", "#tal", Kind.TODAY),
    parts.Tile("3", "inden for 3 arbejdsdage", "#tal", Kind.SOON),
    parts.Tile("4,2 dage", "typisk svartid i år"),
)

STEPS = (
    parts.Step("Modtaget", "3. marts 2026", StepState.DONE),
    parts.Step("Behandles", "14. april 2026", StepState.DONE),
    parts.Step("Høring", "til 4. december 2026", StepState.CURRENT),
    parts.Step("Besluttes", "16. december 2026", StepState.COMING),
    parts.Step("Udføres", "forår 2027", StepState.COMING),
)

EVENTS = (
    parts.Event("23. november 2026 kl. 17.05", "Trukket tilbage", "Dokumentet viste et navn.", kind=Kind.LATE),
    parts.Event(
        "12. november 2026 kl. 05.00",
        "Offentliggjort",
        link=parts.Link("Dokumentet", "#haendelser"),
        kind=Kind.OK,
    ),
    parts.Event("11. november 2026 kl. 14.20", "Modtaget", "Notat fra Teknik og Miljø."),
)

BRAND = ("brand-900", "brand-800", "brand-700", "brand-600", "brand-200", "brand-100", "brand-50")
SWATCHES = tuple(
    Swatch(name, f"{at * 100 / len(BRAND):.2f}%", f"{100 / len(BRAND):.2f}%") for at, name in enumerate(BRAND)
)


def formats_shown() -> tuple[parts.Definition, ...]:
    """Return how numbers and days are written on this page's language."""
    moment = datetime(2026, 11, 23, 17, 5, tzinfo=timezone.get_default_timezone())
    return (
        parts.Definition(_("Number"), formats.number(1284)),
        parts.Definition(_("Share"), formats.percent(12)),
        parts.Definition(_("Day"), formats.weekday(LAST_DAY)),
        parts.Definition(_("Day in a table"), formats.short_day(LAST_DAY)),
        parts.Definition(_("Time"), formats.day_and_clock(moment)),
        parts.Definition(_("Deadline"), formats.days_away(date(2026, 12, 4), LAST_DAY)),
    )


def gallery_page() -> GalleryPage:
    """Return everything the gallery shows."""
    return GalleryPage(
        themes=THEMES,
        contrast=contrast_lines(),
        form=SampleForm(auto_id="id_ok_%s"),
        wrong_form=SampleForm({"email": "mette"}, auto_id="id_fejl_%s"),
        results=RESULTS,
        period=sample_period(),
        table=TABLE,
        tabs=TABS,
        facets=FACETS,
        chips=CHIPS,
        definitions=DEFINITIONS,
        tiles=TILES,
        steps=STEPS,
        events=EVENTS,
        formats=formats_shown(),
        swatches=SWATCHES,
    )
