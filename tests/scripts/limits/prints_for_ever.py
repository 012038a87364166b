import osTimer
t = osTimer()
t.start(20, 1, lambda nothing: print('x'))
