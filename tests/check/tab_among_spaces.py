def blink(times):
    for i in range(times):
        print("on")
		print("off")  # finds: tab
