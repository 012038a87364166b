# says 2: no-module: the firmware of 2025 has no module 'gadget'. Do without it, or download it to /usr and write from usr import gadget.
import gadget

gadget.start()
