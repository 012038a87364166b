"""What the syntax trees of library code say: which other code a file needs, and which state its module keeps.

PythonArrowsTest and FacadeStateTest ask.
"""

import ast

MUTATORS = frozenset(
    "append appendleft extend insert remove pop popleft popitem clear update setdefault add discard push sort reverse".split()
)
DISPLAYS = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def needs(source, files):
    """The names of the files, of those given, whose code a file imports, or loads by name: a part's, for instance boot/own."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found.update(_file(each.name) for each in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.add(_file(node.module))
            found.update(_file(node.module + "." + each.name) for each in node.names)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and "/" in node.value:
            found.update(each for each in files if each == node.value or node.value[-1] == "/" and each.startswith(node.value))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "facade":
            found.update(each.value for each in node.args if isinstance(each, ast.Constant))
    return sorted(found.intersection(files))


def _file(module):
    return module.replace(".", "/")


def state(source):
    """The names of a module that its functions change: ``name`` for what is rebound or changed in place, ``Class.name`` for what
    a class keeps for all.
    """
    tree = ast.parse(source)
    classes = {each.name: each for each in tree.body if isinstance(each, ast.ClassDef)}
    made = _made(tree)
    found = set()
    for function in [each for each in ast.walk(tree) if isinstance(each, FUNCTIONS)]:
        for node in ast.walk(function):
            if isinstance(node, ast.Global):
                found.update(node.names)
            found.update(_changed(node, made, classes))
    for name, value in made.items():
        if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and _changes_itself(classes.get(value.func.id)):
            found.add(name)
    for cls in classes.values():
        for name in _made(cls):
            if _is_changed_in(cls, name):
                found.add(cls.name + "." + name)
    return sorted(found)


def _made(scope):
    """The names of a module or class that stand for something with a state: a display, or what a call has made."""
    made = {}
    for node in scope.body:
        if isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name) and isinstance(node.value, (*DISPLAYS, ast.Call)):
                    made[target.id] = node.value
    return made


def _targets(node):
    if isinstance(node, (ast.Assign, ast.Delete)):
        for target in node.targets:
            yield from target.elts if isinstance(target, (ast.Tuple, ast.List)) else [target]
    elif isinstance(node, (ast.AugAssign, ast.AnnAssign)):
        yield node.target
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in MUTATORS:
        yield ast.Attribute(node.func.value, node.func.attr)


def _changed(node, made, classes):
    """What a statement changes of the module's names: an attribute or an item of one of them."""
    for target in _targets(node):
        if isinstance(target, ast.Subscript) and isinstance(target.value, ast.Call) and getattr(target.value.func, "id", "") == "globals":
            yield "globals()"
        if isinstance(target, (ast.Attribute, ast.Subscript)) and isinstance(target.value, ast.Name):
            name = target.value.id
            if name in made:
                yield name
            elif name in classes and isinstance(target, ast.Attribute):
                yield name + "." + target.attr
            elif name == "_device" and isinstance(target, ast.Attribute) and not isinstance(node, ast.Call):
                yield "_device." + target.attr


def _changes_itself(cls):
    """Whether an object of the class changes after it was made."""
    if cls is None:
        return False
    for function in cls.body:
        if isinstance(function, FUNCTIONS) and function.name != "__init__":
            for node in ast.walk(function):
                if any([_of_self(target) for target in _targets(node)]):
                    return True
    return False


def _of_self(target):
    """self.x, self.x[i] or what changes self.x in place"""
    while isinstance(target, (ast.Attribute, ast.Subscript)):
        target = target.value
    return isinstance(target, ast.Name) and target.id == "self"


def _is_changed_in(cls, name):
    """Whether methods change what the class itself holds under a name, in place."""
    for function in ast.walk(cls):
        if isinstance(function, FUNCTIONS):
            for node in ast.walk(function):
                for target in _targets(node):
                    value = target.value if isinstance(target, (ast.Attribute, ast.Subscript)) else None
                    if isinstance(value, ast.Attribute) and value.attr == name:
                        return True
    return False
