import ujson
import uos
import utime
from usr import shared

left_open = open("/usr/left_open.txt", "w")
left_open.write("not closed")

def test_changes():
    uos.chdir("/usr")
    utime.sleep = ujson.loads = None
    shared.changed = True
