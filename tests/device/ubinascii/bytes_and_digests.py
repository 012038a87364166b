import ustruct, ubinascii, uhashlib, hashlib, base64, hmac
print(ustruct.pack('<Hb3s', 513, -1, 'abc'), ustruct.unpack('>H', b'\x01\x02\x03'), ustruct.calcsize('>IB'))
data = bytearray(4)
ustruct.pack_into('>H', data, 1, 258)
print(data, ustruct.unpack_from('B', data, 2))
print(ubinascii.hexlify(b'\x01\xab'), ubinascii.hexlify('ab', ':'), ubinascii.unhexlify('01aB'))
print(ubinascii.b2a_base64(b'hi'), ubinascii.a2b_base64('aGk='), ubinascii.crc32('123456789'))
print(ubinascii.a2b_base64(b'=a G=\nk=aGk='), ubinascii.a2b_base64(b'aG=\n='), ubinascii.a2b_base64(b'aG=x=y=='))
print(ubinascii.a2b_base64(ubinascii.b2a_base64(b'hi' * 100000)) == b'hi' * 100000)
print(uhashlib.md5('a').hexdigest(), hashlib.new('sha1', b'a').hexdigest())
digest = uhashlib.sha256(b'a')
digest.update('b')
copy = digest.copy()
print(digest.digest()[:4], copy.hexdigest()[:8], len(uhashlib.sha512().digest()))
key, text = 'key', 'The quick brown fox jumps over the lazy dog'
print(hmac.new(key, text).hexdigest(), hmac.new(key, text, 'sha1').hexdigest())
print(hmac.new(b'k' * 65, digestmod=hashlib.sha256).hexdigest())
print(base64.b64encode('hi?>'), base64.urlsafe_b64encode(b'\xff\xfe'), base64.b64decode(b'aGk='),
      base64.urlsafe_b64decode('__4='), base64.decodebytes(base64.encodebytes(b'x' * 60)) == b'x' * 60)
for call in (lambda: ustruct.unpack('<I', b'a'), lambda: ustruct.pack_into('>I', data, 1, 1), lambda: ustruct.calcsize('!?y'),
             lambda: ubinascii.unhexlify('abc'), lambda: ubinascii.a2b_base64('a'), lambda: uhashlib.new('x')):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, end=' ')
