# What ustruct and its siblings say; recorded from MicroPython 1.13.
try:
    import ustruct, ubinascii, ure, ujson, uzlib
except ImportError:
    import struct as ustruct, binascii as ubinascii, re as ure, json as ujson, zlib as uzlib

for name, make in (
    ("unpack", lambda: ustruct.unpack("<H", b"a")),
    ("unpack nothing", lambda: ustruct.unpack("<I", b"")),
    ("unpack_from", lambda: ustruct.unpack_from("<H", b"abc", 2)),
    ("unpack_from before", lambda: ustruct.unpack_from("<H", b"abc", -9)),
    ("unpack_from beyond", lambda: ustruct.unpack_from("<H", b"abc", 9)),
    ("unpack no buffer", lambda: ustruct.unpack("<H", 5)),
    ("pack text", lambda: ustruct.pack("<H", "a")),
    ("pack text as float", lambda: ustruct.pack("<f", "a")),
    ("pack number as text", lambda: ustruct.pack("2s", 5)),
    ("pack typecode", lambda: ustruct.pack("<y", 1)),
    ("calcsize typecode", lambda: ustruct.calcsize("<y")),
    ("calcsize number", lambda: ustruct.calcsize(5)),
    ("pack_into", lambda: ustruct.pack_into("<H", bytearray(1), 0, 1)),
    ("pack_into beyond", lambda: ustruct.pack_into("<H", bytearray(3), 2, 1)),
    ("pack_into before", lambda: ustruct.pack_into("<H", bytearray(3), -5, 1)),
    ("unhexlify odd", lambda: ubinascii.unhexlify("616")),
    ("unhexlify digits", lambda: ubinascii.unhexlify("zz")),
    ("unhexlify number", lambda: ubinascii.unhexlify(5)),
    ("hexlify number", lambda: ubinascii.hexlify(5)),
    ("a2b_base64", lambda: ubinascii.a2b_base64("abc")),
    ("a2b_base64 number", lambda: ubinascii.a2b_base64(5)),
    ("b2a_base64 number", lambda: ubinascii.b2a_base64(5)),
    ("regex", lambda: ure.compile("(")),
    ("regex number", lambda: ure.match("a", 5)),
    ("json", lambda: ujson.loads("x")),
    ("json number", lambda: ujson.loads(5)),
    ("json no stream", lambda: ujson.load(5)),
    ("zlib", lambda: uzlib.decompress("abc")),
    ("zlib number", lambda: uzlib.decompress(5)),
):
    try:
        print(name, make())
    except Exception as e:
        print(name, type(e).__name__, e.args[0] if e.args else "")
