# Bytes that are no UTF-8 (here GBK) survive as text, whichever way they go.
import ujson, uio, ustruct, ubinascii, ure

gbk = b"\xcc\xec\xce\xc4"
text = gbk.decode()
ways = {
    "decode": text,
    "str": str(gbk, "utf-8"),
    "str of bytearray": str(bytearray(gbk), "utf8"),
    "gbk": gbk.decode("gbk"),
    "slices": text[:1] + text[1:],
    "join": "".join([text[:2], text[2:]]),
    "%": "%s" % text,
    "format": "{}".format(text),
    "replace": text.replace("a", "b"),
    "split": (text + "," + text).split(",")[1],
    "json": ujson.loads(ujson.dumps({"a": text}))["a"],
    "json of bytes": ujson.loads(b'{"a": "' + gbk + b'"}')["a"],
    "regex": ure.match(".*", text).group(0),
    "StringIO": uio.StringIO(text).read(),
    "bytes %": (b"%s" % text).decode(),
    "bytes format": b"{}".format(text).decode(),
}
for name in sorted(ways):
    print(name, ways[name].encode() == gbk, ways[name] == text)
print(bytes(text, "utf-8"), bytearray(text, "utf-8"), b"" + text, bytes(memoryview(text)))
print(uio.BytesIO(text).read(), ubinascii.hexlify(text), ustruct.pack("4s", text), text.encode("gbk"))
with open("/usr/gbk.txt", "w") as file:
    file.write(text)
with open("/usr/gbk.txt", "rb") as file:
    print(file.read())
with open("/usr/gbk.txt") as file:
    print(file.read() == text)
print("\u4f60".encode() + gbk == ("\u4f60" + text).encode(), (b"\xe4\xbd\xa0" + gbk).decode() == "\u4f60" + text)
