"""qpytest.audio - what the module plays and says, and what its microphone hears."""

_elapse = _host.elapse
_host = _host.verbs("audio")
_wait_until = _device.library("qpytest/waiting").wait_until
_SETTLE = 0.02  # until callbacks have been called
_TIMEOUT = 60


class Played:
    """What was played: kind ("file", "text", "stream" or "tone"), what (its name, text, format or number), seconds, whole, volume.

    seconds is how long it was heard; whole is False for what was cut.
    """

    def __init__(self, kind, what, seconds, whole, volume):
        self.kind, self.what, self.seconds, self.whole, self.volume = kind, what, seconds, whole, volume

    def __repr__(self):
        return "Played(%r, %r, %.2f s%s)" % (self.kind, self.what, self.seconds, "" if self.whole else ", cut")


class Audio:
    """The loudspeaker and the microphone."""

    def played(self, what=None):
        """played([what]) -> the Played that have ended since the test began, oldest first; of all, or of this name or text."""
        return [each for each in (Played(*each) for each in _host.played()) if what in (None, each.what)]

    def wait_played(self, what=None, count=1, timeout=_TIMEOUT):
        """wait_played([what], count=1, timeout=60) -> the Played, as soon as so many have ended."""
        try:
            _wait_until(lambda: self.played(what).__len__() >= count, timeout, 0.02)
        except AssertionError:
            raise AssertionError("%s was not played to its end in %s s, but %s; now: %s" % (
                "anything" if what is None else what, timeout, self.played(), self.playing)) from None  # fmt: skip
        return self.played(what)

    @property
    def said(self):
        """The texts that were spoken, to their end or not, oldest first."""
        return [each.what for each in self.played() if each.kind == "text"]

    def wait_said(self, text, timeout=_TIMEOUT):
        """wait_said(text, timeout=60): waits until a text with this in it has been spoken."""
        try:
            _wait_until(lambda: any(text in each for each in self.said), timeout, 0.02)
        except AssertionError:
            raise AssertionError("%r was not said in %s s, but %r" % (text, timeout, self.said)) from None

    @property
    def playing(self):
        """What plays now: its name or text, or None."""
        current = _host.current()
        return current and current[1]

    @property
    def tone(self):
        """The number of the tone that is heard, or None."""
        tone = _host.tone()
        return None if tone < 0 else tone

    @property
    def waiting(self):
        """The names and texts that wait, in the order in which they will be played."""
        return [each[1] for each in _host.waiting()]

    @property
    def volume(self):
        """Audio's, 0 to 11."""
        return _host.volumes()[0]

    @property
    def speech_volume(self):
        """TTS's, 0 to 9."""
        return _host.volumes()[1]

    @property
    def speed(self):
        """TTS's, 0 to 9."""
        return _host.volumes()[2]

    def hear(self, sound=None):
        """hear(sound): the microphone hears this WAV file, bytes or the path of one ("/usr/voice.wav"), from each recording's begin; None for silence."""
        if sound is None:
            _host.hearNothing()
            return
        if isinstance(sound, str):
            with open(sound, "rb") as file:
                sound = file.read()
        wrong = _host.hear(bytes(sound))
        if wrong:
            raise ValueError(wrong)

    def wait_recorded(self, path, timeout=_TIMEOUT):
        """wait_recorded(path, timeout=60) -> the bytes of a recording ("/usr/a.wav"), as soon as it has ended."""

        def content():
            if _host.isRecording():
                return None
            try:
                with open(path, "rb") as file:
                    return file.read()
            except OSError:
                return None

        return _wait_until(content, timeout, 0.02, "a recording in " + path)

    def voice(self, speaks):
        """voice(speaks): somebody begins to speak, True, or ends. AssertionError where the script does not listen (vad_start)."""
        if not _host.voice(bool(speaks)):
            raise AssertionError("the script does not listen for voices: Record.vad_start()")
        _elapse(_SETTLE)

    def keyword(self, word):
        """keyword(word): somebody says a keyword. AssertionError where the script does not listen for it (ovkws_start)."""
        if not _host.word(word):
            raise AssertionError("the script does not listen for %r, but for %r" % (word, list(_host.words())))
        _elapse(_SETTLE)
