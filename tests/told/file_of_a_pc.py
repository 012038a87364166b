# says 2: path: that is a folder of PCs, where scripts keep nothing. Write '/usr/settings.json'.
with open('C:\\Users\\me\\settings.json') as file:
    print(file.read())
