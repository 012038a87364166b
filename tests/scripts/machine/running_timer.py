from machine import Timer
for period in (10, 20):
    Timer(0).start(period=period, mode=Timer.ONE_SHOT, callback=lambda timer: print('called'))
