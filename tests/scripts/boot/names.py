print(uos.getcwd(), ujson.dumps([1]), gc.isenabled())
uos = 5
print(uos)
print(ql_fs.x)
