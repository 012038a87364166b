# Names and calls that the vendor's own code and documentation use; nothing here is to be found.
import _thread
import machine
import misc
import ql_fs
import sys_bus
from machine import ExtInt, Key, UART
from misc import Power, PowerKey, PWM, PWM_V2, USBNET

import G711
import Opus
import sif
import slip
import tp


def pressed(*arguments):
    print(arguments)


uart = UART(UART.UART2, 115200, 8, 0, 1, 0)
uart.control_485(UART.GPIO24, 1)
print(uart.read())
button = ExtInt(ExtInt.GPIO9, ExtInt.IRQ_FALLING, ExtInt.PULL_PU, pressed, filter_time=50)
key = Key(Key.GPIO1, pressed)
for each in reversed([1, 2]):
    print(each)
PWM(PWM.PWM5, 10, 20)
PWM_V2(PWM_V2.PWM0, 100.0, 50)
misc.net_light(0)
sys_bus.publish_sync("a", "b")
Power.batManageInit()
Power.batSetCallback(pressed)
Power.batGetSoc()
Power.camVDD2V8Enable(1)
USBNET.setMAC(b"\x02\x00\x00\x00\x00\x01")
PowerKey().powerKeyEventRegister(pressed, 1)
with open("FotaFile.bin", "rb") as file:
    print(file.read(4))
print(machine, G711, Opus, sif, slip, tp, ql_fs, _thread, button, key)
