"""A proof in words: Danish lines for a terminal, the verdict first."""

from torvet.pure.redaction.proof import Check, CheckName, Proof

_HOLDS = {
    CheckName.READABLE: "Filen kan læses.",
    CheckName.HASH_EQUAL: "Filen er den, som beviset gælder.",
    CheckName.PAGES_EQUAL: "Sideantal og sidestørrelser stemmer.",
    CheckName.ONE_REVISION: "Filen er skrevet én gang og gemmer ingen ældre udgaver.",
    CheckName.STRUCTURE_ALLOWED: "Filen indeholder kun det, der er på listen over tilladte dele.",
    CheckName.READERS_COMPLETE: "Alle læsere kunne læse alle sider.",
    CheckName.READERS_AGREE: "Læserne ser den samme tekst.",
    CheckName.SECRETS_GONE: "De overdækkede oplysninger findes ingen steder i filen.",
    CheckName.DETECTOR_SILENT: "En ny søgning efter personoplysninger fandt intet.",
    CheckName.NO_HIDDEN_TEXT: "Der er ingen skjult tekst.",
    CheckName.NO_TEXT_UNDER_BOXES: "Der ligger ingen tekst under felterne.",
    CheckName.PICTURES_SILENT: "Billederne på siderne viser ingen overdækkede oplysninger.",
    CheckName.COVERS_KEPT: "Det, som originalen selv dækkede, er ikke kommet frem.",
    CheckName.BOXES_PLACED: "Alle felter er på plads.",
    CheckName.BOXES_DRAWN: "Felterne viser kun deres egen mærkat.",
    CheckName.OUTSIDE_UNCHANGED: "Siderne ser ud som originalen uden for felterne.",
}
_FAILS = {
    CheckName.READABLE: "Filen kan ikke læses.",
    CheckName.HASH_EQUAL: "Filen er ikke den, som beviset gælder.",
    CheckName.PAGES_EQUAL: "Sideantal eller sidestørrelser stemmer ikke.",
    CheckName.ONE_REVISION: "Filen er ændret, efter at den blev skrevet, og kan gemme ældre udgaver.",
    CheckName.STRUCTURE_ALLOWED: "Filen indeholder dele, der ikke er tilladt.",
    CheckName.READERS_COMPLETE: "En læser kunne ikke læse hele filen.",
    CheckName.READERS_AGREE: "Læserne ser ikke den samme tekst.",
    CheckName.SECRETS_GONE: "En overdækket oplysning findes stadig i filen.",
    CheckName.DETECTOR_SILENT: "En ny søgning fandt personoplysninger.",
    CheckName.NO_HIDDEN_TEXT: "Der er tekst, som ingen kan se.",
    CheckName.NO_TEXT_UNDER_BOXES: "Der ligger tekst under et felt.",
    CheckName.PICTURES_SILENT: "Et billede viser en oplysning, der skulle være dækket.",
    CheckName.COVERS_KEPT: "Tekst, som originalen dækkede med en note, er kommet frem.",
    CheckName.BOXES_PLACED: "Et felt mangler.",
    CheckName.BOXES_DRAWN: "Et felt viser noget andet end sin mærkat.",
    CheckName.OUTSIDE_UNCHANGED: "En side ser anderledes ud uden for felterne.",
}
_METHODS = {
    "rebuilt": "bygget om, intet fjernet",
    "glyphs": "tegn fjernet ét for ét",
    "raster": "lavet om til billede",
}
_MAX_PAGES_NAMED = 12


def report_lines(proof: Proof) -> list[str]:
    """Give the proof as Danish lines: verdict, what fails, what holds, how pages were made, fingerprint."""
    return [
        _verdict(proof),
        "",
        *(_line(check, proof) for check in sorted(proof.checks, key=lambda check: check.holds)),
        "",
        f"Felter: {len(proof.boxes)}. Sider: {proof.page_count} ({_methods(proof)}).",
        f"Læsere: {', '.join(f'{name} {number}' for name, number in proof.readers)}.",
        f"SHA-256: {proof.sha256}",
    ]


def _verdict(proof: Proof) -> str:
    failed = len(proof.failed)
    if proof.holds:
        return f"Beviset holder. {len(proof.checks)} ud af {len(proof.checks)} kontroller er i orden."
    count = "1 kontrol fejler" if failed == 1 else f"{failed} kontroller fejler"
    return f"Beviset holder ikke. {count}. Filen må ikke offentliggøres."


def _line(check: Check, proof: Proof) -> str:
    if check.name is CheckName.PICTURES_SILENT and check.holds and not proof.looked_at_pictures:
        return "  –    Ingen har læst billederne på siderne. Se selv på dem."
    if check.holds:
        return f"  ja   {_HOLDS[check.name]}"
    return f"  NEJ  {_FAILS[check.name]}{_pages(check.pages)}"


def _pages(pages: tuple[int, ...]) -> str:
    if not pages:
        return ""
    named = ", ".join(str(page) for page in pages[:_MAX_PAGES_NAMED])
    more = f" og {len(pages) - _MAX_PAGES_NAMED} til" if len(pages) > _MAX_PAGES_NAMED else ""
    return f" (side {named}{more})"


def _methods(proof: Proof) -> str:
    counts = {method: proof.methods.count(method) for method in _METHODS}
    parts = [f"{count} {_METHODS[method]}" for method, count in counts.items() if count]
    return "; ".join(parts) or "ingen"
