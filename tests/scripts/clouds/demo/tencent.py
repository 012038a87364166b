from TenCentYun import TXyun
tx = TXyun("", "", "", None)
print(tx.setMqtt())
tx.setCallback(arrived)
print(tx.subscribe(""), tx.start(), tx.publish("", "hello world"))
while state > 0:
    utime.sleep_ms(10)
tx.disconnect()
