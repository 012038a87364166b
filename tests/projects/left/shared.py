changed = False
