# Of numbers that do not fit, the lower bytes are packed.
import ustruct

print(ustruct.pack(">H", -1), ustruct.pack("B", 300), ustruct.pack("<h", 70000), ustruct.pack(">I", -2), ustruct.pack("b", 200))
print(ustruct.pack("<q", 1 << 64), ustruct.pack(">Q", (1 << 64) - 1), ustruct.pack("<iH", 1 << 31, 1 << 16), ustruct.pack("<l", 1 << 40))
buffer = bytearray(4)
ustruct.pack_into(">H", buffer, 1, 70000)
print(buffer, ustruct.pack("<f", 1.5), ustruct.pack("<2sB", b"abc", 256))
for values in ((">H", 1.0), (">H", "a"), (">H", None)):
    try:
        print(ustruct.pack(*values))
    except TypeError as e:
        print("TypeError")
try:
    ustruct.pack_into("I", buffer, 2, 1)
except ValueError:
    print("ValueError")
