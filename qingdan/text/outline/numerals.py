"""Chinese numerals, as reports count their parts and sections."""

_DIGITS = "零一二三四五六七八九"
HAN = "[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]"  # a pattern: 一 to 九十九


def han_number(text: str) -> int:
    """Return the value of a Chinese numeral from 一 to 九十九, or of one written digit by digit (一零一)."""
    if "零" in text:
        return int("".join(str(_DIGITS.index(digit)) for digit in text))
    tens, ten, units = text.rpartition("十")
    return (_DIGITS.index(tens) if tens else 1) * 10 * bool(ten) + (_DIGITS.index(units) if units else 0)


def han_numeral(number: int) -> str:
    """Return the Chinese numeral of a number: 十一 up to 九十九, digit by digit (一零一) beyond."""
    if number > 99:
        return "".join(_DIGITS[int(digit)] for digit in str(number))
    tens, units = divmod(number, 10)
    return (_DIGITS[tens] if tens > 1 else "") + ("十" if tens else "") + (_DIGITS[units] if units else "")
