print(ali.setMqtt("x" * 65))
print(ali.setMqtt("x" * 64, keepAlive=4))
print(ali.setMqtt("x" * 64, keepAlive=5))
ali.disconnect()
