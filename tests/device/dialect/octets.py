# Text that was no text: bytes that are no UTF-8 come back as they were, and streams take text and bytes.
import uio

data = b"\x85\xff\x01\xe4\xb8\xad"
text = data.decode()
print(text.encode() == data, bytearray(data).decode().encode() == data, text == text + "", text[:1].encode())
print("ä".encode("ascii"), "ä".encode())


def written(mode, data):
    with open("octets.bin", mode) as file:
        file.write(data)
    with open("octets.bin", "rb") as file:
        return file.read()


print(written("wb", "abc"), written("ab", "def"), written("w", b"gh"), written("w", bytearray(b"i\xff")), written("wb+", "j"))
print(written("w", text) == data, written("wb", text) == data)
with open("octets.bin") as file:
    print(file.read() == text)
stream = uio.BytesIO()
stream.write("abc")
stream.write(b"\xfe")
print(stream.getvalue())
stream = uio.StringIO()
stream.write(b"abc")
stream.write("d")
print(stream.getvalue())
print(data[:2].decode())
print(b"abc".startswith("a"), b"abc".endswith("bc"), "abc".startswith(b"ab"), "abc".endswith("b"))
print(b"abc".startswith("b", 1), "ä".startswith(b"\xc3"[:0]))
for make in (lambda: open("octets.bin", "w"), lambda: open("octets.bin", "wb"), uio.StringIO, uio.BytesIO):
    for value in (3, [65, 66], {}, None, 1.5):
        try:
            print(make().write(value))
        except TypeError as e:
            print(type(e).__name__, end=" ")
    print()
