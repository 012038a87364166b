"""An HTTP server with routes, of connections that stay, and its client: for the scripts of this folder."""
import uasyncio


class Server:
    def __init__(self):
        self._routes = {}
        self._server = None
        self.port = 0
        self.served = 0
        self.connections = 0

    def route(self, path):
        def decorated(handler):
            self._routes[path] = handler
            return handler

        return decorated

    async def start(self, port):
        """Listens on the first free port from this one on."""
        while self._server is None:
            try:
                self._server = await uasyncio.start_server(self._serve, "127.0.0.1", port)
                self.port = port
            except OSError:
                port += 1

    async def stop(self):
        self._server.close()
        await self._server.wait_closed()

    async def _serve(self, reader, writer):
        self.connections += 1
        try:
            while await self._answer(reader, writer):
                pass
        except (OSError, EOFError):
            pass
        finally:
            await writer.wait_closed()

    async def _answer(self, reader, writer):
        line = await reader.readline()
        if not line:
            return False
        method, path, version = line.decode().split()
        headers = await read_headers(reader)
        body = await reader.readexactly(int(headers.get("content-length", 0)))
        handler = self._routes.get(path)
        answer = await handler(body) if handler else None
        self.served += 1
        stays = headers.get("connection") != "close"
        if hasattr(answer, "__aiter__"):
            await self._stream(writer, answer)
        else:
            data = answer or b""
            status = "200 OK" if handler else "404 Not Found"
            writer.write("HTTP/1.1 %s\r\nContent-Length: %d\r\n\r\n" % (status, len(data)))
            writer.write(data)
        await writer.drain()
        return stays

    async def _stream(self, writer, parts):
        writer.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
        async for part in parts:
            writer.write("%x\r\n" % len(part))
            writer.write(part)
            writer.write("\r\n")
            await writer.drain()
        writer.write("0\r\n\r\n")


async def read_headers(reader):
    headers = {}
    while True:
        line = (await reader.readline()).decode().strip()
        if not line:
            return headers
        name, value = line.split(":", 1)
        headers[name.lower()] = value.strip()


class Client:
    """One connection."""

    @staticmethod
    async def open(port):
        client = Client()
        client._reader, client._writer = await uasyncio.open_connection("127.0.0.1", port)
        return client

    async def ask(self, path, body=b"", stays=True):
        head = "POST %s HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n" % (path, len(body))
        self._writer.write(head + ("\r\n" if stays else "Connection: close\r\n\r\n"))
        self._writer.write(body)
        await self._writer.drain()
        status = int((await self._reader.readline()).split()[1])
        headers = await read_headers(self._reader)
        if headers.get("transfer-encoding") != "chunked":
            return status, await self._reader.readexactly(int(headers["content-length"]))
        parts = b""
        while True:
            length = int((await self._reader.readline()).decode().strip(), 16)
            parts += await self._reader.readexactly(length)
            await self._reader.readline()
            if not length:
                return status, parts

    async def ended(self):
        """Whether the server has closed its end; nothing else must be there."""
        return await self._reader.read(1) == b""

    async def close(self):
        await self._writer.wait_closed()
