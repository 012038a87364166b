"""Takes away what GraalPy's start leaves behind and no module has; once for an interpreter."""

import sys


def tidy_importers():
    """GraalPy's importers of other things than its library, and the PC's folders in what it has imported already."""
    sys.meta_path[:] = [each for each in sys.meta_path if getattr(each, "__module__", "").startswith("_frozen_importlib")]
    sys.path_hooks[:] = [each for each in sys.path_hooks if not isinstance(each, type)]
    for name in [name for name in sys.modules if name == "zipimport" or name.startswith("_sysconfigdata")]:
        del sys.modules[name]
    for module in list(sys.modules.values()):
        module.__dict__.pop("__file__", None)
        if hasattr(module, "__path__"):
            module.__path__ = [path for path in map(_on_the_library, module.__path__)]
            module.__spec__.submodule_search_locations = module.__path__


def _on_the_library(path):
    """A folder of the library's as it is shown."""
    return sys.prefix + "/lib" + path.rpartition("/lib")[2]


def silence_warnings():
    """CPython's warnings of doubtful code; MicroPython has none."""
    import _warnings

    _warnings.filters.insert(0, ("ignore", None, Warning, None, 0))
