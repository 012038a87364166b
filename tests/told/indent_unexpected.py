# says 3: syntax: the line is indented, and nothing above it asks for that. Remove the blanks at its beginning.
print('hello')
    print('again')
