"""_asserts - rewrites the asserts of a file of tests, so that one that fails says what its parts were.

`assert f(x) == 4` becomes `@a = @Assert(n)` and `if not @a(0, f(x)) == 4: raise @a.failure()`; no script can have a name
with an @. Each part is evaluated once, as in the statement as it was written.
"""

import _ast

_cases = _device.library("unittest/cases")
_BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")
_MADE, _MAKER = "@a", "@Assert"


class _Statement:
    """An assert as it is in the file: its text, and the texts of the parts whose values are told."""

    def __init__(self, text):
        self.text = text
        self.parts = []


class _Assert:
    """One execution of an assert."""

    def __init__(self, statement):
        self._statement = statement
        self._values = []
        self._compared = []

    def __call__(self, part, value):
        self._values.append((self._statement.parts[part], _cases._repr(value)))
        self._compared.append(value)
        return value

    def failure(self, *message):
        text = "assert " + self._statement.text
        lines = ["%s (%s)" % (message[0], text) if message else text]
        lines.extend("%s is %s" % (part, value) for part, value in self._values if part != value)
        if len(self._compared) == 2:
            lines.append(_cases._difference(*self._compared))
        return AssertionError("\n".join(line for line in lines if line))


class Rewriting:
    """Of one file. `names` is what the rewritten code needs besides its own names."""

    def __init__(self, source):
        self._lines = source.encode().split(b"\n")
        self._statements = []
        self.names = {_MAKER: lambda number: _Assert(self._statements[number])}

    def apply(self, node):
        """Rewrites the asserts below a node, in place."""
        for block in _BLOCKS:
            statements = getattr(node, block, None)
            if isinstance(statements, list):
                statements[:] = [each for statement in statements for each in self._statement(statement)]

    def _statement(self, node):
        if not isinstance(node, _ast.Assert):
            self.apply(node)
            return [node]
        statement = _Statement(self._text(node.test))
        made = _assign(node, _call(node, _name(node, _MAKER), _constant(node, len(self._statements))))
        self._statements.append(statement)
        failure = _at(node, _ast.Attribute(_name(node, _MADE), "failure", _ast.Load()))
        raising = _at(node, _ast.Raise(_call(node, failure, *([node.msg] if node.msg else [])), None))
        wrong = _at(node, _ast.UnaryOp(_ast.Not(), self._noting(statement, node.test)))
        return [made, _at(node, _ast.If(wrong, [raising], []))]

    def _noting(self, statement, node):
        """The expression, with its parts noted."""
        if isinstance(node, _ast.Compare):
            node.left = self._noted(statement, node.left)
            node.comparators = [self._noted(statement, each) for each in node.comparators]
        elif isinstance(node, _ast.BoolOp):
            node.values = [self._noting(statement, each) for each in node.values]
        elif isinstance(node, _ast.UnaryOp) and isinstance(node.op, _ast.Not):
            node.operand = self._noting(statement, node.operand)
        else:
            return self._noted(statement, node)
        return node

    def _noted(self, statement, node):
        if isinstance(node, (_ast.Constant, _ast.Starred)):
            return node
        statement.parts.append(self._text(node))
        return _call(node, _name(node, _MADE), _constant(node, len(statement.parts) - 1), node)

    def _text(self, node):
        """What stands in the file, on one line."""
        lines = self._lines[node.lineno - 1:node.end_lineno]
        lines[-1] = lines[-1][:node.end_col_offset]
        lines[0] = lines[0][node.col_offset:]
        return " ".join(line.decode().strip() for line in lines)


def _at(place, node):
    node.lineno, node.col_offset = place.lineno, place.col_offset
    node.end_lineno, node.end_col_offset = place.end_lineno, place.end_col_offset
    return node


def _name(place, name):
    return _at(place, _ast.Name(name, _ast.Load()))


def _constant(place, value):
    return _at(place, _ast.Constant(value, None))


def _call(place, function, *arguments):
    return _at(place, _ast.Call(function, list(arguments), []))


def _assign(place, value):
    return _at(place, _ast.Assign([_at(place, _ast.Name(_MADE, _ast.Store()))], value, None))
