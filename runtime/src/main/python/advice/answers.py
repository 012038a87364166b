"""What is said of a name that is not there, by ``qpy check`` and of a script that fails alike: (code, message, advice).

A message is what is wrong, an advice what to write; both are without a full stop. The codes have pages: ``qpy explain``.
"""

_SHOWN = 6  # of a list of names
_PC_FOLDERS = ("/tmp", "/home", "/etc", "/var", "/root", "/Users", "/mnt", "/dev", "/opt")
_WORDS = ("None", "True", "False")
_OWN_MODULES = ("builtins", "example")  # whose names nobody imports


def sentence(answer):
    """One line of a person's: ``code: message. Advice.``"""
    code, message, advice = answer
    return "%s: %s. %s%s" % (code, message, advice, "" if advice.endswith("?") else ".")


def tab(columns):
    """A tab in a script's indentation, which can be read if a tab counts so many columns: the module's eight, or editors' four."""
    if columns == 8:
        what = "the module counts eight columns and reads the script so, editors show it as four"
    else:
        what = "editors show it as four columns, the module counts eight and refuses the script"
    return "tab", "a tab among spaces: " + what, "Use spaces only"


def _some(names):
    return ", ".join(names[:_SHOWN]) + (", …" if len(names) > _SHOWN else "")


def _capital(text):
    return text[0].upper() + text[1:]


def from_usr(name):
    """The statement that imports a module of /usr."""
    package, _, last = name.rpartition(".")
    return "from usr%s import %s" % (package and "." + package, last)


def before_connect(method):
    """A method of MQTTClient that needs a connection."""
    return "connect-order", "%s() comes before connect(), so there is no connection" % method, "Call connect() first"


