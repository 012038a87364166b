try:
    ntptime.time()
except OSError as e:
    print(e.args)
