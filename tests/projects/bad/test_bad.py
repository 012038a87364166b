import _thread
import utime
from misc import Power

def test_endless():
    while True:
        pass

def test_sleeps():
    utime.sleep(1000)

def test_kills_its_thread():
    _thread.exit()

def test_switches_off():
    Power.powerDown()

def test_fills_the_flash():
    with open("/usr/full", "wb") as file:
        while True:
            file.write(b"x" * 1000000)

def test_prints():
    while True:
        print("x" * 1000000)

def test_twice():
    pass

def test_twice():
    pass

def test_takes_arguments(broker):
    pass

def test_generates():
    yield

def test_interrupts():
    raise KeyboardInterrupt

def test_last():
    assert True
