import request, umqtt
try:
    print(request.get('https://' + HOST + '/get').status_code)
except Exception as e:
    print(type(e).__name__, str(e)[:40])
c = umqtt.MQTTClient('device', HOST, 8883, ssl=True)
try:
    print(c.connect())
    c.disconnect()
except Exception as e:
    print(type(e).__name__, e)
