# An MQTT client of uasyncio keeps its connection: the network goes and comes again, by radio and by packet data.
import dataCall
import net
import uasyncio
import usys

usys.path.append("/usr")
from small_mqtt import Client

got = []
mqtt = Client("qpy-reconnect", "mq.tongxinmao.com", 18830, 60, lambda topic, message: got.append(message))


async def main():
    await mqtt.subscribe("qpy/reconnect")
    running = uasyncio.create_task(mqtt.run())
    await mqtt.publish("qpy/reconnect", b"first")
    for off, on in (
        (lambda: net.setModemFun(0), lambda: net.setModemFun(1)),
        (lambda: net.setModemFun(4), lambda: net.setModemFun(1)),
        (lambda: dataCall.deactivate(1), lambda: dataCall.activate(1)),
    ):
        off()
        await uasyncio.sleep(20)
        print(mqtt.up.is_set(), mqtt.connections)
        on()
        await mqtt.publish("qpy/reconnect", b"again")
        print(mqtt.up.is_set(), mqtt.connections)
    await uasyncio.sleep(600)
    print(got, mqtt.connections, mqtt.pings >= 18)
    running.cancel()


uasyncio.run(main())
