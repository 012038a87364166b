c.connect()
attempt(lambda: c.subscribe('secret'))
c.disconnect()
