from machine import Timer
rounds = 0

def tick(timer):
    global rounds
    rounds += 1
    print('tick', rounds)
    if rounds == 3:
        timer.stop()

Timer(0).start(period=1000, mode=Timer.PERIODIC, callback=tick)
Timer(1).start(period=5000, mode=Timer.ONE_SHOT, callback=lambda timer: print('last'))
print('end of main')
