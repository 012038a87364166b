"""usocket - TCP and UDP sockets. Documentation: facts.md 10.4, and the firmware's modsocket.c.

What a script listens on is open to this PC only, on 127.0.0.1. Errors are OSError(number): 110 a time-out, 11 nothing
there and the socket does not wait, 107 the peer has closed (recv only) or there is none, 111 refused, 104 reset, 103 the
module has lost its network, 98 a port in use, 9 a socket that is closed, 115 a connection that is under way, -2 a host that
is not known or a port that cannot be.
"""

_buffers = _device.library("dialect/buffers")

AF_INET = 2
AF_INET6 = 10
SOCK_STREAM = 1
SOCK_DGRAM = 2
SOCK_RAW = 3
IPPROTO_IP = 0
IPPROTO_TCP = 6
IPPROTO_TCP_SER = 7
TCP_CUSTOMIZE_PORT = 8
IPPROTO_UDP = 17
SOL_SOCKET = 4095
SO_REUSEADDR = 4
TCP_KEEPALIVE = 2
IP_ADD_MEMBERSHIP = 3

_EAI_NONAME = -2
_EBADF = 9
_EINVAL = 22
_ENOTCONN = 107
_ETIMEDOUT = 110
_EOPNOTSUPP = 95
_CHUNK = 4096  # bytes
_LARGEST_PORT = 65535
_LARGEST_SIZE = 0x7FFFFFFF  # bytes; lwIP's ssize_t
_descriptors = 0


def _name(host):
    """The name of a host, str or bytes; a C string on the module."""
    if isinstance(host, bytes):
        host = host.decode("utf-8", "surrogateescape")
    if not isinstance(host, str):
        raise TypeError("can't convert '%s' object to str implicitly" % type(host).__name__)
    if "\0" in host:
        raise OSError(_EAI_NONAME)
    return host


def _port(port):
    """A port, a number or text with one. OSError(-2) for what is none, as getaddrinfo() has it on the module."""
    if not isinstance(port, (int, str, bytes)):
        raise TypeError("can't convert '%s' object to str implicitly" % type(port).__name__)
    try:
        number = int(port)
    except ValueError:
        number = -1
    if not 0 <= number <= _LARGEST_PORT:
        raise OSError(_EAI_NONAME)
    return number


def _host_and_port(address):
    if not isinstance(address, (tuple, list)):
        raise TypeError("object '%s' isn't a tuple or list" % type(address).__name__)
    if len(address) != 2:
        raise ValueError("requested length 2 but object has length %d" % len(address))
    return _name(address[0]), _port(address[1])


def _integer(value):
    if not isinstance(value, int):
        raise TypeError("can't convert %s to int" % type(value).__name__)
    return int(value)


def _size(value):
    size = _integer(value)
    if not 0 <= size <= _LARGEST_SIZE:
        raise OSError(_EINVAL)
    return size


def getaddrinfo(host, port, *ignored):
    """getaddrinfo(host, port) -> [(family, type, proto, canonname, (ip, port))]. OSError(-2) for an unknown host."""
    host, port = _name(host), _port(port)
    address = _host.resolve(host)
    return [(AF_INET6 if ":" in address else AF_INET, SOCK_STREAM, IPPROTO_TCP, host, (address, port))]


class _Stream:
    """What a stream reads, as py/stream.c has it; _next(size) gives some bytes, b"" at the end, None when nothing is there."""

    def read(self, size=-1):
        """read(size=-1) -> bytes: exactly size, fewer at the end; without size, all until the end; b"" after that.

        None when the socket does not wait and nothing is there.
        """
        size = -1 if size is None else _integer(size)
        collected = bytearray()
        while size < 0 or len(collected) < size:
            chunk = self._next(_CHUNK if size < 0 else size - len(collected))
            if chunk is None and not collected:
                return None
            if not chunk:
                break
            collected += chunk
        return bytes(collected)

    def readinto(self, buf, nbytes=None):
        """readinto(buf, nbytes=len(buf)) -> how many bytes were put into buf, 0 at the end; None as read()."""
        view = _buffers.writable(buf)
        data = self.read(len(view) if nbytes is None else max(0, min(_integer(nbytes), len(view))))
        if data is None:
            return None
        view[: len(data)] = data
        return len(data)

    def readline(self, size=-1):
        """readline() -> bytes up to and with the next newline, or to the end; b"" and None as read()."""
        size = _integer(size)
        line = b""
        while (size < 0 or len(line) < size) and not line.endswith(b"\n"):
            part = self._next_of_line(_CHUNK if size < 0 else size - len(line))
            if part is None and not line:
                return None
            if not part:
                break
            line += part
        return line

    def _next_of_line(self, size):
        """Some bytes of a line, as _next(); a stream that cannot look ahead takes one."""
        return self._next(1)


