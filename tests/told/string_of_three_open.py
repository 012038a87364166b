# says 2: syntax: a string in triple quotes is never closed. Write three quotes where it ends.
text = """hello
print(text)
