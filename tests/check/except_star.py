import utime

try:
    utime.sleep(1)
except* OSError as e:  # finds: except-star
    print(e)
