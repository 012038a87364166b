"""File systems of a script's own, which uos.mount() puts beside the flash; mpremote's ``mount`` is one."""

_FOLDER = 0x4000


class Mounts:
    def __init__(self):
        self._systems = {}
        self.cwd = None  # the current folder where it is in one of them

    def add(self, system, path):
        if path in self._systems or path == "/":
            raise OSError(1)
        system.mount(False, False)
        self._systems[path] = system

    def remove(self, path):
        system = self._systems.pop(path, None)
        if system is None:
            raise OSError(22)
        if self.cwd is not None and self.find(self.cwd) is None:
            self.cwd = None
        system.umount()

    def names(self):
        """The names that the root has besides the flash's."""
        return [path[1:] for path in self._systems]

    def find(self, path):
        """(file system, path in it) for an absolute path; None for one of the flash."""
        top = "/" + path.split("/")[1]
        system = self._systems.get(top)
        return None if system is None else (system, path[len(top) :] or "/")

    def kind(self, path):
        """'file', 'folder' or 'none'; None for a path of the flash."""
        found = self.find(path)
        if found is None:
            return None
        try:
            return "folder" if found[1] == "/" or found[0].stat(found[1])[0] & _FOLDER else "file"
        except OSError:
            return "none"

    def read(self, path):
        system, inner = self.find(path)
        file = system.open(inner, "rb")
        try:
            return bytes(file.read()).decode()
        finally:
            file.close()
