"""audio.Audio: files, the queue, streams and tones, by the facts of facts-board.md B7.1 to B7.8."""

import audio
from machine import Pin
from usr.sounds import amr, mp3, put, wav

from qpytest import audio as ears
from qpytest import board, clock


def play(priority, breakin, ms):
    put("%d.wav" % ms, wav(ms))
    return audio.Audio(0).play(priority, breakin, "U:/%d.wav" % ms)


def refused(call, *arguments):
    try:
        call(*arguments)
    except (ValueError, TypeError) as e:
        return str(e)
    raise AssertionError("not refused")


def test_devices():
    """B7.1, B23.16: each of the three opens where the model is none in particular."""
    for device in (0, 1, 2):
        audio.Audio(device)
    assert refused(audio.Audio, 3) == "invalid device index, the value of device should be in[0,2]"
    assert refused(audio.Audio, -1) == "invalid device index, the value of device should be in[0,2]"


def test_files_take_as_long_as_they_last():
    """B7.2, B7.8"""
    put("a.wav", wav(1500))
    put("a.amr", amr(100))
    put("a.mp3", mp3(50))
    aud = audio.Audio(0)
    assert [aud.play(1, 0, "U:/a." + each) for each in ("wav", "amr", "mp3")] == [0, 1, 1]
    played = ears.wait_played(count=3)
    assert [round(each.seconds, 2) for each in played] == [1.5, 2.0, 1.31], played
    assert all(each.whole and each.kind == "file" and each.volume == 7 for each in played)


def test_what_cannot_be_played():
    """B7.2, B7.8: no file, no sound, no name, a priority that there is not."""
    aud = audio.Audio(0)
    put("text.mp3", b"no sound at all")
    put("empty.wav", b"")
    for name in ("U:/none.mp3", "U:/text.mp3", "U:/empty.wav", "/usr/text.mp3", "text.mp3", "U:/"):
        assert aud.play(1, 0, name) == -1, name
    assert aud.play(5, 0, "U:/text.mp3") == -1
    assert refused(aud.play, 1, 0, 5) == "invalid data"
    assert "500" in refused(aud.play, 1, 0, "U:/" + "a" * 500)
    assert ears.played() == []


def test_queue_by_priority():
    """B7.3: what waits goes by priority, then by its turn."""
    assert play(1, 0, 100) == 0
    assert [play(1, 0, 110), play(3, 0, 120), play(0, 0, 130), play(3, 0, 140)] == [1, 1, 1, 1]
    assert ears.waiting == ["U:/120.wav", "U:/140.wav", "U:/110.wav", "U:/130.wav"]
    names = [each.what for each in ears.wait_played(count=5)]
    assert names == ["U:/100.wav", "U:/120.wav", "U:/140.wav", "U:/110.wav", "U:/130.wav"]


def test_break_in():
    """B7.3, B7.4: the documented cases."""
    tts = audio.TTS(0)
    assert (tts.play(1, 1, 2, "111"), tts.play(2, 0, 2, "222")) == (0, 0)
    tts.stopAll()
    assert (tts.play(1, 0, 2, "111"), tts.play(2, 0, 2, "222")) == (0, 1)
    tts.stopAll()
    assert (tts.play(2, 1, 2, "111"), tts.play(2, 0, 2, "222")) == (0, 0)
    tts.stopAll()
    assert (tts.play(2, 0, 2, "111"), tts.play(2, 1, 2, "222"), tts.play(2, 0, 2, "333")) == (0, 1, 1)
    assert ears.waiting == ["333"]
    tts.stopAll()
    assert (tts.play(2, 1, 2, "111"), tts.play(1, 0, 2, "222")) == (0, 1), "a lower one waits"


def test_room_for_ten():
    """B7.3"""
    play(2, 0, 1000)
    assert [play(2, 0, 100 + i) for i in range(11)] == [1] * 10 + [-2]
    assert play(1, 0, 99) == 1, "each priority has its own"


def test_events():
    """B7.5"""
    events = []
    aud = audio.Audio(0)
    assert aud.setCallback(events.append) == 0
    play(1, 1, 100)
    ears.wait_played()
    clock.advance(0.1)
    assert events == [0, 7]
    play(1, 1, 1000)
    play(1, 1, 500)
    clock.advance(1)
    assert events == [0, 7, 0, 7, 0, 7], "cut and begun anew"
    play(1, 1, 1000)
    assert (aud.stop(), aud.stop()) == (0, -1)
    clock.advance(0.1)
    assert events[-2:] == [0, 7]


def test_stop():
    """B7.6: the queue goes on; stopAll empties it."""
    play(1, 0, 1000), play(1, 0, 200)
    clock.advance(0.5)
    aud = audio.Audio(0)
    assert aud.stop() == 0 and ears.playing == "U:/200.wav"
    first = ears.played()[0]
    assert not first.whole and round(first.seconds, 2) == 0.5
    play(1, 0, 300)
    assert aud.stopAll() == 0 and ears.playing is None and ears.waiting == []
    assert aud.getState() == 0


def test_volume():
    """B7.6: there is one."""
    assert audio.Audio(0).getVolume() == 7
    assert audio.Audio(0).setVolume(11) == 0 and audio.Audio(1).getVolume() == ears.volume == 11
    for wrong in (-1, 12):
        assert refused(audio.Audio(0).setVolume, wrong) == "invalid value,TTS volume should be array between [0,11]"


