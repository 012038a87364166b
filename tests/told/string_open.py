# says 2: syntax: a string is not closed in its line. Write the quote where it ends, or three for several lines.
print('hello)
