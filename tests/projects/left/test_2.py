import builtins
import ujson
import uos
import utime
from usr import shared

def test_fresh():
    assert uos.getcwd() == "/"
    assert "left_open.txt" not in uos.listdir("/usr")
    utime.sleep(1)
    assert ujson.loads("1") == 1
    assert not shared.changed
    assert not hasattr(builtins, "added")
