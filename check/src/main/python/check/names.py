"""Modules, functions, methods and built-ins that the target's firmware does not have."""

import builtins

from advice.answers import Answers
from check.values import kind

_PYTHON = frozenset(dir(builtins))
_PACKAGES = ("uasyncio", "uos")  # of which parts can be imported
# What _boot.py of the firmware imports, in the names that main.py has too
_BOOT = ("gc", "uos", "ujson", "dataCall", "backup_restore", "app_fota", "misc")
_COMPILERS = ("const",)  # what MicroPython's compiler knows by itself


class Names:
    """``report`` takes findings, ``host`` knows the script's folder."""

    def __init__(self, surface, values, report, host):
        self._surface = surface
        self._answers = Answers(surface)
        self._values = values
        self._report = report
        self._host = host

    def look_import(self, node, guarded):
        """An import statement."""
        for alias in node.names:
            if not guarded:
                self._look_module(node, alias.name, alias)

    def look_import_from(self, node, guarded):
        if node.level or guarded:
            return
        self._look_module(node, node.module)
        if node.module == "usr":
            for alias in node.names:
                self._look_usr(alias, alias.name)
        names = self._surface.module(node.module) if self._surface.has_module(node.module) else None
        for alias in node.names if names else ():
            if alias.name != "*" and not self._has_name(names, alias.name):
                self._missing(alias, names, "", alias.name)

    def _look_module(self, node, name, alias=None):
        """A module that a statement imports; ``alias``: the part of it that names it, None for ``from x import y``."""
        top, _, rest = name.partition(".")
        place = alias if alias and len(node.names) > 1 else node
        if top == "usr" and rest:
            self._look_usr(place, rest)
        if top == "usr" or self._surface.has_module(name):
            return
        if self._surface.has_module(top) and (self._surface.canonical(top) in _PACKAGES or not rest):
            return
        if self._surface.is_known(name):
            answer = self._answers.module(name)
        elif not self._is_searched(top):
            answer = self._not_found(name, top)
        else:
            return
        self._report(place, *answer, self._fix(answer[0], node, name, alias))

    def _fix(self, code, node, name, alias):
        """The change that gives the same names from where the module has them, or None."""
        if code not in ("module-spelling", "usr-import") or (alias and "." in name):
            return None
        if alias is None:
            new = self._surface.canonical(name) if code == "module-spelling" else "usr." + name
            return node.lineno, node.col_offset, "from %s import" % name, "from %s import" % new
        if code == "module-spelling":
            new = self._surface.canonical(name) + ("" if alias.asname else " as " + name)
            return alias.lineno, alias.col_offset, name, new
        if len(node.names) > 1:
            return None
        return node.lineno, node.col_offset, "import " + name, "from usr import " + name

    def _is_searched(self, top):
        """Whether a module lies, or may lie, where the scripts have modules looked for."""
        return self._host.isOnPath(top) or (self._host.searchesElsewhere() and not self._surface.instead(top))

    def _not_found(self, name, top):
        if self._host.isInFolder(top) or ("." in name and self._host.mayHave(name)):
            return self._answers.without_usr(name)
        return self._answers.module(name, self._host.searchPaths())

    def _look_usr(self, node, name):
        """A module below /usr; what a package's own code gives its names is not known."""
        if name == "*" or self._host.mayHave(name) or self._host.mayHave(name.partition(".")[0] + ".__init__"):
            return
        self._report(node, *self._answers.no_usr(name, self._host.modules()))

    def look_attribute(self, node, scope, asked):
        """x.name, where x is of the device; ``asked`` are the names that the script asks hasattr() for."""
        owners = self._values.of(node.value, scope)
        if not owners or node.attr in asked or node.attr.startswith("__"):
            return
        known = [each for each in owners if each != ("none",)]
        if not known or any(self._has(each, node.attr) for each in known):
            return
        owner = known[0]
        names = self._surface.module(owner[1] if owner[0] == "module" else owner[1].module)
        place = (node.end_lineno, node.end_col_offset - len(node.attr))
        self._missing(place, names, "" if owner[0] == "module" else owner[1].name, node.attr)

    def _has(self, owner, name):
        if owner[0] == "module":
            names = self._surface.module(owner[1])
            return names is None or self._has_name(names, name) or (self._surface.called(owner[1]) is not None)
        if owner[0] in ("class", "object"):
            return self._has_name(self._surface.module(owner[1].module), owner[1].name + "." + name)
        return True

    def _has_name(self, names, name):
        """Whether the table has the name, and the model does not lack it."""
        return names.has(name) and not self._surface.lacks(names.name + "." + name)

    def _missing(self, place, names, owner, name):
        self._report(place, *self._answers.member(names, owner, name))

    def look_name(self, node, scope, caught, made):
        """A name that nothing in the script is given.

        ``caught``: the script has it where a NameError is caught; ``made``: names may come from what no text tells.
        """
        name = node.id
        table = self._surface.module("builtins")
        if caught or table.has(name) or name.startswith("__") or scope.visible(name) or scope.has_stars():
            return
        if name in _PYTHON:
            self._report(node, *self._answers.builtin(name))
        elif not made and name not in _COMPILERS and (name not in _BOOT or self._host.isImported()):
            self._report(node, *self._undefined(name, scope))

    def _undefined(self, name, scope):
        owner = scope.method_of()
        if owner is not None and (name in owner.given or self._values.has_attribute(owner.owner, name)):
            return self._answers.without_self(name)
        return self._answers.unknown(name, scope.visible_names())

    def look_augmented(self, node, scope, made):
        """x += 1, where that is all that the function gives to x."""
        if made and not scope.parent:
            return
        given = scope.given.get(node.id, ())
        if scope.owner is None and given and all(each == ("augmented",) for each in given) and not scope.has_stars():
            if not scope.parent and self._surface.module("builtins").has(node.id):
                return
            is_global = node.id in scope.root().given and scope.parent
            self._report(node, *self._answers.not_given(node.id, is_global))
