import utime
from aLiYun import aLiYun
got = []
a = aLiYun('a1TestKey01', None, 'dev1', 'dev1secret')
a.setMqtt('client')
a.setCallback(lambda topic, message: got.append(message))
a.subscribe('/a1TestKey01/dev1/user/get')
a.start()
print('ready')
while not got:
    utime.sleep_ms(20)
print(got)
a.disconnect()
