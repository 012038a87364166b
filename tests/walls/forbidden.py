# What must not succeed; each defines deed(), which returns whether it did.
#: CPython's library
def deed():
    import logging
    return True

#: a file of the PC
def deed():
    return 'secret' in open('SECRET').read()

#: a Java object's class
def deed():
    return bool(host().getClass())
