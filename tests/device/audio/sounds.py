# Sound files for the tests beside this one.


def wav(ms, value=0, rate=8000):
    """A WAV file of so many ms, one channel, in which each sample has the same value."""
    data = bytes([value & 0xFF, value >> 8 & 0xFF]) * (ms * rate // 1000)
    size = len(data)
    return (b"RIFF" + (36 + size).to_bytes(4, "little") + b"WAVEfmt \x10\0\0\0\x01\0\x01\0" + rate.to_bytes(4, "little")
            + (2 * rate).to_bytes(4, "little") + b"\x02\0\x10\0data" + size.to_bytes(4, "little") + data)


def amr(frames):
    """An AMR file of so many frames of 20 ms."""
    return b"#!AMR\n" + (b"\x3c" + bytes(31)) * frames


def mp3(frames):
    """An MP3 file of so many frames of 1152 samples, 44100 a second, behind a tag."""
    return b"ID3\x03\0\0\0\0\0\x0a" + bytes(10) + (b"\xff\xfb\x90\x00" + bytes(413)) * frames


def put(name, content):
    with open("/usr/" + name, "wb") as file:
        file.write(content)
