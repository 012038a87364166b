"""audio.Record, by the facts of facts-board.md B7.30 to B7.33."""

import audio
from usr.sounds import wav

from qpytest import audio as ears
from qpytest import clock, device


def recorder():
    events = []
    record = audio.Record()
    record.end_callback(events.append)
    return record, events


def test_a_file():
    """B7.30, B7.31, B7.32"""
    record, events = recorder()
    ears.hear(wav(1000, 258))
    assert record.start("a.wav", 2) == 0
    assert (record.isBusy(), record.start("b.wav", 1), record.getSize("a.wav"), record.getData("a.wav", 0, 1), record.Delete("a.wav")) == (1, -3, -3, -4, -2)
    content = ears.wait_recorded("/usr/a.wav")
    assert record.isBusy() == 0 and record.exists("a.wav")
    assert content[44:] == b"\x02\x01" * 8000 + bytes(16000) and content[:4] == b"RIFF"
    clock.advance(0.1)
    assert events == [["U:/a.wav", 0, 0], ["U:/a.wav", 32000, 3]]
    assert record.getFilePath("a.wav") == "U:/a.wav" and record.getSize("a.wav") == 32044
    assert record.getData("a.wav", 44, 2) == b"\x02\x01"
    assert audio.Audio(0).play(1, 0, record.getFilePath("a.wav")) == 0
    assert ears.wait_played()[0].seconds == 2
    assert (record.Delete("a.wav"), record.Delete("a.wav"), record.exists("a.wav")) == (0, -1, False)


def test_codes():
    """B7.30, B7.31"""
    record = audio.Record(0)
    assert [record.start("a.mp3", 1), record.start("a.wav", 0), record.start("", 1), record.start("none/a.wav", 1)] == [-6, -5, -2, -2]
    assert (record.getFilePath("a.wav"), record.getFilePath(""), record.getSize("a.wav"), record.getSize("")) == (-1, -2, -2, -4)
    assert record.stop() == -1
    device.write_file("/usr/b.wav", b"x" * 20000)
    assert [record.getData("b.wav", *each) for each in ((-1, 1), (0, 10241), (19999, 2))] == [-3, -6, -5]
    assert record.getData("none.wav", 0, 1) == -2


def test_amr_stopped_early():
    """B7.30, B23.17: .amr, and a name without an ending; B7.32: the length is the sound's."""
    record, events = recorder()
    device.write_file("/usr/voice.amr", b"old")
    record.start("voice.amr", 100)
    clock.advance(1)
    assert record.stop() == 0 and record.getSize("voice.amr") == 6 + 50 * 32
    clock.advance(0.1)
    assert events[-1] == ["U:/voice.amr", 1600, 3]
    record.start("bare", 1)
    assert ears.wait_recorded("/usr/bare").startswith(b"#!AMR\n\x3c")


def test_silence_in_amr():
    """B7.33: amrEncDtx_enable"""
    record = audio.Record()
    assert record.amrEncDtx_enable() == 0 and record.amrEncDtx_enable(1) is None and record.amrEncDtx_enable() == 1
    record.start("quiet.amr", 1)
    assert len(ears.wait_recorded("/usr/quiet.amr")) == 6 + 7 * 6 + 43
    try:
        record.amrEncDtx_enable(2)
    except ValueError:
        return
    assert False, "not refused"


def test_gain():
    """B7.33"""
    record = audio.Record()
    assert (record.gain(4, 12), record.gain(5, 0), record.gain(0, -37)) == (0, -1, -1)


def test_a_stream():
    """B7.33: told as it comes, in a buffer of 10 KiB."""
    record, events = recorder()
    buf = bytearray(10240)
    assert record.stream_start(record.AMRNB, 8000, 1) == 0 and record.stream_start(record.AMRNB, 8000, 1) == -1
    clock.advance(0.35)
    assert record.stream_read(buf, 10240) == 6 + 15 * 32 and buf[:6] == b"#!AMR\n"
    clock.advance(2)
    assert record.isBusy() == 0 and record.stream_read(buf, 10240) == 35 * 32 and record.stream_read(buf, 1) == 0
    assert events[:2] == [["stream", 0, 0], ["stream", 166, 1]] and events[-1] == ["stream", 1120, 3]
    assert (record.stream_start(9, 8000, 1), record.stream_start(4, 44100, 1), record.stream_stop()) == (-1, -1, -1)


def test_a_stream_that_nobody_reads():
    record, events = recorder()
    record.stream_start(record.WAVPCM, 16000, 0)
    clock.advance(5)
    assert ["stream", 9600, 4] in events and record.stream_stop() == 0
    assert record.stream_read(bytearray(20000), 20000) == 9600


def test_voice_and_keywords():
    """What Record.vad_* and ovkws_* tell: a test says what is heard."""
    record, voices, words = audio.Record(), [], []
    record.vad_set_callback(voices.append)
    record.ovkws_set_callback(words.append)
    for silent in (lambda: ears.voice(True), lambda: ears.keyword("_xiao_zhi_xiao_zhi")):
        try:
            silent()
        except AssertionError:
            continue
        assert False, "nobody listens"
    record.vad_start()
    record.ovkws_start(["_a_a", "_b_b"], 0.7)
    ears.voice(True), ears.voice(False), ears.keyword("_b_b")
    assert voices == [1, 0] and words == [(0, 2)]
    record.ovkws_start("_c_c", 0.7)
    ears.keyword("_c_c")
    assert words[-1] == (0, 1)
    assert (record.vad_stop(), record.ovkws_stop()) == (0, 0)


def test_a_power_cut_while_the_file_is_written():
    """B7.32: -1"""
    record, events = recorder()
    record.start("cut.wav", 1)
    with device.power_cut(100):
        clock.advance(2)
    assert events[-1] == ["U:/cut.wav", 0, -1] and record.getSize("cut.wav") == 0
