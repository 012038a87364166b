print(ali.subscribe("t"), ali.publish("t", "m"), ali.start(), ali.ping(), ali.disconnect())
ali.setMqtt("id")
print(ali.subscribe(""), ali.publish("", "m"), ali.publish("a/#", "m"))
ali.disconnect()
