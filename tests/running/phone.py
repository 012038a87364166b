"""Speaks, answers a message and a call, and ends when its caller has hung up."""

import audio
import sms
import utime
import voiceCall

arrived, states = [], []
sms.setCallback(arrived.append)
voiceCall.setCallback(states.append)
audio.TTS(0).play(4, 0, 2, "far away " * 50)
print("ready")
while not arrived:
    utime.sleep_ms(20)
number, text, _ = sms.searchTextMsg(arrived[0][1])
sms.sendTextMsg(number, "got " + text, "GSM")
while not states:
    utime.sleep_ms(20)
voiceCall.callAnswer()
while states[-1][0] != 12:
    utime.sleep_ms(20)
print([each[0] for each in states], states[0][6])
sms.setCallback(None)
voiceCall.setCallback(None)
