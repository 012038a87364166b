package io.qpy.runtime.graalpy;

import com.oracle.graal.python.PythonLanguage;
import com.oracle.graal.python.builtins.PythonBuiltinClassType;
import com.oracle.graal.python.builtins.objects.buffer.BufferFlags;
import com.oracle.graal.python.builtins.objects.buffer.PythonBufferAcquireLibrary;
import com.oracle.graal.python.builtins.objects.str.PString;
import com.oracle.graal.python.nodes.PRaiseNode;
import com.oracle.graal.python.nodes.util.CastToTruffleStringNode;
import com.oracle.graal.python.runtime.exception.PException;
import com.oracle.graal.python.runtime.object.PFactory;
import com.oracle.graal.python.util.PythonUtils;
import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.library.LibraryExport;
import com.oracle.truffle.api.library.LibraryFactory;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;
import java.lang.reflect.Field;
import java.util.Map;

/**
 * Makes text a buffer wherever GraalPy reads one, as MicroPython's is (py/objstr.c): its bytes, never to be written. Those methods of
 * bytes that MicroPython's text is no argument of still refuse it.
 */
public final class TextBuffer extends PythonBufferAcquireLibrary {
    private static final String METHODS_OF_BYTES = "com.oracle.graal.python.builtins.objects.bytes.";
    private static final TruffleString NOT_IMPLICITLY =
            PythonUtils.tsLiteral("can't convert 'str' object to bytes implicitly");
    private static final TruffleString ONLY_ARRAYS = PythonUtils.tsLiteral("array/bytes required on right side");
    private static final TruffleString NOT_JOINED =
            PythonUtils.tsLiteral("join expects a list of str/bytes objects consistent with self object");

    private static boolean isInstalled;

    /** Where a text is read. */
    private enum Use {
        ANY,
        SEARCH,
        JOIN,
        SLICE,
        PATH;

        static Use of(String node) {
            return switch (node) {
                case "FindNodeGen", "RFindNodeGen", "IndexNodeGen", "RIndexNodeGen", "CountNodeGen" -> SEARCH;
                case "ReplaceNodeGen", "SplitNodeGen", "PartitionNodeGen", "RPartitionNodeGen" -> SEARCH;
                case "StripNodeGen", "LStripNodeGen", "RStripNodeGen" -> SEARCH;
                case "JoinNodeGen" -> JOIN;
                case "SetSubscriptNodeGen" -> SLICE;
                case "DecodeUTF8FSPathNodeGen" -> PATH;
                default -> ANY;
            };
        }
    }

    private final Class<?> kind;
    private final boolean isShared;

    @CompilationFinal
    private Use use;

    private TextBuffer(Class<?> kind, boolean isShared) {
        this.kind = kind;
        this.isShared = isShared;
    }

    /** Has text be a buffer in each interpreter of this JVM from now on. */
    public static synchronized void install() {
        if (!isInstalled) {
            isInstalled = true;
            Map<Class<?>, LibraryExport<?>> exports = exportsOf(PythonBufferAcquireLibrary.getFactory());
            exports.put(TruffleString.class, new Export(TruffleString.class));
            exports.put(PString.class, new Export(PString.class));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<Class<?>, LibraryExport<?>> exportsOf(LibraryFactory<?> library) {
        try {
            Field exports = LibraryFactory.class.getDeclaredField("exportCache");
            exports.setAccessible(true);
            return (Map<Class<?>, LibraryExport<?>>) exports.get(library);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("another Truffle than qpy is built for", e);
        }
    }

    private static final class Export extends LibraryExport<PythonBufferAcquireLibrary> {
        private final Class<?> kind;

        Export(Class<?> kind) {
            super(PythonBufferAcquireLibrary.class, kind, false);
            this.kind = kind;
        }

        @Override
        protected PythonBufferAcquireLibrary createUncached(Object text) {
            return new TextBuffer(kind, true);
        }

        @Override
        protected PythonBufferAcquireLibrary createCached(Object text) {
            return new TextBuffer(kind, false);
        }
    }

    @Override
    public boolean isAdoptable() {
        return !isShared;
    }

    @Override
    public boolean accepts(Object receiver) {
        return receiver != null && receiver.getClass() == kind;
    }

    @Override
    public boolean hasBuffer(Object text) {
        return use() != Use.PATH;
    }

    @Override
    public Object acquire(Object text, int flags) {
        if (use() != Use.ANY) {
            throw refusal();
        }
        if (BufferFlags.requestsWritable(flags)) {
            return super.acquire(text, flags);
        }
        TruffleString string =
                text instanceof TruffleString same ? same : CastToTruffleStringNode.executeUncached(text);
        return PFactory.createBytes(PythonLanguage.get(this), Octets.of(string));
    }

    private PException refusal() {
        CompilerDirectives.transferToInterpreter();
        if (use == Use.SLICE) {
            return PRaiseNode.raiseStatic(this, PythonBuiltinClassType.NotImplementedError, ONLY_ARRAYS);
        }
        return PRaiseNode.raiseStatic(
                this, PythonBuiltinClassType.TypeError, use == Use.JOIN ? NOT_JOINED : NOT_IMPLICITLY);
    }

    private Use use() {
        if (use == null) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            use = findUse();
        }
        return use;
    }

    private Use findUse() {
        for (Node node = getParent(); node != null; node = node.getParent()) {
            Class<?> type = node.getClass();
            Use found = type.getName().startsWith(METHODS_OF_BYTES) ? Use.of(type.getSimpleName()) : Use.ANY;
            if (found != Use.ANY) {
                return found;
            }
        }
        return Use.ANY;
    }
}
