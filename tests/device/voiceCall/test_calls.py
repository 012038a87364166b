"""voiceCall, by the facts of facts-board.md B6.1 to B6.8."""

import voiceCall

from qpytest import audio as ears
from qpytest import call, clock, device

FRIEND = "+8618226172342"


def watched():
    events = []
    assert voiceCall.setCallback(events.append) == 0
    return events


def numbers(events):
    return [each[0] for each in events]


def refused(function, *arguments):
    try:
        function(*arguments)
    except (ValueError, TypeError) as e:
        return str(e)
    raise AssertionError("not refused")


def test_a_call_that_is_answered():
    """B6.1, B6.4, B6.6, B23.14: nine items, and the number is the seventh."""
    events = watched()
    assert voiceCall.callStart("13855169092") == 0
    assert call.state == "dialling" and call.number == "13855169092"
    call.wait_state("active")
    clock.advance(30)
    assert voiceCall.callEnd() == 0 and voiceCall.callEnd() == -1
    clock.advance(0.1)
    assert numbers(events) == [14, 15, 11, 12]
    assert events[0] == (14, 1, 0, 2, 0, 0, "13855169092", 129, 1)
    assert events[3] == (12, 1, 0, 6, 0, 0, "13855169092", 129, 0)
    assert 30 <= call.ended()[0].seconds < 30.2


def test_a_call_that_is_taken():
    """B6.6"""
    events = watched()
    assert call.ring(FRIEND) and call.state == "ringing"
    assert voiceCall.callAnswer() == 0 and voiceCall.callAnswer() == -1
    call.hang_up()
    assert numbers(events) == [10, 11, 12]
    assert events[0] == (10, 1, 1, 4, 0, 0, FRIEND, 145, 1) and events[2][8] == 1


def test_a_call_that_is_refused():
    events = watched()
    call.ring(FRIEND)
    assert voiceCall.callEnd() == 0 and call.state is None
    clock.advance(0.1)
    assert numbers(events) == [10, 12] and call.ended()[0].seconds == 0


def test_nobody_takes_it():
    events = watched()
    call.ring(FRIEND)
    clock.advance(61)
    assert numbers(events) == [10, 12]
    call.silent()
    voiceCall.callStart("10086")
    clock.advance(62)
    assert numbers(events)[2:] == [14, 15, 12]
    call.busy()
    voiceCall.callStart("10086")
    clock.advance(2)
    assert numbers(events)[5:] == [14, 12]
    call.silent()
    voiceCall.callStart("10086")
    call.answer()
    assert call.state == "active"


def test_what_cannot_be_called():
    """B6.1, B6.9: no number, no network, another call."""
    assert voiceCall.callStart("friend") == -1 and voiceCall.callStart("") == -1
    assert "str" in refused(voiceCall.callStart, 10086)
    voiceCall.callStart("10086")
    assert voiceCall.callStart("10010") == -1
    events = watched()
    assert not call.ring(FRIEND)
    assert events == [(13, 2, 1, 5, 0, 0, FRIEND, 145, 1)] and call.number == "10086"
    device.register(0)
    assert call.state is None and voiceCall.callStart("10086") == -1 and not call.ring(FRIEND)
    assert voiceCall.callAnswer() == -1


def test_answering_by_itself():
    """B6.1"""
    assert voiceCall.setAutoAnswer(5) == 0
    call.ring(FRIEND)
    clock.advance(4.5)
    assert call.state == "ringing"
    clock.advance(1)
    assert call.state == "active"
    for wrong in (-1, 256):
        assert refused(voiceCall.setAutoAnswer, wrong) == "invalid value, seconds should be in [0-255]."


def test_hanging_up_by_itself():
    """B6.8"""
    assert (voiceCall.getAutoCancelStatus(), voiceCall.setAutoCancel(1), voiceCall.setAutoCancel(2), voiceCall.getAutoCancelStatus()) == (0, 0, -1, 1)
    events = watched()
    call.ring(FRIEND)
    assert numbers(events) == [10, 12] and call.state is None


def test_tones():
    """B6.1, B6.8"""
    heard = []
    assert voiceCall.startDtmf("1", 100) == -1
    call.ring(FRIEND)
    voiceCall.callAnswer()
    assert voiceCall.startDtmf("12*#AD", 200) == 0 and call.digits == "12*#AD"
    assert [voiceCall.startDtmf(each, 200) for each in ("", "x", "1" * 33)] == [-1] * 3
    for wrong in (99, 1001):
        assert refused(voiceCall.startDtmf, "1", wrong) == "invalid value, duration should be in [100-1000]."
    assert voiceCall.dtmfSetCb(heard.append) == 0
    try:
        call.press("5")
    except AssertionError as e:
        assert "dtmfDetEnable" in str(e)
    assert voiceCall.dtmfDetEnable(1) == 0 and voiceCall.dtmfDetEnable(2) == -1
    call.press("5")
    assert heard == ["5"]


def test_settings():
    """B6.1"""
    assert (voiceCall.setVolume(11), voiceCall.getVolume(), voiceCall.setVolume(12), voiceCall.setVolume(-1)) == (0, 11, -1, -1)
    assert (voiceCall.setFw(0, 3, FRIEND), voiceCall.setFw(4, 0, ""), voiceCall.setFw(0, 5, "")) == (0, -1, -1)
    assert voiceCall.setChannel(2) == 0
    assert refused(voiceCall.setChannel, 3) == "invalid device index, the value of device should be in[0,2]"


def test_recording():
    """B6.7: it ends with the call."""
    assert voiceCall.startRecord(1, 2, "U:/call.wav") == -1
    call.ring(FRIEND)
    voiceCall.callAnswer()
    assert voiceCall.startRecord(1, 2, "U:/call.wav") == 0 and voiceCall.startRecord(1, 2, "U:/b.wav") == -1
    assert [voiceCall.startRecord(2, 0, "U:/b.wav"), voiceCall.startRecord(0, 3, "U:/b.wav"), voiceCall.startRecord(0, 0, "b.wav")] == [-1] * 3
    clock.advance(2)
    call.hang_up()
    assert len(ears.wait_recorded("/usr/call.wav")) == 44 + 32000 and voiceCall.stopRecord() == -1


def test_recording_each_call():
    """B6.7"""
    assert voiceCall.setAutoRecord(1, 0, 2, "U:/all.amr") == 0 and voiceCall.setAutoRecord(1, 0, 2, "all.amr") == -1
    call.ring(FRIEND)
    voiceCall.callAnswer()
    clock.advance(1)
    assert voiceCall.stopRecord() == 0 and ears.wait_recorded("/usr/all.amr").startswith(b"#!AMR\n")
    assert voiceCall.setAutoRecord(0, 0, 2, "") == 0


def test_recording_as_a_stream():
    """B6.7"""
    events, buf = [], bytearray(10240)
    assert voiceCall.startRecordStream(0, 2, events.append) == -1
    call.ring(FRIEND)
    voiceCall.callAnswer()
    assert voiceCall.startRecordStream(0, 2, events.append) == 0
    clock.advance(0.25)
    assert voiceCall.readRecordStream(buf, 10240) == 6 + 10 * 32
    call.hang_up()
    assert events[:2] == [["stream", 0, 0], ["stream", 166, 1]] and events[-1][2] == 3


def test_nothing_of_the_tests_before():
    assert call.state is None and call.ended() == [] and voiceCall.getVolume() == 7 and voiceCall.getAutoCancelStatus() == 0
