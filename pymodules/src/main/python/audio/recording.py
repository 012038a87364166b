"""audio.Record - what the microphone hears, in a file or as a stream. Documentation: facts-board.md B7.30 to B7.33."""

import uos as _uos

_audio = _device.facades["audio"]
_buffers = _device.library("dialect/buffers")
_recorder = _host.recorder()
_MOST_BYTES = 10 * 1024
_ENDINGS = ("wav", "amr")
_WITHOUT_HEADER = ("EC600M", "EC600N", "EC800M", "EC800N", "EG915N")  # getSize() counts no header (B7.31)


def _path(name):
    """The path of a recording: "a.wav" and "U:/a.wav" are /usr/a.wav."""
    if name.startswith("/usr/"):
        return name
    return _audio._path(name) or "/usr/" + name.lstrip("/")


def _size(name):
    """The size of a file, None where there is none."""
    try:
        return _uos.stat(_path(name))[6]
    except OSError:
        return None


class Record:
    """Record(device=0) -> what records: device as for Audio. There is one recorder for all objects."""

    PCM, WAVPCM, WAV, AMRNB, AMRWB = 1, 2, 2, 4, 5

    def __init__(self, device=0, /):
        _audio._require_channel(device)

    def start(self, file_name, seconds, /):
        """start(file_name, seconds) -> 0: records for so many seconds; -2 the file cannot be made, -3 busy, -5 less than a second, -6 format.

        The file is there, whole, when the recording has ended: WAV of 8000 samples a second for a name that ends with .wav; else AMR
        of 12.2 kbit/s, in which there is silence, as qpy encodes no AMR.
        """
        if not isinstance(file_name, str) or not file_name:
            return -2
        ending = file_name.rpartition(".")[2]
        if "." in file_name and ending not in _ENDINGS:
            return -6
        if _audio._number(seconds) < 1:
            return -5
        if _recorder.isBusy():
            return -3
        return 0 if _recorder.start(_path(file_name), int(seconds)) else -2

    def stop(self):
        """stop() -> 0: the recording ends, and its file is there; -1 where there is none."""
        return 0 if _recorder.stop() else -1

    def isBusy(self):
        """isBusy() -> 1 while something is recorded, else 0."""
        return int(_recorder.isBusy())

    def getFilePath(self, file_name, /):
        """getFilePath(file_name) -> "U:/a.wav", as Audio.play wants it; -1 where there is no such file, -2 for no name."""
        if not file_name:
            return -2
        return -1 if _size(file_name) is None else "U:/" + _path(file_name)[len("/usr/"):]

    def getSize(self, file_name, /):
        """getSize(file_name) -> bytes, of some models without the header; -2 where there is no such file, -3 it is recorded, -4 for no name."""
        if not file_name:
            return -4
        if _recorder.isRecorded(_path(file_name)):
            return -3
        size = _size(file_name)
        if size is None:
            return -2
        return size - (_recorder.headerLength(file_name) if _host.modelName() in _WITHOUT_HEADER else 0)

    def getData(self, file_name, offset, size, /):
        """getData(file_name, offset, size) -> bytes of the file; -2 no such file, -3 offset below 0, -4 it is recorded, -5 beyond its end, -6 more than 10 KiB."""
        offset, size = _audio._number(offset), _audio._number(size)
        if _recorder.isRecorded(_path(file_name)):
            return -4
        length = _size(file_name)
        if length is None:
            return -2
        if offset < 0:
            return -3
        if size > _MOST_BYTES:
            return -6
        if offset + size > length:
            return -5
        with open(_path(file_name), "rb") as file:
            file.seek(offset)
            return bytearray(file.read(max(0, size)))

    def Delete(self, file_name, /):
        """Delete(file_name) -> 0, -1 where there is no such file, -2 while it is recorded."""
        if _recorder.isRecorded(_path(file_name)):
            return -2
        if _size(file_name) is None:
            return -1
        _uos.remove(_path(file_name))
        return 0

    def exists(self, file_name, /):
        """exists(file_name) -> whether there is such a file."""
        return _size(file_name) is not None

    def end_callback(self, cb, /):
        """end_callback(cb) -> 0: cb([path, length, state]): state 0 begun, 3 ended, -1 failed; length is the sound's, in bytes.

        Of a stream the path is "stream", and state 1 tells that length bytes can be read, 4 that bytes were lost.
        """
        _recorder.watch(lambda event: cb(event))
        return 0

    def gain(self, code_gain, dsp_gain, /):
        """gain(code_gain, dsp_gain) -> 0; -1 beside 0 to 4 and -36 to 12. What is recorded stays the same."""
        return 0 if 0 <= _audio._number(code_gain) <= 4 and -36 <= _audio._number(dsp_gain) <= 12 else -1

    gain_set = gain

    def amrEncDtx_enable(self, *on_off):
        """amrEncDtx_enable() -> whether silence has short frames in AMR, 1 or 0; amrEncDtx_enable(on_off) sets it. ValueError for another number."""
        if not on_off:
            return int(_recorder.dtx())
        if on_off[0] not in (0, 1):
            raise ValueError("invalid value, on_off should be in [0,1].")
        _recorder.setDtx(on_off[0] == 1)

    def stream_start(self, format, samplerate, time, /):
        """stream_start(format, samplerate, time) -> 0: records for so many seconds, 0 for no end, into a buffer of 10 KiB; -1 busy, or another value.

        format PCM or WAVPCM, samples without a header, AMRNB or AMRWB; samplerate 8000 or 16000.
        """
        time = _audio._number(time)
        if _recorder.isBusy() or samplerate not in (8000, 16000) or time < 0:
            return -1
        return 0 if _recorder.stream(_audio._number(format), int(samplerate), time) else -1

    def stream_read(self, read_buf, len, /):
        """stream_read(read_buf, len) -> how many bytes were put into read_buf, 0 for none yet; -1 for a length below 0."""
        view = _buffers.writable(read_buf)
        length = _audio._number(len)
        if length < 0:
            return -1
        data = _recorder.read(min(length, view.nbytes))
        view[: data.__len__()] = data
        return data.__len__()

    def stream_stop(self):
        """stream_stop() -> 0: the stream ends; what is in the buffer can still be read. -1 where there is none."""
        return self.stop()

    def vad_set_callback(self, cb, /):
        """vad_set_callback(cb) -> 0: cb(1) when somebody begins to speak, cb(0) when nobody does: a test says so (qpytest.audio)."""
        _recorder.watchVoice(lambda event: cb(event))
        return 0

    vad_callback = vad_set_callback

    def vad_start(self):
        """vad_start() -> 0: listens for voices."""
        _recorder.listenForVoice(True)
        return 0

    def vad_stop(self):
        """vad_stop() -> 0."""
        _recorder.listenForVoice(False)
        return 0

    def ovkws_set_callback(self, cb, /):
        """ovkws_set_callback(cb) -> 0: cb((0, n)) when the n-th of the keywords is heard: a test says so (qpytest.audio)."""
        _recorder.watchWords(lambda event: cb(tuple(event)))
        return 0

    def ovkws_start(self, keywords, threshold=0.7, /):
        """ovkws_start(keywords, threshold=0.7) -> 0: listens for a keyword, as "_xiao_zhi_xiao_zhi", or a list of some."""
        words = [keywords] if isinstance(keywords, str) else list(keywords)
        if not words or not all(isinstance(each, str) for each in words):
            raise ValueError("invalid keyword")
        _recorder.listenFor(words)
        return 0

    def ovkws_stop(self):
        """ovkws_stop() -> 0."""
        _recorder.listenFor([])
        return 0
