"""What the names of a script stand for, as far as its text tells: modules of the device, their classes, objects of those.

A value is a tuple: ("module", name), ("class", entry), ("object", entry of the class), ("function", entry), ("none",),
("own class", node) or ("own object", node). What is not known is None, and a name that has been given several values has all
of them: only what is wrong for each is a finding.
"""

_NONE = ("none",)
_LITERALS = {
    "List": "list", "ListComp": "list", "Dict": "dict", "DictComp": "dict", "Set": "set", "SetComp": "set", "Tuple": "tuple",
    "JoinedStr": "str",
}  # fmt: skip


def kind(node):
    return type(node).__name__


def descendants(node):
    """The node and all below it."""
    yield node
    for name in node._fields:
        value = getattr(node, name, None)
        for each in value if isinstance(value, list) else (value,):
            if hasattr(each, "_fields"):
                yield from descendants(each)


class Scope:
    """The names of a module, a function, a class or a comprehension. ``given`` has for each what it was given."""

    def __init__(self, parent, owner=None, in_expression=False):
        self.parent = parent
        self.owner = owner  # the class whose body this is, or None
        self.in_expression = in_expression  # of a comprehension
        self.given = {}
        self.globals, self.nonlocals = set(), set()
        self.stars = []

    def root(self):
        """The module's scope."""
        scope = self
        while scope.parent:
            scope = scope.parent
        return scope

    def function(self):
        """The scope that an assignment in an expression is of."""
        scope = self
        while scope.in_expression:
            scope = scope.parent
        return scope

    def give(self, name, *what):
        self._home(name).given.setdefault(name, []).append(what)

    def _home(self, name):
        """The scope that an assignment to the name is of."""
        if name in self.globals:
            return self.root()
        scope = self
        while name in scope.nonlocals and scope.parent.parent:
            scope = scope.parent
            while scope.owner and scope.parent.parent:
                scope = scope.parent
        return scope

    def find(self, name):
        """What the name was given, and the scope that has it; a function does not see the class that it is in."""
        scope = self
        while scope is not None:
            if name in scope.given and (scope.owner is None or scope is self):
                return scope.given[name], scope
            scope = scope.parent
        return None, None

    def visible(self, name):
        """Whether the name is given something that can be seen from here."""
        scope, inside = self, True
        while scope is not None:
            if name in scope.given and (scope.owner is None or inside):
                return True
            inside = inside and scope.in_expression
            scope = scope.parent
        return False

    def visible_names(self):
        """All that can be seen from here, the nearest scope's first."""
        names, scope = [], self
        while scope is not None:
            if scope.owner is None or scope is self:
                names.extend(scope.given)
            scope = scope.parent
        return names

    def method_of(self):
        """The class that this is a method of, or a function in one; None where it is none."""
        scope = self.parent
        while scope is not None and scope.owner is None:
            scope = scope.parent
        return scope

    def has_stars(self):
        return self.root().stars


class Values:
    def __init__(self, surface):
        self._surface = surface
        self._builtins = surface.module("builtins")
        self._attributes = {}  # (class node, attribute) -> [(node, scope)]
        self._busy = set()

    def give_attribute(self, owner, name, node, scope):
        self._attributes.setdefault((owner, name), []).append((node, scope))

    def has_attribute(self, owner, name):
        """Whether a class of the script's gives its objects an attribute."""
        return (owner, name) in self._attributes

    def of(self, node, scope):
        """The set of values that an expression may have, None where that is not known."""
        if (node, scope) in self._busy:
            return set()
        self._busy.add((node, scope))
        try:
            look = getattr(self, "_of_" + kind(node), None)
            if look is not None:
                return look(node, scope)
            literal = _LITERALS.get(kind(node))
            return None if literal is None else {self._object("builtins", literal)}
        finally:
            self._busy.discard((node, scope))

    def _object(self, module, name):
        names = self._surface.module(module)
        entry = names and names.entry(name)
        return ("object", entry) if entry else None

    def _union(self, sets):
        all = set()
        for each in sets:
            if each is None:
                return None
            all |= each
        return all if None not in all else None

    def _of_Constant(self, node, scope):
        if node.value is None:
            return {_NONE}
        return self._union([{self._object("builtins", type(node.value).__name__)}])

    def _of_IfExp(self, node, scope):
        return self._union([self.of(node.body, scope), self.of(node.orelse, scope)])

    def _of_NamedExpr(self, node, scope):
        return self.of(node.value, scope)

    def _of_BinOp(self, node, scope):
        left = self.of(node.left, scope)
        text = self._object("builtins", "str")
        return left if left == {text} and kind(node.op) in ("Mod", "Add", "Mult") else None

    def _of_Name(self, node, scope):
        given, where = scope.find(node.id)
        if given is None:
            entry = None if scope.has_stars() else self._builtins.entry(node.id)
            return {self._value(entry)} if entry and entry.is_callable else None
        return self._union([self._given(each, where) for each in given])

    def _given(self, what, scope):
        how = what[0]
        if how == "value":
            return self.of(what[1], scope)
        if how == "module":
            return {("module", self._surface.canonical(what[1]))} if self._surface.has_module(what[1]) else None
        if how == "member":
            names = self._surface.module(what[1])
            entry = names and names.entry(what[2])
            return {self._value(entry)} if entry and entry.is_callable else None
        return {(how, what[1])} if how in ("own class", "own object") else None

    def _value(self, entry):
        return ("class" if entry.is_class else "function", entry)

    def _of_Attribute(self, node, scope):
        owners = self.of(node.value, scope)
        return None if owners is None else self._union([self._member(each, node.attr) for each in owners if each != _NONE])

    def _member(self, owner, name):
        if owner[0] in ("own class", "own object"):
            given = self._attributes.get((owner[1], name))
            return given and self._union([self.of(node, scope) for node, scope in given])
        entry = self.entry(owner, name)
        return {self._value(entry)} if entry and entry.is_callable else None

    def entry(self, owner, name):
        """The line of a member of a module, a class or an object, None where there is none."""
        if owner[0] == "module":
            names = self._surface.module(owner[1])
            return names and names.entry(name)
        if owner[0] in ("class", "object"):
            return self._surface.module(owner[1].module).entry(owner[1].name + "." + name)
        return None

    def _of_Call(self, node, scope):
        called = self.of(node.func, scope)
        return None if called is None else self._union([self._result(each) for each in called])

    def _result(self, called):
        if called[0] == "own class":
            return {("own object", called[1])}
        if called[0] == "class":
            return {("object", called[1])}
        if called[0] == "module":
            name = self._surface.called(called[1])
            return {self._object(called[1], name)} if name else None
        if called[0] != "function" or not called[1].returns:
            return None
        module, _, name = called[1].returns.rpartition(".")
        if module:
            return self._union([{self._object(module, name)}])
        return self._union([{self._object(called[1].module, name) or self._object("builtins", name)}])

    def constants(self, node, scope):
        """The constants of the text that the expression stands for, None where it is, or may be, something else."""
        if kind(node) == "Constant":
            return [node]
        if kind(node) != "Name" or (node, scope) in self._busy:
            return None
        given, where = scope.find(node.id)
        if given is None or any(what[0] != "value" for what in given):
            return None
        self._busy.add((node, scope))
        try:
            found = [self.constants(what[1], where) for what in given]
        finally:
            self._busy.discard((node, scope))
        return None if None in found else [each for part in found for each in part]
