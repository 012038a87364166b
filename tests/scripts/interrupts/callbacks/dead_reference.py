import utime
weakref = utime.sleep.__globals__['_device'].library('flash/files').__dict__['_weakref']
def callback(ref):
    print('in the callback')
    for i in range(20000): pass
    print('returned')
thing = type('Thing', (), {})()
ref = weakref.ref(thing, callback)
del thing
