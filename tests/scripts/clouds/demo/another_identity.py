from aLiYun import aLiYun
ali = aLiYun("a1MyKey", None, "mine", "secret")
print(ali.setMqtt("id"), ali.subscribe(""), ali.subscribe("/a1MyKey/mine/user/get"))
ali.disconnect()
print(aLiYun("a1MyKey", None, "", "secret").setMqtt("id"))
