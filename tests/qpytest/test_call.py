"""qpytest.call: a call that a script takes, and one that it makes."""

import voiceCall
from qpytest import call, clock


def failure(function, *arguments):
    try:
        function(*arguments)
    except AssertionError as e:
        return str(e)
    raise RuntimeError("nothing failed")


def test_who_may_call():
    allowed = "+86138"

    def told(args):
        if args[0] == 10:
            voiceCall.callAnswer() if args[6] == allowed else voiceCall.callEnd()

    voiceCall.setCallback(told)
    assert call.ring("+86139") and call.state is None
    assert call.ring(allowed) and call.state == "active"
    clock.advance(5)
    call.hang_up()
    assert repr(call.ended()) == "[Ended('+86139', incoming=True, 0.0 s), Ended('+86138', incoming=True, 5.0 s)]"


def test_the_other_end():
    call.answers(after=10)
    voiceCall.callStart("10086")
    clock.advance(5)
    assert call.state == "alerting"
    call.wait_state("active", timeout=10)
    assert voiceCall.startDtmf("1#", 100) == 0 and call.digits == "1#"
    call.hang_up()


def test_what_cannot_be():
    assert failure(call.answer) == "the module calls nobody; state is None"
    assert failure(call.hang_up) == "there is no call; state is None"
    assert "dtmfDetEnable" in failure(call.press, "1")
    assert failure(call.wait_state, "active", 1) == "the call was not active within 1 s; state is None, ended: []"
