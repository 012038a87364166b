# says 2 in run: not-yet: the firmware has audio, and qpy does not have it yet. 'qpy modules' lists what it has.
from audio import TTS
