# says 2: syntax: async is a word of the language, no name. Take another name.
async = 3
print(async)
