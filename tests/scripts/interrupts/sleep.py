import utime

print('ready')
utime.sleep(1000)
