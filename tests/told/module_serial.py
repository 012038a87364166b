# says 2: no-module: the firmware of 2025 has no module 'serial'. Use machine.UART.
import serial

port = serial.Serial('/dev/ttyUSB0', 115200)
