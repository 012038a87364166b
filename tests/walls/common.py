# What each probe begins with. tell(True) is a leak. Where the doors are open, exec and open are Python functions as qpy's are, and
# their globals have the same names.
def tell(leaked):
    if leaked:
        print('LEAK')


def host():
    try:
        import utime
    except ImportError:
        import java
        return java.type('java.util.ArrayList')()
    return utime._host


def lib(name):
    """A module as the library imports it."""
    names = exec.__globals__
    module = names['_real_import'](name)
    return names['sys'].modules.get(name, module)


def uos():
    try:
        import uos
    except ImportError:
        import os as uos
    return uos


def classes(cls=object, seen=None):
    """All classes that there are, by their bases."""
    seen = {} if seen is None else seen
    for each in type.__subclasses__(cls):
        if id(each) not in seen:
            seen[id(each)] = each
            classes(each, seen)
    return list(seen.values())


def has_class(module, name):
    return any([each.__name__ == name and each.__module__ == module for each in classes()])
