"""Modules, functions, methods and built-ins that the target's firmware does not have."""

import builtins

from answers import Answers
from check_values import kind

_PYTHON = frozenset(dir(builtins))
_PACKAGES = ("uasyncio", "uos")  # of which parts can be imported


class Names:
    """``report`` takes findings, ``host`` knows the script's folder."""

    def __init__(self, surface, values, report, host):
        self._surface = surface
        self._answers = Answers(surface)
        self._values = values
        self._report = report
        self._host = host

    def look_import(self, node, guarded, searches):
        """An import statement. ``searches``: the script changes where modules are looked for."""
        for alias in node.names:
            if not guarded:
                self._look_module(node, alias.name, searches)

    def look_import_from(self, node, guarded, searches):
        if node.level or guarded:
            return
        self._look_module(node, node.module, searches)
        if node.module == "usr":
            for alias in node.names:
                self._look_usr(alias, alias.name)
        names = self._surface.module(node.module) if self._surface.has_module(node.module) else None
        for alias in node.names if names else ():
            if alias.name != "*" and not names.has(alias.name):
                self._missing(alias, names, "", alias.name)

    def _look_module(self, node, name, searches):
        top, _, rest = name.partition(".")
        if top == "usr" and rest:
            self._look_usr(node, rest)
        if top == "usr" or self._surface.has_module(name):
            return
        if self._surface.has_module(top) and (self._surface.canonical(top) in _PACKAGES or not rest):
            return
        if not self._surface.is_known(name) and self._host.isInFolder(top):
            if not searches and not self._host.searchesElsewhere():
                self._report(node, *self._answers.without_usr(name))
        else:
            self._report(node, *self._answers.module(name))

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
            return names is None or names.has(name) or (self._surface.called(owner[1]) is not None)
        if owner[0] in ("class", "object"):
            return self._surface.module(owner[1].module).has(owner[1].name + "." + name)
        return True

    def _missing(self, place, names, owner, name):
        self._report(place, *self._answers.member(names, owner, name))

    def look_name(self, node, scope, caught):
        """A name that nothing in the script is given. ``caught``: the script has it where a NameError is caught."""
        name = node.id
        table = self._surface.module("builtins")
        if caught or name not in _PYTHON or table.has(name) or name.startswith("__"):
            return
        if scope.find(name)[0] is not None or scope.has_stars():
            return
        self._report(node, *self._answers.builtin(name))
