# says 2 in run: no-file: there is no /usr/Settings.json. Did you mean settings.json?
print(open('/usr/Settings.json').read())
