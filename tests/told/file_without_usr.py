# says: settings.json lies in /usr, and the working directory is /: write '/usr/settings.json'
with open("settings.json") as file:
    print(file.read())
