"""audio.TTS - text that is spoken. Documentation: facts-board.md B7.20 to B7.23."""

import ubinascii as _ubinascii

_audio = _device.facades["audio"]
_buffers = _device.library("dialect/buffers")
_MOST_BYTES = 500
_MOST = 9  # volume and speed
_ENCODING = 0x0F
_BIG, _UTF8, _LITTLE = 1, 2, 3


class TTS:
    """TTS(device) -> what speaks: device 0 receiver, 1 headset, 2 speaker. ValueError for another, and for one that the model lacks."""

    text_utf16be, text_utf8, text_utf16le = _BIG, _UTF8, _LITTLE
    wtts_enable, wtts_ul_enable, wtts_dl_enable = 0x80, 0x40, 0x20

    def __init__(self, device, /):
        _audio._require_channel(device)
        self._open = True

    def play(self, priority, breakin, mode, str, /):
        """play(priority, breakin, mode, str) -> 0 it is spoken, 1 it waits, -1 after close(), -2 too many of its priority wait.

        mode 2: str is a text; 1 and 3: the hexadecimal digits of its UTF-16, big or little end first; with wtts_enable it goes into a
        call. How long it takes is a guess. Priorities and breakin as in Audio.play. ValueError for what is none of these.
        """
        priority, breakin, mode = _audio._number(priority), _audio._number(breakin), _audio._number(mode)
        if not 0 <= priority <= 4:
            raise ValueError("invalid priority value, must be in [0,4]")
        if breakin not in (0, 1):
            raise ValueError("invalid breakin value, must be in [0,1]")
        text = _text(mode & _ENCODING, str)
        if not self._open:
            return -1
        return _host.speak(priority, breakin == 1, text)

    def close(self):
        """close() -> 0: this object speaks no more."""
        self._open = False
        return 0

    def stop(self):
        """stop() -> 0: what plays ends, and the next follows; -1 where nothing plays."""
        return 0 if _host.stop() else -1

    def stopAll(self):
        """stopAll() -> 0: what plays ends, and what waits is forgotten."""
        _host.stopAll()
        return 0

    def setCallback(self, cb, /):
        """setCallback(cb) -> 0: cb(2) when a text begins, cb(4) when it ends, cb(3) when it is cut."""
        _host.watchSpeech(lambda event: cb(event))
        return 0

    def getVolume(self):
        """getVolume() -> 0 to 9; 4 at first."""
        return _host.speechVolume()

    def setVolume(self, vol, /):
        """setVolume(vol) -> 0. ValueError beside 0 to 9."""
        if not _audio._in_range(_audio._number(vol), _MOST):
            raise ValueError("invalid value,TTS volume should be array between [0,9]")
        _host.setSpeechVolume(int(vol))
        return 0

    def getSpeed(self):
        """getSpeed() -> 0 to 9; 4 at first."""
        return _host.speed()

    def setSpeed(self, speed, /):
        """setSpeed(speed) -> 0, or -1 beside 0 to 9."""
        if not _audio._in_range(_audio._number(speed), _MOST):
            return -1
        _host.setSpeed(int(speed))
        return 0

    def getState(self):
        """getState() -> 0 nothing plays, -1 something does."""
        return -1 if _host.isPlaying() else 0


def _text(mode, given):
    if not isinstance(given, str):
        raise ValueError("invalid data")
    if mode not in (_BIG, _UTF8, _LITTLE):
        raise ValueError("invalid mode")
    if _buffers.octets(given).__len__() > _MOST_BYTES:
        raise ValueError("The string length cannot be greater than 500")
    if mode == _UTF8:
        return given
    try:
        return bytes.decode(_ubinascii.unhexlify(given), "utf-16-be" if mode == _BIG else "utf-16-le", "replace")
    except ValueError:
        raise ValueError("TTS Init failed.") from None
