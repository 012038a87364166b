"""Calls what a script can name with values that no caller would pass: surface.py SEED CALLS MODULE...

Each call is printed before it is made, so that the last line names one that does not return. A line that begins with FOUND is
a finding: a Java name, or a fault of qpy's own, in what a script can see.
"""

import sys

SEED, CALLS, MODULES = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]

# What is not called, each with its reason.
LEFT_OUT = {
    "misc.Power.powerDown": "it ends the device, as it should",
    "misc.Power.powerRestart": "the same",
    "system.powerDown": "the same",
    "system.powerRestart": "the same",
    "system.reboot": "the same",
    "misc._host.switchOff": "the same",
    "misc._host.restart": "the same",
    "machine.SoftReset": "the same",
    "machine._host.resetSoftly": "the same",
    "dataCall._host.restartWith": "the same",
    "modem._host.restartWith": "the same",
    "net._host.restartWith": "the same",
    "sim._host.restartWith": "the same",
    "usys.stdin.read": "it waits for a person",
    "builtins.input": "the same",
    "builtins.pow": "a power of huge numbers takes hours, here as on a module",
    "builtins.setattr": "it would change the modules that the others test",
    "builtins.delattr": "the same",
    "builtins.exec": "the values are no code",
    "builtins.eval": "the same",
    "builtins.compile": "the same",
    "builtins.help": "it prints pages",
    "builtins.breakpoint": "it is no name of the device's",
    "usys.atexit": "what it is given fails when the script ends",
    "_thread.start_new_thread": "a thread that never ends is left behind",
}
MAKERS = {
    "audio": ("audio.Audio(0)", "audio.TTS(0)", "audio.Record(0)", "audio.Audio.PCM(0, 1, 8000, 2, 2)"),
    "_thread": ("_thread.allocate_lock()", "_thread.allocate_semphore(1)"),
    "deflate": ("deflate.DeflateIO(__import__('uio').BytesIO(b'abc'))",),
    "log": ("log.getLogger('a')",),
    "osTimer": ("osTimer()",),
    "queue": ("queue.Queue(2)",),
    "uarray": ("uarray.array('i', [1, 2])",),
    "ucollections": ("ucollections.deque((), 2)", "ucollections.OrderedDict()", "ucollections.namedtuple('T', 'a')(1)"),
    "ucryptolib": ("ucryptolib.aes(b'0123456789abcdef', 1)",),
    "uhashlib": ("uhashlib.sha256()", "uhashlib.md5()"),
    "uio": ("uio.BytesIO(b'abc')", "uio.StringIO('abc')"),
    "umqtt": ("umqtt.MQTTClient('a', '127.0.0.1', 1)",),
    "ure": ("ure.compile('a')", "ure.match('a', 'a')"),
    "uselect": ("uselect.poll()",),
    "usocket": ("usocket.socket()", "usocket.socket(2, 2)"),
    "builtins": ("'text'", "b'bytes'", "bytearray(b'ab')", "[1, 2]", "{1: 2}", "{1, 2}", "(1, 2)", "12", "1.5", "1j", "memoryview(b'ab')", "open('/usr/f', 'w')", "open('/usr/f')"),
}
MARKS = ("java.", "com.oracle", "io.qpy", "org.graalvm", "Java stack", "bug in qpy", "Exception: ", "truffle", "NodeGen")


class Chance:
    """The same numbers on each machine."""

    def __init__(self, seed):
        self.state = seed * 2654435761 % 2**32 + 1

    def below(self, n):
        self.state = (self.state * 1103515245 + 12345) % 2**31
        return (self.state >> 8) % n

    def of(self, items):
        return items[self.below(len(items))]


chance = Chance(SEED)


def refusing(*arguments, **keywords):
    raise KeyError("refused")


NAMES = ("__len__", "__getitem__", "__iter__", "__hash__", "__eq__", "__str__", "__index__", "__bool__", "__call__", "__int__",
         "__float__", "__contains__", "__next__", "__enter__", "__lt__", "__add__", "__repr__")


def hostile(base):
    """A subclass, some of whose methods raise."""
    return type("Hostile", (base,), {name: refusing for name in NAMES if chance.below(2)})


def itself():
    items = [1]
    items.append(items)
    return items


def table():
    items = {}
    items["a"] = items
    return items


def deep():
    items = []
    for i in range(3000):
        items = [items]
    return items


def closed():
    import usocket

    s = usocket.socket()
    s.close()
    return s


def shut_file():
    f = open("/usr/shut", "w")
    f.close()
    return f


def released():
    view = memoryview(b"abc")
    view.release()
    return view


def generator():
    yield 1
    raise KeyError("generator")


