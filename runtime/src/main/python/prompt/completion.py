"""Completion at the prompt: names, attributes, modules, paths, dictionary keys and keyword arguments.

It looks things up and calls nothing: names, attributes that are no properties, items of plain dicts, lists and tuples.
"""

import builtins
import keyword

_MODULE = type(builtins)
_UNKNOWN = object()
_CLOSING = {"(": ")", "[": "]", "{": "}"}


class _Scan:
    """The code before the cursor: whether it ends within a string, and which brackets are open."""

    def __init__(self, code):
        self.string_start = None  # of the text within the quotes
        self.open = []  # (bracket, its position)
        quote, i = None, 0
        while i < len(code):
            c = code[i]
            if quote:
                if c == "\\":
                    i += 1
                elif code.startswith(quote, i):
                    i += len(quote) - 1
                    quote = self.string_start = None
            elif c in "'\"":
                quote = c * 3 if code.startswith(c * 3, i) else c
                i += len(quote) - 1
                self.string_start = i + 1
            elif c == "#":
                i = code.find("\n", i)
                if i < 0:
                    self.string_start = len(code)
                    self.open.append(("#", len(code)))
                    return
            elif c in _CLOSING:
                self.open.append((c, i))
            elif c in ")]}" and self.open and _CLOSING[self.open[-1][0]] == c:
                self.open.pop()
            i += 1


def _is_name(c):
    return c == "_" or c.isalnum()


def _chain_start(code, end):
    """Where the names, dots and simple subscripts begin that end there."""
    i = end
    while i > 0:
        if _is_name(code[i - 1]) or code[i - 1] == ".":
            i -= 1
        elif code[i - 1] == "]" and code.rfind("[", 0, i) > 0:
            i = code.rfind("[", 0, i)
        else:
            break
    return i


def _first_line(value):
    doc = getattr(value, "__doc__", None) if callable(value) or type(value) is _MODULE else None
    lines = doc.strip().splitlines() if isinstance(doc, str) else ()
    return lines[0] if lines else ""


