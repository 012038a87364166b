# uasyncio as a server: several connections at once, which stay; a body in parts; clients that break off.
import uasyncio
import usocket
import usys

usys.path.append("/usr")
from small_http import Client, Server

server = Server()
log = []


@server.route("/hello")
async def hello(body):
    return b"hello " + body


@server.route("/slow")
async def slow(body):
    await uasyncio.sleep(int(body))
    log.append(int(body))
    return b"waited " + body


@server.route("/stream")
async def stream(body):
    async def parts():
        for i in range(3):
            await uasyncio.sleep_ms(100)
            yield b"part %d;" % i

    return parts()


@server.route("/large")
async def large(body):
    return bytes(300000)


async def one(number):
    client = await Client.open(server.port)
    answers = [await client.ask("/slow", b"%d" % (5 - number))]
    answers.append(await client.ask("/hello", b"client %d" % number))
    await client.close()
    return answers


async def main():
    await server.start(28631)
    print(await uasyncio.gather(*[one(number) for number in range(4)]), log)
    print(server.connections, server.served)
    client = await Client.open(server.port)
    print(await client.ask("/stream"), await client.ask("/nothing"))
    print(len((await client.ask("/large"))[1]), await client.ask("/hello", stays=False), await client.ended())
    await client.close()
    broken = usocket.socket()
    broken.connect(("127.0.0.1", server.port))
    broken.send(b"POST /hello HTTP/1.1\r\nContent-Length: 100\r\n\r\nshort")
    broken.close()
    await uasyncio.sleep(1)
    client = await Client.open(server.port)
    print(await client.ask("/hello", b"still"))
    await server.stop()
    try:
        await Client.open(server.port)
    except OSError as e:
        print(e.args[0])
    print(await client.ask("/hello", b"still"))  # what was open stays so


uasyncio.run(main())
