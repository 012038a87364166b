ali = device(MqttServer='region.example')
print(ali.setMqtt('id'))
ali.disconnect()
