ntptime.host = 'garbage'
print(ntptime.settime(timeout=5))
