# says: utime is a module of the device: write import utime first
utime.sleep(1)
