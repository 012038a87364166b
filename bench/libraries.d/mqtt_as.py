"""mqtt_as: connects, subscribes, publishes to itself with both qualities of service. argv: host, port."""
import uasyncio
import usys

usys.path.append("/usr")
from mqtt_as import MQTTClient, config

host, port = usys.argv[1:3]
config["client_id"] = b"qpy-mqtt-as"
config["server"] = host
config["port"] = int(port)
config["queue_len"] = 5
config["keepalive"] = 20
config["ssid"] = "qpy"
config["wifi_pw"] = "qpy"


async def main():
    client = MQTTClient(config)
    await client.connect(quick=True)
    await client.up.wait()
    await client.subscribe("qpy/libraries/mqtt_as", 1)
    for qos in 0, 1:
        await client.publish("qpy/libraries/mqtt_as", "reading %d" % qos, qos=qos)
    got = []
    async for topic, message, retained in client.queue:
        got.append(message)
        if len(got) == 2:
            break
    up = await client.broker_up()
    await client.disconnect()
    print("ok" if got == [b"reading 0", b"reading 1"] and up else got)


uasyncio.run(main())
