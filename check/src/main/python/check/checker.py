"""Reads a script and finds what the module would refuse. It runs nothing of it.

``_host`` gives the script and the table of the device's surface, and takes the findings.
"""

from advice.answers import tab
from check.calls import Calls
from check.names import Names
from advice.surface import Surface
from check.syntax import Syntax
from check.uncalled import Uncalled
from check.values import Scope, Values, kind
from check.walk import Walk
from advice.unreadable import told

_ONLY_AST = 0x400


class _Check:
    def __init__(self, source):
        self._source = source
        self._lines = source.split("\n")
        self._seen = set()

    def report(self, place, code, message, advice, fix=None):
        """``fix``: (line, column from 0, what stands there, what is to), where that surely keeps the script's meaning."""
        if not isinstance(place, tuple):
            place = (place.lineno, place.col_offset)
        if (place, code) not in self._seen:
            self._seen.add((place, code))
            _host.report(place[0], place[1] + 1, code, message, advice)
            if fix and self._lines[fix[0] - 1].startswith(fix[2], fix[1]):
                _host.fix(fix[0], fix[1] + 1, fix[2], fix[3])

    def run(self):
        tree = self._tree()
        if tree is None:
            return
        surface = Surface(_host.table, _host.target(), _host.isTest(), _host.lacks)
        values = Values(surface)
        syntax = Syntax(self._source.split("\n"), surface.version, self.report)
        walk = Walk(values, syntax)
        scope = Scope(None)
        for each in tree.body:
            walk.visit(each, scope, tree)
        uncalled = Uncalled(values, self.report, _host)
        uncalled.look(tree, {each[0].id for each in walk.names}, scope)
        self._look(walk, uncalled, Names(surface, values, self.report, _host), Calls(surface, values, self.report, _host))

    def look_at_syntax(self):
        """Finds what MicroPython does not read, where Python reads the whole."""
        syntax = Syntax(self._source.split("\n"), Surface(_host.table, _host.target(), False, _host.lacks).version, self.report)
        nodes = [compile(self._source, "script", "exec", _ONLY_AST, True)]
        while nodes:
            node = nodes.pop()
            syntax.look(node)
            for value in [getattr(node, name, None) for name in node._fields]:
                nodes.extend([each for each in (value if isinstance(value, list) else (value,)) if hasattr(each, "_fields")])

    def _look(self, walk, uncalled, names, calls):
        calls.has_mounts = walk.has_mounts
        calls.loops = walk.loops
        calls.texts = walk.texts
        calls.handed_on = walk.handed_on()
        for node, guarded in walk.imports:
            look = names.look_import if kind(node) == "Import" else names.look_import_from
            look(node, guarded)
        for node, scope, caught in walk.names:
            names.look_name(node, scope, caught, walk.makes_names)
        for node, scope in walk.augmented:
            names.look_augmented(node, scope, walk.makes_names)
        for node, scope, parent in walk.attributes:
            names.look_attribute(node, scope, walk.asked)
            calls.look_body(node, parent, scope)
        for node, scope in walk.calls:
            calls.look(node, scope)
        for node, scope in walk.expressions:
            uncalled.look_expression(node, scope)
        calls.report_blanks()
        calls.report_paths()
        calls.report_order()

    def _tree(self):
        """The script's syntax tree, or None where a finding says why there is none."""
        try:
            return self._parse()
        except IndentationError as e:
            return self._with_tabs(e)
        except SyntaxError as e:
            if (e.msg or "").startswith("leading zeros") and self._drop_zeros(e.lineno, e.offset - 1):
                return self._tree()
            self._refuse(e)
        return None

    def _drop_zeros(self, number, column):
        """Reads 08 as 8, as the module does; whether there is such a number."""
        lines = self._source.split("\n")
        line = lines[number - 1]
        begin = end = min(column, len(line))
        while begin > 0 and line[begin - 1].isdigit():
            begin -= 1
        while end < len(line) and line[end].isdigit():
            end += 1
        digits = line[begin:end].lstrip("0")
        if len(digits) == end - begin:
            return False
        lines[number - 1] = line[:begin] + digits.ljust(end - begin) + line[end:]
        self._source = "\n".join(lines)
        return True

    def _parse(self):
        compile(self._source, "script", "exec", 0, True)  # a return outside of a function, for instance, is in no grammar
        return compile(self._source, "script", "exec", _ONLY_AST, True)

    def _with_tabs(self, e):
        """Reads the script again where tabs may be why it was not read."""
        if "\t" in self._source:
            for columns in (8, 4):
                read_again = _host.tabsAs(self._source, columns)
                if read_again != self._source and self._is_indented(read_again):
                    line = _host.tabLine(self._source, e.lineno or 1)
                    self.report((line, 0), *tab(columns))
                    self._source = read_again
                    return self._tree()
        self._refuse(e)
        return None

    def _is_indented(self, source):
        try:
            compile(source, "script", "exec", _ONLY_AST, True)
        except IndentationError:
            return False
        except SyntaxError:
            pass
        return True

    def _refuse(self, e):
        line, column, message, advice = told(self._source, e)
        self.report((line, column - 1), "syntax", message, advice)


def check():
    """Checks what the host has now."""
    try:
        _Check(_host.source()).run()
    except (RecursionError, MemoryError):
        _host.report(1, 1, "nested", "something in it is nested too deeply to be read", "Split it up")


def check_syntax():
    """Checks the syntax of what the host has now, which may be a piece of code."""
    try:
        _Check(_host.source()).look_at_syntax()
    except (SyntaxError, RecursionError, MemoryError):
        pass  # that is told where it is run
