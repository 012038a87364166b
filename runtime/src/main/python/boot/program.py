"""Runs scripts and callbacks to their end."""

import sys

from boot.own import arguments_of, real_exec


class Program:
    """A script and how it ends."""

    def __init__(self, seam, importer, tracebacks):
        self._seam = seam
        self._importer = importer
        self._tracebacks = tracebacks

    def run(self, name, source):
        """Runs a script to its end: ("finished", exit code), ("exception", 1) or ("interrupted", 130)."""
        main = self._importer.main_globals()
        main["__file__"] = name
        self._importer.leave_boot_names(main, source)

        def script():
            real_exec(self._importer.compile(source, name), main)
            self._wait_for_threads()

        return self._to_its_end(script)

    def drive(self, driver, name, source):
        """Has a module run a script, by its function drive(name, source); the threads that are left are not waited for."""
        return self._to_its_end(lambda: self._importer.facade(driver).drive(name, source))

    def call(self, module, function):
        """Calls a function of a module; what it leaves behind is not waited for."""
        return self._to_its_end(lambda: getattr(self._importer.facade(module), function)())

    def _to_its_end(self, what):
        try:
            try:
                what()
            finally:
                self._flush()
            return "finished", 0
        except SystemExit as e:
            return "finished", self.exit_code(e)
        except KeyboardInterrupt as e:
            self._tracebacks.show(e)
            return "interrupted", 130
        except BaseException as e:
            self._tracebacks.show(e)
            return "exception", 1

    def _flush(self):
        at_exit, self._importer.at_exit = self._importer.at_exit, None
        if at_exit:
            at_exit()
        sys.stdout.flush()
        self._importer.files("flush_files")
        if self._importer.checkpoint:
            self._importer.checkpoint()

    def _wait_for_threads(self):
        """A module goes on after main.py as long as it has threads, timers or interrupts; so does a run."""
        while True:
            thread = self._importer.facades.get("_thread")
            if thread is not None:
                thread._wait_for_all()
            if not self._seam.awaitEvents():
                return

    def exit_code(self, e):
        arguments = arguments_of(e)
        code = arguments[0] if arguments else 0
        if code is None:
            return 0
        if isinstance(code, int):
            return int.__and__(code, 0xFF)
        try:
            self._seam.error(str(code) + "\n")
        except Exception as refused:
            self._tracebacks.show(refused)
        return 1

    def guard(self, function, *arguments):
        """Calls a callback; what it raises is printed, as the module prints it, and ends nothing."""
        try:
            function(*arguments)
        except SystemExit:
            pass
        except BaseException as e:
            if not (isinstance(e, OSError) and self._seam.isUnread()):
                self._tracebacks.show(e)
