from utime import sleep, strftime  # finds: no-name

sleep(1)
print(strftime)
