# A day of a uasyncio application: a timer fills a queue, an MQTT client publishes what is in it, a server tells of it.
import osTimer
import uasyncio
import utime
from usr.small_http import Client, Server
from usr.small_mqtt import Client as Mqtt

DAY = 24 * 3600
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
        await uasyncio.sleep(3600)
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
    await uasyncio.sleep(DAY + 30)
    timer.stop()
    for task in tasks:
        task.cancel()
    await server.stop()
    print(utime.time() - start == DAY + 30, ticks[0], len(told), mqtt.pings, mqtt.connections, mqtt.losses)
    print(len(asked), asked[0] in (b"59", b"60"), asked[-1] in (b"1439", b"1440"), server.served, server.connections)


uasyncio.run(main())
