"""_coverage - marks which statements and branches of the scripts have run; only there under `qpy test --coverage`.

A script is compiled with a mark before each statement and at the start of each branch: `@c0[7] = 1`, where @c0 is a
bytearray that no script can name. A loop's branches are its body and, in its `else`, the end of its iterations.
"""

import _ast
import builtins

_ONLY_AST = 0x400  # a flag of compile()
_STATEMENT, _TAKEN, _NOT_TAKEN = 0, 1, 2  # what a mark is for; from _TAKEN on the numbers of a line's branches

_files = []  # (file, marks)


class _Marking:
    """Of one file's tree, in place."""

    def __init__(self, name):
        self._name = name
        self.lines = []
        self.branches = []

    def body(self, node):
        """The block of a module, class or function, whose docstring stays first."""
        first = node.body[0] if node.body else None
        documented = isinstance(first, _ast.Expr) and isinstance(first.value, _ast.Constant) and isinstance(first.value.value, str)
        node.body[documented:] = self._block(node.body[documented:])

    def _block(self, statements):
        marked = []
        for statement in statements:
            marked.append(self._mark(statement, _STATEMENT))
            self._statement(statement)
            marked.append(statement)
        return marked

    def _statement(self, node):
        if isinstance(node, (_ast.FunctionDef, _ast.AsyncFunctionDef, _ast.ClassDef)):
            self.body(node)
        elif isinstance(node, (_ast.If, _ast.While)):
            self._branches(node, not isinstance(node.test, _ast.Constant))
        elif isinstance(node, (_ast.For, _ast.AsyncFor)):
            self._branches(node, True)
        elif isinstance(node, _ast.Match):
            for number, case in enumerate(node.cases):
                case.body = [self._mark(node, _TAKEN + number)] + self._block(case.body)
        else:
            for block in ("body", "orelse", "finalbody"):
                if isinstance(getattr(node, block, None), list):
                    setattr(node, block, self._block(getattr(node, block)))
            for handler in getattr(node, "handlers", ()):
                handler.body = self._block(handler.body)

    def _branches(self, node, both):
        taken = [self._mark(node, _TAKEN)] if both else []
        node.body = taken + self._block(node.body)
        orelse = self._block(node.orelse)
        node.orelse = ([self._mark(node, _NOT_TAKEN)] if both else []) + orelse

    def _mark(self, node, branch):
        self.lines.append(node.lineno)
        self.branches.append(branch)
        marks = _at(node, _ast.Name(self._name, _ast.Load()))
        number = _at(node, _ast.Constant(len(self.lines) - 1, None))
        place = _at(node, _ast.Subscript(marks, number, _ast.Store()))
        return _at(node, _ast.Assign([place], _at(node, _ast.Constant(1, None)), None))


def _at(place, node):
    node.lineno, node.col_offset = place.lineno, place.col_offset
    node.end_lineno, node.end_col_offset = place.end_lineno, place.end_col_offset
    return node


def _marked(source, file):
    """The tree of a script with its marks, or the source of one that is not measured."""
    if not _host.measures(file):
        return source
    tree = compile(source, file, "exec", _ONLY_AST, True) if isinstance(source, str) else source
    marking = _Marking("@c%d" % len(_files))
    marking.body(tree)
    marks = bytearray(len(marking.lines))
    builtins.__dict__["@c%d" % len(_files)] = marks
    _files.append((file, marks))
    _host.points(file, marking.lines, marking.branches)
    return tree


def _tell():
    for file, marks in _files:
        _host.hits(file, bytes(marks))


_device.instrument = _marked
_device.checkpoint = _tell
