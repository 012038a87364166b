from aLiYun import aLiYun
a = aLiYun('a1TestKey01', 'productsecret123', 'dev2', None)
print('setMqtt', a.setMqtt('client'))
