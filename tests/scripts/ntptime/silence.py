ntptime.host = 'silent'
before = t()
print(ntptime.settime(timeout=0.2))
