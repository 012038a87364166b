"""audio.Audio - files, streams and tones; audio.Audio.PCM - samples. Documentation: facts-board.md B7.1 to B7.8."""

_audio = _device.facades["audio"]
_buffers = _device.library("dialect/buffers")
_MOST_BYTES = 500
_LOUDEST = 11
_PRIORITIES = 5
_PERIODS = (2, 25)


class _PCM:
    """Audio.PCM(mic_dev, channel, samplerate, flag, mode=1, periodcnt=3) -> samples of 16 bits from the microphone and to the speaker.

    channel 1 or 2, samplerate 8000 or 16000; flag READONLY, WRITEONLY or WRITEREAD; mode BLOCK or NOBLOCK; the buffer has
    periodcnt times 20 ms, 2 to 25. ValueError for other values (guessed).
    """

    MONO, STEREO = 1, 2
    READONLY, WRITEONLY, WRITEREAD = 0, 1, 2
    BLOCK, NOBLOCK = 1, 2

    def __init__(self, mic_dev, channel, samplerate, flag, mode=1, periodcnt=3):
        _audio._require_channel(mic_dev)
        least, most = _PERIODS
        if (channel not in (1, 2) or samplerate not in (8000, 16000) or flag not in (0, 1, 2) or mode not in (1, 2)
                or not least <= _audio._number(periodcnt) <= most):  # fmt: skip
            raise ValueError("invalid parameter")
        self._flag, self._open = flag, True
        self._pcm = _host.pcm(int(channel), int(samplerate), mode == self.BLOCK, int(periodcnt))

    def read(self, size, /):
        """read(size) -> the next so many bytes that the microphone hears, or -1 where it is not read. What the buffer cannot keep is lost."""
        if not self._open or self._flag == self.WRITEONLY or _audio._number(size) < 0:
            return -1
        return self._pcm.read(int(size))

    def write(self, buff, /):
        """write(buff) -> how many bytes were taken, -1 for none: not opened to write, something else plays, or no room (NOBLOCK)."""
        data = _buffers.octets(buff)
        if not self._open or self._flag == self.READONLY or not self._pcm.write(data):
            return -1
        return data.__len__()

    def close(self):
        """close() -> 0."""
        self._open = False
        return 0

    def getVolume(self):
        """getVolume() -> 0 to 11: that of Audio (guessed)."""
        return _host.volume()

    def setVolume(self, vol, /):
        """setVolume(vol) -> 0, or -1 for one beside 0 to 11."""
        if not _audio._in_range(_audio._number(vol), _LOUDEST):
            return -1
        _host.setVolume(int(vol))
        return 0


class Audio:
    """Audio(device) -> what plays files and streams: device 0 receiver, 1 headset, 2 speaker.

    ValueError for another, and for one that the model lacks.
    """

    PCM = _PCM

    def __init__(self, device, /):
        _audio._require_channel(device)

    def play(self, priority, breakin, data):
        """play(priority, breakin, data) -> 0 it plays, 1 it waits, -1 it cannot be played, -2 too many of its priority wait.

        data is the name of a file, "U:/a.mp3" for /usr/a.mp3: MP3, AMR or WAV. priority 0 to 4. breakin 1: another of the same or
        a higher priority cuts it. Files and texts (TTS) wait in one queue (B7.3). ValueError for more than 500 bytes.
        """
        priority, breakin = _audio._number(priority), _audio._number(breakin)
        if not isinstance(data, str):
            raise ValueError("invalid data")
        if _buffers.octets(data).__len__() > _MOST_BYTES:
            raise ValueError("The string length cannot be greater than 500")
        if not 0 <= priority < _PRIORITIES:
            return -1
        path = _audio._path(data)
        if path is None:
            _device.tell(("audio", "audio.Audio.play: %r is no name of a file" % data, "Write 'U:/music.mp3' for /usr/music.mp3"))
            return -1
        return _host.playFile(priority, breakin == 1, data, path)

    def stop(self):
        """stop() -> 0: what plays ends, and the next follows; -1 where nothing plays."""
        return 0 if _host.stop() else -1

    def stopAll(self):
        """stopAll() -> 0: what plays ends, and what waits is forgotten."""
        _host.stopAll()
        return 0

    def setCallback(self, cb, /):
        """setCallback(cb) -> 0: cb(0) when a file or a stream begins, cb(7) when it ends, cut or not."""
        _host.watchSound(lambda event: cb(event))
        return 0

    def getState(self):
        """getState() -> 0: it is ready."""
        return 0

    def getVolume(self):
        """getVolume() -> 0 to 11; 7 at first. There is one volume for all objects."""
        return _host.volume()

    def setVolume(self, vol, /):
        """setVolume(vol) -> 0. ValueError beside 0 to 11."""
        if not _audio._in_range(_audio._number(vol), _LOUDEST):
            raise ValueError("invalid value,TTS volume should be array between [0,11]")
        _host.setVolume(int(vol))
        return 0

    def playStream(self, format, buf, /):
        """playStream(format, buf) -> 0: more of a stream, 2 WAV, 3 MP3, 4 AMR; -1 for another format, or while something else plays.

        The stream goes on until stopPlayStream(); what is to be played meanwhile waits.
        """
        return 0 if _host.feed(_audio._number(format), _buffers.octets(buf)) else -1

    def stopPlayStream(self):
        """stopPlayStream() -> 0: the stream ends at once; -1 where there is none."""
        return 0 if _host.endStream() else -1

    def StreamPause(self):
        """StreamPause() -> 0: the stream rests until StreamContinue(); -1 where there is none. Not documented."""
        return 0 if _host.pauseStream(True) else -1

    def StreamContinue(self):
        """StreamContinue() -> 0: the stream goes on; -1 where there is none. Not documented."""
        return 0 if _host.pauseStream(False) else -1

    def set_pa(self, gpio, num=0, /):
        """set_pa(gpio, num=0) -> 1: the pin is high while something is heard; 0 for a pin that the module lacks. num, of pulses, counts for nothing here."""
        _audio._number(num)
        return int(_host.amplify(_audio._number(gpio)))

    def setSpeakerpaCallback(self, cb, /):
        """setSpeakerpaCallback(cb) -> 0: cb(1) when something begins to be heard, cb(0) when nothing is any more."""
        _host.watchAmplifier(lambda event: cb(event))
        return 0

    def aud_tone_play(self, tone, time, /):
        """aud_tone_play(tone, time) -> 0: a tone for so many ms, 0 for no end; -1 for another tone than 0 to 15, keys, and 16, dialling.

        On models with a Unisoc chip it returns when the tone has ended.
        """
        time = _audio._number(time)
        return 0 if time >= 0 and _host.playTone(_audio._number(tone), time) else -1

    def aud_tone_play_stop(self):
        """aud_tone_play_stop() -> 0: the tone ends."""
        _host.stopTone()
        return 0
