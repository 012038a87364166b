import uos

def number(make, *arguments):
    try:
        make(*arguments)
    except OSError as e:
        return e.args[0]

print(number(uos.VfsSd, 'sd_fs'), number(uos.VfsLfs1, 32, 32, 32, 'ext_fs', 1, 0), uos.set_det(1, 0),
      uos.set_det(1, 2), uos.set_callback(print))
