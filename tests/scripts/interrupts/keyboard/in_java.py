import interrupting
try:
    interrupting.interrupt(object())
except KeyboardInterrupt:
    print('caught')
