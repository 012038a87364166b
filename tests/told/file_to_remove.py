# says 4 in run: no-file: there is no /settings.jsn. Did you mean /usr/settings.json?
import uos

uos.remove('settings.jsn')
