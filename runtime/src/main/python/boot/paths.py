"""Paths of the device: its flash, and the file systems that a script has mounted."""

from boot.own import posix


class Paths:
    """Finds files. ``seam`` is the host object of the boot code; ``mounts`` is flash/mounts.py's, where a script has some."""

    def __init__(self, seam):
        self.seam = seam
        self.mounts = None

    def cwd(self):
        """The current folder."""
        return self.mounts and self.mounts.cwd or posix().getcwd()

    def absolute(self, path):
        """The path from the root, without . and .., which GraalPy does not resolve on a file system of one's own."""
        parts = []
        for part in (path if path.startswith("/") else self.cwd() + "/" + path).split("/"):
            if part == "..":
                del parts[-1:]
            elif part not in ("", "."):
                parts.append(part)
        return "/" + "/".join(parts)

    def mounted(self, path):
        """(file system, path in it) where the path is in one that a script has mounted."""
        if not self.mounts or not isinstance(path, str):
            return None
        return self.mounts.find(path if path.startswith("/") else self.cwd().rstrip("/") + "/" + path)

    def kind(self, path):
        """``file``, ``folder`` or ``none``."""
        return self.mounts and self.mounts.kind(path) or self.seam.kind(path)

    def read(self, path):
        """The text of a script's file. SyntaxError where it is not UTF-8."""
        mounted = self.mounts and self.mounts.find(path)
        try:
            return self.mounts.read(path) if mounted else self.seam.read(path)
        except SyntaxError as e:
            e.hint = "encoding", e.msg  # it is no UTF-8
            raise
