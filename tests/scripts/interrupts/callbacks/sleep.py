print('asleep')
utime.sleep(1000)
