from aLiYun import aLiYun
print(aLiYun('a1TestKey01', None, 'dev1', 'wrong').setMqtt('client'))
print(aLiYun('a1TestKey02', None, 'dev1', 'dev1secret').setMqtt('client'))
