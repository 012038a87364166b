"""What MicroPython's compiler does with a script's text and CPython's does not.

``const()`` is worked out when a script is compiled; ``@micropython.native`` and its like are words of the compiler's;
any generator can be awaited; names that begin with two underscores are what they are, in classes too; objects have a ``__qualname__``; and ``//`` of floats is a
call, since GraalPy 25.0.2 rounds it otherwise (``1 // 0.1`` is 9).
Scripts in which nothing of this stands are compiled as they are.
"""

import _ast

from _ast import PyCF_ONLY_AST as _ONLY_AST

_EMITTERS = ("bytecode", "native", "viper", "asm_thumb", "asm_xtensa", "asm_rv32")
_FUNCTIONS = (_ast.FunctionDef, _ast.AsyncFunctionDef)
_SCOPES = (*_FUNCTIONS, _ast.Lambda, _ast.ClassDef)
_Function = type(lambda: 0)
_YIELDS = (_ast.Yield, _ast.YieldFrom)
_ITERABLE_COROUTINE = 0x100
_MADE_BY_CLASS = 1 << 9  # Py_TPFLAGS_HEAPTYPE
_NAMELESS = "___"  # CPython gives the names of a class's own to those of a class with a name of more than underscores
_FOLDABLE = (_ast.Constant, _ast.BinOp, _ast.UnaryOp, _ast.BoolOp, _ast.Compare, _ast.IfExp, _ast.Tuple)


def tree(source, file, mode):
    """The script's syntax tree, as MicroPython would read it."""
    tree = compile(source, file, mode, _ONLY_AST, True)
    _Reading(file, source).read(tree)
    return tree


def awaitable(function):
    """What a generator function is decorated with: its generators can be awaited."""
    function.__code__ = function.__code__.replace(co_flags=function.__code__.co_flags | _ITERABLE_COROUTINE)
    return function


def rename_methods(cls, nameless):
    """Gives the methods of a class the class's name in theirs, in place of that which it was compiled with."""
    for each in cls.__dict__.values():
        if isinstance(each, _Function) and each.__qualname__.startswith(nameless + "."):
            each.__qualname__ = cls.__name__ + each.__qualname__[len(nameless) :]


def _has_private_names(source):
    """Whether a word begins with two underscores and ends otherwise."""
    at = source.find("__")
    while at >= 0:
        end = at
        while end < len(source) and (source[end] == "_" or source[end].isalnum()):
            end += 1
        if not source.endswith("__", at, end) and not (at and source[at - 1].isalnum()):
            return True
        at = source.find("__", end)
    return False


def _unmangled(definition):
    """``class C: …`` as ``class ___: …``, ``C = ___`` and ``del ___``."""
    name, definition.name = definition.name, _NAMELESS
    definition.keywords.append(_placed(_ast.keyword("__named__", _placed(_ast.Constant(name), definition)), definition))
    target, value, gone = _ast.Name(name, _ast.Store()), _ast.Name(_NAMELESS, _ast.Load()), _ast.Name(_NAMELESS, _ast.Del())
    assignment = _ast.Assign([_placed(target, definition)], _placed(value, definition))
    return definition, _placed(assignment, definition), _placed(_ast.Delete([_placed(gone, definition)]), definition)


def _children(node):
    for field in node._fields:
        value = getattr(node, field, None)
        for each in value if isinstance(value, list) else (value,):
            if isinstance(each, _ast.AST):
                yield each


def _is_int(node):
    return isinstance(node, _ast.Constant) and type(node.value) is int


def _division(node, left, right, name="__floordiv__"):
    function = _placed(_ast.Name(name, _ast.Load()), node)
    return _placed(_ast.Call(function, [left, right], []), node)


def _dividing(statement):
    """``a //= b`` as an assignment, where reading a does nothing else."""
    target = statement.target
    if not isinstance(statement.op, _ast.FloorDiv) or _is_int(statement.value):
        return statement
    if isinstance(target, _ast.Name):
        old = _ast.Name(target.id, _ast.Load())
    elif isinstance(target, _ast.Attribute) and isinstance(target.value, _ast.Name):
        old = _ast.Attribute(target.value, target.attr, _ast.Load())
    else:
        return statement
    value = _division(statement, _placed(old, target), statement.value, "__ifloordiv__")
    return _placed(_ast.Assign([target], value), statement)


def _is_generator(function):
    rest = list(function.body)
    while rest:
        node = rest.pop()
        if isinstance(node, _YIELDS):
            return True
        if not isinstance(node, _SCOPES):
            rest.extend(_children(node))
    return False


def _is_const(node):
    """Whether it is ``const(…)`` or ``micropython.const(…)``."""
    if not isinstance(node, _ast.Call) or len(node.args) != 1 or node.keywords:
        return False
    function = node.func
    if isinstance(function, _ast.Attribute):
        return function.attr == "const" and getattr(function.value, "id", None) == "micropython"
    return isinstance(function, _ast.Name) and function.id == "const"


