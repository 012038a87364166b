"""What Java holds on to of an interpreter: ``boot``. The last part of it."""

import __main__
import _thread
import sys

from boot import current, raising
from boot.functions import functions
from boot.importing import Importer
from boot.own import Module, posix
from boot.program import Program
from boot.replaced import Replaced
from boot.tidying import silence_warnings, tidy_importers
from boot.tracebacks import Tracebacks


class Boot:
    """Serves one device after the other."""

    list_of = staticmethod(raising.list_of)
    dict_of = staticmethod(raising.dict_of)
    raise_ = staticmethod(raising.raise_)
    _tidied = False

    def start(self, seam):
        """Switches a device on."""
        self._importer = current.importer = importer = Importer(seam)
        tracebacks = Tracebacks(seam, importer)
        importer.traceback = tracebacks.traceback
        importer.print_exception = tracebacks.show
        importer.explain = tracebacks.explain
        importer.explanation = tracebacks.explanation
        self._program = Program(seam, importer, tracebacks)
        sys.stdout.reconfigure(encoding="utf-8", errors="replace", write_through=True, newline=seam.newline())
        posix().chdir("/")
        if not self._tidied:
            silence_warnings()
            tidy_importers()
            self._tidied = True
        self._replaced = current.replaced = Replaced()
        for name, function in functions(importer, seam).items():
            self._replaced.give(name, function)

    def release(self):
        """Forgets the device and what ran on it; whether nothing of that is left, so that another may come."""
        if _thread._count() or not self._replaced.is_intact():
            return False
        try:
            self._importer.files("close_files")
        except OSError:
            return False
        self._replaced.give_back()
        current.importer = current.replaced = None
        del self._importer, self._program, self._replaced
        return True

    def run(self, name, source, *arguments):
        """Runs a script to its end."""
        self._importer.argv = [name, *arguments]
        return self._program.run(name, source)

    def enter(self, folder):
        """Makes a folder the current one and, as MicroPython on a PC does, the first of sys.path."""
        posix().chdir(folder)
        self._importer.search_path[0] = folder

    def load(self, name):
        """Imports a module of the device."""
        self._importer.facade(name)

    def call(self, module, function):
        """Calls a function of a module, as the firmware's boot does."""
        return self._program.call(module, function)

    def drive(self, driver, name, source):
        """Has a module run a script."""
        return self._program.drive(driver, name, source)

    def guard(self, function, *arguments):
        """Calls a callback."""
        self._program.guard(function, *arguments)

    def imported(self):
        """The paths of the scripts that have been imported."""
        modules = self._importer.script_modules.values()
        return [each.__dict__["__file__"] for each in modules if type(each) is Module and "__file__" in each.__dict__]

    def interaction(self):
        """What a prompt needs beside a script's run."""
        return self._importer.library("prompt/interaction").Interaction(self._program)


boot = Boot()

# InterruptInstrument finds these in the context's top scope.
__main__.__dict__.update(
    _qpy_raise_interrupt=raising.raise_interrupt,
    _qpy_raise_memory_error=raising.raise_memory_error,
    _qpy_raise_thread_exit=raising.raise_thread_exit,
    _qpy_where=raising.where,
)
