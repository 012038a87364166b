# says 2 in run: no-file: there is no /data/settings.json. Did you mean /usr/settings.json?
with open('data/settings.json') as file:
    print(file.read())