VALUES = (
    lambda: None, lambda: True, lambda: 0, lambda: 1, lambda: -1, lambda: 255, lambda: 65536, lambda: 99999, lambda: 2**31, lambda: -(2**31) - 1,
    lambda: 2**63, lambda: 2**64, lambda: -(10**30), lambda: float("nan"), lambda: float("inf"), lambda: -1e300, lambda: 1.5, lambda: 1j,
    lambda: "", lambda: "a", lambda: "\ud800x\udfff", lambda: "\0", lambda: "a\r\nb: c", lambda: "/usr/../..", lambda: "127.0.0.1",
    lambda: "http://127.0.0.1:1/%zz", lambda: "a" * 70000, lambda: "%s%n{0}" * 3, lambda: b"", lambda: b"\xff\x00", lambda: bytearray(5),
    lambda: memoryview(b"ab"), released, lambda: (), lambda: [], lambda: {}, lambda: set(), lambda: [None], lambda: ("127.0.0.1", -1),
    lambda: ("127.0.0.1", 1), lambda: {"a": None, 1: [2]}, lambda: {None: float("nan")}, itself, table, deep, lambda: (itself(),),
    lambda: hostile(str)("a"), lambda: hostile(int)(1), lambda: hostile(bytes)(b"ab"), lambda: hostile(list)([1]), lambda: hostile(dict)(a=1),
    lambda: hostile(object)(), lambda: hostile(object), lambda: hostile(float)(1.0), lambda: hostile(Exception)("x"), generator, lambda: generator(),
    lambda: (i for i in ()), lambda: refusing, lambda: print, lambda: len, lambda: sys, lambda: object(), lambda: object, lambda: range(3),
    lambda: slice(1), lambda: KeyError("a"), closed, shut_file, lambda: chance.of(OBJECTS), lambda: "x" * 1000000,
)
OBJECTS = [sys]


def checked(label, words):
    if type(words) is str and (any([mark in words for mark in MARKS]) or _has_identity(words)):
        print("FOUND", label, ascii_of(words[:300]))


def _has_identity(words):
    """Something like Object@1f3a2b."""
    at = words.find("@")
    while at >= 0:
        digits = words[at + 1 : at + 7]
        if len(digits) == 6 and all([d in "0123456789abcdef" for d in digits]):
            return True
        at = words.find("@", at + 1)
    return False


def ascii_of(words):
    return "".join([c if " " <= c <= "~" else "?" for c in words])


def shown(label, value):
    for show in (repr, str, lambda v: type(v).__name__, lambda v: repr(type(v)), lambda v: " ".join(dir(v))):
        try:
            words = show(value)
        except Exception as e:
            words = one(e)
        checked(label, words)


def one(e):
    """What a script sees of an exception; values of ours raise from here too."""
    words = type(e).__name__
    for show in (str, repr):
        try:
            words += " " + show(e)
        except KeyError:
            pass
    return words


def described(value):
    try:
        return ascii_of(repr(value)[:60])
    except BaseException:
        return type(value).__name__


def call(label, function):
    """One call, printed first."""
    arguments = [chance.of(VALUES)() for i in range(chance.of((0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5, 7)))]
    keywords = {}
    code = getattr(function, "__code__", None)
    if code is not None and chance.below(3) == 0:
        names = [name for name in code.co_varnames[: code.co_argcount] if name != "self"]
        if names:
            keywords[chance.of(names)] = arguments.pop() if arguments else None
    print(label, *[described(each) for each in arguments], *list(keywords))
    try:
        result = function(*arguments, **keywords)
    except KeyboardInterrupt:
        print("WAITED")
        return None
    except SystemExit:
        return None
    except BaseException as e:
        checked(label, one(e))
        return None
    try:
        shown(label, result)
    except KeyboardInterrupt:
        print("WAITED")
    return result


def members(label, owner):
    """(label, function) of what can be called there."""
    found = []
    try:
        names = dir(owner)
    except Exception as e:
        checked(label, one(e))
        names = ()
    for name in names:
        if name[:1] == "_" and name not in ("_host", "_seam"):
            continue
        whole = label + "." + name
        if whole in LEFT_OUT or name in ("say", "announce", "error"):
            continue
        try:
            value = getattr(owner, name)
        except Exception as e:
            checked(whole, one(e))
            continue
        if name in ("_host", "_seam"):
            found += members(whole, value)
        elif callable(value):
            found.append((whole, value))
    return found


def targets(name):
    module = __import__(name)
    found = members(name, module)
    for maker in MAKERS.get(name, ()):
        made = eval(maker, {name: module})
        OBJECTS.append(made)
        found += members(maker, made)
    if "_host" in getattr(module, "__dict__", ()):
        OBJECTS.append(module._host)
        shown(name + "._host", module._host)
    for each, value in list(found):
        # GraalPy's own methods without the object that they belong to end a run ("the interpreter itself failed").
        if isinstance(value, type) and name != "builtins":
            found += members(each, value)
    return found


ALL = []
for each in MODULES:
    try:
        ALL += targets(each)
    except KeyboardInterrupt:
        print("WAITED")
made = 0
while made < CALLS:
    try:
        label, function = chance.of(ALL)
        result = call(label, function)
        made += 1
        if result is not None and type(result).__module__ not in ("builtins",) or isinstance(function, type) and result is not None:
            for name, method in members(label + "()", result)[:40]:
                if chance.below(4) == 0 and made < CALLS:
                    call(name, method)
                    made += 1
    except KeyboardInterrupt:
        print("WAITED")
    except RuntimeError as e:
        checked("a call", str(e))  # deep values take much of the stack
        made += 1
print("CALLS", made)
sys.exit(0)
