from TenCentYun import TXyun

cloud = TXyun("ABCDEFGHIJ", "d1", "cHNr")
cloud.setMqtt()
cloud.subscribe("ABCDEFGHIJ/d1/data", 2)  # finds: qos
