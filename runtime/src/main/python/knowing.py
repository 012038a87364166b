"""What qpy knows about an exception that a script does not catch: one line with what is wrong and what to write.

Loaded when something fails. The knowledge is the table of the device's surface, which ``qpy check`` reads too, and what is there.
"""

_surface = _device.library("surface")
nearest = _surface.nearest
_NEWEST = 2025  # the target whose names are suggested
_ENOENT = 2


def line(e, device, seam):
    """The line about an exception, or None where qpy knows no more than its text."""
    if isinstance(e, ImportError):
        return _Knowledge(device, seam).of_import(e)
    if isinstance(e, AttributeError):
        return _Knowledge(device, seam).of_attribute(e)
    if isinstance(e, NameError):
        return _Knowledge(device, seam).of_name(e)
    if isinstance(e, OSError):
        return _Knowledge(device, seam).of_file(e)
    return None


class _Knowledge:
    def __init__(self, device, seam):
        self._device = device
        self._seam = seam
        self._surface = _surface.Surface(seam.table, _NEWEST, False)

    def of_import(self, e):
        name = getattr(e, "missing", None)
        if name is None:
            return self._of_member(e)
        top = name.partition(".")[0]
        if top == "usr":
            return self._of_usr(name)
        if self._surface.is_known(name):
            return "the firmware has %s, qpy does not have it yet ('qpy modules' lists what it has)" % name
        instead = self._surface.instead(name) or self._surface.instead(top)
        if instead:
            return "no firmware has %s: %s" % (name, instead)
        near = nearest(name, sorted(self._device.module_names()))
        if near:
            return "no firmware has %s; did you mean %s?" % (name, near)
        return "no firmware has %s, and %s" % (name, self._nothing("/usr/%s.py" % name.replace(".", "/"), ".py"))

    def _of_usr(self, name):
        path = "/" + name.replace(".", "/") + ".py"
        return self._nothing(path, ".py")

    def _of_member(self, e):
        """``from log import getlogger``: the text names what is missing, the exception's name its module."""
        words = str(e.args[0]).split("'") if e.args else ()
        if len(words) < 2 or not isinstance(e.name, str):
            return None
        return self._of_names(e.name, words[1], self._names_in(e.name))

    def of_attribute(self, e):
        parts = str(e.args[0]).split("'") if e.args else ()
        if len(parts) < 4:
            return None
        name = parts[3]
        if parts[0] == "module ":
            return self._of_names(parts[1], name, self._names_in(parts[1]))
        owner = getattr(e, "obj", None)
        names = [each for each in dir(owner) if not each.startswith("_")] if owner is not None else []
        instead = self._surface.instead(parts[1] + "." + name)
        if instead:
            return "%s has no %s: %s" % (parts[1], name, instead)
        near = nearest(name, names)
        return "%s has no %s; did you mean %s?" % (parts[1], name, near) if near else None

    def _names_in(self, module):
        found = self._device.facades.get(self._surface.canonical(module)) or self._device.script_modules.get(module)
        return [each for each in dir(found) if not each.startswith("_")] if found is not None else []

    def _of_names(self, module, name, names):
        module = self._surface.canonical(module)
        title = module + "." + name
        table = self._surface.module(module) if self._surface.is_known(module) else None
        if table is not None and table.is_known(name):
            return "the firmware has %s.%s, qpy does not have it yet" % (module, name)
        instead = self._surface.instead(title)
        if instead:
            return "no firmware has %s.%s: %s" % (module, name, instead)
        near = nearest(name, names)
        return "%s has no %s; did you mean %s.%s?" % (module, name, module, near) if near else None

    def of_name(self, e):
        parts = str(e.args[0]).split("'") if e.args else ()
        if len(parts) < 2:
            return None
        name = parts[1]
        if name in self._device.module_names():
            return "%s is a module of the device: write import %s first" % (name, name)
        near = nearest(name, self._visible(e))
        if near:
            return "no name %s is known here; did you mean %s?" % (name, near)
        instead = self._surface.instead("builtins." + name)
        return "no firmware has %s: %s" % (name, instead) if instead else None

    def _visible(self, e):
        """The names at the place where the exception was raised, the nearest scope first."""
        tb = e.__traceback__
        while tb is not None and tb.tb_next is not None:
            tb = tb.tb_next
        names = [*tb.tb_frame.f_locals, *tb.tb_frame.f_globals] if tb is not None else []
        builtins = self._surface.module("builtins").members()
        return [each for each in names if isinstance(each, str)] + builtins

    def of_file(self, e):
        path = getattr(e, "asked", None)
        if e.args[:1] != (_ENOENT,) or not isinstance(path, str):
            return None
        whole = path if path.startswith("/") else self._device.cwd().rstrip("/") + "/" + path
        if not whole.startswith("/usr/") and self._seam.kind("/usr/" + path.lstrip("/")) != "none":
            return "%s lies in /usr, and the working directory is %s: write '/usr/%s'" % (
                path, self._device.cwd(), path.lstrip("/"),
            )  # fmt: skip
        return self._nothing(whole, "")

    def _nothing(self, path, ending):
        """That a file is not there, and what is."""
        folder, _, name = path.rpartition("/")
        there = [each for each in self._seam.entries(folder) if each.endswith(ending)]
        near = nearest(name, there)
        if near:
            return "there is no %s; did you mean %s?" % (path, near)
        if there:
            return "there is no %s; in %s are %s" % (path, folder, ", ".join(there[:6]) + (", …" if len(there) > 6 else ""))
        return "there is no %s" % path
