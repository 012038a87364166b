c.connect()
c.ping()
attempt(c.wait_msg)
