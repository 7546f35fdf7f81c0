"""An RTF file with something in every place where rich text lets text hide."""

from torvet.pure.extraction.tests.planting import Plant, Spot

SPOTS = {
    "hidden": Spot("hidden-text", "hidden-text"),
    "deleted": Spot("tracked-change", "tracked-changes"),
    "white": Spot("same-colour-text", "hidden-text"),
    "black on black": Spot("same-colour-text", "hidden-text"),
    "black highlight": Spot("same-colour-text", "hidden-text"),
    "tiny": Spot("tiny-text", "hidden-text"),
    "narrow": Spot("tiny-text", "hidden-text"),
    "flat line": Spot("tiny-text", "hidden-text"),
    "hidden shape": Spot("hidden-text", "hidden-text"),
    "comment": Spot("comment", "comments:1"),
    "comment author": Spot("author"),
    "title": Spot("title"),
    "creator": Spot("author"),
    "keywords": Spot("metadata"),
    "own property": Spot("metadata"),
    "document variable": Spot("document-variable"),
    "bookmark": Spot("bookmark"),
    "field code": Spot("field-code"),
    "form field": Spot("form-field"),
    "template": Spot("link"),
    "alternative text": Spot("alternative-text"),
    "embedded": Spot("embedded-object", "embedded-objects:1"),
    "custom xml": Spot("custom-xml", "custom-xml:1"),
    "unknown group": Spot("ignored-group"),
    "for old readers": Spot("other-form"),
    "reviser": Spot("author"),
    "behind the end": Spot("after-end"),
}


def build(plant: Plant) -> bytes:
    """A file with filler in every place, and the secret where it is planted."""
    lines = [
        r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0\fcharset0 Arial;}}",
        r"{\colortbl;\red255\green255\blue255;\red0\green0\blue0;}{\*\generator Skriver;}",
        rf"{{\info{{\title {plant('title')}}}{{\author {plant('creator')}}}{{\keywords {plant('keywords')}}}}}",
        rf"{{\*\userprops{{\propname Sag}}\proptype30{{\staticval {plant('own property')}}}}}",
        rf"{{\*\docvar {{sag}}{{{plant('document variable')}}}}}{{\*\template {plant('template')}}}",
        rf"{{\*\revtbl{{Unknown;}}{{{plant('reviser')};}}}}{{\*\hemmelig {plant('unknown group')}}}",
        rf"{{\*\datastore {plant('custom xml').encode().hex()}}}",
        r"\pard Synlig tekst\par",
        rf"{{\v {plant('hidden')}}}{{\deleted {plant('deleted')}}}{{\cf1 {plant('white')}}}",
        rf"{{\cf2\chcbpat2 {plant('black on black')}}}{{\highlight2 {plant('black highlight')}}}",
        rf"{{\fs2 {plant('tiny')}}}{{\charscalex1 {plant('narrow')}}}\par\pard\sl-10 {plant('flat line')}\par\pard",
        rf"{{\*\atnid ab}}{{\*\atnauthor {plant('comment author')}}}\chatn{{\*\annotation {plant('comment')}}}",
        rf"{{\*\bkmkstart {plant('bookmark')}}}{{\*\bkmkend x}}",
        rf'{{\field{{\*\fldinst HYPERLINK "mailto:{plant("field code")}"}}{{\fldrslt Synligt link}}}}\par',
        rf"{{\*\formfield{{\fftype0{{\*\ffdeftext {plant('form field')}}}}}}}",
        r"{\shp{\*\shpinst{\sp{\sn fHidden}{\sv 1}}",
        rf"{{\sp{{\sn wzDescription}}{{\sv {plant('alternative text')}}}}}",
        rf"{{\shptxt \pard\plain\v0 {plant('hidden shape')}\par}}}}{{\shprslt {plant('for old readers')}}}}}",
        rf"{{\object\objemb{{\*\objclass x}}{{\*\objdata {plant('embedded').encode('utf-16-le').hex()}}}",
        r"{\result Synligt objekt}}\par}",
        plant("behind the end"),
    ]
    return "\n".join(lines).encode("cp1252")
