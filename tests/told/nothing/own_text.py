import usys
usys.modules.clear() if hasattr(usys, "modules") else None
class S(str):
    def split(self, *a): raise RuntimeError("no")
raise NameError(S("name 'x' is not defined"))