def test_volume_of_the_test_before_is_gone():
    assert audio.Audio(0).getVolume() == 7 and ears.played() == []


def test_stream():
    """B7.7: pieces play one after the other; what else is to be played waits until the stream is stopped."""
    aud, content = audio.Audio(0), amr(500)
    for begin in range(0, len(content), 10240):
        assert aud.playStream(4, content[begin:begin + 10240]) == 0
        clock.advance(0.02)
    assert play(1, 0, 100) == 1 and ears.playing == "AMR"
    clock.advance(20)
    assert aud.stopPlayStream() == 0 and aud.stopPlayStream() == -1
    stream = ears.wait_played("U:/100.wav") and ears.played()[0]
    assert (stream.kind, round(stream.seconds, 2), stream.whole) == ("stream", 10.0, True)


def test_stream_that_is_cut_and_one_that_cannot_begin():
    """B7.7"""
    aud = audio.Audio(0)
    assert aud.playStream(3, mp3(100)) == 0
    assert aud.playStream(4, amr(1)) == -1, "another format"
    clock.advance(1)
    aud.stopPlayStream()
    assert not ears.played()[0].whole and round(ears.played()[0].seconds, 2) == 1.0
    assert aud.playStream(9, b"") == -1
    play(1, 0, 1000)
    assert aud.playStream(2, wav(100)) == -1


def test_a_stream_that_rests():
    """B7.7"""
    aud = audio.Audio(0)
    assert aud.StreamPause() == -1 and aud.StreamContinue() == -1
    aud.playStream(4, amr(100))
    clock.advance(0.5)
    assert aud.StreamPause() == 0
    clock.advance(10)
    aud.playStream(4, amr(50)[6:])
    assert aud.StreamContinue() == 0
    clock.advance(1)
    aud.stopPlayStream()
    assert round(ears.played()[0].seconds, 2) == 1.5 and not ears.played()[0].whole


def test_samples_without_a_header():
    """B7.7: format 1 has none, and format 2 may lack it."""
    aud = audio.Audio(0)
    assert aud.playStream(1, bytes(16000)) == 0
    clock.advance(2)
    aud.stopPlayStream()
    assert round(ears.played()[0].seconds, 2) == 1.0


def test_amplifier():
    """B7.7: the pin is high while something is heard."""
    aud = audio.Audio(0)
    assert (aud.set_pa(Pin.GPIO15, 2), aud.set_pa(15), aud.set_pa(99)) == (1, 1, 0)
    assert board.pin(15).level == 0
    play(1, 0, 100), play(1, 0, 100)
    assert board.pin(15).level == 1
    ears.wait_played(count=2)
    assert board.pin(15).level == 0
    told = []
    aud.setSpeakerpaCallback(told.append)
    play(1, 0, 100)
    assert board.pin(15).level == 1
    ears.wait_played(count=3)
    clock.advance(0.1)
    assert told == [1, 0] and board.pin(15).level == 0


def test_tones():
    """B7.7"""
    aud = audio.Audio(0)
    assert aud.aud_tone_play(5, 300) == 0 and ears.tone == 5
    assert ears.wait_played("5")[0].whole and ears.tone is None
    assert aud.aud_tone_play(16, 0) == 0
    clock.advance(100)
    assert ears.tone == 16 and aud.aud_tone_play_stop() == 0 and ears.tone is None
    assert (aud.aud_tone_play(17, 10), aud.aud_tone_play(-1, 10), aud.aud_tone_play(1, -1)) == (-1, -1, -1)


def test_samples():
    """Audio.PCM: reads take their time, writes wait for room in the buffer."""
    pcm = audio.Audio.PCM(0, audio.Audio.PCM.MONO, 8000, audio.Audio.PCM.WRITEREAD, audio.Audio.PCM.BLOCK, 10)
    ears.hear(wav(100, 258))
    begin = clock.now()
    assert pcm.read(320) == b"\x02\x01" * 160 and round(clock.now() - begin, 2) == 0.02
    begin = clock.now()
    assert pcm.write(bytes(16000)) == 16000 and round(clock.now() - begin, 1) == 0.8
    played = ears.wait_played("PCM")[0]
    assert played.whole and round(played.seconds, 2) == 1.0
    clock.advance(1)
    assert pcm.close() == 0 and pcm.read(10) == -1 and pcm.write(b"12") == -1


def test_samples_that_do_not_wait():
    pcm = audio.Audio.PCM(0, 2, 16000, 2, audio.Audio.PCM.NOBLOCK, 2)
    assert pcm.read(6400) == b""
    clock.advance(1)
    assert len(pcm.read(6400)) == 2560, "40 ms are kept"
    assert (pcm.write(bytes(2560)), pcm.write(bytes(2560))) == (2560, -1)
    assert refused(audio.Audio.PCM, 0, 3, 8000, 0) == "invalid parameter"
    assert refused(audio.Audio.PCM, 0, 1, 44100, 0) == "invalid parameter"
    assert audio.Audio.PCM(0, 1, 8000, audio.Audio.PCM.WRITEONLY).read(2) == -1
