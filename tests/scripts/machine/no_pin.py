from machine import Pin
print(Pin(Pin.GPIO41).read())
Pin(42)
