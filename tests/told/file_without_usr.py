# says 2: path: settings.json lies in /usr, and a name without a folder is looked for in /. Write '/usr/settings.json'.
with open("settings.json") as file:
    print(file.read())
