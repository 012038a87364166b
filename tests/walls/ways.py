# Ways to have code run. SOURCE is the code of the deed, as a text.
#: a thread
import _thread
done = _thread.allocate_lock()
done.acquire()
def run():
    try:
        tell(deed())
    finally:
        done.release()
_thread.start_new_thread(run, ())
done.acquire()

#: a callback
try:
    from micropython import schedule
    import utime
except ImportError:
    def schedule(function, argument): function(argument)
    utime = None
ended = []
def run(argument):
    try:
        tell(deed())
    finally:
        ended.append(True)
schedule(run, 0)
while not ended:
    utime.sleep_ms(5)

#: a task of the loop
import asyncio
async def task():
    await asyncio.sleep(0)
    tell(deed())
asyncio.run(task())

#: exec
exec('tell(deed())')

#: exec with globals of its own
exec('tell(deed())', {'tell': tell, 'deed': deed})

#: eval
tell(eval('deed()', {'deed': deed}))

#: compile
exec(compile('tell(deed())', 'codecs.py', 'exec'))

#: code with a library's name
library = {'__name__': 'codecs', '__builtins__': __builtins__, 'host': host}
exec(SOURCE, library)
tell(library['deed']())

#: a generator
def steps():
    yield deed()
tell(next(steps()))

#: a generator that is thrown into
def steps():
    try:
        yield
    except ValueError:
        tell(deed())
each = steps()
next(each)
try:
    each.throw(ValueError())
except StopIteration:
    pass

#: a pickle of code: a function made again from its code
tell(type(deed)(deed.__code__, globals())())

#: a code object with another name
code = deed.__code__.replace(co_filename='qpy/utime.py', co_name='sleep')
tell(type(deed)(code, globals())())

#: a finaliser
class A:
    def __exit__(self, *exception):
        tell(deed())
    def __enter__(self):
        pass
with A():
    pass

#: a property
class A:
    value = property(lambda self: deed())
tell(A().value)

#: a class body and a metaclass
class Meta(type):
    def __new__(mcs, *arguments):
        tell(deed())
        return type.__new__(mcs, *arguments)
class A(metaclass=Meta):
    pass

#: a sort key
sorted([1, 2], key=lambda each: tell(deed()) or each)

#: an exception's text
class E(Exception):
    def __str__(self):
        return str(tell(deed()))
str(E())

#: format
class A:
    def __format__(self, spec):
        return str(tell(deed()))
'{}'.format(A())

#: a decorator
@(lambda function: tell(deed()))
def f():
    pass

#: an import replaced and put back
import builtins
real = builtins.__import__
builtins.__import__ = lambda *arguments, **named: real(*arguments, **named)
try:
    tell(deed())
finally:
    builtins.__import__ = real
