# Peers in Python on buses and at pins: they answer in the device's time.
import utime
from machine import I2C, SPI, ExtInt, OneWire, Pin

none = b""
bus = I2C(I2C.I2C2, I2C.STANDARD_MODE)
data = bytearray(3)
before = utime.ticks_us()
print(bus.read(0x44, b"\x24\x00", 2, data, 3, 0), data)
print(15000 <= utime.ticks_diff(utime.ticks_us(), before) < 16000)
print(bus.write(0x44, b"\x99", 1, none, 0), bus.read(0x44, b"\x99", 1, data, 3, 0), data)  # no acknowledge
print(bus.read(0x45, b"\x01", 1, data, 2, 0), data, bus.write(0x46, none, 0, none, 0))

select, spi = Pin(Pin.GPIO20, Pin.OUT, Pin.PULL_PU, 1), SPI(3, 0, 0)
received = bytearray(4)
for _ in range(2):
    select.write(0)
    print(spi.write_read(received, b"abcd", 4), received)
    print(spi.write(b"ef", 2), spi.read(received, 4), received)
    select.write(1)
print(spi.read(received, 4), received)  # not selected

wire = OneWire(24)
print(wire.reset(), wire.write(b"ab"), wire.read(3), wire.write(b"cd"), wire.reset())

home = Pin(Pin.GPIO22, Pin.IN, Pin.PULL_PD, 0)
step = Pin(Pin.GPIO21, Pin.OUT, Pin.PULL_DISABLE, 0)
print(home.read())
edges = ExtInt(ExtInt.GPIO22, ExtInt.IRQ_RISING_FALLING, ExtInt.PULL_PD, print)
edges.enable()
for _ in range(6):
    step.write(1)
    step.write(0)
utime.sleep_ms(25)
print(home.read(), edges.read_count(0))
utime.sleep_ms(10)
print(home.read(), edges.read_count(0))
utime.sleep(60)
print(home.read())  # it has let go
edges.disable()
