# says: there is no /usr/setings.json; did you mean settings.json?
open("/usr/setings.json")
