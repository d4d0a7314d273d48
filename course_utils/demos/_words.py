"""Numbers in the words of a demo: with a proper minus, and short."""

from __future__ import annotations

__all__ = ["minus", "scientific", "signed"]


def minus(text: str) -> str:
    """Put a proper minus in the place of each hyphen.

    Examples
    --------
    >>> minus("-1.5 to 2")
    '−1.5 to 2'
    """
    return text.replace("-", "−")


def signed(number: float, digits: int = 2) -> str:
    """Write a number with a proper minus, and none before a 0.

    Examples
    --------
    >>> signed(-1.5), signed(-0.001)
    ('−1.50', '0.00')
    """
    return minus(f"{round(number, digits) + 0.0:.{digits}f}")


def scientific(number: float) -> str:
    """Write a number with two digits and a power of ten.

    Examples
    --------
    >>> scientific(0.000123)
    '1.2e−4'
    """
    digits, power = f"{number:.1e}".split("e")
    return minus(f"{digits}e{int(power)}")
