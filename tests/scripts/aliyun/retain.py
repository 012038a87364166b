ali.setMqtt("id")
print(ali.publish("a", "kept", 1), ali.publish("b", "gone", qos=1), ali.publish("c", "two", qos=2))
ali.disconnect()
