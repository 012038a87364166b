# says: no firmware has threading: use _thread
import threading

threading.Thread(target=print).start()
