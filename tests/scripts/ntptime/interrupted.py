import ntptime
ntptime.host = 'silent'
ntptime.settime(timeout=60)
