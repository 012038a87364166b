import uos, urandom
print(uos.urandom(8), urandom.random())
urandom.seed()
print(urandom.random())
