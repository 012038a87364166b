"""qpytest.sms: a command by text message, as a script gets it."""

import _thread

import sms
import utime
from qpytest import sms as centre


def failure(call, *arguments):
    try:
        call(*arguments)
    except AssertionError as e:
        return str(e)
    raise RuntimeError("nothing failed")


def answering():
    sms.setCallback(lambda args: _thread.start_new_thread(answer, (args[1],)))


def answer(index):
    number, text, _ = sms.searchTextMsg(index)
    utime.sleep(5)
    sms.sendTextMsg(number, "done: " + text, "GSM")
    sms.deleteMsg(index)


def test_a_command():
    answering()
    centre.send("+86138", "interval 60")
    assert centre.stored() == [(0, "+86138", "interval 60")]
    assert repr(centre.wait_sent("+86138")) == "[Message('+86138', 'done: interval 60')]"
    utime.sleep_ms(100)
    assert centre.stored() == []


def test_waits_say_what_was_sent_instead():
    sms.sendTextMsg("10086", "balance", "GSM")
    assert failure(centre.wait_sent, "+86138", 1, 2) == "0 of 1 messages to +86138 within 2 s; sent were: [Message('10086', 'balance')]"
    try:
        centre.stored("MT")
    except ValueError as e:
        assert str(e) == "a store is SM or ME, not 'MT'"
        return
    assert False, "there is no such store"
