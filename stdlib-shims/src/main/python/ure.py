"""ure (re) - regular expressions. A pattern that is none is a ValueError.

GraalPy's engine without CPython's ``re`` module in front of it, which takes 0.4 s to import.
"""

import _sre

DEBUG = 0x1000
_DOT_ALL = 16  # . is any character, the end of a line too


def _compiled(pattern):
    try:
        return _sre.Pattern(_only_at_the_end(pattern), _DOT_ALL)
    except Exception:
        raise ValueError("error in regex") from None


def _only_at_the_end(pattern):
    """The pattern with \\Z for each $, which in GraalPy's engine stands before a last end of line too."""
    dollar, backslash, open_, close = ("$", "\\", "[", "]") if isinstance(pattern, str) else (b"$", b"\\", b"[", b"]")
    if dollar not in pattern:
        return pattern
    parts, at, in_class = [], 0, False
    while at < len(pattern):
        each = pattern[at : at + 1]
        if each == backslash:
            each = pattern[at : at + 2]
        elif in_class:
            in_class = each != close
        elif each == open_:
            in_class = True
        parts.append(backslash + ("Z" if backslash == "\\" else b"Z") if each == dollar and not in_class else each)
        at += len(each)
    return pattern[:0].join(parts)


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
        if not isinstance(pattern, (str, bytes, bytearray)):
            raise TypeError("can't convert '%s' object to str implicitly" % type(pattern).__name__)
        self._source = pattern
        self._pattern = _compiled(pattern)
        self._other = None

    def _of(self, string):
        """The pattern for text or bytes, whatever it was given as."""
        is_text = isinstance(string, str)
        if not is_text and not isinstance(string, (bytes, bytearray, memoryview)):
            raise TypeError("can't convert '%s' object to str implicitly" % type(string).__name__)
        if is_text == isinstance(self._source, str):
            return self._pattern
        if self._other is None:
            self._other = _compiled(self._source.decode() if is_text else self._source.encode())
        return self._other

    def match(self, string, *bounds):
        """match(string[, pos[, endpos]]) -> a match at the string's beginning, or None."""
        return self._found(_bounded(self._of(string).match, string, *bounds))

    def search(self, string, *bounds):
        """search(string[, pos[, endpos]]) -> the first match anywhere, or None."""
        return self._found(_bounded(self._of(string).search, string, *bounds))

    def _found(self, match):
        return None if match is None else _Match(match, self._pattern.groups)

    def split(self, string, max_split=0):
        """split(string[, max_split]) -> list of what is between the matches. NotImplementedError with groups."""
        if self._pattern.groups:
            raise NotImplementedError("Splitting with sub-captures")
        parts, at = [], 0
        while max_split <= 0 or len(parts) < max_split:
            match = self._of(string).search(string, at)
            if match is None or match.end() == match.start():  # the module stops at a match of nothing
                break
            parts.append(string[at : match.start()])
            at = match.end()
        parts.append(string[at:])
        return parts

    def sub(self, replace, string, count=0):
        """sub(replace, string[, count]) -> the string with matches replaced; \\1 or \\g<1> in replace is a group."""
        if callable(replace):
            return self._of(string).sub(lambda match: replace(self._found(match)), string, count)
        return self._of(string).sub(lambda match: _expanded(replace, match), string, count)


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
    return pattern if isinstance(pattern, _Regex) else _Regex(pattern)


def match(pattern, string):
    """match(pattern, string) -> a match at the string's beginning, or None."""
    return compile(pattern).match(string)


def search(pattern, string):
    """search(pattern, string) -> the first match anywhere, or None."""
    return compile(pattern).search(string)


def split(pattern, string, max_split=0):
    """split(pattern, string[, max_split]) -> list of what is between the matches."""
    return compile(pattern).split(string, max_split)


def sub(pattern, replace, string, count=0):
    """sub(pattern, replace, string[, count]) -> the string with matches replaced. Newer firmware only."""
    return compile(pattern).sub(replace, string, count)