class socket(_Stream):
    """socket(af=AF_INET, type=SOCK_STREAM, proto=IPPROTO_TCP): proto IPPROTO_TCP_SER is for a server."""

    def __init__(self, af=AF_INET, type=SOCK_STREAM, proto=IPPROTO_TCP):
        if type not in (SOCK_STREAM, SOCK_DGRAM):
            _device.say("unsupported", "usocket: only SOCK_STREAM and SOCK_DGRAM are here; the module's SOCK_RAW is not")
            raise OSError(_EINVAL)
        self._open(_host.tcp() if type == SOCK_STREAM else _host.udp(), type == SOCK_STREAM)

    def _open(self, host, is_stream):
        global _descriptors
        _descriptors += 1
        self._socket = host
        self._is_stream = is_stream
        self._descriptor = _descriptors
        self._ended = False
        self._reuses = False

    def __repr__(self):
        return "<socket %d>" % self._descriptor

    def bind(self, address):
        """bind((host, port)): the port to listen on, or to connect from. Any host stands for the device.

        OSError(98) when another socket has the port, unless both were told SO_REUSEADDR before.
        """
        self._socket.bind(_host_and_port(address)[1], self._reuses)

    def listen(self, backlog=1):
        """listen(backlog): lets this PC connect to the port that was bound."""
        self._stream().listen(max(0, min(_integer(backlog), 255)))

    def accept(self):
        """accept() -> (socket, ip, port) of the next client."""
        host, address, port = self._stream().accept()
        client = socket.__new__(socket)
        client._open(host, True)
        client._reuses = self._reuses
        return client, address, port

    def connect(self, address):
        """connect((host, port)), where host may be a name. A UDP socket then has send()."""
        self._socket.connect(*_host_and_port(address))

    def _stream(self):
        if not self._is_stream:
            raise OSError(_EOPNOTSUPP)
        return self._socket

    def recv(self, size):
        """recv(size) -> bytes: what has arrived, at most size. OSError(107) when the peer has closed; read() gives b"" then."""
        size = _size(size)
        if not self._is_stream:
            return self.recvfrom(size)[0]
        return self._received(self._socket.receive, size)

    def _received(self, receive, size):
        data = b"" if self._ended else receive(size)
        if data is None or self._ended:
            self._ended = True
            raise OSError(_ENOTCONN)
        return data

    def recvfrom(self, size):
        """recvfrom(size) -> (bytes, (ip, port))."""
        if self._is_stream:
            return self.recv(size), self._peer()
        data, ip, port = self._socket.receiveFrom(_size(size))
        return data, (ip, port)

    def _peer(self):
        ip, _, port = self._socket.peerAddress().rpartition(":")
        return ip, int(port)

    def send(self, data):
        """send(data) -> how many bytes went out. str is sent as UTF-8."""
        return self._socket.send(_buffers.octets(data))

    def sendall(self, data):
        """sendall(data). OSError(110) when not all of it went out in time."""
        data = _buffers.octets(data)
        if self._socket.send(data) < len(data):
            raise OSError(_ETIMEDOUT)

    def sendto(self, data, address):
        """sendto(data, (host, port)) -> how many bytes went out."""
        if self._is_stream:
            return self.send(data)
        return self._socket.sendTo(_buffers.octets(data), *_host_and_port(address))

    def _next(self, size):
        """Some bytes; b"" at the end, None when nothing is there and the socket does not wait."""
        return self._some(self.recv, size)

    def _next_of_line(self, size):
        return self._some(self._receive_line, size) if self._is_stream else self._next(1)

    def _receive_line(self, size):
        return self._received(self._socket.receiveLine, size)

    def _some(self, receive, size):
        try:
            return receive(size)
        except OSError as e:
            if e.args[0] == 11:
                return None
            if e.args[0] == _ENOTCONN and self._ended:
                return b""
            raise

    def write(self, data, *bounds):
        """write(data) -> how many bytes were taken. write(data, size), write(data, offset, size): a part of it."""
        data = _buffers.part(data, bounds)
        try:
            return self._socket.send(data)
        except OSError as e:
            if e.args[0] == 11:
                return None
            raise

    def setsockopt(self, level, optname, value):
        """setsockopt(level, optname, value). SO_REUSEADDR is for bind(); TCP_KEEPALIVE takes minutes, 1 to 120."""
        if self._socket.tcpState() < 0:
            raise OSError(_EBADF)
        if optname == SO_REUSEADDR:
            self._reuses = _integer(value) != 0
        elif optname == TCP_KEEPALIVE and self._is_stream:
            if not 1 <= value <= 120:
                raise OSError(_EINVAL)
            self._socket.keepAlive()
        elif optname not in (TCP_KEEPALIVE, IP_ADD_MEMBERSHIP, 20):
            print("Warning: lwip.setsockopt() option not implemented")

    def settimeout(self, seconds):
        """settimeout(seconds): how long each call waits; 0 not at all, None for ever."""
        if not (seconds is None or isinstance(seconds, (int, float))):
            raise TypeError("can't convert %s to float" % type(seconds).__name__)
        self._socket.setTimeout(-1.0 if seconds is None else float(seconds))

    def setblocking(self, flag):
        """setblocking(flag): whether calls wait, for ever then."""
        self._socket.setTimeout(-1.0 if flag else 0.0)

    def makefile(self, mode="rb", buffering=0):
        """makefile() -> the socket itself, which reads and writes as a file."""
        return self

    def fileno(self):
        """fileno() -> a number of this socket's own; -1 when it is closed."""
        return self._descriptor if self._socket.tcpState() >= 0 else -1

    def getsocketsta(self):
        """getsocketsta() -> 0 CLOSED, 1 LISTEN, 2 SYN_SENT, 4 ESTABLISHED, 7 CLOSE_WAIT; -1 after close()."""
        return self._socket.tcpState()

    def close(self):
        """close(): closes the socket; a thread that waits on it gets OSError(9)."""
        self._socket.shut()

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.close()
