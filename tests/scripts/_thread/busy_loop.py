import _thread
seen = []
_thread.start_new_thread(seen.append, (1,))
while not seen:
    pass
print(seen)
