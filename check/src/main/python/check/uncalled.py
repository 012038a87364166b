"""Functions that are named, or written, and never called: a script that does nothing."""

from check.values import kind

_MAIN = "main"
_PREPARING = ("Import", "ImportFrom", "FunctionDef", "AsyncFunctionDef", "ClassDef", "Assign", "AnnAssign", "AugAssign", "Pass")


class Uncalled:
    """``report`` takes findings, ``host`` knows the script's folder."""

    def __init__(self, values, report, host):
        self._values = values
        self._report = report
        self._host = host
        self._own = {}  # the functions of the module itself

    def look(self, tree, names, scope):
        """The whole script, whose scope this is; ``names``: those that it uses."""
        self._own = {each.name: each for each in tree.body if kind(each) in ("FunctionDef", "AsyncFunctionDef")}
        self._look_main(tree, names, scope)
        for node in tree.body:
            if kind(node) == "If":
                self._look_name_of_main(node.test)

    def _look_main(self, tree, names, scope):
        """A main() that nobody calls, in a script that calls nothing of its own and that no other imports."""
        main = self._own.get(_MAIN)
        if main is None or main.decorator_list or _MAIN in names or not all(self._prepares(each, scope) for each in tree.body):
            return
        if not self._host.isTest() and not self._host.isImported():
            is_async = kind(main) == "AsyncFunctionDef"
            call = "Write uasyncio.run(main())" if is_async else "Write main()"
            self._report(main, "uncalled", "main() is never called", call + " at the end")

    def _prepares(self, node, scope):
        """Whether a statement defines something only, or calls one of the device's functions."""
        if kind(node) in ("Expr", "Assign") and kind(node.value) == "Call":
            values = self._values.of(node.value.func, scope)
            return bool(values) and all(each[0] in ("module", "class", "function") for each in values)
        return kind(node) in _PREPARING or (kind(node) == "Expr" and kind(node.value) == "Constant")

    def _look_name_of_main(self, test):
        """if __name__ == 'main'."""
        if kind(test) != "Compare" or len(test.comparators) != 1:
            return
        sides = [test.left, test.comparators[0]]
        named = [each for each in sides if kind(each) == "Name" and each.id == "__name__"]
        texts = [each for each in sides if kind(each) == "Constant" and isinstance(each.value, str)]
        if named and texts and texts[0].value.strip("_").lower() == _MAIN and texts[0].value != "__main__":
            message = "__name__ is never '%s'" % texts[0].value
            self._report(texts[0], "uncalled", message, "Write '__main__'")

    def look_expression(self, node, scope):
        """A statement that is an expression: c.connect without its brackets."""
        value = node.value
        if kind(value) not in ("Name", "Attribute"):
            return
        title = _title(value)
        if title and self._is_function(value, scope):
            self._report(node, "uncalled", "%s is named and not called" % title, "Write %s()" % title)

    def _is_function(self, node, scope):
        given, where = scope.find(node.id) if kind(node) == "Name" else (None, None)
        if given is not None and where.parent is None and len(given) == 1 and node.id in self._own:
            return True
        values = self._values.of(node, scope)
        return bool(values) and all(each[0] == "function" for each in values)


def _title(node):
    """A name with dots as it is written, None for more than that."""
    if kind(node) == "Name":
        return node.id
    owner = _title(node.value) if kind(node) == "Attribute" else None
    return owner and owner + "." + node.attr
