"""An MQTT 3.1.1 client on sockets that do not wait, which keeps its connection: for the scripts of this folder."""
import uasyncio
import usocket
import ustruct

_CONNECT, _CONNACK, _PUBLISH, _PUBACK, _SUBSCRIBE, _SUBACK, _PINGREQ = 0x10, 0x20, 0x30, 0x40, 0x82, 0x90, 0xC0
_EINPROGRESS = 115
_PATIENCE = 10  # seconds for an answer


def _text(value):
    data = value.encode()
    return ustruct.pack("!H", len(data)) + data


def _packet(kind, body=b""):
    length, digits = len(body), bytearray()
    while True:
        digit, length = length & 0x7F, length >> 7
        digits.append(digit | (0x80 if length else 0))
        if not length:
            return bytes([kind]) + bytes(digits) + body


class Client:
    def __init__(self, name, host, port, keepalive=60, on_message=None):
        self._login = _packet(_CONNECT, b"\x00\x04MQTT\x04\x02" + ustruct.pack("!H", keepalive) + _text(name))
        self._address = usocket.getaddrinfo(host, port)[0][-1]
        self._keepalive = keepalive
        self._on_message = on_message
        self._topics = []
        self._answers = {}  # by number: the Event that its acknowledgement sets
        self._number = 0
        self._stream = None
        self.up = uasyncio.Event()
        self.connections = 0
        self.pings = 0
        self.losses = []

    async def run(self):
        """Connects, again and again."""
        while True:
            pinging = None
            try:
                await self._connect()
                pinging = uasyncio.create_task(self._ping())
                while True:
                    await self._receive()
            except (OSError, EOFError) as e:
                self.losses.append(type(e).__name__)
            finally:
                self.up.clear()
                if pinging:
                    pinging.cancel()
                if self._stream:
                    await self._stream.wait_closed()
                    self._stream = None
            await uasyncio.sleep(5)

    async def _connect(self):
        socket = usocket.socket()
        socket.setblocking(False)
        self._stream = uasyncio.StreamReader(socket)
        try:
            socket.connect(self._address)
        except OSError as e:
            if e.args[0] != _EINPROGRESS:
                raise
        await self._send(self._login)
        kind, body = await uasyncio.wait_for(self._read(), _PATIENCE)
        if kind != _CONNACK or body[1]:
            raise OSError(-1)
        for topic in self._topics:
            await self._subscribe(topic)
        self.connections += 1
        self.up.set()

    async def _send(self, packet):
        self._stream.write(packet)
        await self._stream.drain()

    async def _read(self):
        kind = (await self._stream.readexactly(1))[0]
        length = shift = 0
        while True:
            digit = (await self._stream.readexactly(1))[0]
            length |= (digit & 0x7F) << shift
            shift += 7
            if not digit & 0x80:
                return kind, await self._stream.readexactly(length)

    async def _receive(self):
        kind, body = await self._read()
        if kind == _PUBACK:
            answer = self._answers.pop(body[0] << 8 | body[1], None)
            if answer:
                answer.set()
        elif kind & 0xF0 == _PUBLISH:
            start = 2 + (body[0] << 8 | body[1])
            topic = body[2:start].decode()
            if kind & 6:
                await self._send(_packet(_PUBACK, body[start : start + 2]))
                start += 2
            self._on_message(topic, body[start:])

    async def _ping(self):
        while True:
            await uasyncio.sleep(self._keepalive // 2)
            await self._send(_packet(_PINGREQ))
            self.pings += 1

    def _next(self):
        self._number = self._number % 65535 + 1
        return self._number

    async def _subscribe(self, topic):
        await self._send(_packet(_SUBSCRIBE, ustruct.pack("!H", self._next()) + _text(topic) + b"\x01"))

    async def subscribe(self, topic):
        self._topics.append(topic)
        if self.up.is_set():
            await self._subscribe(topic)

    async def publish(self, topic, message):
        """Until it is acknowledged, over however many connections."""
        while True:
            await self.up.wait()
            number, answer = self._next(), uasyncio.Event()
            self._answers[number] = answer
            try:
                await self._send(_packet(_PUBLISH | 2, _text(topic) + ustruct.pack("!H", number) + message))
                await uasyncio.wait_for(answer.wait(), _PATIENCE)
                return
            except (OSError, AttributeError, uasyncio.TimeoutError):
                self._answers.pop(number, None)
                await uasyncio.sleep(1)
