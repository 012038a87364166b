"""ure (re) - regular expressions. A pattern that is none is a ValueError.

GraalPy's engine without CPython's ``re`` module in front of it, which takes 0.4 s to import.
"""

import _sre

DEBUG = 0x1000


def _compiled(pattern):
    if isinstance(pattern, _Regex):
        return pattern._pattern
    if not isinstance(pattern, (str, bytes, bytearray)):
        raise TypeError("can't convert '%s' object to str implicitly" % type(pattern).__name__)
    try:
        return _sre.Pattern(pattern, 0)
    except Exception:
        raise ValueError("Error in regex") from None


def _bounded(find, string, start=0, end=None):
    """What find finds between two positions, which may lie outside of the string."""
    end = len(string) if end is None else max(0, min(end, len(string)))
    start = max(0, start)
    return find(string, start, end) if start <= end else None


class _Match:
    def __init__(self, match, groups):
        self._match = match
        self._count = groups + 1

    def group(self, index=0):
        """group(index) -> what the group matched, None where it took no part; 0 is the whole match."""
        return self._match.group(self._checked(index))

    def groups(self):
        """groups() -> tuple of all groups."""
        return self._match.groups()

    def start(self, index=0):
        """start([index]) -> where the group starts, -1 where it took no part."""
        return self._match.start(self._checked(index))

    def end(self, index=0):
        """end([index]) -> where the group ends, -1 where it took no part."""
        return self._match.end(self._checked(index))

    def span(self, index=0):
        """span([index]) -> (start, end)"""
        return self._match.span(self._checked(index))

    def _checked(self, index):
        if not 0 <= index < self._count:
            raise IndexError(index)
        return index

    def __repr__(self):
        return "<match num=%d>" % self._count


class _Regex:
    def __init__(self, pattern):
        self._pattern = _compiled(pattern)

    def match(self, string, *bounds):
        """match(string[, pos[, endpos]]) -> a match at the string's beginning, or None."""
        return self._found(_bounded(self._pattern.match, string, *bounds))

    def search(self, string, *bounds):
        """search(string[, pos[, endpos]]) -> the first match anywhere, or None."""
        return self._found(_bounded(self._pattern.search, string, *bounds))

    def _found(self, match):
        return None if match is None else _Match(match, self._pattern.groups)

    def split(self, string, max_split=0):
        """split(string[, max_split]) -> list of what is between the matches. NotImplementedError with groups."""
        if self._pattern.groups:
            raise NotImplementedError("Splitting with sub-captures")
        parts, at = [], 0
        while max_split <= 0 or len(parts) < max_split:
            match = self._pattern.search(string, at)
            if match is None or match.end() == match.start():  # the module stops at a match of nothing
                break
            parts.append(string[at : match.start()])
            at = match.end()
        parts.append(string[at:])
        return parts

    def sub(self, replace, string, count=0):
        """sub(replace, string[, count]) -> the string with matches replaced; \\1 or \\g<1> in replace is a group."""
        if callable(replace):
            return self._pattern.sub(lambda match: replace(self._found(match)), string, count)
        return self._pattern.sub(lambda match: _expanded(replace, match), string, count)


def _expanded(template, match):
    backslash = "\\" if isinstance(template, str) else b"\\"
    if backslash not in template:
        return template
    text = template if isinstance(template, str) else template.decode("latin-1")
    first, *rest = text.split("\\")
    parts = [first]
    rest = iter(rest)
    for part in rest:
        if not part:  # two backslashes stand for one
            parts.append("\\" + next(rest, ""))
            continue
        number, literal = _group_number(part)
        if number is None:
            parts.append("\\" + part)
            continue
        group = match.group(number)
        if group is not None:
            parts.append(group if isinstance(group, str) else group.decode("latin-1"))
        parts.append(literal)
    expanded = "".join(parts)
    return expanded if isinstance(template, str) else expanded.encode("latin-1")


def _group_number(part):
    """The number that "1rest" or "g<1>rest" begins with, or None, and the rest."""
    if part[:2] == "g<" and ">" in part:
        digits, _, rest = part[2:].partition(">")
    else:
        rest = part.lstrip("0123456789")
        digits = part[: len(part) - len(rest)]
    return (int(digits), rest) if digits.isdigit() else (None, part)


def compile(pattern, flags=0):
    """compile(pattern) -> a regular expression."""
    return _Regex(pattern)


def match(pattern, string):
    """match(pattern, string) -> a match at the string's beginning, or None."""
    return _Regex(pattern).match(string)


def search(pattern, string):
    """search(pattern, string) -> the first match anywhere, or None."""
    return _Regex(pattern).search(string)


def split(pattern, string, max_split=0):
    """split(pattern, string[, max_split]) -> list of what is between the matches."""
    return _Regex(pattern).split(string, max_split)


def sub(pattern, replace, string, count=0):
    """sub(pattern, replace, string[, count]) -> the string with matches replaced. Newer firmware only."""
    return _Regex(pattern).sub(replace, string, count)
