# What exec() gives a script no text tells; nothing here is to be found.
exec("made = 1")
print(made)
made += 1
