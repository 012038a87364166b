# says 2 in run: undefined: nothing here is named 'true'. Write True.
enabled = true
print(enabled)
