"""What sim takes: storages are numbers, texts are buffers (the firmware's modsim.c of 2021)."""

import sim


def shown(call):
    try:
        print(call())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


for arguments in (
    (9, 1, 4, ""),
    ("SM", 1, 4, ""),
    (16, 1, 4, ""),
    (-1, 1, 4, ""),
    (9, 4, 1, ""),
    (9, 1, 22, ""),
    (9, 0, 0, "x" * 31),
    (9, 1, 2, None),
    (9, "1", 2, ""),
    (9, 10**30, 10**30, ""),
):
    shown(lambda: sim.readPhonebook(*arguments))
for arguments in (
    (9, 0, "a", "1"),
    (9, 501, "a", "1"),
    (9, 5, "a", 5),
    (9, 5, "\u5f20" * 11, "5"),
    (9, 5, "a", "5" * 21),
    ("9", 5, "a", "5"),
    (9, 5, b"Ada", "5" * 20),
    (1, 5, "Bob", "6"),
):
    shown(lambda: sim.writePhonebook(*arguments))
for arguments in ((9, 0, 0, "A"), (9, 0, 0, b"B"), (1, 5, 25, ""), (15, 5, 25, "")):
    shown(lambda: sim.readPhonebook(*arguments))
shown(lambda: sim.writePhonebook(1, 5, "", ""))
shown(lambda: sim.readPhonebook(1, 5, 5, ""))
for call in (
    lambda: sim.enablePin(1234),
    lambda: sim.disablePin(None),
    lambda: sim.verifyPin("1" * 16),
    lambda: sim.verifyPin(b"1234"),
    lambda: sim.changePin("1234", None),
    lambda: sim.unblockPin("1" * 16, "1"),
    lambda: sim.unblockPin("12345678", "1" * 16),
    lambda: sim.unblockPin("12345678", "1"),
    lambda: sim.genericAccess(0, ""),
    lambda: sim.genericAccess(2, "A0A40000023F00"),
    lambda: sim.genericAccess(1, "A0A40000023F00"),
    lambda: sim.genericAccess("0", "A0A40000023F00"),
    lambda: sim.genericAccess(0, 5),
    lambda: sim.genericAccess(0, "A0A40000022FE2"),
    lambda: sim.genericAccess(0, b"A0B000000A"),
    lambda: sim.switchCard("x"),
    lambda: sim.setSimDet(2, 0),
    lambda: sim.setSimDet(0, "x"),
    lambda: sim.setCallback(5),
    lambda: sim.setSwitchcardCallback(None),
    lambda: sim.getImsi(2),
    lambda: sim.getImsi(1),
):
    shown(call)
