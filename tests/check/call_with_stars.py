import _thread
from umqtt import MQTTClient


def connect(*args, **kwargs):
    return MQTTClient(*args, **kwargs)


def start(*args):
    _thread.start_new_thread(*args)


def read(*args, **kwargs):
    return open(**kwargs), open(*args)


print(connect, start, read, (2021, 03, 08))
