"""audio - files, speech and recordings. Documentation: facts-board.md B7.1 to B7.8, B7.20 to B7.23 and B7.30 to B7.33.

Nothing is heard on this PC: what plays takes its time, and tests hear it.
"""

_DEVICES = (0, 1, 2)  # receiver, headset, speaker

# The output channels of models that lack some (B7.1, B23.16); others have all three.
_CHANNELS = {
    "BC25": (),
    "BG95": (),
    "EC600M": (0,),
    "EC600N": (0,),
    "EC800M": (0,),
    "EC800N": (0,),
    "EG810M": (0,),
    "EG912N": (0,),
    "EG912U": (0,),
    "EG915N": (0,),
    "EG915U": (0, 1),
}


def _require_channel(device):
    device = _number(device)
    if device not in _DEVICES:
        raise ValueError("invalid device index, the value of device should be in[0,2]")
    if device not in _CHANNELS.get(_host.modelName(), _DEVICES):
        raise ValueError("The current platform does not support device %d." % device)


def _number(value):
    if not isinstance(value, int):
        raise TypeError("can't convert %s to int" % type(value).__name__)
    return int(value)


def _in_range(value, last):
    return 0 <= value <= last


def _path(name):
    """The path of a file that the module calls U:/name, or None where it is called otherwise."""
    return "/usr/" + name[3:].lstrip("/") if name.startswith("U:/") and len(name) > 3 else None


Audio = _device.library("audio/playing").Audio
TTS = _device.library("audio/speech").TTS
Record = _device.library("audio/recording").Record
