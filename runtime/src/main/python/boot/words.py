"""What is loaded because a word stands in a script's text, so that start-up does not pay for what a script does not use.

A name with a slash is library code, one without is a module that the firmware's boot script leaves in ``__main__``.
What OCTETS and TREE replace, Boot.release() gives back before another device gets the interpreter. METHODS changes builtins
so that the interpreter is not handed on: given back, some of its methods fail with a SystemError (GraalPy 25.0.2).
HandedOnTest tries every row.
"""

METHODS, OCTETS, TREE = "dialect/methods", "dialect/octets", "dialect/tree"

# What is loaded, the word, what must stand in the text beside it ("" for nothing), and why
TABLE = (
    (TREE, "await", "", "any generator can be awaited"),
    (TREE, "const(", "", "const() is a value at compile time: a name that begins with an underscore is gone"),
    (TREE, "@micropython.", "", "native, viper and the like are words of the compiler's, not functions"),
    (TREE, ".__qualname__", "", "objects have it too, as py/compile.c puts it into the class"),
    (METHODS, "to_bytes", "", "a signed number that needs more bytes raises OverflowError"),
    (METHODS, "indices(", "", "slice.indices() of no number raises TypeError with the module's text"),
    (METHODS, "hash(", "", "slices and views of dictionaries have none"),
    (METHODS, ".pop()", "", "set.pop() takes the first item in the order of iteration"),
    (METHODS, "__import__", "", "a function that replaces it is told None where nothing is named"),
    (METHODS, ".errno", "", "an OSError of one argument has one"),
    (METHODS, ".throw(", "", "a class whose __new__ makes something else raises TypeError in the generator"),
    (METHODS, " id(", "", "bytes.strip() that strips nothing gives the same object, whose id a script compares"),
    (METHODS, "e.value", "", "any exception has its first argument so"),
    (METHODS, "er.value", "", "any exception has its first argument so"),
    (METHODS, "divmod(", "", "floats: MicroPython rounds the quotient last"),
    (METHODS, "with_traceback", "", "GraalPy takes anything for a traceback, and fails later"),
    (METHODS, "__code__", "", "GraalPy fails with a fault of Java's where it is set to no code object"),
    (METHODS, "__kwdefaults__", "", "GraalPy fails with a fault of Java's where it is set to no dictionary"),
    (OCTETS, "decode(", "", "bytes that are no UTF-8 stay what they are in a text"),
    (OCTETS, "encode(", "", "such a text becomes the same bytes again"),
    (OCTETS, "swith(", "", "startswith() and endswith() take bytes for text and text for bytes"),
    (OCTETS, "utf8", "", "str(b, 'utf8') decodes"),
    (OCTETS, "utf-8", "", "str(b, 'utf-8') decodes"),
    (OCTETS, "utf_8", "", "str(b, 'utf_8') decodes"),
    (OCTETS, ".format(", "b'", "bytes have format()"),
    (OCTETS, ".format(", 'b"', "bytes have format()"),
    ("gc", "gc.", "", "_boot.py of the firmware has imported it"),
    ("uos", "uos.", "", "_boot.py of the firmware has imported it"),
    ("ujson", "ujson.", "", "_boot.py of the firmware has imported it"),
    ("dataCall", "dataCall.", "", "_boot.py of the firmware has imported it"),
    ("misc", "misc.", "", "_boot.py of the firmware has imported it"),
)

# Modules that make text of bytes, and bytes of text: OCTETS is loaded before them.
OCTET_MODULES = ("usocket", "umqtt", "request")

_OF_TREE = [word for name, word, _, _ in TABLE if name == TREE]
_OF_OTHERS = [(word, beside, name) for name, word, beside, _ in TABLE if name in (METHODS, OCTETS)]
_OF_MODULES = [(word, name) for name, word, _, _ in TABLE if "/" not in name]


def wants_tree(source):
    """Returns whether dialect/tree.py must read the script's tree."""
    return any([word in source for word in _OF_TREE])


def library_for(source):
    """The names of the library code that a text wants, but for TREE; some more than once."""
    return [name for word, beside, name in _OF_OTHERS if word in source and beside in source]


def modules_for(source):
    """The names of the modules that a main program finds in its names."""
    return [name for word, name in _OF_MODULES if word in source]
