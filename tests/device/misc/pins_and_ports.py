from misc import PWM, ADC, USB, USBNET, PowerKey
pulse = PWM(PWM.PWM1, PWM.ABOVE_MS, 1, 2)
print(pulse, pulse.open(), pulse.close(), PWM(0, 0, 0, 0).open())
adc = ADC()
print(adc.read(ADC.ADC0), adc.open(), adc.read(ADC.ADC0), adc.read(4), adc.close(), adc.read(0))
print(USB().getStatus(), USB().setCallback(print), PowerKey().powerKeyEventRegister(print))
print(USBNET.get_worktype(), USBNET.set_worktype(USBNET.Type_RNDIS), USBNET.get_worktype())
print(USBNET.get_status(), USBNET.open(), USBNET.get_status(), USBNET.close(), USBNET.getNat(0, 1))
for wrong in ((4, 0, 1, 2), (0, 4, 1, 2), (0, 0, 3, 2), (0, 0, 1, 65536)):
    try:
        print(PWM(*wrong))
    except ValueError as e:
        print(e)
