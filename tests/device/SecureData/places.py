# The secure data area: places by number, what they hold, what is refused.
import SecureData

buf = bytearray(20)
print(SecureData.Read(1, buf, 20))
print(SecureData.Store(1, "\x31\x32\x33\x34\x35\x36\x37\x38", 8))
length = SecureData.Read(1, buf, 20)
print(length, buf[:length])
print(SecureData.Store(1, bytearray(b"abcdef"), 3), SecureData.Read(1, buf, 20), buf[:3])
print(SecureData.Read(1, buf, 2), SecureData.Read(1, bytearray(1), 20))
print(SecureData.Store(2, b"ab", 50), SecureData.Read(2, buf, 20))
for index in (0, 17, -1, 1 << 40):
    print(index, SecureData.Store(index, b"a", 1), SecureData.Read(index, buf, 1))
for index, most in ((8, 52), (12, 100), (14, 500), (16, 1000)):
    print(SecureData.Store(index, bytes(most), most), SecureData.Store(index, bytes(most + 1), most + 1))
print(SecureData.Store(3, b"a", -1), SecureData.Read(2, buf, -1))
for call in (
    lambda: SecureData.Store("1", b"a", 1),
    lambda: SecureData.Store(1, 5, 1),
    lambda: SecureData.Read(1, b"read only", 1),
    lambda: SecureData.Read(1),
    lambda: SecureData.Store(index=1, databuf=b"", len=0),
):
    try:
        print(call())
    except TypeError as e:
        print("TypeError")
import uos

print(uos.listdir("/"))
