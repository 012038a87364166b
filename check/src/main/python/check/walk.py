"""One way through a script's syntax tree, for all that is looked at."""

from check.values import Scope, descendants, kind

_BROAD = {"Exception", "BaseException", None}
_MAKING_NAMES = ("exec", "execfile", "globals", "locals", "vars", "__main__")
_ELSEWHERE = ("platform", "implementation", "TYPE_CHECKING")
_VIPER = ("ptr", "ptr8", "ptr16", "ptr32", "uint")


class Walk:
    """One way through the tree: gives the names what they are given, and notes what is looked at when all of it is known."""

    def __init__(self, values, syntax):
        self._values = values
        self._syntax = syntax
        self.imports, self.attributes, self.names, self.calls = [], [], [], []
        self.expressions, self.loops = [], []
        self.asked = set()  # what hasattr() is asked for
        self.texts = {}  # how often each text stands in the script
        self.has_mounts = False
        self.makes_names = False  # whether names may come from what no text tells: exec(), globals()
        self.augmented = []  # targets of += and the like
        self._guards = []
        self._probes = set()  # statements that ask whether something is there

    def visit(self, node, scope, parent=None):
        self._syntax.look(node)
        look = getattr(self, "_visit_" + kind(node), None)
        if look is None or look(node, scope, parent):
            self._children(node, scope)

    def _children(self, node, scope, names=None):
        for name in names or node._fields:
            value = getattr(node, name, None)
            for each in value if isinstance(value, list) else (value,):
                if hasattr(each, "_fields"):
                    self.visit(each, scope, node)

    def _visit_Import(self, node, scope, parent):
        for alias in node.names:
            name = alias.asname or alias.name.partition(".")[0]
            scope.give(name, "module", alias.name if alias.asname else name)
        self.imports.append((node, bool(self._guards)))

    def _visit_ImportFrom(self, node, scope, parent):
        for alias in node.names:
            if alias.name in ("mount", "chdir"):
                self.has_mounts = True
            if alias.name == "*":
                scope.root().stars.append(node.module)
            elif node.level:
                scope.give(alias.asname or alias.name, "unknown")
            else:
                scope.give(alias.asname or alias.name, "member", node.module, alias.name)
        self.imports.append((node, bool(self._guards)))

    def _visit_Try(self, node, scope, parent):
        caught = {self._last_name(part) for each in node.handlers for part in getattr(each.type, "elts", (each.type,))}
        if caught & {"NameError", "AttributeError"}:
            self._probes.update(node.body)
        imports_only = all(kind(each) in ("Import", "ImportFrom") for each in node.body)
        if "ImportError" in caught or "NameError" in caught or (imports_only and caught & _BROAD):
            self._guarded(node, scope, ("body", "handlers"))
            self._children(node, scope, ("orelse", "finalbody"))
            return False
        return True

    def _last_name(self, node):
        return getattr(node, "id", None) or getattr(node, "attr", None)

    def _visit_ExceptHandler(self, node, scope, parent):
        if node.name:
            scope.give(node.name, "unknown")
        return True

    def _visit_If(self, node, scope, parent):
        """What stands below a test of the platform, or one that is never true, need not be there on the module."""
        if not self._is_elsewhere(node.test):
            return True
        self.visit(node.test, scope, node)
        self._guarded(node, scope, ("body", "orelse"))

    def _is_elsewhere(self, test):
        words = [self._last_name(each) for each in descendants(test)]
        return (kind(test) == "Constant" and not test.value) or any(each in words for each in _ELSEWHERE)

    def _guarded(self, node, scope, fields):
        self._guards.append(node)
        self._children(node, scope, fields)
        self._guards.pop()

    def _visit_FunctionDef(self, node, scope, parent):
        scope.give(node.name, "unknown")
        decorators = [self._text(each) for each in node.decorator_list]
        for each, text in zip(node.decorator_list, decorators):
            if text.startswith("micropython."):
                self._syntax.look(each)  # the compiler's, not a module's
            else:
                self.visit(each, scope, node)
        self._annotation(node.returns)
        if any(each.startswith("micropython.asm_") for each in decorators):
            return
        self._function(node, scope, scope.owner, _VIPER if "micropython.viper" in decorators else ())

    _visit_AsyncFunctionDef = _visit_FunctionDef

    def _visit_Lambda(self, node, scope, parent):
        self._function(node, scope, None)

    def _text(self, node):
        """A name with dots, '' for what is more than that."""
        if kind(node) == "Attribute":
            return self._text(node.value) + "." + node.attr
        return getattr(node, "id", "")

    def _annotation(self, node):
        """MicroPython reads annotations and never works them out."""
        for each in descendants(node) if node is not None else ():
            self._syntax.look(each)

    def _function(self, node, scope, owner, more=()):
        """``more``: names that the compiler gives to the function."""
        inner = Scope(scope)
        for each in more:
            inner.give(each, "unknown")
        arguments = node.args
        every = arguments.posonlyargs + arguments.args + arguments.kwonlyargs
        for each in every + [each for each in (arguments.vararg, arguments.kwarg) if each]:
            inner.give(each.arg, "unknown")
        if owner is not None and arguments.args and not getattr(node, "decorator_list", ()):
            inner.given[arguments.args[0].arg] = [("own object", owner)]
        self._syntax.look(arguments)
        self._children(arguments, scope, ("defaults", "kw_defaults"))
        body = node.body if isinstance(node.body, list) else [node.body]
        for each in body:
            self.visit(each, inner, node)

    def _visit_ClassDef(self, node, scope, parent):
        scope.give(node.name, "own class", node) if not node.keywords else scope.give(node.name, "unknown")
        self._children(node, scope, ("bases", "keywords", "decorator_list"))
        inner = Scope(scope, node)
        for each in node.body:
            self.visit(each, inner, node)

    def _comprehension(self, node, scope, parent):
        inner = Scope(scope, in_expression=True)
        for i, each in enumerate(node.generators):
            self._syntax.look(each)
            self.visit(each.iter, inner if i else scope, each)
            self._target(each.target, None, inner)
            for test in each.ifs:
                self.visit(test, inner, each)
        for name in ("elt", "key", "value"):
            if hasattr(node, name):
                self.visit(getattr(node, name), inner, node)

    _visit_ListComp = _visit_SetComp = _visit_DictComp = _visit_GeneratorExp = _comprehension

    def _visit_Assign(self, node, scope, parent):
        for each in node.targets:
            self._target(each, node.value, scope)
        self._children(node, scope, ("value",))

    def _visit_AnnAssign(self, node, scope, parent):
        self._target(node.target, node.value, scope)
        self._children(node, scope, ("value",))

    def _visit_AugAssign(self, node, scope, parent):
        if kind(node.target) == "Name":
            scope.give(node.target.id, "augmented")
            if not self._guards:
                self.augmented.append((node.target, scope))
        else:
            self._target(node.target, None, scope)
        self._children(node, scope, ("value",))

    def _visit_NamedExpr(self, node, scope, parent):
        self._target(node.target, node.value, scope.function())
        self._children(node, scope, ("value",))

    def _visit_For(self, node, scope, parent):
        self.loops.append((node.lineno, node.end_lineno))
        self._target(node.target, None, scope)
        self._children(node, scope, ("iter", "body", "orelse"))

    _visit_AsyncFor = _visit_For

    def _visit_withitem(self, node, scope, parent):
        if node.optional_vars is not None:
            self._target(node.optional_vars, node.context_expr, scope)
        self._children(node, scope, ("context_expr",))

    def _visit_Global(self, node, scope, parent):
        scope.globals.update(node.names)

    def _visit_Nonlocal(self, node, scope, parent):
        scope.nonlocals.update(node.names)

    def _visit_Delete(self, node, scope, parent):
        for each in node.targets:
            if kind(each) == "Name":
                scope.give(each.id, "unknown")
        return True

    def _target(self, node, value, scope):
        """What an assignment gives to a target; value None: nothing that is known."""
        form = kind(node)
        if form == "Name":
            scope.give(node.id, *(("value", value) if value is not None else ("unknown",)))
        elif form in ("Tuple", "List"):
            values = value.elts if value is not None and kind(value) in ("Tuple", "List") else None
            matched = values is not None and len(values) == len(node.elts)
            for i, each in enumerate(node.elts):
                self._target(each, values[i] if matched else None, scope)
        elif form == "Starred":
            self._target(node.value, None, scope)
        elif form == "Attribute":
            self._attribute_target(node, value, scope)
        else:
            self._children(node, scope)

    def _attribute_target(self, node, value, scope):
        given = scope.find(node.value.id)[0] if kind(node.value) == "Name" else None
        if given and given[0][0] == "own object":
            self._values.give_attribute(given[0][1], node.attr, value, scope)
        if given and given[0] == ("module", "builtins"):
            scope.root().give(node.attr, "unknown")
        self.visit(node.value, scope, node)

    def _visit_Attribute(self, node, scope, parent):
        if node.attr in ("mount", "chdir"):
            self.has_mounts = True
        if node.attr in ("__dict__", "modules"):
            self.makes_names = True
        if kind(node.ctx) == "Load":
            self.attributes.append((node, scope, parent))
        return True

    def _visit_Name(self, node, scope, parent):
        if node.id in _MAKING_NAMES:
            self.makes_names = True
        if kind(node.ctx) == "Load":
            self.names.append((node, scope, bool(self._guards)))

    def handed_on(self):
        """(name, scope, line) of each use of a name that is not name.something."""
        owners = {each[0].value for each in self.attributes}
        return [(node.id, scope, node.lineno) for node, scope, _ in self.names if node not in owners]

    def _visit_Constant(self, node, scope, parent):
        self.texts[node.value] = self.texts.get(node.value, 0) + 1

    def _visit_Call(self, node, scope, parent):
        if self._last_name(node.func) in ("hasattr", "getattr") and len(node.args) > 1 and kind(node.args[1]) == "Constant":
            self.asked.add(node.args[1].value)
        if self._last_name(node.func) == "dir" and not node.args:
            self.makes_names = True
        self.calls.append((node, scope))
        return True

    def _visit_MatchAs(self, node, scope, parent):
        if node.name:
            scope.give(node.name, "unknown")
        return True

    def _visit_Expr(self, node, scope, parent):
        if node not in self._probes:
            self.expressions.append((node, scope))
        return True

    def _visit_While(self, node, scope, parent):
        self.loops.append((node.lineno, node.end_lineno))
        return True

    _visit_MatchStar = _visit_MatchAs

    def _visit_MatchMapping(self, node, scope, parent):
        if node.rest:
            scope.give(node.rest, "unknown")
        return True
