import utime

if utime.time() < 0:
    return  # finds: syntax
