"""request - HTTP and HTTPS. Documentation: "request - HTTP"; the firmware's own ways: facts.md section 5.

On the wire it is as bare as the module's: HTTP/1.0 (1.1 with ``version=1``), ``Host`` without a port whatever the port
is, the script's own headers, ``Content-Length`` where there is a body, and nothing else. Redirects are not followed.
Of ``Host``, ``Connection`` and ``Content-Length`` a server gets one.
"""

import codecs as _codecs

import ujson as _ujson
import utime as _utime

_NOT_JSON = (
    "The data for the response cannot be converted to JSON-type data,please try use response.content method"
)

_ENOTCONN = 107
_LARGE = 4096  # bytes; a read of so many is a call of the host by itself, for less more is taken ahead
_ENDLESS = 1 << 62  # bytes


class _Raw:
    """The connection as a script may read it by itself, instead of through the response."""

    def __init__(self, answer):
        self._answer = answer
        self._ahead = b""  # what has been taken from the answer, also as a str where it is ASCII; and how much has been read
        self._at = 0
        self._refills = 0  # by a read of the script's own

    def read(self, size=-1):
        """read([size]) -> bytes: that many, fewer only at the end; without a size, all there is."""
        if size is None or size < 0:
            block = self._taken(len(self._ahead))
            return block + self._answer.readAll() if block else self._answer.readAll()
        block = self._taken(size)
        left = size - len(block)
        if left >= _LARGE:
            return block + self._answer.read(left) if block else self._answer.read(left)
        if left > 0:
            self._refill(left)
            block += self._taken(left)
        return block

    def _refill(self, size):
        self._ahead, self._at = self._answer.readPieces(size), 0
        self._refills += 1

    def _taken(self, size):
        """At most so many bytes of what has been taken from the answer."""
        self._encode()
        block = self._ahead[self._at:self._at + size]
        self._at += len(block)
        return block

    def _encode(self):
        if isinstance(self._ahead, str):
            self._ahead = self._ahead.encode()

    def _pieces(self, size, as_text):
        """What has arrived, at least one piece, less at the end; still to be read, and empty after the end.

        With as_text a str, if it is ASCII. Each call of the host costs more than a piece, and bytes.decode() more than that.
        """
        if size <= 0:
            return b""
        if not as_text:
            self._encode()
        left = len(self._ahead) - self._at
        if left <= 0:
            if as_text:
                self._ahead = self._answer.readLatin(size)
                if not self._ahead.isascii():
                    self._ahead = self._ahead.encode("latin-1")
            else:
                self._ahead = self._answer.readPieces(size)
        elif left < size:
            self._ahead = self._taken(left) + self._answer.readPieces(size - left)
        else:
            self._ahead = self._ahead[self._at:]
        self._at = 0
        return self._ahead

    def readline(self, size=-1):
        """readline([size]) -> bytes: up to and with the next line's end; b"" at the end of the body."""
        line = b""
        left = _ENDLESS if size is None or size < 0 else size
        self._encode()
        while left > 0 and not line.endswith(b"\n"):
            if self._at >= len(self._ahead):
                self._refill(1)
                if not self._ahead:
                    break
            end = self._ahead.find(b"\n", self._at) + 1
            block = self._taken(min(left, (end or len(self._ahead)) - self._at))
            line += block
            left -= len(block)
        return line

    def readinto(self, buf, nbytes=None):
        """readinto(buf[, nbytes]) -> how many bytes of the body were put into the buffer, 0 at its end."""
        view = memoryview(buf).cast("B")
        block = self.read(len(view) if nbytes is None else min(nbytes, len(view)))
        view[:len(block)] = block
        return len(block)

    def recv(self, size):
        """recv(size) -> bytes: what has arrived, at most size; waits for some. OSError(107) at the end, as a socket."""
        block = self._taken(size)
        if not block and size > 0:
            block = self._answer.readSome(size)
            if not block:
                raise OSError(_ENOTCONN)
        return block

    def settimeout(self, value):
        """settimeout(seconds): how long each read waits from now on; None for as long as it takes."""
        self._answer.timeout(_millis(value))

    def setblocking(self, flag):
        """setblocking(flag): True is settimeout(None); False waits next to nothing."""
        self.settimeout(None if flag else 0)

    def close(self):
        """Ends the connection."""
        self._answer.close()


