import uzlib, uio
packed = b'\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xcbH\xcd\xc9\xc9\x07\x00\x86\xa6\x106\x05\x00\x00\x00'
print(uzlib.DecompIO(uio.BytesIO(packed), 31).read())
for place in (-1, -5, 0):
    wrong = bytearray(packed)
    wrong[place] ^= 1
    try:
        uzlib.DecompIO(uio.BytesIO(wrong), 31).read()
    except OSError as e:
        print('OSError', e.errno)
try:
    uzlib.DecompIO(uio.BytesIO(packed[:-1]), 31).read()
except EOFError:
    print('EOFError')
