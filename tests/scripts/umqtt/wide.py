# Full-width letters, and what MQTT forbids.
c = client("ｃｌｉｅｎｔ、１", user="ｕｓｅｒ", password="ｐａｓｓ：ｗｏｒｄ")
c.set_last_will("ｌａｓｔ", "ｗｉｌｌ", qos=1)
print(c.connect())
c.subscribe("ａ／ｂ/#", 1)
for qos in 0, 1:
    print(c.publish("ａ／ｂ/ｃ！", "Ｈｉ！", qos=qos))
wait(c, 2)
print([(topic.decode(), message.decode()) for topic, message in got])
c.unsubscribe("ａ／ｂ/#")
for topic in "bell\x07", "none\ufffe", "wide/＃/#":
    print(c.publish(topic, "x"))
    try:
        c.subscribe(topic)
        print("subscribed")
    except ValueError as e:
        print(e)
c.close()
other = client("ｏｔｈｅｒ", user="ｕｓｅｒ", password="ｐａｓｓ：ｗｏｒｄ")
other.connect()
other.subscribe("ｌａｓｔ")
c.connect()
c.close()
wait(other, 3)
print([part.decode() for part in got[2]])
other.disconnect()
