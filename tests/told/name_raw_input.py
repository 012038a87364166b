# says 2 in run: undefined: nothing here is named 'raw_input'. Use input.
name = raw_input('name: ')
print(name)
