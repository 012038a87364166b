# says 2 in run: undefined: nothing here is named 'utime'. Write import utime first.
utime.sleep(1)
