from aLiYun import aLiYun
ali = aLiYun("a1TestKey01", "prodSecret", "Test01", None)
print(ali.setMqtt("id", clean_session=False, keepAlive=90))
ali.disconnect()
