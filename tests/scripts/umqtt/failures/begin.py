from umqtt import MQTTClient, MQTTException
c = MQTTClient("client", "broker.example", 1883, reconn=False)
c.set_callback(print)
def attempt(action=c.connect):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e.args, "/", e)
        print(isinstance(e, MQTTException), isinstance(e, ValueError), isinstance(e, OSError))
