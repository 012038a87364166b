import qpytest  # finds: no-module

qpytest.clock.advance(3)
