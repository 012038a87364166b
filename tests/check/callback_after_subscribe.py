from umqtt import MQTTClient


def run():
    c = MQTTClient("d1", "mq.tongxinmao.com", 18830)
    c.connect()
    c.subscribe(b"/public/TEST/quecpython")  # finds: callback-order
    c.set_callback(print)
    c.wait_msg()
