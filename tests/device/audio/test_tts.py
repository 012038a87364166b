"""audio.TTS, by the facts of facts-board.md B7.20 to B7.23."""

import audio

from qpytest import audio as ears
from qpytest import clock


def refused(call, *arguments):
    try:
        call(*arguments)
    except (ValueError, TypeError) as e:
        return str(e)
    raise AssertionError("not refused")


def test_what_is_said():
    """B7.20: as text, and as the digits of UTF-16."""
    tts = audio.TTS(0)
    assert tts.play(1, 0, 2, "hello") == 0
    assert tts.play(1, 0, 1, "6B228FCE") == 1
    assert tts.play(1, 0, tts.wtts_enable | tts.wtts_ul_enable | 3, "228B") == 1
    ears.wait_said("\u8b22")
    assert ears.said == ["hello", "\u6b22\u8fce", "\u8b22"]


def test_what_is_refused():
    """B7.20"""
    tts = audio.TTS(0)
    assert refused(tts.play, 5, 0, 2, "a") == "invalid priority value, must be in [0,4]"
    assert refused(tts.play, 0, 2, 2, "a") == "invalid breakin value, must be in [0,1]"
    assert refused(tts.play, 0, 0, 4, "a") == "invalid mode"
    assert refused(tts.play, 0, 0, 2, "a" * 501) == "The string length cannot be greater than 500"
    assert refused(tts.play, 0, 0, 1, "xy") == "TTS Init failed."
    assert refused(audio.TTS, 5).startswith("invalid device index")
    assert tts.close() == 0 and tts.play(0, 0, 2, "a") == -1


def test_events():
    """B7.21"""
    events = []
    tts = audio.TTS(0)
    tts.setCallback(events.append)
    tts.play(1, 1, 2, "one")
    ears.wait_said("one")
    tts.play(1, 1, 2, "two")
    tts.play(1, 1, 2, "three")
    ears.wait_said("three")
    clock.advance(0.1)
    assert events == [2, 4, 2, 3, 2, 4]


def test_volume_speed_and_state():
    """B7.22: a speed beside the range is -1, a volume a ValueError."""
    tts = audio.TTS(0)
    assert (tts.getVolume(), tts.getSpeed(), tts.getState()) == (4, 4, 0)
    assert (tts.setVolume(9), tts.setSpeed(9), tts.setSpeed(10), tts.setSpeed(-1)) == (0, 0, -1, -1)
    assert (tts.getVolume(), tts.getSpeed()) == (ears.speech_volume, ears.speed) == (9, 9)
    assert refused(tts.setVolume, 10) == "invalid value,TTS volume should be array between [0,9]"
    tts.play(1, 0, 2, "faster")
    assert tts.getState() == -1


def test_speed_and_marks_change_how_long_it_takes():
    """B7.23: marks are not spoken, but stay in what is told."""
    tts = audio.TTS(0)
    for speed in (4, 9):
        tts.setSpeed(speed)
        tts.play(1, 0, 2, "[n1]12345 times")
    usual, fast = ears.wait_played("[n1]12345 times", count=2)
    assert usual.seconds > fast.seconds > 0.5
    tts.play(1, 0, 2, "12345 times")
    assert ears.wait_played("12345 times")[0].seconds == fast.seconds
