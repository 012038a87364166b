import ql_fs, uos
print(ql_fs.touch('/usr/a/b/c.json', {'x': [1]}), ql_fs.read_json('/usr/a/b/c.json'), ql_fs.read_json('/usr/no'))
print(ql_fs.path_exists('/usr/a/b'), ql_fs.path_exists('/usr/a/x'), ql_fs.path_getsize('/usr/a/b/c.json'))
print(ql_fs.path_dirname('/usr/a/b'), ql_fs.path_dirname('/usr'), ql_fs.touch('/no/c', 1))
print(ql_fs.file_copy('/usr/copy', '/usr/a/b/c.json'), ql_fs.file_copy('/usr/copy2', '/usr/no'))
ql_fs.mkdirs('/usr/x/y/z')
ql_fs.mkdirs('/usr/x/y/z')
ql_fs.rmdirs('/usr/a')
print(uos.listdir('/usr'), open('/usr/copy').read())
try:
    ql_fs.path_getsize('/usr/no')
except ql_fs.FileNotFoundError as e:
    print(isinstance(e, OSError))
