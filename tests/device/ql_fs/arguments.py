"""ql_fs with what is no path, as the firmware's ql_fs.py of 2021."""

import ql_fs
import uos

for path in (None, "", 5, "/usr/nothing", "/usr"):
    print(ql_fs.path_exists(path), end=" ")
print()
for path in (None, "", "a", "/a", "/a/b", "a/b/c.txt", "/usr/"):
    print(repr(ql_fs.path_dirname(path)), end=" ")
print()
try:
    ql_fs.path_getsize("/usr/nothing")
except ql_fs.FileNotFoundError as e:
    print(e, e.value)
print(ql_fs.touch("/usr/ql/deep/a.json", {"a": 1}), ql_fs.read_json("/usr/ql/deep/a.json"), ql_fs.path_getsize("/usr/ql/deep/a.json"))
print(ql_fs.touch("/nowhere/a.json", 1), ql_fs.read_json("/usr/ql/nothing"), ql_fs.file_copy("/usr/ql/b", "/usr/ql/nothing"))
print(ql_fs.file_copy("/usr/ql/b", "/usr/ql/deep/a.json"), ql_fs.read_json("/usr/ql/b"))
ql_fs.mkdirs("/usr/ql/deep")
ql_fs.rmdirs("/usr/ql")
print(ql_fs.path_exists("/usr/ql"))
try:
    ql_fs.rmdirs("/usr/ql")
except OSError as e:
    print(e.args)
