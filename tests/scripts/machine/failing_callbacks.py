from machine import Timer

def none():
    pass

Timer(0).start(period=10, mode=Timer.ONE_SHOT, callback=none)
Timer(1).start(period=20, mode=Timer.ONE_SHOT, callback=lambda timer: print(1 // 0))
Timer(2).start(period=30, mode=Timer.ONE_SHOT, callback=lambda timer: print('goes on'))
