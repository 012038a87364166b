"""hmac - keyed digests (RFC 2104), as the firmware's frozen module has them: facts.md 11.10."""

import uhashlib as _uhashlib

digest_size = None  # as in the firmware's module: it depends on the digest

def _bytes(data):
    return data.encode() if isinstance(data, str) else bytes(data)


class HMAC:
    """HMAC(key[, msg[, digestmod]]): digestmod is a name, or what makes a digest, as uhashlib.sha256; md5 without one."""

    blocksize = 64  # bytes, of a digest that does not say

    def __init__(self, key, msg=None, digestmod="md5"):
        self._new = (lambda: _uhashlib.new(digestmod)) if isinstance(digestmod, str) else digestmod
        self._inner, self._outer = self._new(), self._new()
        key = _bytes(key)
        if len(key) > self._inner.block_size:
            hashed = self._new()
            hashed.update(key)
            key = hashed.digest()
        key += bytes(self._inner.block_size - len(key))
        self._inner.update(bytes([each ^ 0x36 for each in key]))
        self._outer.update(bytes([each ^ 0x5C for each in key]))
        self.digest_size = self._inner.digest_size
        self.block_size = self._inner.block_size
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        """The digest's name, for instance 'hmac-sha256'."""
        return "hmac-" + self._inner.name

    def copy(self):
        """copy() -> an HMAC that goes on from here by itself"""
        other = HMAC.__new__(type(self))
        other.__dict__.update(self.__dict__)
        other._inner, other._outer = self._inner.copy(), self._outer.copy()
        return other

    def update(self, msg):
        """update(msg): adds to what is digested."""
        self._inner.update(_bytes(msg))

    def digest(self):
        """digest() -> bytes"""
        outer = self._outer.copy()
        outer.update(self._inner.copy().digest())
        return outer.digest()

    def hexdigest(self):
        """hexdigest() -> str of hexadecimal digits"""
        return "".join(["%02x" % each for each in self.digest()])


def new(key, msg=None, digestmod="md5"):
    """new(key[, msg[, digestmod]]) -> HMAC"""
    return HMAC(key, msg, digestmod)
