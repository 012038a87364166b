"""Syntax that Python 3.12 has and the target's MicroPython has not. Found out with mpy-cross of 1.13 and 1.28."""

from check.values import descendants, kind

_F_STRINGS = (1, 17)
_SEVERAL_STARS = (1, 19)
_BRACKETS = {"(": ")", "[": "]", "{": "}"}


def _unbalanced(text):
    """Whether a text would mislead a reader that counts brackets and does not know quotes."""
    open_ = []
    for c in text:
        if c in _BRACKETS:
            open_.append(_BRACKETS[c])
        elif c in ")]}" and (not open_ or open_.pop() != c):
            return True
    return bool(open_)


class Syntax:
    """``lines`` is the script; ``report(node, code, message, advice)`` takes findings."""

    def __init__(self, lines, version, report):
        self._lines = lines
        self._version = version
        self._report = report
        self._in_f_string = 0

    def look(self, node):
        check = getattr(self, "_look_" + kind(node), None)
        if check is not None:
            check(node)

    def _text(self, node, end_line=None, end_column=None):
        """The source from a node's start to its end, or to that place."""
        first, column = node.lineno - 1, node.col_offset
        last = (end_line or node.end_lineno) - 1
        end = node.end_col_offset if end_column is None else end_column
        if first == last:
            return self._lines[first][column:end]
        return "\n".join([self._lines[first][column:], *self._lines[first + 1 : last], self._lines[last][:end]])

    def _look_JoinedStr(self, node):
        self._look_prefix(node)
        if self._version < _F_STRINGS:
            self._report(node, "f-string", "MicroPython has f-strings from 1.17 on", "Use '{}'.format(x) or '%s' % x")
            return
        for part in node.values:
            if kind(part) == "FormattedValue":
                self._look_field(part)

    def _look_field(self, field):
        if field.conversion == ord("a"):
            self._report(field, "f-string-detail", "MicroPython's f-strings have no !a", "Use {x!r}")
        for node in descendants(field.value):
            if kind(node) == "Lambda":
                self._report(node, "f-string-detail", "a lambda in an f-string is not read", "Call it before, outside")
            elif kind(node) == "Constant" and isinstance(node.value, str) and _unbalanced(node.value):
                self._report(
                    node, "f-string-detail", "a bracket in quotes within an f-string's braces is not read", "Put it in a variable"
                )

    def _look_Constant(self, node):
        if not isinstance(node.value, (str, bytes)):
            return
        self._look_prefix(node)
        text = self._text(node)
        if isinstance(node.value, str) and "\\N{" in text and not text.lower().startswith("r"):
            self._report(node, "name-escape", "MicroPython does not read \\N{...}", "Write the character, or \\u and its number")

    def _look_prefix(self, node):
        text = self._text(node)
        quotes = [i for i in (text.find("'"), text.find('"')) if i >= 0]
        prefix = text[: min(quotes)] if quotes else ""
        if prefix.isalpha() and prefix != prefix.lower():
            self._report(node, "string-prefix", "the prefix %s of a string is not read" % prefix, "Write " + prefix.lower())

    def _look_Match(self, node):
        self._report(node, "match", "MicroPython has no match statement", "Use if and elif")

    def _look_TryStar(self, node):
        self._report(node.handlers[0], "except-star", "MicroPython has no except*", "Use except")

    def _look_TypeAlias(self, node):
        self._report(node, "type-parameter", "MicroPython has no type statement", "Leave it out")

    def _look_FunctionDef(self, node):
        self._look_definition(node)

    def _look_AsyncFunctionDef(self, node):
        self._look_definition(node)

    def _look_ClassDef(self, node):
        self._look_definition(node)

    def _look_definition(self, node):
        if getattr(node, "type_params", None):
            self._report(node.type_params[0], "type-parameter", "MicroPython has no type parameters", "Leave them out")
        for each in node.decorator_list:
            if not self._is_plain_decorator(each):
                self._report(
                    each, "decorator", "a decorator is a name with dots, and at most one call of it", "Give it a name first"
                )

    def _is_plain_decorator(self, node):
        if kind(node) == "Call":
            node = node.func
        while kind(node) == "Attribute":
            node = node.value
        return kind(node) == "Name"

    def _look_arguments(self, node):
        if node.posonlyargs:
            last = node.posonlyargs[-1]
            self._report(last, "positional-only", "MicroPython does not read the / among parameters", "Leave it out")
        if node.vararg and node.vararg.annotation and kind(node.vararg.annotation) == "Starred":
            self._unpacking(node.vararg.annotation, "an annotation")

    def _look_With(self, node):
        first, last = node.items[0], node.items[-1]
        end = last.optional_vars or last.context_expr
        start = self._text(node, first.context_expr.lineno, first.context_expr.col_offset)
        if "(" not in start or (len(node.items) == 1 and first.optional_vars is None):
            return
        rest = self._lines[end.end_lineno - 1][end.end_col_offset :].lstrip(" \t,")
        after = self._lines[first.context_expr.end_lineno - 1][first.context_expr.end_col_offset :].lstrip()
        if not after.startswith(")") and (rest.startswith(")") or not rest):
            self._report(
                node, "with-parentheses", "MicroPython does not read a with statement's items in parentheses", "Leave them out"
            )

    def _look_AsyncWith(self, node):
        self._look_With(node)

    def _look_comprehension(self, node):
        if node.is_async:
            self._report(
                node.target, "async-comprehension", "MicroPython has no async for in a comprehension", "Write a loop"
            )

    def _look_ListComp(self, node):
        self._look_await(node.elt)

    _look_SetComp = _look_GeneratorExp = _look_ListComp

    def _look_DictComp(self, node):
        self._look_await(node.key)
        self._look_await(node.value)

    def _look_await(self, node):
        for each in descendants(node):
            if kind(each) == "Await":
                self._report(each, "async-comprehension", "MicroPython has no await in a comprehension", "Write a loop")

    def _unpacking(self, node, where):
        self._report(node, "unpacking", "MicroPython does not unpack with a * in " + where, "Use + or extend")

    def _look_stars(self, nodes, where):
        for each in nodes:
            if kind(each) == "Starred" and kind(each.ctx) == "Load":
                self._unpacking(each, where)
                return

    def _look_List(self, node):
        self._look_stars(node.elts, "a list")

    def _look_Tuple(self, node):
        self._look_stars(node.elts, "a tuple")

    def _look_Set(self, node):
        self._look_stars(node.elts, "a set")
        for each in node.elts:
            if kind(each) == "NamedExpr":
                self._walrus(each, "a set")

    def _look_Dict(self, node):
        for key, value in zip(node.keys, node.values):
            if key is None:
                self._report(value, "unpacking", "MicroPython does not unpack with ** in a dict", "Use update")
                return

    def _look_Call(self, node):
        if self._version >= _SEVERAL_STARS:
            return
        stars = [each for each in node.args if kind(each) == "Starred"]
        doubles = [each for each in node.keywords if each.arg is None]
        if len(stars) > 1 or len(doubles) > 1:
            self._unpacking((stars[1:] or doubles[1:])[0], "a call more than once")
        elif stars and node.args[-1] is not stars[0]:
            self._report(
                node.args[-1], "unpacking", "MicroPython has no positional argument after a *", "Put it before the *"
            )

    def _look_Subscript(self, node):
        if kind(node.slice) == "NamedExpr":
            self._walrus(node.slice, "an index")

    def _walrus(self, node, where):
        if self._lines[node.lineno - 1][: node.col_offset].rstrip().endswith("("):
            return
        self._report(node, "walrus", "MicroPython reads := in %s only in parentheses" % where, "Put parentheses around it")
