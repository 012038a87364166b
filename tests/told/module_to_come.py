# says 2 in run: not-yet: the firmware has camera, and qpy does not have it yet. 'qpy modules' lists what it has.
from camera import camScandecode
