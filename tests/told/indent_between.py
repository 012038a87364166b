# says 4: syntax: the line's indentation is that of no line above. Indent it as those that it belongs to.
if True:
        print('hello')
    print('again')
