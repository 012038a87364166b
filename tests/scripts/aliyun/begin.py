from aLiYun import aLiYun
import utime
got = []
def wait(count):
    while len(got) < count:
        utime.sleep_ms(10)
def device(**more):
    ali = aLiYun("pk123", None, "dn456", "secret789", **more)
    ali.setCallback(lambda topic, msg: got.append((topic, msg)))
    return ali
ali = device()
