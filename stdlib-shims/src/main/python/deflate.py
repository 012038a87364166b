"""deflate - streams of what was compressed, in place of uzlib on newer firmware, which does not compress."""

import uzlib as _uzlib

AUTO, RAW, ZLIB, GZIP = 0, 1, 2, 3

_WBITS = {AUTO: _uzlib._ANY_HEADER, RAW: _uzlib._RAW, ZLIB: _uzlib._ZLIB, GZIP: _uzlib._GZIP}


class DeflateIO(_uzlib._InflatingStream):
    """DeflateIO(stream, format=AUTO, wbits=0, close=False): also for ``with``; close says whether close() closes stream."""

    def __init__(self, stream, format=AUTO, wbits=0, close=False):
        if format not in _WBITS or not (wbits == 0 or 5 <= wbits <= 15):
            raise ValueError("wbits" if format in _WBITS else "format")
        super().__init__(stream, _WBITS[format])
        self._close = close

    def _more(self):
        if self._stream is None:
            raise OSError(22)
        return super()._more()

    def close(self):
        """close()"""
        if self._stream is not None and self._close:
            self._stream.close()
        self._stream = None

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()
