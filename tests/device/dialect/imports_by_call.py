# A module of the interpreter's is none of the device's, whatever __import__ is told of the caller.
for name in ("posix", "_socket", "__graalpython__", "polyglot", "java", "sys.path", ""):
    for given in ((), (None,), ({},), (None, None, ["x"]), ({"__name__": "os"},)):
        try:
            print(name, __import__(name, *given).__name__)
        except (ImportError, ValueError) as e:
            print(repr(e))
