import uasyncio

NAMES = (
    "uasyncio_streams", "uasyncio.streams", "uasyncio.core", "uasyncio/core", "texts", "dialect", "dialect.texts",
    "dialect/texts", "boot", "boot.own", "flash.files", "advice.surface", "check", "prompt.helping", "unittest.cases",
)
for name in NAMES:
    for way in (lambda: __import__(name), lambda: __import__(name, {}, {}, ("x",)), lambda: exec("import " + name)):
        try:
            print(name, way())
        except (ImportError, SyntaxError):
            pass
