"""Connections whose reads and writes let other tasks run; MicroPython's uasyncio/stream.py."""

_core = _device.library("uasyncio/core")
_buffers = _device.library("dialect/buffers")


class _Ready:
    """What a task awaits until a stream can be read (1) or written (2)."""

    def __init__(self, stream, index):
        self._stream, self._index = stream, index

    def __await__(self):
        _core._io_queue.add(self._stream, self._index)
        return iter(_core._ONE_TURN)

    __iter__ = __await__


class Stream:
    """A socket, or another stream that does not wait, in a task's hands. StreamReader and StreamWriter are both this."""

    def __init__(self, s, e={}):
        self.s = s
        self.e = e
        self.out_buf = b""

    def get_extra_info(self, v):
        """get_extra_info('peername') -> the other side's address"""
        return self.e[v]

    async def wait_closed(self):
        """await wait_closed()"""
        self.s.close()

    def close(self):
        """close(): wait_closed() does it."""

    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc, tb):
        await self.wait_closed()

    async def read(self, n=-1):
        """await read(n=-1) -> at most n bytes, or all until the end; b"" at the end"""
        if n is None:
            n = -1
        read = b""
        while True:
            await _Ready(self.s, 1)
            some = self.s.read(n)
            if some is None:
                continue
            read += some
            if n >= 0 or not some:
                return read

    async def readinto(self, buf):
        """await readinto(buf) -> how many bytes it got"""
        await _Ready(self.s, 1)
        return self.s.readinto(buf)

    async def readexactly(self, n):
        """await readexactly(n) -> n bytes. EOFError when the stream ends before."""
        read = b""
        while len(read) < n:
            await _Ready(self.s, 1)
            some = self.s.read(n - len(read))
            if some is not None and not some:
                raise EOFError
            read += some or b""
        return read

    async def readline(self):
        """await readline() -> a line with its end"""
        line = b""
        while not line.endswith(b"\n"):
            await _Ready(self.s, 1)
            some = self.s.readline()
            if some is not None and not some:
                break
            line += some or b""
        return line

    def write(self, buf):
        """write(buf): sends what can be sent at once, drain() the rest."""
        if not isinstance(buf, (bytes, bytearray)):
            buf = _buffers.octets(buf)
        if not self.out_buf:
            sent = self.s.write(buf)
            if sent == len(buf):
                return
            buf = buf[sent or 0 :]
        self.out_buf += buf

    async def drain(self):
        """await drain(): until all is sent."""
        if not self.out_buf:
            await _core.sleep_ms(0)
            return
        while self.out_buf:
            await _Ready(self.s, 2)
            sent = self.s.write(self.out_buf)
            self.out_buf = self.out_buf[sent or 0 :]

    async def aclose(self):
        """await aclose(): wait_closed(), as the first uasyncio called it"""
        self.s.close()

    async def awrite(self, buf, off=0, sz=-1):
        """await awrite(buf, off=0, sz=-1): write() and drain(), as the first uasyncio called them"""
        data = _buffers.octets(buf)[off:]
        self.write(data if sz < 0 else data[:sz])
        await self.drain()

    awritestr = awrite


StreamReader = StreamWriter = Stream


async def open_connection(host, port, ssl=None, server_hostname=None):
    """await open_connection(host, port, ssl=None) -> (reader, writer)"""
    import usocket

    info = usocket.getaddrinfo(host, port, 0, usocket.SOCK_STREAM)[0]
    s = usocket.socket(info[0], info[1], info[2])
    s.setblocking(False)
    try:
        s.connect(info[-1])
    except OSError as e:
        if e.args[0] != 115:
            raise
    await _Ready(s, 2)
    if ssl:
        import ussl

        s.setblocking(True)
        s = ussl.wrap_socket(s, server_hostname=server_hostname or host)
        s.setblocking(False)
    stream = Stream(s)
    return stream, stream


class Server:
    """What start_server() gives; also for ``async with``."""

    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc, tb):
        self.close()
        await self.wait_closed()

    def close(self):
        """close(): no more connections."""
        self.task.cancel()

    async def wait_closed(self):
        """await wait_closed()"""
        try:
            await self.task
        except _core.CancelledError:
            pass

    async def _serve(self, s, cb):
        try:
            while True:
                await _Ready(s, 1)
                try:
                    connection, *address = s.accept()  # the module's gives (connection, ip, port)
                except OSError:
                    continue
                address = tuple(address) if len(address) > 1 else address[0]
                connection.setblocking(False)
                stream = Stream(connection, {"peername": address})
                _core.create_task(cb(stream, stream))
        finally:
            s.close()


async def start_server(cb, host, port, backlog=5, ssl=None):
    """await start_server(cb, host, port) -> Server; cb(reader, writer) is a task for each connection."""
    if ssl:
        raise NotImplementedError("server_side")
    import usocket

    s = usocket.socket()
    s.setblocking(False)
    s.setsockopt(usocket.SOL_SOCKET, usocket.SO_REUSEADDR, 1)
    s.bind(usocket.getaddrinfo(host, port)[0][-1])
    s.listen(backlog)
    server = Server()
    server.task = _core.create_task(server._serve(s, cb))
    return server
