from TenCentYun import TXyun
a = TXyun('ABCDEFGHIJ', 'd2', None, 'TencentProductSecret1234')
print('setMqtt', a.setMqtt())
