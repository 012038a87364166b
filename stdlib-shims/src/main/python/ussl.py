"""ussl - TLS over a socket, as a client. Documentation: "ussl - SSL算法"; facts.md section 8.

TLS 1.2 with the cipher suites of the documentation's table, TLS 1.3 where the server has it. A server's certificate is
not checked, as on the module; qpy says on stderr why one would not pass, and `--tls verify` refuses it.
"""

import usocket as _usocket

_buffers = _device.library("dialect/buffers")


def _pem(value):
    if value is None:
        return None
    if isinstance(value, str):
        return value
    if isinstance(value, (bytes, bytearray, memoryview)):
        return bytes(value).decode("latin-1")
    raise TypeError("can't convert '%s' object to str implicitly" % type(value).__name__)


class _SSLSocket(_usocket._Stream):
    """What wrap_socket() returns. It has no recv, send and settimeout (facts.md 8.2).

    What reads raises OSError for a time-out (110), and for a connection that broke or that the server ended without saying so
    in TLS (107).
    """

    def __init__(self, sock, link):
        self._sock = sock
        self._socket = sock._socket
        self._link = link

    def __repr__(self):
        return "<_SSLSocket %x>" % id(self)

    def _pending(self):
        return self._link.pending()

    def _next(self, size):
        return self._link.read(size)

    def write(self, buf, *bounds):
        """write(buf) -> how many bytes were taken: all, or None when the socket does not wait and cannot take any.

        write(buf, size) and write(buf, offset, size) take a part of it.
        """
        data = _buffers.part(buf, bounds)
        taken = self._link.write(data)
        return None if data and not taken else taken

    def setblocking(self, flag):
        """setblocking(flag): whether read and write wait."""
        self._sock.setblocking(flag)

    def getpeercert(self, binary_form):
        """getpeercert(True) -> the server's certificate in DER. The other form is not in the firmware."""
        if not binary_form:
            raise NotImplementedError
        return self._link.peerCertificate()

    def cipher(self):
        """cipher() -> (suite, protocol), as MicroPython's later ssl module has it: ("TLS_...", "TLSv1.2")."""
        session = self._link.cipher()
        return None if session is None else (session[1], session[0])

    def getsocketsta(self):
        """getsocketsta() -> the TCP state, 0 to 10; -1 when closed."""
        return self._sock.getsocketsta()

    def close(self):
        """close(): closes TLS and the socket below."""
        self._link.close()
        self._sock.close()

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()


def wrap_socket(sock, server_hostname=None, cert=None, key=None, server_side=False, do_handshake=True):
    """wrap_socket(sock, server_hostname=None, cert=None, key=None, do_handshake=True) -> the wrapped socket.

    server_hostname is told to the server (SNI). cert and key are the device's own in PEM, str or bytes, for a server
    that asks. ValueError("invalid key") or ValueError("invalid cert") for those; OSError(number, "MBEDTLS_ERR_...")
    when the handshake fails, with mbedTLS's number.
    """
    if server_side:
        _device.say("unsupported", "ussl: a device is only a client here: server_side=True is not supported")
        raise NotImplementedError("server_side")
    socket = getattr(sock, "_socket", None)
    if not _host.isStream(socket):
        raise OSError("stream operation not supported")
    if key is not None and cert is None:
        _device.say("own-certificate", "ussl: key is given without cert; the module wants both")
        raise ValueError("invalid cert")
    if cert is not None and key is None:
        _device.say("own-certificate", "ussl: cert is ignored without key, as on the module")
    link = _host.wrap(socket, server_hostname, _pem(cert), _pem(key), bool(do_handshake))
    return _SSLSocket(sock, link)
