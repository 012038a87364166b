import uctypes

data = bytearray(b"\x01\x02\x03\x04\x05\x06\x07\x08")
layout = {
    "id": uctypes.UINT16 | 0,
    "low": uctypes.BFUINT8 | 2 | 0 << uctypes.BF_POS | 4 << uctypes.BF_LEN,
    "high": uctypes.BFUINT8 | 2 | 4 << uctypes.BF_POS | 4 << uctypes.BF_LEN,
    "raw": (uctypes.ARRAY | 4, uctypes.UINT8 | 4),
    "words": (uctypes.ARRAY | 4, uctypes.UINT16 | 2),
    "inner": (4, {"x": uctypes.INT8 | 0}),
}
s = uctypes.struct(uctypes.addressof(data), layout, uctypes.LITTLE_ENDIAN)
print(hex(s.id), s.low, s.high, s.raw, s.words[1], s.inner.x)
s.id = 0x1234
s.high = 9
s.raw[0] = 0x7F
s.inner.x = -2
print(data, uctypes.sizeof(s, ) == uctypes.sizeof(layout, uctypes.LITTLE_ENDIAN))
big = uctypes.struct(uctypes.addressof(data), layout, uctypes.BIG_ENDIAN)
print(hex(big.id), big.words[1], uctypes.bytes_at(uctypes.addressof(data), 2))
