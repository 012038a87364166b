"""voiceCall - telephone calls. Documentation: facts-board.md B6.1 to B6.9.

Calls that set something return 0, or -1 where they failed. What a call does is told to the function of setCallback.
"""

_DIGITS = "0123456789ABCD*#"
_MOST_DIGITS = 32
_LOUDEST = 11
_MOST_SECONDS = 255
_buffers = _device.library("dialect/buffers")


def _number(value):
    if not isinstance(value, int):
        raise TypeError("can't convert %s to int" % type(value).__name__)
    return int(value)


def _done(done):
    return 0 if done else -1


def callStart(phonenum, /):
    """callStart(phonenum) -> 0: calls a number; -1 for no number, without a network, during a call."""
    if not isinstance(phonenum, str):
        raise TypeError("can't convert '%s' object to str implicitly" % type(phonenum).__name__)
    digits = phonenum[1:] if phonenum.startswith("+") else phonenum
    if not digits or not all(each in "0123456789*#" for each in digits):
        return -1
    return _done(_host.dial(phonenum))


def callAnswer():
    """callAnswer() -> 0: answers; -1 where nobody calls."""
    return _done(_host.answer())


def callEnd():
    """callEnd() -> 0: hangs up, or does not take the call; -1 where there is none."""
    return _done(_host.end())


def setCallback(voicecallFun, /):
    """setCallback(voicecallFun) -> 0: voicecallFun((event, id, direction, state, service, multiparty, number, type, released)).

    event: 10 it rings, 11 connected, 12 ended, 13 another calls, 14 dialling, 15 it rings there; the events of a network without
    VoLTE, 2 to 9, never come. direction 1: the other end calls. state: 0 active, 2 dialling, 3 rings there, 4 rings, 5 waits, 6 ended.
    type 145 for a number with +, else 129. released 0: the module hung up, 1: the other end (guessed).
    None for no more calls of it.
    """
    if voicecallFun is None:
        _host.ignore()
    else:
        _host.watch(lambda event: voicecallFun(tuple(event)))
    return 0


def setAutoAnswer(seconds, /):
    """setAutoAnswer(seconds) -> 0: answers after so many seconds of ringing, 0 for never. ValueError beside 0 to 255."""
    if not 0 <= _number(seconds) <= _MOST_SECONDS:
        raise ValueError("invalid value, seconds should be in [0-255].")
    _host.setAutoAnswer(int(seconds))
    return 0


def setAutoCancel(enable, /):
    """setAutoCancel(enable) -> 0: 1 hangs up when somebody calls; -1 for another number than 0 and 1."""
    if _number(enable) not in (0, 1):
        return -1
    _host.setAutoCancel(enable == 1)
    return 0


def getAutoCancelStatus():
    """getAutoCancelStatus() -> 0 or 1."""
    return int(_host.autoCancel())


def startDtmf(dtmf, duration, /):
    """startDtmf(dtmf, duration) -> 0: sends tones, 0 to 9, A to D, * and #, at most 32; -1 without a call that is answered.

    ValueError for a duration beside 100 to 1000 ms.
    """
    if not 100 <= _number(duration) <= 1000:
        raise ValueError("invalid value, duration should be in [100-1000].")
    digits = dtmf if isinstance(dtmf, str) else ""
    if not 0 < digits.__len__() <= _MOST_DIGITS or not all(each in _DIGITS for each in digits):
        return -1
    return _done(_host.sendDigits(digits))


def dtmfDetEnable(enable, /):
    """dtmfDetEnable(enable) -> 0: 1 tells the tones of the other end; -1 for another number than 0 and 1."""
    if _number(enable) not in (0, 1):
        return -1
    _host.hearDigits(enable == 1)
    return 0


def dtmfSetCb(dtmfFun, /):
    """dtmfSetCb(dtmfFun) -> 0: dtmfFun("5") for the tones of the other end."""
    _host.watchDigits(lambda digits: dtmfFun(digits))
    return 0


def setFw(reason, fwmode, phonenum, /):
    """setFw(reason, fwmode, phonenum) -> 0, or -1 for a reason beside 0 to 3 or a mode beside 0 to 4. No call is forwarded here."""
    return _done(0 <= _number(reason) <= 3 and 0 <= _number(fwmode) <= 4 and isinstance(phonenum, str))


def setChannel(device, /):
    """setChannel(device) -> 0: 0 receiver, 1 headset, 2 speaker. ValueError for another, and for one that the model lacks."""
    import audio

    audio.Audio(device)
    return 0


def getVolume():
    """getVolume() -> 0 to 11."""
    return _host.volume()


def setVolume(volume, /):
    """setVolume(volume) -> 0, or -1 beside 0 to 11."""
    if not 0 <= _number(volume) <= _LOUDEST:
        return -1
    _host.setVolume(int(volume))
    return 0


def _path(name):
    """The path of a file that the module calls U:/name, None where it is called otherwise."""
    return "/usr/" + name[3:] if isinstance(name, str) and name.startswith("U:/") and name.__len__() > 3 else None


def _is_recording(recordType, recordMode):
    return _number(recordType) in (0, 1) and _number(recordMode) in (0, 1, 2)


def setAutoRecord(enable, recordType, recordMode, filename, /):
    """setAutoRecord(enable, recordType, recordMode, filename) -> 0: 1 records each call into a file, "U:/a.amr", until it ends.

    recordType 0 AMR, 1 WAV; recordMode 0 the other end, 1 the module, 2 both: here the microphone is recorded, and of the other end
    nothing is heard.
    """
    path = _path(filename)
    if not _is_recording(recordType, recordMode) or _number(enable) not in (0, 1) or (enable and path is None):
        return -1
    _host.recordAlways(path if enable else None, recordType == 1)
    return 0


def startRecord(recordType, recordMode, filename, /):
    """startRecord(recordType, recordMode, filename) -> 0: records the call until it ends, or stopRecord(); -1 without one that is answered."""
    path = _path(filename)
    return _done(path is not None and _is_recording(recordType, recordMode) and _host.record(path, recordType == 1))


def stopRecord():
    """stopRecord() -> 0: the file is there; -1 where nothing is recorded."""
    return _done(_host.stopRecording())


def startRecordStream(recordType, recordMode, callbackFun, /):
    """startRecordStream(recordType, recordMode, callbackFun) -> 0: callbackFun(["stream", length, state]): 0 begun, 1 length bytes can be read, 3 ended, 4 bytes are lost."""
    return _done(_is_recording(recordType, recordMode)
                 and _host.recordStream(recordType == 1, lambda event: callbackFun(event)))


def readRecordStream(readBuf, bufLen, /):
    """readRecordStream(readBuf, bufLen) -> how many bytes were put into readBuf; -1 for a length below 0."""
    view = _buffers.writable(readBuf)
    if _number(bufLen) < 0:
        return -1
    data = _host.read(min(int(bufLen), view.nbytes))
    view[: data.__len__()] = data
    return data.__len__()
