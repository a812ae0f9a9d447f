"""Kinds of HTML elements, as the HTML standard parts them (§13.2 parsing, §15 rendering)."""

from __future__ import annotations


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Shown as a block of lines.
BLOCKS = _names(
    "address article aside blockquote body br button caption center dd details dialog dir div dl dt fieldset"
    " figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html label legend li listing main"
    " marquee menu nav ol optgroup option p pre search section summary table tbody td textarea tfoot th thead"
    " tr ul xmp"
)
# Without content and end tag.
VOID = _names("area base br col embed frame hr img input link meta param source track wbr")
# Formatting: those that are left open come again in every block that follows.
FORMATS = _names("a b big code em font i nobr s small strike strong tt u")
# Special: the end tag of a phrase reaches none outside the innermost of these.
SPECIAL = _names(
    "address applet article aside blockquote button caption center dd details dir div dl dt fieldset"
    " figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup li listing main marquee menu nav object ol p"
    " pre search section summary table tbody td template tfoot th thead tr ul"
)
# Scopes: no end tag of a block reaches one outside.
SCOPES = _names("applet button caption marquee object table td template th")
OF_TABLES = _names("caption tbody td tfoot th thead tr")
LISTS = _names("menu ol ul")
HEADINGS = _names("h1 h2 h3 h4 h5 h6")
# Their start tag ends an open paragraph.
END_P = _names(
    "address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p pre search section summary ul"
)
