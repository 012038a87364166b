"""Calls whose arguments the firmware refuses, or takes for something else than was meant."""

from check import patterns

from advice.answers import Answers, before_connect
from check.values import kind

_CLOUDS = ("aLiYun.aLiYun", "TenCentYun.TXyun")
_CLIENTS = _CLOUDS + ("umqtt.MQTTClient",)
_SHORTEST_KEEPALIVE = 5  # seconds; since August 2021, facts.md 2.2
_KEEPALIVE_CHECKED = 2025
_CONNECTED = ("publish", "subscribe", "unsubscribe", "ping", "wait_msg", "check_msg")  # MQTTClient's, after connect()
_TAKING_PATTERNS = ("ure.compile", "ure.match", "ure.search", "ure.split", "ure.sub")


class Calls:
    def __init__(self, surface, values, report, host):
        self._surface = surface
        self._answers = Answers(surface)
        self._values = values
        self._report = report
        self._host = host
        self.has_mounts = False
        self.loops = []  # (first line, last line)
        self.texts = {}  # how often each text stands in the script
        self.handed_on = []  # (name, scope, line) of a name alone: others may do something with what it stands for
        self._blanks = {}  # the constant -> the parameter
        self._paths = []  # (constant, answer, the file's name, whether it is open()'s own argument)
        self._order = []  # (class, method, receiver as text, scope, node)

    def look(self, node, scope):
        called = self._values.of(node.func, scope)
        if not called or len(called) != 1:
            return
        what = next(iter(called))
        entry = self._constructor(what)
        if entry is None:
            return
        bound = self._bound(node, scope, entry)
        if bound is not None:
            self._look_bound(node, scope, entry, bound)

    def _constructor(self, called):
        if called[0] == "module":
            name = self._surface.called(called[1])
            return name and self._surface.module(called[1]).entry(name)
        return called[1] if called[0] in ("class", "function") else None

    def _bound(self, node, scope, entry):
        """Checks the arguments against the signature: {parameter: argument}, None where that cannot be told."""
        signature = entry.signature()
        if signature is None or self._is_through_class(node, scope, entry):
            return None
        positional = signature.positional()
        starred = any(kind(each) == "Starred" for each in node.args)
        doubled = any(each.arg is None for each in node.keywords)
        bound = {} if starred else dict((p.name, a) for p, a in zip(positional, node.args))
        if not starred and not signature.rest and len(node.args) > len(positional):
            self._report(node.args[len(positional)], *self._answers.too_many(entry))
            return None
        for keyword in node.keywords:
            if keyword.arg is not None:
                self._look_keyword(keyword, entry, signature, bound)
                bound[keyword.arg] = keyword.value
        self._look_later(entry, signature, bound, node)
        missing = [p.name for p in signature.parameters if p.wanted and p.name not in bound]
        if missing and not starred and not doubled:
            self._report(node, *self._answers.missing(entry, missing))
        return bound

    def _is_through_class(self, node, scope, entry):
        """Class.method(…), where it depends on the method whether an object comes first."""
        if "." not in entry.name or kind(node.func) != "Attribute":
            return False
        owners = self._values.of(node.func.value, scope)
        return bool(owners) and any(each[0] == "class" for each in owners) and bool(node.args)

    def _look_keyword(self, keyword, entry, signature, bound):
        parameter = signature.named(keyword.arg)
        if parameter is None:
            if not signature.keywords:
                self._report(keyword, *self._answers.parameter(entry, keyword.arg))
        elif not parameter.by_name:
            message = "%s() takes no keyword arguments" % entry.title
            self._report(keyword, "keyword", message, "Pass %s by position" % keyword.arg)
        elif keyword.arg in bound:
            self._report(keyword, "arguments", "%s() gets %s twice" % (entry.title, keyword.arg), "Pass it once")

    def _look_later(self, entry, signature, bound, node):
        """Parameters that other firmware has."""
        for parameter in signature.parameters:
            if not parameter.there and parameter.name in bound:
                place = next((each for each in node.keywords if each.arg == parameter.name), bound[parameter.name])
                message = "%s() of the firmware of %d has no parameter %s, another has" % (
                    entry.title, self._surface.target, parameter.name,
                )  # fmt: skip
                self._report(place, "keyword", message, "Leave it out, or check with --target %s" % parameter.span.strip("."))

    def _look_bound(self, node, scope, entry, bound):
        for parameter in entry.signature().parameters:
            if parameter.blank and parameter.name in bound:
                self._look_blank(bound[parameter.name], scope, parameter.name)
        title = entry.title
        owner, _, method = title.rpartition(".")
        if owner in _CLIENTS and method in ("publish", "subscribe", "set_last_will"):
            self._look_qos(node, bound, owner, method)
        if title == "umqtt.MQTTClient" and "server" in bound:
            self._look_server(bound["server"], scope)
        for name in ("keepalive", "keepAlive"):
            if name in bound:
                self._look_keepalive(bound[name], scope)
        if title == "_thread.start_new_thread" and "function" in bound:
            self._look_thread(bound, scope)
        if title in _TAKING_PATTERNS and "pattern" in bound:
            self._look_pattern(bound["pattern"], scope)
        if title == "open" and "file" in bound:
            self._look_path(bound, scope)
        if owner == "umqtt.MQTTClient" and kind(node.func) == "Attribute":
            self._order.append((method, _text_of(node.func.value), scope, node))

    def _look_blank(self, node, scope, name):
        """What the documentation's examples leave to be filled in."""
        constants = self._values.constants(node, scope)
        if constants and all(each.value in ("", b"") and each.value is not None for each in constants):
            for each in constants:
                self._blanks.setdefault(each, name)

    def report_blanks(self):
        for each, name in self._blanks.items():
            self._report(each, "blank", "%s is blank" % name, "Fill in yours")

    def _look_qos(self, node, bound, owner, method):
        if method == "publish" and len(node.args) > 2:
            third = node.args[2]
            number = kind(third) == "Constant" and type(third.value) is int
            if number or _last_name(third).lower() == "qos":
                message = "the third argument of publish() is retain, not qos"
                self._report(third, "retain-qos", message, "Write qos=%s" % _text_of(third))
        qos = bound.get("qos")
        if qos is not None and kind(qos) == "Constant" and qos.value not in (0, 1):
            self._report(qos, "qos", "the module has QoS 0 and 1 only", "Use 1")

    def _look_server(self, node, scope):
        for each in self._values.constants(node, scope) or ():
            if isinstance(each.value, str) and ("/" in each.value or ":" in each.value):
                message = "server is the name of a host, without a scheme, port or path"
                self._report(each, "server-name", message, "Write the name alone; port= and ssl= say the rest")

    def _look_pattern(self, node, scope):
        for each in self._values.constants(node, scope) or ():
            text = each.value.decode("latin-1") if isinstance(each.value, bytes) else each.value
            found = isinstance(text, str) and patterns.doubt(text, self._surface.version)
            if found:
                self._report(each, "pattern", *found)

    def _look_keepalive(self, node, scope):
        for each in self._values.constants(node, scope) or ():
            if isinstance(each.value, int) and 0 < each.value < _SHORTEST_KEEPALIVE:
                if self._surface.target >= _KEEPALIVE_CHECKED:
                    self._report(each, "keepalive", "keepalive is 0 or at least 5 seconds", "Use 60 or more")

    def _look_thread(self, bound, scope):
        function, arguments = bound["function"], bound.get("args")
        if kind(function) == "Call":
            self._report(function, "thread-arguments", "the function is called here, not in the thread", "Leave its () out")
        values = arguments and self._values.of(arguments, scope)
        if values and all(each[0] == "object" and each[1].title not in ("tuple", "list") for each in values):
            self._report(arguments, "thread-arguments", "the thread's arguments are a tuple", "Write (x,)")

    def _look_path(self, bound, scope):
        modes = self._values.constants(bound["mode"], scope) if "mode" in bound else ()
        reads = modes is not None and all(not set("wax+") & set(str(each.value)) for each in modes)
        for each in self._values.constants(bound["file"], scope) or ():
            if isinstance(each.value, str) and not self.has_mounts:
                self._look_one_path(each, reads, each is bound["file"])

    def _look_one_path(self, node, reads, is_argument):
        """A path; a bare name that is only read may be the firmware's own, as FotaFile.bin is."""
        name = node.value.replace("\\", "/").lstrip("/")
        on_pc = self._answers.pc_file(node.value)
        if on_pc:
            self._report(node, *on_pc)
        elif name and "/" not in name and self._host.isFileInFolder(name):
            self._paths.append((node, self._answers.bare_file(node.value, "/"), name, is_argument))
        elif name and "/" not in name and not reads:
            message = "that is in the folder /, where scripts keep nothing"
            self._paths.append((node, ("path", message, "Write '/usr/%s'" % name), name, is_argument))

    def report_paths(self):
        for node, answer, name, is_argument in self._paths:
            self._report(node, *answer, self._fix(node, name) if is_argument else None)

    def _fix(self, node, name):
        """The path below /usr in its place, where the script names the file nowhere else: all of it is to mean one file."""
        named = sum(self.texts.get(each, 0) for each in (name, "/" + name, "/usr/" + name))
        fixed = {each[0] for each in self._paths if each[3] and each[2] == name}
        return (node.lineno, node.col_offset + 1, node.value, "/usr/" + name) if named == len(fixed) else None

    def report_order(self):
        """What comes too late, where it stands in the same function after what it should have come before."""
        set_callbacks = [each for each in self._order if each[0] == "set_callback"]
        for method, receiver, scope, node in self._order:
            if method == "subscribe":
                same = [each for each in set_callbacks if each[1] == receiver and each[2] is scope]
                if not set_callbacks or (same and all(each[3].lineno > node.lineno for each in same)):
                    message = "subscribe() comes before set_callback(), and the module refuses that"
                    self._report(node, "callback-order", message, "Call set_callback() first")
            if method == "set_last_will":
                before = [each for each in self._order if each[0] == "connect" and each[1:3] == (receiver, scope)]
                if any(each[3].lineno < node.lineno for each in before):
                    self._report(node, "last-will-order", "set_last_will() after connect() changes nothing", "Call it before")

        self._report_connect()

    def _report_connect(self):
        """What needs a connection, and comes before connect() in the function that has made the client."""
        for method, receiver, scope, node in self._order:
            if method not in _CONNECTED or receiver not in scope.given:
                continue
            connects = [each[3].lineno for each in self._order if each[:3] == ("connect", receiver, scope)]
            if connects and not self._is_connected_elsewhere(receiver, scope, node) and all(line > node.lineno and not self._in_one_loop(line, node.lineno) for line in connects):
                self._report(node, *before_connect(method))

    def _is_connected_elsewhere(self, receiver, scope, node):
        """Whether another function has connected it, perhaps."""
        others = any(each[:2] == ("connect", receiver) and each[2] is not scope for each in self._order)
        return others or any(name == receiver and line < node.lineno for name, _, line in self.handed_on)

    def _in_one_loop(self, *lines):
        return any(first <= min(lines) and max(lines) <= last for first, last in self.loops)

    def look_body(self, node, parent, scope):
        """r.text and r.content give their parts one after the other; ``parent`` is what uses them."""
        if node.attr not in ("text", "content") or not self._is_response(node.value, scope):
            return
        used = kind(parent)
        whole = used == "Subscript" and parent.value is node or used in ("BinOp", "Compare", "FormattedValue")
        whole = whole or used == "Attribute" and not parent.attr.startswith("__")
        if used == "Call" and node in parent.args:
            called = self._values.of(parent.func, scope)
            titles = [each[1].title for each in called or () if each[0] in ("function", "class")]
            whole = bool(titles) and titles[0] in ("len", "print", "str", "ujson.loads", "log.Logger.info", "log.Logger.debug")
        if whole:
            place = (node.end_lineno, node.end_col_offset - len(node.attr))
            message = "%s gives the answer's parts one after the other, not a string" % node.attr
            self._report(place, "body-parts", message, "Write for part in r.%s, or r.json()" % node.attr)

    def _is_response(self, node, scope):
        values = self._values.of(node, scope)
        return bool(values) and all(each[0] == "object" and each[1].title == "request.Response" for each in values)


def _last_name(node):
    return getattr(node, "id", None) or getattr(node, "attr", None) or ""


def _text_of(node):
    """A name with dots, or a number, as it is written; what is more than that has none."""
    if kind(node) == "Attribute":
        return _text_of(node.value) + "." + node.attr
    return str(node.value) if kind(node) == "Constant" else _last_name(node)
