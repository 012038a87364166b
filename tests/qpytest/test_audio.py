"""qpytest.audio: what the module plays, says and records, and what it hears."""

import audio
import qpytest
from qpytest import audio as ears
from qpytest import clock


def failure(call, *arguments):
    try:
        call(*arguments)
    except AssertionError as e:
        return str(e)
    raise RuntimeError("nothing failed")


def test_waits_say_what_was_heard_instead():
    assert failure(ears.wait_played, "U:/a.wav", 1, 2) == "U:/a.wav was not played to its end in 2 s, but []; now: None"
    audio.TTS(0).play(1, 0, 2, "good morning")
    assert "now: good morning" in failure(ears.wait_played, "U:/a.wav", 1, 0)
    ears.wait_said("morning")
    assert "'evening' was not said in 1 s, but ['good morning']" == failure(ears.wait_said, "evening", 1)
    assert repr(ears.played()) == "[Played('text', 'good morning', 1.04 s)]"


def test_nothing_of_the_test_before():
    assert ears.played() == [] and ears.said == [] and ears.playing is None


def test_a_wave_file_for_the_microphone():
    for wrong in (b"", b"RIFF0000WAVE"):
        try:
            ears.hear(wrong)
        except ValueError as e:
            assert "WAV" in str(e)
            continue
        assert False, "no sound"
    ears.hear()
    audio.Record().start("quiet.wav", 1)
    assert ears.wait_recorded("/usr/quiet.wav")[44:] == bytes(16000)
    assert "a recording in /usr/none.wav" in failure(ears.wait_recorded, "/usr/none.wav", 1)


def test_a_thread_that_speaks():
    import _thread
    import utime

    def speak():
        utime.sleep(3)
        audio.TTS(0).play(4, 1, 2, "three seconds")

    _thread.start_new_thread(speak, ())
    begin = clock.now()
    ears.wait_said("three seconds")
    assert 3 < clock.now() - begin < 5
    assert qpytest.audio is ears
