import utime
while True:
    print(utime.time())
    utime.sleep(1000)
