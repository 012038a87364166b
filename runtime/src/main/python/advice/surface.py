"""The device's surface as one target has it: its tables, whose form is in README.md of the folder surface."""

_LAST = 9999
_TESTS = "tests"  # of a module that is there under `qpy test`
_MARKS = ("read", "guessed")  # where a name is known from, at the end of its line; none: it is documented


def _in(span, target):
    """Whether a target is in a span: '2025..', '..2025', '2025', or '' for every target."""
    first, dots, last = span.partition("..")
    return int(first or 0) <= target <= int(last or (_LAST if dots or not span else first))


def _split(text):
    """The parameters of a list of them; a default may have commas in brackets or quotes."""
    parts, depth, quote, start = [], 0, None, 0
    for i, c in enumerate(text):
        if quote:
            quote = None if c == quote else quote
        elif c in "'\"":
            quote = c
        elif c in "([{":
            depth += 1
        elif c in ")]}":
            depth -= 1
        elif c == "," and depth == 0:
            parts.append(text[start:i].strip())
            start = i + 1
    last = text[start:].strip()
    return parts + [last] if last else parts


class Parameter:
    """``by_position`` and ``by_name`` say how it can be passed; ``wanted``, that it must be; ``blank``, that '' is a mistake."""

    def __init__(self, text, by_position, target):
        text, _, span = text.partition("@")
        name, has_default, _ = text.partition("=")
        self.name = name.rstrip("!")
        self.span = span
        self.blank = name.endswith("!")
        self.wanted = not has_default
        self.by_position = by_position
        self.by_name = True
        self.there = _in(span, target)


class Signature:
    """What a call may pass. ``rest`` and ``keywords``: whether there is a *args, a **kw."""

    def __init__(self, text, target):
        self.parameters = []
        self.rest = self.keywords = False
        by_position = True
        for part in _split(text):
            if part == "/":
                for each in self.parameters:
                    each.by_name = False
            elif part.startswith("**"):
                self.keywords = True
            elif part.startswith("*"):
                self.rest = len(part) > 1
                by_position = False
            else:
                self.parameters.append(Parameter(part, by_position, target))

    def positional(self):
        return [each for each in self.parameters if each.by_position]

    def named(self, name):
        return next((each for each in self.parameters if each.name == name), None)


class Entry:
    """A line of the table: a name that scripts can use. ``module`` is the file that it is in."""

    def __init__(self, line, module, target):
        self.is_class = line.startswith("class ")
        self.name = _name(line)
        self.module = module
        rest = line.removeprefix("class ")[len(self.name) :]
        self.is_callable = rest.startswith("(")
        self._parameters, rest = (rest[1:].rsplit(")", 1)) if self.is_callable else (None, rest)
        words = rest.split()
        if words and words[-1] in _MARKS:
            words.pop()
        self.returns = words[1] if words[:1] == ["->"] else None
        self.span = words[-1] if words and words[-1][0] in ".0123456789" else ""
        self._target = target

    @property
    def title(self):
        """As a person says it."""
        return self.name if self.module == "builtins" else self.module + "." + self.name

    def signature(self):
        """What a call may pass, or None where nothing is known."""
        if not self.is_callable or self._parameters == "*":
            return None
        return Signature(self._parameters, self._target)

    def is_there(self):
        return _in(self.span, self._target)


def _name(line):
    """The name of a line of the table."""
    return line.removeprefix("class ").partition("(")[0].partition(" ")[0]


class Module:
    """The names of one module, those of other targets too."""

    def __init__(self, name, text, target):
        self.name = name
        self._target = target
        self._lines = {_name(line): line for line in text.splitlines()}
        self._prefixes = [name[:-1] for name in self._lines if name.endswith("*")]
        self._entries = {}

    def is_known(self, name):
        """Whether some target has the name."""
        return name in self._lines

    def has(self, name):
        """Whether the name is there, or may be."""
        return self.entry(name) is not None or any(name.startswith(each) for each in self._prefixes)

    def entry(self, name):
        """The name's line where this target has it, else None."""
        if name not in self._lines:
            return None
        if name not in self._entries:
            self._entries[name] = Entry(self._lines[name], self.name, self._target)
        entry = self._entries[name]
        return entry if entry.is_there() else None

    def members(self, owner=""):
        """The names of the module itself, or of one of its classes, that this target has."""
        start = owner + "." if owner else ""
        names = [name[len(start) :] for name in self._lines if name.startswith(start) and self.entry(name)]
        return [name for name in names if "." not in name]


def nearest(name, names):
    """The name that was probably meant, or None: one that differs in its case, a letter, or two that were swapped."""
    for each in names:
        if each.lower() == name.lower():
            return each
    return next((each for each in names if _is_near(name, each)), None)


def _is_near(a, b):
    if abs(len(a) - len(b)) > 1 or min(len(a), len(b)) < 3:
        return False
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    rest_a, rest_b = a[start:], b[start:]
    return (
        rest_a[1:] == rest_b[1:]
        or rest_a[1:] == rest_b
        or rest_a == rest_b[1:]
        or (rest_a[1::-1] == rest_b[:2] and rest_a[2:] == rest_b[2:])
    )


class Surface:
    """``read(name)`` gives the text of one file of the table, None where there is none; ``in_test``: of a file of tests.

    ``lacks(title)`` gives what a person is told of a name that the model lacks, though the table has it: (message, advice), or ().
    """

    nearest = staticmethod(nearest)  # for those who are handed a table

    def __init__(self, read, target, in_test, lacks):
        self._read = read
        self.lacks = lacks
        self.target = target
        self._in_test = in_test
        self.version, self.title = self._described(target)
        self._modules = {}
        self._lines = {}
        for line in read("modules").splitlines():
            name, _, rest = line.partition(" ")
            self._lines[name] = rest
        self._instead = None

    def _described(self, target):
        for line in self._read("targets").splitlines():
            year, version, title = line.split(" ", 2)
            if int(year) == target:
                return tuple(int(part) for part in version.split(".")), title
        raise ValueError(target)

    def canonical(self, name):
        """The module that a name is for: json is ujson."""
        rest = self._lines.get(name, "")
        return rest.split()[1] if rest.startswith("= ") else name

    def is_known(self, name):
        """Whether some target has a module of that name."""
        return name in self._lines and self._lines[name] != _TESTS

    def has_module(self, name):
        if self._lines.get(name) == _TESTS:
            return self._in_test
        words = self._lines.get(name, "").split()
        span = words[-1] if words and words[-1][0] in ".0123456789" else ""
        return name in self._lines and _in(span, self.target)

    def called(self, name):
        """The class whose objects a call of the module itself gives; osTimer is such a module."""
        words = self._lines.get(name, "").split()
        return words[1] if words[:1] == ["->"] else None

    def module_names(self):
        return [name for name in self._lines if self.has_module(name)]

    def module(self, name):
        """The names of a module, None where they are not known."""
        name = self.canonical(name)
        if name not in self._modules:
            text = self._read(name)
            self._modules[name] = None if text is None else Module(name, text, self.target)
        return self._modules[name]

    def instead(self, name):
        """What to use in place of a name, or None."""
        if self._instead is None:
            self._instead = dict(line.split(": ", 1) for line in self._read("instead").splitlines())
        return self._instead.get(name)
