import usys

left_variable = 1
usys.modules["left"] = usys
usys.path.append("/left")
globals()["len"] = None
