"""hmac - keyed digests (RFC 2104), as the firmware's frozen module has them: facts.md 11.10."""

import uhashlib as _uhashlib


def _bytes(data):
    return data.encode() if isinstance(data, str) else bytes(data)


class HMAC:
    """HMAC(key[, msg[, digestmod]]): digestmod is a name, or what makes a digest, as uhashlib.sha256; md5 without one."""

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
        if msg is not None:
            self.update(msg)

    def update(self, msg):
        """update(msg): adds to what is digested."""
        self._inner.update(_bytes(msg))

    def digest(self):
        """digest() -> bytes"""
        outer = self._outer.copy()
        outer.update(self._inner.digest())
        return outer.digest()

    def hexdigest(self):
        """hexdigest() -> str of hexadecimal digits"""
        return "".join(["%02x" % each for each in self.digest()])


def new(key, msg=None, digestmod="md5"):
    """new(key[, msg[, digestmod]]) -> HMAC"""
    return HMAC(key, msg, digestmod)
