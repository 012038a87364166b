def blink(times):
	on = 1  # finds: tab
        off = 0
	for i in range(times):
	    print(on, off)
