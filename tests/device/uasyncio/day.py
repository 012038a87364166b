# Hours of a uasyncio application, 24 of them with the argument 24: a timer fills a queue, an MQTT client publishes what is
# in it, a server tells of it.
import osTimer
import uasyncio
import usys
import utime

usys.path.append("/usr")
from small_http import Client, Server
from small_mqtt import Client as Mqtt

HOURS = int(usys.argv[1]) if len(usys.argv) > 1 else 1
LENGTH = HOURS * 3600 + 35
readings = []
filled = uasyncio.ThreadSafeFlag()
told = []
server = Server()
mqtt = Mqtt("qpy-day", "mq.tongxinmao.com", 18830, 120, lambda topic, message: told.append(message))


@server.route("/count")
async def count(body):
    return b"%d" % len(told)


def measure(timer):
    readings.append(utime.time())
    filled.set()


async def send():
    while True:
        await filled.wait()
        while readings:
            await mqtt.publish("qpy/day", b"%d" % readings.pop(0))


async def ask():
    counts = []
    while True:
        await uasyncio.sleep(3590)
        client = await Client.open(server.port)
        counts.append((await client.ask("/count", stays=False))[1])
        await client.close()
        asked[:] = counts


async def tick():
    while True:
        await uasyncio.sleep(10)
        ticks[0] += 1


asked = []
ticks = [0]


async def main():
    await server.start(28601)
    await mqtt.subscribe("qpy/day")
    tasks = [uasyncio.create_task(each) for each in (mqtt.run(), send(), ask(), tick())]
    timer = osTimer()
    timer.start(60000, 1, measure)
    start = utime.time()
    await uasyncio.sleep(LENGTH)
    timer.stop()
    for task in tasks:
        task.cancel()
    await server.stop()
    print(utime.time() - start, ticks[0], len(told), mqtt.pings, mqtt.connections, mqtt.losses)
    print(asked[0], len(asked), server.served, server.connections)


uasyncio.run(main())