class Answers:
    """``surface``: the table of the device's surface for one target."""

    def __init__(self, surface):
        self._surface = surface
        self._firmware = "the firmware of %d" % surface.target

    def _instead(self, *names):
        """What to use in place of the first of the names that something is known of, or None."""
        found = next(filter(None, map(self._surface.instead, names)), None)
        return found and _capital(found)

    def _meant(self, name, names):
        near = self._surface.nearest(name, names)
        return near and "Did you mean %s?" % near

    # Modules

    def module(self, name, searched=()):
        """A module that the target's firmware does not have, and that does not lie under /usr.

        ``searched``: folders that the scripts have modules looked for in.
        """
        other = self._surface.canonical(name)
        if self._surface.is_known(name) and other != name and self._surface.has_module(other):
            return "module-spelling", self._firmware + " has the module under its own name only", "Write import " + other
        also = ", another has" if self._surface.is_known(name) else ""
        top, _, rest = name.partition(".")
        advice = self._instead(name, top) or self._meant(name, self._surface.module_names())
        if not advice and rest and self._surface.nearest(top, ("usr",)):
            advice = "Did you mean usr.%s?" % rest
        name = name if self._surface.has_module(top) or also else top
        advice = advice or "Do without it, or download it to /usr and write " + from_usr(name)
        message = "%s has no module '%s'%s" % (self._firmware, name, also)
        if searched:
            message += ", and there is none in " + _some(list(searched))
        return "no-module", message, advice

    def not_yet(self, title):
        """A module, or a name of one, that the firmware has."""
        return "not-yet", "the firmware has %s, and qpy does not have it yet" % title, "'qpy modules' lists what it has"

    def without_usr(self, name):
        """A module that lies under /usr and is imported as if it did not."""
        top = name.partition(".")[0]
        return "usr-import", "the module does not look for '%s' in /usr" % top, "Write " + from_usr(name)

    def in_usr(self):
        """The package usr, where /usr is the working directory."""
        return "usr-import", "/usr is the working directory, and there is no folder usr in it", "Write the import without usr"

    def no_usr(self, name, there):
        """A module that does not lie under /usr; ``there``: the modules that do."""
        if name.endswith(".py"):
            return "usr-missing", "a module's name has no ending", "Write usr." + name[:-3]
        advice = self._meant(name.rpartition(".")[2], there)
        advice = advice or ("These are there: " + _some(there) if there else "Nothing lies beside the script")
        return "usr-missing", "there is no /usr/%s.py" % name.replace(".", "/"), advice

    # Names

    def member(self, names, owner, name):
        """A name that a module of the firmware, or one of its classes, does not have.

        ``names``: the table's module; ``owner``: the class, '' for the module itself.
        """
        full = owner + "." + name if owner else name
        title = full if names.name == "builtins" else names.name + "." + full
        lacking = self._surface.lacks(title)
        if lacking:
            return "no-method" if owner else "no-name", *lacking
        known = names.is_known(full)
        message = "%s has no %s%s" % (self._firmware, title, ", another has" if known else "")
        advice = self._instead(title) or self._meant(name, names.members(owner))
        advice = advice or ("Ask hasattr() first, or do without it" if known else "Do without it")
        return "no-method" if owner else "no-name", message, advice

    def of_none(self, name):
        """An attribute of None."""
        return "no-method", "the value is None, which has no %s" % name, "Look at what gave it: a call that returns nothing gives None"

    def own_member(self, title, name, names, of_module):
        """A name that something of the script's own does not have, None where it has none at all."""
        advice = self._meant(name, names) or (names and "It has " + _some(names))
        return advice and ("no-name" if of_module else "no-method", "%s has no %s" % (title, name), advice)

    def builtin(self, name):
        """A built-in name of CPython's that the firmware does not have."""
        also = ", another has" if self._surface.module("builtins").is_known(name) else ""
        message = "%s has no built-in %s%s" % (self._firmware, name, also)
        return "no-builtin", message, self._instead("builtins." + name) or "Do without it"

    def unknown(self, name, names):
        """A name that nothing has been given; ``names``: those that can be seen from there, the nearest scope first."""
        advice = self._of_device(name) or self._instead("builtins." + name)
        advice = advice or self._meant(name, [*names, *self._surface.module("builtins").members(), *_WORDS]) or self._from_module(name)
        return "undefined", "nothing here is named '%s'" % name, advice or "Give it a value, or import it, first"

    def without_self(self, name):
        """An attribute of the object, in a method, without the object."""
        return "undefined", "nothing here is named '%s', the object has it" % name, "Write self." + name

    def not_given(self, name, is_global):
        """``x += 1`` in a function that gives x no value before; ``is_global``: the module has an x."""
        if not is_global:
            return "undefined", "'%s' has no value yet" % name, "Give it one first"
        message = "'%s' is the function's own here, since it is given a value, and has none yet" % name
        return "undefined", message, "Write global %s first in the function" % name

    def _of_device(self, name):
        """A module's name without its import."""
        if not self._surface.has_module(name):
            return None
        return "Write import %s first" % name

    def _from_module(self, name):
        """A function or class of some module, without its import."""
        homes = [each for each in self._surface.module_names() if each not in _OWN_MODULES and self._is_in(name, each)]
        return "Write from %s import %s first" % (homes[0], name) if len(homes) == 1 else None

    def _is_in(self, name, module):
        names = self._surface.canonical(module) == module and self._surface.module(module)
        entry = names and names.entry(name)
        return bool(entry) and entry.is_callable

    # Files

    def bare_file(self, path, folder):
        """A file that lies in /usr and is looked for elsewhere."""
        name = path.lstrip("/")
        searched = "" if path.startswith("/") else ", and a name without a folder is looked for in " + folder
        return "path", "%s lies in /usr%s" % (name, searched), "Write '/usr/%s'" % name

    def pc_file(self, path):
        """A file in a folder of PCs; None for any other."""
        path = path.replace("\\", "/")
        if path[1:2] == ":" or any(path == each or path.startswith(each + "/") for each in _PC_FOLDERS):
            return "path", "that is a folder of PCs, where scripts keep nothing", "Write '/usr/%s'" % path.rpartition("/")[2]
        return None

    def no_file(self, path, there, in_usr):
        """A file that is not there; ``there``: the names in its folder, ``in_usr``: those in /usr, where it is another."""
        folder, _, name = path.rpartition("/")
        advice = self._meant(name, there) or self._meant("/usr/" + name, ["/usr/" + each for each in in_usr])
        if not advice and there and folder:
            advice = "In %s are %s" % (folder, _some(there))
        elif not advice:
            advice = "Write the file first, or put it beside the script and write '/usr/%s'" % name
        return "no-file", "there is no %s" % path, advice

    # Calls

    def parameter(self, entry, name):
        """A keyword argument that a function does not take."""
        names = [each.name for each in entry.signature().parameters if each.by_name]
        message = "%s() has no parameter %s" % (entry.title, name)
        advice = self._meant(name, names)
        advice = advice or ("It takes " + ", ".join(names) if names else "Pass it by position, if it is wanted")
        return "keyword", message, advice

    def too_many(self, entry):
        """More positional arguments than a function takes."""
        signature = entry.signature()
        most = len(signature.positional())
        takes = "no argument" if most == 0 else "%d argument%s by position" % (most, "" if most == 1 else "s")
        by_name = [each.name for each in signature.parameters if not each.by_position]
        advice = "Pass the others by name: %s=…" % by_name[0] if by_name else "Leave the others out"
        return "arguments", "%s() takes %s" % (entry.title, takes), advice

    def missing(self, entry, names):
        """Arguments that a function must get and does not."""
        advice = "Pass %s" % ("it" if len(names) == 1 else "them")
        return "arguments", "%s() needs %s" % (entry.title, ", ".join(names)), advice
