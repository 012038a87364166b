# says 2 in run: not-yet: the firmware has camera, and qpy does not have it yet. 'qpy modules' lists what it has.
import camera

preview = camera.camPreview(0, 640, 480, 176, 220, 1)
