"""qpytest.SecureData, and what qpy.toml delivers the device with."""

import qpytest
import SecureData


def test_what_it_is_delivered_with():
    buf = bytearray(20)
    assert SecureData.Read(5, buf, 20) == 9
    assert qpytest.SecureData.stored(5) == b"delivered"
    SecureData.Store(5, "mine", 4)
    assert qpytest.SecureData.stored(5) == b"mine"
    qpytest.SecureData.store(6, b"x")
    assert SecureData.Read(6, buf, 20) == 1


def test_nothing_of_the_test_before():
    assert qpytest.SecureData.stored(5) == b"delivered"
    assert qpytest.SecureData.stored(6) is None


def test_no_such_verb():
    try:
        qpytest.NoSuch
    except AttributeError:
        return
    assert False, "an attribute that nobody brings"
