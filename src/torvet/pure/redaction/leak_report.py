"""The checker's findings in words: Danish lines for a terminal, the verdict first, nothing quoted unless asked."""

from collections.abc import Iterable
from itertools import groupby

from torvet.pure.redaction.leak_values import Leak, LeakKind, LeakReport

_WORDS = {
    LeakKind.UNDER_COVER: "Tekst ligger under et dække",
    LeakKind.UNDER_ANNOTATION: "Tekst ligger under en note, som kan fjernes",
    LeakKind.UNAPPLIED_REDACTION: "Tekst er markeret til overdækning, men overdækningen er ikke udført",
    LeakKind.PICTURE_UNDER_COVER: "Et billede viser mere, når dækket tages væk",
    LeakKind.SAME_COLOUR: "Tekst har samme farve som sin baggrund",
    LeakKind.INVISIBLE: "Tekst er sat som usynlig",
    LeakKind.TINY: "Tekst er for lille til at læse",
    LeakKind.OFF_PAGE: "Tekst ligger uden for den synlige side",
    LeakKind.LAYER: "Tekst ligger i et lag, der er slukket",
    LeakKind.UNSEEN: "Tekst er klippet væk eller gennemsigtig",
    LeakKind.ACTUAL_TEXT: "Et mærke i siden siger noget andet, end siden viser",
    LeakKind.BOOKMARK: "Et bogmærke siger noget, som siderne ikke viser",
    LeakKind.METADATA: "Filens egne oplysninger gentager skjult tekst",
    LeakKind.ATTACHMENT: "En fil er vedhæftet",
    LeakKind.EARLIER_REVISION: "En ældre udgave ligger stadig i filen",
}
_PLACE_WIDTH = 10
_MAX_SHOWN = 300


def leak_lines(report: LeakReport, *, show: bool = False) -> list[str]:
    """Give the findings as Danish lines; `show` quotes them, and is only for whoever holds the file."""
    if report.problem:
        return ["Filen kan ikke læses som PDF.", f"SHA-256: {report.sha256}"]
    return [_verdict(report), "", *_findings(report.leaks, show=show), *_ending(report)]


def _verdict(report: LeakReport) -> str:
    count = len(report.leaks)
    if not count:
        return "Filen røber intet, som siderne ikke viser."
    return f"Filen røber noget, som siderne ikke viser. {count} {'sted' if count == 1 else 'steder'}."


def _findings(leaks: Iterable[Leak], *, show: bool) -> list[str]:
    lines = []
    for (page, kind), group in groupby(sorted(leaks, key=_order), key=_order):
        found = list(group)
        place = f"side {page}" if page != _WHOLE_FILE else "hele filen"
        lines.append(f"  {place:<{_PLACE_WIDTH}} {_WORDS[LeakKind(kind)]}{_amount(found)}.")
        lines += [f"             »{leak.text[:_MAX_SHOWN]}«" for leak in found if show and leak.text]
    return lines


_WHOLE_FILE = 1 << 31


def _order(leak: Leak) -> tuple[int, str]:
    return leak.page or _WHOLE_FILE, leak.kind.value


def _amount(leaks: list[Leak]) -> str:
    letters = sum(leak.characters for leak in leaks)
    parts = [f"{letters} tegn"] if letters else []
    parts += [f"{len(leaks)} steder"] if len(leaks) > 1 else []
    return f": {', '.join(parts)}" if parts else ""


def _ending(report: LeakReport) -> list[str]:
    return [""] * bool(report.leaks) + [f"Sider: {report.page_count}. SHA-256: {report.sha256}"]
