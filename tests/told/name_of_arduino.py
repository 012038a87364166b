# says 3 in run: undefined: nothing here is named 'delay'. Import utime and write utime.sleep_ms.
print('waiting')
delay(1000)
