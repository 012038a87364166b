c = client("mortal")
c.set_last_will("will", b"gone", retain=True, qos=1)
c.connect()
