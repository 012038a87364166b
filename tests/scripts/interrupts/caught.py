import utime
try:
    print('ready')
    utime.sleep(1000)
except KeyboardInterrupt:
    print('caught')
