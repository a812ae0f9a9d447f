"""Numbers as Word writes them in its lists: the formats of ECMA-376, part 1, section 17.18.59.

A number that a format has no form for comes in decimal figures, as in Word; so do the formats of languages
that no Chinese document numbers in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

_MOST = 780  # Word gives letters and Roman numerals up to here

_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
)
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_HAN = "〇一二三四五六七八九"
_SIMPLIFIED, _TRADITIONAL, _JAPANESE = "零壹贰叁肆伍陆柒捌玖", "零壹貳參肆伍陸柒捌玖", "零壱弐参四伍六七八九"


@dataclass(frozen=True, slots=True)
class _Places:
    """A way of counting by places: its digits from zero, its words for ten, hundred, thousand, ten thousand.

    ``gap`` stands for places left out between others; a one is silent before the words in ``silent``, and one
    that begins the number before those in ``silent_first`` (十一, but 一百一十一).
    """

    digits: str
    words: str
    gap: str = ""
    silent: str = ""
    silent_first: str = ""

    def write(self, number: int) -> str:
        """一千零二十 for 1020. Numbers of a hundred million and more come in figures."""
        if number >= 10**8:
            return str(number)
        high, low = divmod(number, 10_000)
        if not high:
            return self._group(low, "")
        gap = self.gap if 0 < low < 1000 else ""
        above = f"{self._group(high, '')}{self.words[3]}{gap}"
        return above + (self._group(low, above) if low else "")

    def _group(self, number: int, above: str) -> str:
        """A number below ten thousand, behind what stands ``above`` it."""
        written, skipped = "", False
        for power, word in ((1000, self.words[2]), (100, self.words[1]), (10, self.words[0]), (1, "")):
            digit = number // power % 10
            if digit:
                silent = self.silent if above or written else self.silent + self.silent_first
                figure = "" if digit == 1 and word and word in silent else self.digits[digit]
                written += f"{self.gap if skipped else ''}{figure}{word}"
            skipped = bool(written) and not digit
        return written


def _listed(characters: str) -> Callable[[int], str]:
    """The n-th of some characters."""
    return lambda number: characters[number - 1] if number <= len(characters) else str(number)


def _digits(characters: str) -> Callable[[int], str]:
    """Figure by figure: 二〇."""
    table = str.maketrans("0123456789", characters)
    return lambda number: str(number).translate(table)


def _by_ten(characters: str) -> Callable[[int], str]:
    """By places up to 99, figure by figure above: 九十九, 一〇〇."""
    places, digits = _Places(characters, "十百千万", silent_first="十"), _digits(characters)
    return lambda number: places.write(number) if number < 100 else digits(number)


def _letters(first: str) -> Callable[[int], str]:
    """A … Z, AA … ZZ, AAA …"""

    def write(number: int) -> str:
        times, place = divmod(number - 1, 26)
        return chr(ord(first) + place) * (times + 1) if number <= _MOST else str(number)

    return write


def _roman(number: int) -> str:
    if number > _MOST:
        return str(number)
    written = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        written += letters * times
    return written


def _ordinal(number: int) -> str:
    teens = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _cycle(number: int) -> str:
    """甲子, 乙丑 … 癸亥: the sixty pairs of stems and branches."""
    return _STEMS[(number - 1) % 10] + _BRANCHES[(number - 1) % 12] if number <= 60 else str(number)


def _run(first: str, count: int) -> str:
    return "".join(chr(ord(first) + i) for i in range(count))


_FORMATS: Mapping[str, Callable[[int], str]] = {
    "none": lambda _: "",
    "bullet": lambda _: "",  # a bullet has no number to show in the levels below it
    "decimal": str,
    "decimalZero": "{:02}".format,
    "decimalFullWidth": _digits("０１２３４５６７８９"),
    "decimalFullWidth2": _digits("０１２３４５６７８９"),
    "decimalEnclosedCircle": _listed(_run("①", 20)),
    "decimalEnclosedCircleChinese": _listed(_run("①", 20)),
    "decimalEnclosedFullstop": _listed(_run("⒈", 20)),
    "decimalEnclosedParen": _listed(_run("⑴", 20)),
    "numberInDash": "- {} -".format,
    "hex": "{:X}".format,
    "ordinal": _ordinal,
    "upperLetter": _letters("A"),
    "lowerLetter": _letters("a"),
    "upperRoman": _roman,
    "lowerRoman": lambda number: _roman(number).lower(),
    "chineseCounting": _by_ten(_HAN),
    "chineseCountingThousand": _Places(_HAN, "十百千万", "〇", silent_first="十").write,
    "chineseLegalSimplified": _Places(_SIMPLIFIED, "拾佰仟万", "零").write,
    "taiwaneseCounting": _by_ten("○" + _HAN[1:]),
    "taiwaneseCountingThousand": _Places(_HAN, "十百千萬", "零", silent_first="十").write,
    "taiwaneseDigital": _digits("○" + _HAN[1:]),
    "ideographDigital": _digits(_HAN),
    "ideographEnclosedCircle": _listed(_run("㊀", 10)),
    "ideographLegalTraditional": _Places(_TRADITIONAL, "拾佰仟萬", "零").write,
    "ideographTraditional": _listed(_STEMS),
    "ideographZodiac": _listed(_BRANCHES),
    "ideographZodiacTraditional": _cycle,
    "japaneseCounting": _Places("零" + _HAN[1:], "十百千万", silent="十百千").write,
    "japaneseDigitalTenThousand": _digits(_HAN),
    "japaneseLegal": _Places(_JAPANESE, "拾百阡萬").write,
    "koreanDigital2": _digits("零" + _HAN[1:]),
}


def written(number: int, style: str) -> str:
    """``number`` in a format named as in ST_NumberFormat; ``001, 002, 003, ...`` is one of a given width.

    Numbers below one have figures only.
    """
    if "," in style:
        return str(number).zfill(len(style.partition(",")[0].strip()))
    if number < 1 and style not in ("none", "bullet"):
        return str(number)
    return _FORMATS.get(style, str)(number)
