# says 2: no-module: the firmware of 2025 has no module 'Socket'. Use usocket.
import Socket

Socket.socket()