class _Reading:
    def __init__(self, file, source):
        self._file = file
        self._awaits = "await" in source
        self._private = _has_private_names(source)
        self._values = {}  # of const(): by name

    def read(self, node):
        if isinstance(node, _FUNCTIONS):
            self._decorators(node)
        for field in node._fields:
            value = getattr(node, field, None)
            if isinstance(value, list):
                self._list(node, field, value)
            elif isinstance(value, _ast.AST):
                setattr(node, field, self._expression(value))

    def _list(self, node, field, items):
        in_module = isinstance(node, _ast.Module)
        read = []
        for item in items:
            if isinstance(item, _ast.Assign) and _is_const(item.value) and len(item.targets) == 1:
                if self._define(item, in_module):
                    continue
            elif isinstance(item, _ast.AST):
                item = self._expression(item)
                if isinstance(item, _ast.AugAssign):
                    item = _dividing(item)
                elif isinstance(item, _ast.ClassDef):
                    read.extend(_unmangled(item) if self._private else (item,))
                    continue
            read.append(item)
        if not read and items and field == "body" and not in_module:
            read.append(_placed(_ast.Pass(), items[0]))
        setattr(node, field, read)

    def _expression(self, node):
        """The node, or the constant that stands for it."""
        if isinstance(node, _ast.Name):
            if isinstance(node.ctx, _ast.Load) and node.id in self._values:
                return _placed(_ast.Constant(self._values[node.id]), node)
            return node
        self.read(node)
        if isinstance(node, _ast.BinOp) and isinstance(node.op, _ast.FloorDiv) and not _is_int(node.right):
            return _division(node, node.left, node.right)
        if isinstance(node, _ast.Attribute) and node.attr == "__qualname__" and isinstance(node.ctx, _ast.Load):
            function = _placed(_ast.Name("__qualified__", _ast.Load()), node)
            return _placed(_ast.Call(function, [node.value], []), node)
        return node

    def _define(self, assignment, in_module):
        """Works out a const(); whether its name needs no variable."""
        target = assignment.targets[0]
        if not isinstance(target, _ast.Name):
            return False
        if target.id in self._values:
            raise self._error("constant redefined", assignment)
        value = self._value(assignment.value.args[0])
        self._values[target.id] = value
        assignment.value = _placed(_ast.Constant(value), assignment.value)
        return target.id.startswith("_")

    def _value(self, node):
        node = self._expression(node)
        if isinstance(node, _ast.Constant):
            return node.value
        if not self._is_constant(node):
            raise self._error("not a constant", node)
        try:
            return eval(compile(_ast.Expression(node), self._file, "eval", 0, True), {"__builtins__": {}, "math": self._math()})
        except (ArithmeticError, ValueError, TypeError, AttributeError, NameError):
            raise self._error("not a constant", node) from None

    def _math(self):
        return _device.facade("math")

    def _is_constant(self, node):
        if isinstance(node, _ast.Attribute):
            return isinstance(node.value, _ast.Name) and node.value.id == "math"
        if isinstance(node, (_ast.operator, _ast.unaryop, _ast.boolop, _ast.cmpop, _ast.expr_context)):
            return True
        return isinstance(node, _FOLDABLE) and all([self._is_constant(each) for each in _children(node)])

    def _error(self, text, node):
        return SyntaxError(text, (self._file, node.lineno, node.col_offset + 1, None))

    def _decorators(self, function):
        kept = []
        for decorator in function.decorator_list:
            if isinstance(decorator, _ast.Attribute) and _root(decorator) == "micropython":
                if not isinstance(decorator.value, _ast.Name) or decorator.attr not in _EMITTERS:
                    raise self._error("invalid micropython decorator", decorator)
                if decorator.attr != "bytecode":
                    _forget_types(function)
            else:
                kept.append(decorator)
        if self._awaits and isinstance(function, _ast.FunctionDef) and _is_generator(function):
            kept.append(_placed(_ast.Name("__awaitable__", _ast.Load()), function))
        function.decorator_list = kept


def _root(attribute):
    node = attribute
    while isinstance(node, _ast.Attribute):
        node = node.value
    return getattr(node, "id", None)


def _forget_types(function):
    """Viper's annotations name its own types."""
    function.returns = None
    arguments = function.args
    for each in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs):
        each.annotation = None


def _placed(node, at):
    """The node, at another's place in the text."""
    for name in ("lineno", "col_offset", "end_lineno", "end_col_offset"):
        setattr(node, name, getattr(at, name))
    return node



def _qualified(object):
    """``object.__qualname__``: objects have it too, as MicroPython's compiler puts it into the class (py/compile.c)."""
    cls = type(object)
    own = cls.__flags__ & _MADE_BY_CLASS and not isinstance(object, type) and "__qualname__" not in getattr(object, "__dict__", ())
    return cls.__qualname__ if own else object.__qualname__


# The names that trees say
_floats = _device.library("dialect/floats")
_device.give_builtin("__awaitable__", awaitable)
_device.give_builtin("__qualified__", _qualified)
_device.give_builtin("__floordiv__", _floats.floor_divide)
_device.give_builtin("__ifloordiv__", _floats.floor_divide_in_place)
