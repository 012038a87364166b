"""ucryptolib (cryptolib) - AES in the modes ECB (1), CBC (2) and CTR (6)."""

MODE_ECB, MODE_CBC, MODE_CTR = 1, 2, 6

_MODES = {MODE_ECB: "ECB", MODE_CBC: "CBC", MODE_CTR: "CTR"}
_BLOCK_BYTES = 16


def _bytes(data):
    return data.encode() if isinstance(data, str) else bytes(data)


class aes:
    """aes(key, mode[, start]): key of 16 or 32 bytes; start is CBC's first vector or CTR's counter, 16 bytes.

    One object either encrypts or decrypts, and each call goes on from where the last one ended.
    """

    def __init__(self, key, mode, IV=None):
        key = _bytes(key)
        if mode not in _MODES:
            raise ValueError("mode")
        if len(key) not in (16, 32):
            raise ValueError("key")
        if mode != MODE_ECB and (IV is None or len(IV) != _BLOCK_BYTES):
            raise ValueError("IV")
        self._key, self._mode = key, mode
        self._start = b"" if IV is None else _bytes(IV)
        self._cipher = self._encrypts = None

    def encrypt(self, in_buf, out_buf=None):
        """encrypt(data[, out]) -> bytes, or None where they are put into out; data of whole blocks but in CTR."""
        return self._process(in_buf, out_buf, True)

    def decrypt(self, in_buf, out_buf=None):
        """decrypt(data[, out]) -> bytes, or None where they are put into out."""
        return self._process(in_buf, out_buf, False)

    def _process(self, data, out, encrypts):
        data = _bytes(data)
        if self._mode != MODE_CTR and len(data) % _BLOCK_BYTES:
            raise ValueError("blksize % 16")
        if out is not None and len(out) < len(data):
            raise ValueError("output too small")
        if self._cipher is None:
            self._cipher = _host.aes(self._key, _MODES[self._mode], self._start, encrypts)
            self._encrypts = encrypts
        elif self._encrypts != encrypts:
            raise ValueError("can't encrypt & decrypt")
        processed = self._cipher.update(data)
        if out is None:
            return processed
        memoryview(out)[: len(processed)] = processed
        return out