class Response:
    """What a request returns: status_code, an int; reason, bytes; headers, a dict; and the body, to be read once.

    Of header fields with one name the last counts. As in the firmware (facts.md 5.8), a value is what stands between
    the first and the second colon of its line, with the blanks around it: ' 10' of "X-Time: 10:20:30".
    """

    encoding = "utf-8"

    def __init__(self, answer, decode, sizeof):
        self.raw = _Raw(answer)
        self.decode = decode
        self.sizeof = sizeof
        self.status_code, reason, *lines = answer.head()
        self.reason = reason or ""
        self.headers = _fields(lines)

    @property
    def content(self):
        """Generates the body as it arrives, in pieces of at most ``sizeof``: str, or bytes with decode=False.

        ValueError when the time-out passes; a connection that breaks is the body's end.
        """
        return self._pieces(self.decode)

    @property
    def text(self):
        """Generates the body like content, each piece as str(piece)."""
        for piece in self.content:
            yield str(piece)

    def json(self):
        """json() -> the body, parsed; None when it is empty. ValueError when it is not JSON, or with decode=False."""
        try:
            text = "".join(self.content)
            return _ujson.loads(text) if text else None
        except Exception:
            if not self.decode:
                _host.say("not-json", "request: json() needs decode=True, as on the module")
            raise ValueError(_NOT_JSON)

    def close(self):
        """Ends the connection; what was not read of the body is lost."""
        if self.raw is not None:
            self.raw.close()
            self.raw = None

    def _pieces(self, as_text):
        # The module's str holds bytes and hands on half a character. Here a piece waits for the rest of it, and what
        # is no UTF-8 at all becomes surrogates, of which encode() makes the same bytes again (dialect/octets.py).
        decoder = None
        while self.raw is not None:
            raw, size = self.raw, self.sizeof
            pieces = raw._pieces(size, as_text and not _is_amid(decoder))
            if not pieces:
                break
            refills = raw._refills
            encoded = as_text and not isinstance(pieces, str)
            if encoded and decoder is None:
                decoder = _codecs.getincrementaldecoder("utf-8")("surrogateescape")
            for end in range(size, max(size, len(pieces)) + 1, size):
                raw._at = end
                piece = pieces[end - size:end]
                if encoded:
                    piece = decoder.decode(piece)
                if piece:
                    yield piece
                if raw._at != end or raw._refills != refills or self.raw is not raw or self.sizeof != size:
                    break  # the script has read by itself
        if _is_amid(decoder):
            yield decoder.decode(b"", True)


def _fields(lines):
    """The header fields of an answer; a line without a colon is none."""
    fields = {}
    for line in lines:
        name, *rest = line.decode("utf-8", "surrogateescape").split(":")
        if rest:
            fields[name] = rest[0]
    return fields


def _is_amid(decoder):
    """Whether a decoder waits for the rest of a character."""
    return decoder is not None and bool(decoder.getstate()[0])


def request(method, url, data=None, json=None, files=None, stream=None, decode=True, sizeof=255, timeout=None,
            headers=None, ssl_params=None, version=0, files_data=None, files_data_len=None, files_name=None, ipvtype=0,
            username=None, password=None):
    """request(method, url, ...) -> Response.

    data: the body, str or bytes. json: a value to send as JSON instead. files: {"filepath", "filename"} and, for a
    second one, {"filepath1", "filename1"}; or files_data, files_data_len and files_name, for bytes at hand. headers: a
    dict. decode, sizeof: how Response.content comes. timeout: seconds for each step, None for ever. ssl_params:
    {"cert": PEM, "key": PEM}, the device's own. username, password: for Basic authentication. stream and ipvtype
    change nothing.

    ValueError for a URL that is none or an answer that is not HTTP, IndexError when the host's name cannot be
    resolved, RuntimeError when it cannot be reached, OSError when the connection breaks before the answer.
    """
    if not isinstance(url, str):
        raise TypeError("the URL has to be a str, not " + type(url).__name__)
    exchange = _host.exchange(_header(method).decode("latin-1"), url, _millis(timeout))
    fields = dict(headers or {})
    body = _body(fields, not headers, data, json, files, (files_data, files_data_len, files_name))
    if ssl_params:
        exchange.identify(_pem(ssl_params.get("cert")), _pem(ssl_params.get("key")))
    if username is not None and password is not None:
        exchange.authorize(str(username), str(password))
    own = [_header(each) for field in fields.items() for each in field]
    return Response(exchange.send(1 if version == 1 else 0, own, body or None), decode, max(1, sizeof))


# The documentation's headings have the arguments in this order; the firmware takes them, and all else that request()
# takes, by keyword.


def get(url, data=None, headers=None, decode=True, sizeof=255, ssl_params=None, **kw):
    """get(url, data, headers, decode, sizeof, ssl_params) -> Response: sends GET."""
    return request("GET", url, data, headers=headers, decode=decode, sizeof=sizeof, ssl_params=ssl_params, **kw)


def post(url, data=None, headers=None, decode=True, sizeof=255, ssl_params=None, **kw):
    """post(url, data, headers, decode, sizeof, ssl_params) -> Response: sends POST."""
    return request("POST", url, data, headers=headers, decode=decode, sizeof=sizeof, ssl_params=ssl_params, **kw)


