# says 2: no-module: the firmware of 2025 has no module 'threading'. Use _thread.
import threading

threading.Thread(target=print).start()
