"""Prints what a script can name in the modules that its arguments name: module|name|parameters, a line for each.

The parameters are empty for what cannot be called, and ? where Python does not tell them.
"""

import sys

FUNCTION = type(lambda: 0)

# Classes that have no name in their module, by the name that the table and the vendor's interface files give them.
OBJECTS = {
    "_thread.Lock": "_thread.allocate_lock()",
    "_thread.Semphore": "_thread.allocate_semphore(1)",
    "uhashlib.MD5": "uhashlib.md5()",
    "uhashlib.SHA1": "uhashlib.sha1()",
    "uhashlib.SHA256": "uhashlib.sha256()",
    "ure.Match": "ure.match('a', 'a')",
    "ure.Pattern": "ure.compile('a')",
    "uselect.Poll": "uselect.poll()",
}

# Classes whose objects have attributes that the class has not.
INSTANCES = {
    "hmac.HMAC": "hmac.HMAC(b'key')",
    "ql_fs.FileNotFoundError": "ql_fs.FileNotFoundError('text')",
    "queue.Queue": "queue.Queue()",
    "umqtt.MQTTClient": "umqtt.MQTTClient('client', 'host')",
}


def parameters(function, skip):
    """The parameters of a Python function, after the first few."""
    if not isinstance(function, FUNCTION):
        return "?"
    code = function.__code__
    names, count = list(code.co_varnames), code.co_argcount
    optional = count - len(function.__defaults__ or ())
    shown = [name + ("=" if i >= optional else "") for i, name in enumerate(names[:count])][skip:]
    by_name = names[count : count + code.co_kwonlyargcount]
    rest = names[count + len(by_name) :]
    if code.co_flags & 4:
        shown.append("*" + rest.pop(0))
    elif by_name:
        shown.append("*")
    shown += [name + ("=" if name in (function.__kwdefaults__ or {}) else "") for name in by_name]
    if code.co_flags & 8:
        shown.append("**" + rest.pop(0))
    return ", ".join(shown) or "none"


def show(module, name, shown):
    print(module, name, shown, sep="|")


def show_class(module, name, cls):
    makers = [each.__dict__["__init__"] for each in cls.__mro__ if "__init__" in each.__dict__]
    show(module, name, parameters(makers[0], 1))
    seen = set()
    for base in cls.__mro__[:-1]:
        for member, value in base.__dict__.items():
            if member.startswith("_") or member in seen:
                continue
            seen.add(member)
            if isinstance(value, staticmethod):
                show(module, name + "." + member, parameters(value.__func__, 0))
            else:
                show(module, name + "." + member, parameters(value, 1) if callable(value) else "")


for module in sys.argv[1:]:
    there = __import__(module)
    for name in dir(there):
        if not name.startswith("_"):
            value = getattr(there, name)
            if isinstance(value, type):
                show_class(module, name, value)
            else:
                show(module, name, parameters(value, 0) if callable(value) else "")
    for name, expression in OBJECTS.items():
        if name.startswith(module + "."):
            show_class(module, name.partition(".")[2], type(eval(expression, {module: there})))
    for name, expression in INSTANCES.items():
        if name.startswith(module + "."):
            for member in vars(eval(expression, {module: there})):
                if not member.startswith("_"):
                    show(module, name.partition(".")[2] + "." + member, "")
