# Ways to a built-in module of GraalPy's: each defines route(name), which gives the module.
#: exec's globals
def route(name):
    return exec.__globals__['_real_import'](name)
#: open's globals
def route(name):
    return open.__globals__['_real_import'](name)
#: the importer behind the built-in modules, among the classes
def route(name):
    for each in classes():
        if each.__name__ == 'BuiltinImporter':
            return each.load_module(name)
#: create_builtin with a specification of one's own
def route(name):
    class Spec:
        origin = loader = None
        parent = ''
    Spec.name = name
    return lib('_imp').create_builtin(Spec)
#: importlib's own import
def route(name):
    return lib('sys').modules['_frozen_importlib']._gcd_import(name)
#: the finders of sys.meta_path
def route(name):
    sys = lib('sys')
    for each in sys.meta_path:
        spec = each.find_spec(name, None)
        if spec is not None:
            return sys.modules['_frozen_importlib'].module_from_spec(spec)
    raise ImportError(name)
#: the modules that are loaded, or that one of those has imported
def route(name):
    sys = lib('sys')
    __import__ = exec.__globals__['_real_import']
    for module in list(sys.modules.values()):
        for each in list(getattr(module, '__dict__', {}).values()):
            if type(each) is type(sys) and each.__name__ == name:
                return each
    return __import__(name)
#: the frames of a traceback
def route(name):
    try:
        1 / 0
    except ZeroDivisionError as e:
        frame = e.__traceback__.tb_frame
        while '_real_import' not in frame.f_globals:
            frame = frame.f_back
        return frame.f_globals['_real_import'](name)
#: a generator's frame
def route(name):
    def steps():
        yield 1
    each = steps()
    next(each)
    builtins = each.gi_frame.f_builtins
    return builtins['exec'].__globals__['_real_import'](name)
#: a library module's builtins
def route(name):
    builtins = lib('codecs').__builtins__
    if not isinstance(builtins, dict):
        builtins = builtins.__dict__
    return builtins['open'].__globals__['_real_import'](name)
#: a facade's globals
def route(name):
    try:
        import uos
        names = uos.__dict__['_on_flash'].__globals__['__builtins__']
    except ImportError:
        names = __builtins__
    names = names if isinstance(names, dict) else names.__dict__
    return names['exec'].__globals__['_real_import'](name)
