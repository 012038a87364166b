"""Access points in the firmware's ways of 2021 (dataCall.py, moddatacall.c), and what dataCall takes."""

import dataCall
import uos


def shown(call):
    try:
        print(call())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


for call in (
    lambda: dataCall.getApn(0),
    lambda: dataCall.getApn(0, 2),
    lambda: dataCall.getApn(1),
    lambda: dataCall.getApn("0"),
    lambda: dataCall.startByUserApns(),
    lambda: dataCall.setApn(2, 0, "iot", "u", "p", 1),
    lambda: dataCall.getApn(0, 2),
    lambda: dataCall.getInfo(2, 0)[2][0],
    lambda: open("/usr/user_apn.json").read(),
    lambda: dataCall.stop(2, 0),
    lambda: dataCall.startByUserApns(),
    lambda: dataCall.getInfo(2, 0)[2][0],
    lambda: dataCall.setApn(9, 0, "", "", "", 0),
    lambda: dataCall.setApn(1, 3, "", "", "", 0),
    lambda: dataCall.setApn(1, 0, "a" * 64, "", "", 0),
    lambda: dataCall.setApn(1, 0, "", "u" * 16, "", 0),
    lambda: dataCall.setApn(1, 0, "", "", "p" * 16, 0),
    lambda: dataCall.setApn(1, 0, None, "", "", 0),
    lambda: dataCall.recordApn(1, 0, "x", "", "", 7, 1),
    lambda: dataCall.recordApn(3, 0, b"x", "", "", 0, 1),
    lambda: dataCall.getPDPContext(3),
    lambda: dataCall.getInfo("1", 0),
    lambda: dataCall.start(None),
    lambda: dataCall.setDNSServer(1, 0, 5, 6),
    lambda: dataCall.setCallback(None),
):
    shown(call)
uos.remove("/usr/user_apn.json")
