from aLiYun import aLiYun

ali = aLiYun("a1TestKey01", None, "dev1", "a secret")
ali.setMqtt("dev1", clean_session=False, keepAlive=300)
ali.setCallback(print)
ali.subscribe("/a1TestKey01/dev1/user/get", qos=1)
ali.publish("/a1TestKey01/dev1/user/update", "hello world", 1)  # finds: retain-qos
ali.publish("/a1TestKey01/dev1/user/update", "hello world", True)
