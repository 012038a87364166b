# says 4: no-name: the firmware of 2025 has no uos.path. Use ql_fs.path_exists and str methods.
import uos

print(uos.path.exists('/usr/settings.json'))
