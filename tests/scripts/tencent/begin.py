from TenCentYun import TXyun
import utime
got = []
def wait(count):
    while len(got) < count:
        utime.sleep_ms(10)
