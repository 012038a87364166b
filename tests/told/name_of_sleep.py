# says 3 in run: undefined: nothing here is named 'sleep'. Import utime and write utime.sleep.
print('waiting')
sleep(1)
