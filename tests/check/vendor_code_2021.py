# target: 2021
# The firmware of December 2021 uses these itself; nothing here is to be found.
import _thread
import ql_fs
from umqtt import MQTTClient


def run():
    while True:
        pass


lock = _thread.allocate_lock()
_thread.delete_lock(lock)
_thread.stop_thread(_thread.start_new_thread(run, ()))
ql_fs.touch("/usr/a.json", {})
print(ql_fs.read_json("/usr/a.json"))
MQTTClient("id", "broker.example.com", pingmaxnum=3)
