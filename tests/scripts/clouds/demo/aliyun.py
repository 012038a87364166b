from aLiYun import aLiYun
ali = aLiYun("", None, "", "")
print(ali.setMqtt("", clean_session=False, keepAlive=300))
ali.setCallback(arrived)
print(ali.subscribe(""), ali.publish("", "hello world"), ali.start())
while state > 0:
    utime.sleep_ms(10)
ali.disconnect()
