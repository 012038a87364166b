# What the core of the class archive is recorded from: what nearly every script does.
import log
import utime
from umqtt import MQTTClient

log.basicConfig(level=log.INFO)
log.getLogger("training").info("started")

answers = []
client = MQTTClient("training", "mq.tongxinmao.com", 18830)
client.set_callback(lambda topic, message: answers.append(message.decode()))
client.connect()
client.subscribe(b"training")
client.publish(b"training", b"hello")
client.wait_msg()
client.disconnect()
utime.sleep_ms(20)
print("%d answers" % len(answers), answers)
