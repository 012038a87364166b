# says 2 in run: not-yet: the firmware has audio, and qpy does not have it yet. 'qpy modules' lists what it has.
import audio

player = audio.Audio(0)
