c.connect()
print('waiting')
c.wait_msg()
