# says 4: syntax: return stands outside of a function. Leave it out, or put it into a function.
ready = False
if not ready:
    return
