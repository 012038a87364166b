"""qpytest.board: pins, what is connected to them, timers, the watchdog."""

import utime
from machine import ExtInt, KeyPad, Pin, RTC, Timer, WDT
from misc import ADC, PWM, PWM_V2, Power, PowerKey, USB
from qpytest import board, clock


def fails(function, *arguments):
    try:
        function(*arguments)
    except AssertionError as e:
        return str(e)
    raise Exception("no AssertionError")


def test_an_output():
    pin = Pin(12, Pin.OUT, Pin.PULL_DISABLE, 0)
    lamp = board.led("status")
    assert not lamp.is_on and board.pin(12).direction == 1
    pin.write(1)
    assert lamp.is_on and board.pin("GPIO12").level == 1


def test_an_output_is_as_before():
    assert not board.led("status").is_on


def test_an_input():
    pin = Pin(7, Pin.IN, Pin.PULL_PD, 0)
    assert pin.read() == 0
    board.pin(7).set(1)
    assert pin.read() == 1
    board.pin(7).release()
    assert pin.read() == 0
    assert Pin(20, Pin.IN, Pin.PULL_PD, 0).read() == 1


def test_waiting_for_a_level():
    Timer(0).start(period=500, mode=Timer.ONE_SHOT, callback=lambda t: Pin(9).write(1))
    before = clock.now()
    board.pin(9).wait(1)
    assert 0.5 <= clock.now() - before < 0.6
    assert "GPIO9 at 0 has not come true within 1 s" in fails(board.pin(9).wait, 0, 1)


def test_a_button():
    events = []
    interrupt = ExtInt(ExtInt.GPIO5, ExtInt.IRQ_RISING_FALLING, ExtInt.PULL_PU, events.append)
    interrupt.enable()
    board.button("sos").press()
    board.button("sos").press(2)
    assert events == [[5, 1], [5, 0], [5, 1], [5, 0]]
    assert interrupt.read_count(1) == [2, 2] and interrupt.read_count(0) == [0, 0]
    interrupt.disable()
    board.button("sos").press()
    assert len(events) == 4


def test_one_edge():
    events = []
    ExtInt(5, ExtInt.IRQ_FALLING, ExtInt.PULL_PU, events.append)
    board.button("sos").hold()
    board.button("sos").release()
    clock.advance(0.1)
    assert events == [[5, 1]]


def test_a_bouncing_contact():
    events = []
    interrupt = ExtInt(5, ExtInt.IRQ_RISING_FALLING, ExtInt.PULL_PU, events.append, filter_time=50)
    button = board.button("sos")
    for _ in range(5):
        button.hold()
        clock.advance(0.01)
        button.release()
        clock.advance(0.01)
    button.hold()
    clock.advance(0.1)
    assert events == [[5, 1]] and interrupt.read_count(0) == [0, 1]


def test_no_interrupt_is_left():
    board.button("sos").press()


def test_callbacks_that_are_dropped():
    events = []

    def slow(event):
        events.append(event)
        utime.sleep(1)

    interrupt = ExtInt(5, ExtInt.IRQ_FALLING, ExtInt.PULL_PU, slow)
    for _ in range(100):
        board.button("sos").hold()
        board.button("sos").release()
        clock.advance(0.001)
    clock.advance(100)
    assert interrupt.read_count(0) == [0, 100]
    assert len(events) == 65 and board.dropped_callbacks == 35


def test_a_callback_that_fails_is_called_again():
    events = []

    def fail(event):
        events.append(event)
        raise ValueError

    ExtInt(5, ExtInt.IRQ_FALLING, ExtInt.PULL_PU, fail)
    board.button("sos").press()
    board.button("sos").press()
    assert len(events) == 2


def test_timers():
    rounds = []
    timer = Timer(1)
    assert timer.start(period=100, mode=Timer.PERIODIC, callback=rounds.append) == 0
    clock.advance(1.05)
    assert len(rounds) == 10 and rounds[0] is timer and Timer(1) is timer
    assert timer.stop() == 0
    clock.advance(1)
    assert len(rounds) == 10


