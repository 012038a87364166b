# says 2 in run: no-file: there is no /usr/setings.json. Did you mean settings.json?
open("/usr/setings.json")
