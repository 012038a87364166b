print(ntptime.host, ntptime.sethost('one'), ntptime.host, ntptime.settime(), end=' ')
ntptime.host = 'two'
print(ntptime.settime())
