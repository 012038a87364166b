# says: no firmware has gadget, and there is no /usr/gadget.py
import gadget

gadget.start()
