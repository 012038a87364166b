from machine import Pin
Pin.GPIO42