def test_an_alarm():
    rung = []
    clock.set(2026, 1, 31, 23, 59, 30)
    rtc = RTC()
    assert rtc.datetime() == (2026, 1, 31, 6, 23, 59, 30, 0)
    rtc.register_callback(rung.append)
    assert rtc.set_alarm((2026, 1, 31, 6, 23, 59, 75, 0)) == 0  # 45 s from now
    assert rtc.enable_alarm(1) == 0
    clock.advance(40)
    assert rung == []
    clock.advance(10)
    assert rung == [None] and rtc.datetime()[:3] == (2026, 2, 1)


def test_an_alarm_follows_the_clock():
    rung = []
    rtc = RTC()
    rtc.datetime((2026, 1, 1, 0, 0, 0, 0, 0))
    rtc.register_callback(rung.append)
    rtc.set_alarm((2026, 1, 2, 0, 0, 0, 0, 0))
    rtc.enable_alarm(1)
    clock.set(2026, 1, 1, 23, 59, 50)
    clock.advance(11)
    assert rung == [None]


def test_the_watchdog():
    dog = WDT(20)
    for _ in range(3):
        clock.advance(15)
        dog.feed()
    assert board.watchdog.is_running and board.watchdog.fed == 3 and board.watchdog.bitten == 0
    clock.advance(21)
    assert board.watchdog.bitten == 1 and not board.watchdog.is_running
    assert Power.powerOnReason() == 5 and Power.powerDownReason() == 5


def test_no_watchdog_is_left():
    assert not board.watchdog.is_running and board.watchdog.bitten == 0 and Power.powerOnReason() == 1


def test_a_watchdog_that_is_stopped():
    dog = WDT(10)
    assert dog.stop() == 0 and dog.feed() == 0
    clock.advance(30)
    assert board.watchdog.bitten == 0


def test_voltages():
    adc = ADC()
    assert ADC().open() == 0 and adc.read(ADC.ADC0) == 3300 and adc.read(ADC.ADC1) == 0
    board.adc.set(0, 12)
    assert adc.read(ADC.ADC0) == 12
    board.battery(3500)
    assert Power.getVbatt() == 3500


def test_voltages_are_as_before():
    ADC().open()
    assert ADC().read(0) == 3300 and Power.getVbatt() == 3800


def test_pulses():
    pulse = PWM(PWM.PWM0, PWM.ABOVE_MS, 1, 4)
    assert board.pwm(0) is None
    assert pulse.open() == 0 and board.pwm(0) == (250.0, 0.25)
    assert pulse.close() == 0 and board.pwm(0) is None
    assert PWM_V2(PWM_V2.PWM1, 1000.0, 50).open() == 0 and board.pwm(1) == (1000.0, 0.5)


def test_keys():
    events = []
    pad = KeyPad(2, 3)
    assert pad.init() == 0 and pad.set_callback(events.append) == 0
    board.keypad.press(1, 2)
    board.keypad.press(2, 0)
    assert events == [[1, 1, 2], [0, 1, 2]]
    assert PowerKey().powerKeyEventRegister(events.append) == 0
    board.power_key.press()
    assert events[2:] == [1, 0]
    pad.deinit()
    board.keypad.press(0, 0)
    assert len(events) == 4


def test_usb():
    told = []
    USB().setCallback(told.append)
    board.usb.unplug()
    assert told == [0] and not board.usb.is_plugged and USB().getStatus() == 0
    board.usb.plug()
    assert told == [0, 1] and board.usb.is_plugged


def test_what_is_not_there():
    assert fails(board.pin, 99) == "the module has no pin 99"
    assert fails(board.button, "nothing") == "nothing called 'nothing' is connected: sos, status, GPIO20"
    assert fails(board.button, "status") == "'status' is no button"