def put(url, data=None, headers=None, decode=True, sizeof=255, ssl_params=None, **kw):
    """put(url, data, headers, decode, sizeof, ssl_params) -> Response: sends PUT."""
    return request("PUT", url, data, headers=headers, decode=decode, sizeof=sizeof, ssl_params=ssl_params, **kw)


def head(url, data=None, headers=None, decode=True, sizeof=255, ssl_params=None, **kw):
    """head(url, data, headers, decode, sizeof, ssl_params) -> Response: sends HEAD; the answer has no body."""
    return request("HEAD", url, data, headers=headers, decode=decode, sizeof=sizeof, ssl_params=ssl_params, **kw)


def patch(url, data=None, headers=None, decode=True, sizeof=255, ssl_params=None, **kw):
    """patch(url, data, headers, decode, sizeof, ssl_params) -> Response: sends PATCH."""
    return request("PATCH", url, data, headers=headers, decode=decode, sizeof=sizeof, ssl_params=ssl_params, **kw)


def delete(url, data=None, headers=None, decode=True, sizeof=255, ssl_params=None, **kw):
    """delete(url, data, headers, decode, sizeof, ssl_params) -> Response: sends DELETE."""
    return request("DELETE", url, data, headers=headers, decode=decode, sizeof=sizeof, ssl_params=ssl_params, **kw)


def _body(fields, alone, data, json, files, stored):
    """The body as bytes; adds the header fields that tell of it, as far as the script has not (``alone``) set any."""
    if json is not None:
        assert data is None
        data = _ujson.dumps(json)
        if alone:
            fields["Content-Type"] = "application/json"
    if files or stored[0]:
        return _multipart(fields, alone, _parts_of_files(files) if files else [_part_of_data(*stored)])
    if isinstance(data, str):
        return data.encode("utf-8", "surrogateescape")
    if data is None or isinstance(data, (bytes, bytearray, memoryview)):
        return bytes(data or b"")
    raise TypeError("object with buffer protocol required")


def _multipart(fields, alone, parts):
    boundary = str(_utime.time())
    if alone or fields.get("Content-Type") == "multipart/form-data":
        fields["Content-Type"] = "multipart/form-data; boundary=" + boundary
        fields["charset"] = "UTF-8"
    mark = b"--" + boundary.encode()
    return b"".join(mark + b"\r\n" + part + b"\r\n" for part in parts) + mark + b"--\r\n"


def _parts_of_files(files):
    if not (files.get("filepath") and files.get("filename")):
        raise ValueError("Missing key parameters 'filepath' and 'filename'")
    parts = [_part_of_file(files["filepath"], files["filename"], files.get("name"))]
    if files.get("filepath1") is not None:
        if files.get("name1") is None and files.get("filename1") is None:
            raise ValueError("Missing key parameters 'filename1' ")
        parts.append(_part_of_file(files["filepath1"], files.get("filename1"), files.get("name1")))
    return parts


def _part_of_file(path, filename, disposition):
    """``disposition`` is the script's own text after ``form-data; ``: name="a"; filename="b"."""
    with open(path, "rb") as file:
        content = file.read()
    if disposition is not None:
        return _line("Content-Disposition: form-data; %s" % disposition) + b"\r\n" + content
    return _part(filename, content)


def _part_of_data(content, length, filename):
    if filename is None:
        raise ValueError("files_name must have")
    if length is None:
        raise ValueError("files_data_len must have")
    return _part(filename, content[:length])


def _part(filename, content):
    # A quotation mark would end the name; browsers write it so too.
    name = str(filename).replace('"', "%22")
    head = _line('Content-Disposition: form-data; name="file"; filename="%s"' % name)
    return head + b"Content-Type: application/octet-stream\r\n\r\n" + bytes(content)


def _line(text):
    """A header line of a part. ValueError for a name that would begin another one."""
    if any(c in text for c in "\r\n\0"):
        raise ValueError("invalid header: Content-Disposition")
    return text.encode("utf-8", "surrogateescape") + b"\r\n"


def _header(value):
    if isinstance(value, str):
        return value.encode("utf-8", "surrogateescape")
    if isinstance(value, (bytes, bytearray, memoryview)):
        return bytes(value)
    raise TypeError("object with buffer protocol required")


def _pem(value):
    return value.decode() if isinstance(value, (bytes, bytearray)) else value


def _millis(timeout):
    """0 is for ever."""
    if timeout is None:
        return 0
    if not isinstance(timeout, (int, float)):
        raise TypeError("can't convert %s to float" % type(timeout).__name__)
    return int(min(max(1, timeout * 1000), 0x7FFFFFFF))
