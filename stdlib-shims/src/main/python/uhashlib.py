"""uhashlib (hashlib) - digests: md5, sha1, sha224, sha256, sha384, sha512. Data is bytes or str."""

import _md5
import _sha1
import _sha2

_NEW = {
    "md5": _md5.md5,
    "sha1": _sha1.sha1,
    "sha224": _sha2.sha224,
    "sha256": _sha2.sha256,
    "sha384": _sha2.sha384,
    "sha512": _sha2.sha512,
}


def _bytes(data):
    return data.encode() if isinstance(data, str) else data


class _Digest:
    def __init__(self, data=b""):
        self._digest = _NEW[self.name](_bytes(data))
        self.digest_size = self._digest.digest_size
        self.block_size = self._digest.block_size

    def _open(self):
        if self._digest is None:
            raise ValueError("hash is final")
        return self._digest

    def update(self, data):
        """update(data): adds to what is digested."""
        self._open().update(_bytes(data))

    def digest(self):
        """digest() -> bytes, once; then the object is used up, and ValueError comes."""
        digest, self._digest = self._open().digest(), None
        return digest

    def hexdigest(self):
        """hexdigest() -> str of hexadecimal digits"""
        return self._open().hexdigest()

    def copy(self):
        """copy() -> a digest that goes on from here by itself"""
        other = type(self)()
        other._digest = self._open().copy()
        return other


for _name in _NEW:
    globals()[_name] = type(_name, (_Digest,), {"name": _name})


def new(name, data=b""):
    """new(name[, data]) -> the digest of that name. ValueError for another name."""
    if name not in _NEW:
        raise ValueError("unsupported hash type")
    return globals()[name](data)
