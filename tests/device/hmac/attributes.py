"""The names that the firmware's hmac.py has."""

import hmac
from hashlib import sha256

h = hmac.new(b"key", b"The quick brown fox ", sha256)
other = h.copy()
other.update(b"jumps over the lazy dog")
print(h.name, h.digest_size, h.block_size, h.blocksize, hmac.digest_size)
print(other.hexdigest())
print(other.digest() == other.digest(), h.hexdigest() == other.hexdigest())
