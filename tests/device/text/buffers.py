# Text is a buffer wherever bytes are read (py/objstr.c, py/objarray.c of MicroPython 1.13); recorded from its unix port.
try:
    import uio, ustruct, ubinascii, uhashlib, ujson, uarray
except ImportError:
    import io as uio, struct as ustruct, binascii as ubinascii, hashlib as uhashlib, json as ujson, array as uarray


def shown(make):
    try:
        return repr(make())
    except Exception as e:
        return type(e).__name__ + ": " + (str(e.args[0]) if e.args else "")


def changed(change, start=b"abc"):
    data = bytearray(start)
    data = change(data) or data
    return data


def added(a, b):
    a += b
    return a


def put_slice(data):
    data[0:1] = "x"


for make in (
    lambda: bytes(memoryview("abc")),
    lambda: bytes(memoryview("\u4f60")),
    lambda: bytes(memoryview("abc")[1:]),
    lambda: (memoryview("abc")[1], len(memoryview("abc"))),
    lambda: changed(lambda b: b.extend("bc")),
    lambda: changed(lambda b: added(b, "bc")),
    lambda: changed(put_slice),
    lambda: bytearray("\u4f60", "utf-8"),
    lambda: bytes("abc", "utf-8"),
    lambda: bytes("abc"),
    lambda: str("abc", "utf-8"),
    lambda: str(memoryview("abc"), "utf-8"),
    lambda: added(b"a", "bc"),
    lambda: b"a" + "b",
    lambda: b"a" * 2 + "x",
    lambda: b"a" + bytearray(b"c"),
    lambda: bytearray(b"a") + "b",
    lambda: "a" + b"b",
    lambda: "b" in b"abc",
    lambda: "b" in bytearray(b"abc"),
    lambda: "\u4f60" in b"\xe4\xbd\xa0",
    lambda: 98 in b"abc",
    lambda: bytearray(b"a") == "a",
    lambda: "a" == bytearray(b"a"),
    lambda: memoryview(b"a") == "a",
    lambda: uarray.array("B", b"ab") == uarray.array("B", b"ab"),
    lambda: b"{}".format("x"),
    lambda: b"{:5d}|{}".format(5, "x"),
    lambda: b"{}".format(b"x"),
    lambda: b"%s:%d" % ("h", 80),
    lambda: b"%s" % b"x",
    lambda: b"%s %s" % (5, None),
    lambda: b"%r" % "x",
    lambda: b"%c%c" % (65, "x"),
    lambda: b"%x %.2f %d%%" % (255, 1.5, 5),
    lambda: b"%(a)s" % {"a": 1},
    lambda: b"%5s|%-5s|" % ("a", b"b"),
    lambda: b"%s" % bytearray(b"x"),
    lambda: "%s" % b"x",
    lambda: b"%d" % "x",
    lambda: b"%s",
    lambda: b"%s" % (),
    lambda: b"%s" % (1, 2),
    lambda: b"abc".find("b"),
    lambda: b"abc".rfind("b"),
    lambda: b"abc".index("b"),
    lambda: b"abc".count("b"),
    lambda: b"abc".replace("b", "c"),
    lambda: b"abc".replace(b"b", "c"),
    lambda: b"a b".split(" "),
    lambda: b"a b".rsplit(" ", 1),
    lambda: b"a b".partition(" "),
    lambda: b"a b".rpartition(" "),
    lambda: b"xax".strip("x"),
    lambda: b"xax".lstrip("x"),
    lambda: b"abc".startswith("a"),
    lambda: b"abc".endswith("c"),
    lambda: "abc".startswith(b"a"),
    lambda: b"".join(["a", b"b"]),
    lambda: b",".join([b"a", b"b"]),
    lambda: uio.BytesIO("abc").read(),
    lambda: uio.BytesIO(b"abc").write("x"),
    lambda: ustruct.unpack("<H", "ab"),
    lambda: ustruct.unpack_from("<H", "xxab", 2),
    lambda: ustruct.pack("3s", "ab"),
    lambda: ubinascii.hexlify("abc"),
    lambda: ubinascii.unhexlify("616263"),
    lambda: ubinascii.b2a_base64("abc"),
    lambda: ubinascii.a2b_base64("YWJj"),
    lambda: uhashlib.sha256("abc").digest()[:2],
    lambda: ujson.loads(memoryview("[1]")),
    lambda: uarray.array("b", b"abc"),
    lambda: int(b"12") + float(b"1.5"),
):
    print(shown(make))