class Completer:
    def __init__(self, importer, globals):
        self._importer = importer
        self._globals = globals

    def complete(self, code):
        """[(text, start, description)], sorted; start is where text would stand instead of what is there."""
        scan = _Scan(code)
        if scan.open and scan.open[-1][0] == "#":
            return []
        if scan.string_start is not None:
            return self._in_string(code, scan)
        found = self._import(code)
        if found is None:
            found = self._names(code, scan)
        return found

    def _import(self, code):
        """What follows ``import`` or ``from``; None for other lines."""
        start = max(code.rfind("\n"), code.rfind(";")) + 1
        words = code[start:].replace(",", " , ").split(" ")
        words = [word for word in words if word]
        if not words or words[0] not in ("import", "from") or len(words) == 1 and not code.endswith(" "):
            return None
        typed = "" if code[-1:] in (" ", ",") else words[-1]
        done = words[1:] if not typed else words[1:-1]
        if words[0] == "from" and "import" in done:
            return self._attributes(self._module(words[1]), typed, len(code) - len(typed))
        if words[0] == "from" and done:
            return self._matching([("import ", "")], typed, len(code) - len(typed))
        return self._modules(typed, len(code) - len(typed))

    def _modules(self, typed, start):
        names = [(name, self._module_line(name)) for name in self._importer.module_names()]
        if typed.startswith("usr."):
            names = [("usr." + name, "") for name in self._user_modules()]
        else:
            names.append(("usr", "the modules under /usr"))
        return self._matching(names, typed, start)

    def _module_line(self, name):
        module = self._importer.facades.get(name)
        return _first_line(module) if module is not None else ""

    def _user_modules(self):
        entries = self._importer.facade("uos").ilistdir("/usr")
        return [name[:-3] if name.endswith(".py") else name for name, kind, *_ in entries if kind == 0x4000 or name.endswith(".py")]

    def _module(self, name):
        if name == "usr":
            return {each: None for each in self._user_modules()}
        try:
            return self._importer.facade(name) if name in self._importer.module_names() else _UNKNOWN
        except Exception:
            return _UNKNOWN

    def _names(self, code, scan):
        start = _chain_start(code, len(code))
        head, dot, typed = code[start:].rpartition(".")
        if dot:
            return self._attributes(self._value(head), typed, len(code) - len(typed))
        if "]" in typed:
            return []
        known = {"import " if name == "import" else name: "" for name in keyword.kwlist}
        known.update({name: _first_line(value) for name, value in vars(builtins).items()})
        known.update({name: _first_line(value) for name, value in self._globals.items()})
        if scan.open and scan.open[-1][0] == "(":
            position = scan.open[-1][1]
            function = self._value(code[_chain_start(code, position) : position])
            known.update({name + "=": "" for name in self._keywords(function)})
        return self._matching(known.items(), typed, start)

    def _keywords(self, function):
        if isinstance(function, type):
            function = getattr(function, "__init__", None)
        code = getattr(getattr(function, "__func__", function), "__code__", None)
        if code is None:
            return ()
        names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
        return [name for name in names if name != "self"]

    def _attributes(self, value, typed, start):
        if value is _UNKNOWN:
            return []
        if type(value) is dict:
            return self._matching([(name, "") for name in value], typed, start)
        names = [name for name in dir(value) if typed.startswith("_") or not name.startswith("_")]
        return self._matching([(name, _first_line(self._attribute(value, name))) for name in names], typed, start)

    def _attribute(self, value, name):
        if not isinstance(value, (type, _MODULE)) and isinstance(getattr(type(value), name, None), property):
            return _UNKNOWN
        try:
            return getattr(value, name)
        except Exception:
            return _UNKNOWN

    def _value(self, chain):
        """The object that names, dots and constant subscripts lead to, or _UNKNOWN."""
        value, rest = _UNKNOWN, chain.replace("[", ".[")
        for index, part in enumerate(rest.split(".")):
            if index == 0:
                value = self._globals.get(part, vars(builtins).get(part, _UNKNOWN))
            elif part.startswith("["):
                value = self._item(value, part[1:-1])
            else:
                value = self._attribute(value, part)
            if value is _UNKNOWN:
                break
        return value

    def _item(self, value, key):
        key = key.strip()
        if key[:1] in ("'", '"') and key[-1:] == key[:1]:
            key = key[1:-1]
        elif key.lstrip("-").isdigit():
            key = int(key)
        try:
            return value[key] if type(value) in (dict, list, tuple) else _UNKNOWN
        except (LookupError, TypeError):
            return _UNKNOWN

    def _in_string(self, code, scan):
        start = scan.string_start
        typed = code[start:]
        if scan.open and scan.open[-1][0] == "[" and code[scan.open[-1][1] + 1 : start].strip() in ("'", '"'):
            position = scan.open[-1][1]
            value = self._value(code[_chain_start(code, position) : position])
            keys = [key for key in value if isinstance(key, str)] if type(value) is dict else ()
            return self._matching([(key + code[start - 1] + "]", "") for key in keys], typed, start)
        return self._paths(typed, start)

    def _paths(self, typed, start):
        folder, slash, name = typed.rpartition("/")
        try:
            entries = list(self._importer.facade("uos").ilistdir(folder + slash or "."))
        except (OSError, ValueError):
            return []
        names = [(entry[0] + "/" if entry[1] == 0x4000 else entry[0], "") for entry in entries]
        return self._matching(names, name, start + len(folder + slash))

    def _matching(self, names, typed, start):
        """Those that begin with what is typed."""
        hidden = not typed.startswith("_")
        found = {name: line for name, line in names if name.startswith(typed) and not (hidden and name.startswith("_"))}
        return [(name, start, found[name]) for name in sorted(found)]
