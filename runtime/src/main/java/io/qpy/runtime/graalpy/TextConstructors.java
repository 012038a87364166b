package io.qpy.runtime.graalpy;

import com.oracle.graal.python.PythonLanguage;
import com.oracle.graal.python.annotations.Slot.SlotSignature;
import com.oracle.graal.python.builtins.Python3Core;
import com.oracle.graal.python.builtins.PythonBuiltinClassType;
import com.oracle.graal.python.builtins.objects.PNone;
import com.oracle.graal.python.builtins.objects.buffer.PythonBufferAccessLibrary;
import com.oracle.graal.python.builtins.objects.buffer.PythonBufferAcquireLibrary;
import com.oracle.graal.python.builtins.objects.bytes.ByteArrayBuiltins;
import com.oracle.graal.python.builtins.objects.bytes.ByteArrayBuiltinsFactory;
import com.oracle.graal.python.builtins.objects.bytes.BytesBuiltins;
import com.oracle.graal.python.builtins.objects.bytes.BytesBuiltinsFactory;
import com.oracle.graal.python.builtins.objects.str.PString;
import com.oracle.graal.python.builtins.objects.str.StringBuiltins;
import com.oracle.graal.python.builtins.objects.type.TpSlots.TpSlotMeta;
import com.oracle.graal.python.builtins.objects.type.slots.TpSlotVarargs.TpSlotNewBuiltin;
import com.oracle.graal.python.builtins.objects.type.slots.TpSlotVarargs.TpSlotVarargsBuiltin;
import com.oracle.graal.python.nodes.PRaiseNode;
import com.oracle.graal.python.nodes.function.builtins.PythonQuaternaryBuiltinNode;
import com.oracle.graal.python.nodes.object.GetClassNode;
import com.oracle.graal.python.nodes.util.CastToTruffleStringNode;
import com.oracle.graal.python.runtime.exception.PException;
import com.oracle.graal.python.runtime.object.PFactory;
import com.oracle.graal.python.util.PythonUtils;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.dsl.NodeFactory;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;

/**
 * bytes(), bytearray() and str() of text and its bytes: as the module's, which keeps any bytes in a text and looks at no encoding
 * (py/objstr.c). Only for the encodings of {@link #KEPT}; GraalPy's own library means the others.
 */
public final class TextConstructors {
    private static final Set<String> KEPT = Set.of("utf-8", "utf8", "utf_8", "gbk", "gb2312", "gb18030");
    private static final TruffleString UTF8 = PythonUtils.tsLiteral("utf-8");
    private static final TruffleString NOT_ITERABLE = PythonUtils.tsLiteral("'NoneType' object isn't iterable");

    private TextConstructors() {}

    /** Puts them in place, once. To be called before the first engine of the JVM is made. */
    public static void install() {
        Installation.take();
    }

    /**
     * Its initialiser does the work: a slot that is made after the first engine has no call target in it. GraalPy asserts that
     * its classes have the slots that it was built with; where assertions are on, as in tests, those of that one class are
     * switched off.
     */
    private static final class Installation {
        static {
            Python3Core.class.getClassLoader().setClassAssertionStatus(Python3Core.class.getName(), false);
            Slots.set(PythonBuiltinClassType.PBytes, TpSlotMeta.TP_NEW, new BytesSlot());
            Slots.set(PythonBuiltinClassType.PByteArray, TpSlotMeta.TP_INIT, new BytearraySlot());
            Slots.set(PythonBuiltinClassType.PString, TpSlotMeta.TP_NEW, new StrSlot());
        }

        static void take() {
            // The class is initialised by the call.
        }
    }

    private static boolean isText(Object object) {
        return object instanceof TruffleString || object instanceof PString;
    }

    @TruffleBoundary
    private static boolean isKept(Object encoding) {
        return isText(encoding)
                && KEPT.contains(string(encoding).toJavaStringUncached().toLowerCase(Locale.ROOT));
    }

    private static TruffleString string(Object text) {
        return text instanceof TruffleString string ? string : CastToTruffleStringNode.executeUncached(text);
    }

    private static Object bytes(Node node, Object text) {
        return PFactory.createBytes(PythonLanguage.get(node), Octets.of(string(text)));
    }

    private record Factory<T>(Class<T> type, Supplier<T> maker) implements NodeFactory<T> {
        @Override
        public T createNode(Object... arguments) {
            return maker.get();
        }

        @Override
        public Class<T> getNodeClass() {
            return type;
        }

        @Override
        public List<List<Class<?>>> getNodeSignatures() {
            return List.of(List.of());
        }

        @Override
        public List<Class<? extends Node>> getExecutionSignature() {
            return List.of(Node.class, Node.class, Node.class, Node.class);
        }
    }

    private static final class BytesSlot extends TpSlotNewBuiltin<BytesNode> {
        BytesSlot() {
            super(new Factory<>(BytesNode.class, BytesNode::new));
        }
    }

    private static final class BytearraySlot extends TpSlotVarargsBuiltin<BytearrayNode> {
        BytearraySlot() {
            super(new Factory<>(BytearrayNode.class, BytearrayNode::new), "__init__");
        }
    }

    private static final class StrSlot extends TpSlotNewBuiltin<StrNode> {
        StrSlot() {
            super(new Factory<>(StrNode.class, StrNode::new));
        }
    }

    @SlotSignature(
            name = "bytes",
            minNumOfPositionalArgs = 1,
            parameterNames = {"$self", "source", "encoding", "errors"})
    static final class BytesNode extends PythonQuaternaryBuiltinNode {
        @Child
        private BytesBuiltins.BytesNewNode real = BytesBuiltinsFactory.BytesNewNodeFactory.create();

        @Override
        public Object execute(VirtualFrame frame, Object type, Object source, Object encoding, Object errors) {
            if (isText(source) && isKept(encoding)) {
                return real.execute(frame, type, bytes(this, source), PNone.NO_VALUE, PNone.NO_VALUE);
            }
            return real.execute(frame, type, source, encoding, errors);
        }
    }

    @SlotSignature(
            name = "bytearray",
            minNumOfPositionalArgs = 1,
            parameterNames = {"$self", "source", "encoding", "errors"})
    static final class BytearrayNode extends PythonQuaternaryBuiltinNode {
        @Child
        private ByteArrayBuiltins.InitNode real = ByteArrayBuiltinsFactory.InitNodeFactory.create();

        @Override
        public Object execute(VirtualFrame frame, Object self, Object source, Object encoding, Object errors) {
            if (isText(source) && isKept(encoding)) {
                return real.execute(frame, self, bytes(this, source), PNone.NO_VALUE, PNone.NO_VALUE);
            }
            if (source == PNone.NONE) {
                throw PRaiseNode.raiseStatic(this, PythonBuiltinClassType.TypeError, NOT_ITERABLE);
            }
            return real.execute(frame, self, source, encoding, errors);
        }
    }

    @SlotSignature(
            name = "str",
            minNumOfPositionalArgs = 1,
            parameterNames = {"cls", "object", "encoding", "errors"})
    static final class StrNode extends PythonQuaternaryBuiltinNode {
        @Child
        private StringBuiltins.StrNewNode real = StringBuiltins.StrNewNode.create();

        @Override
        public Object execute(VirtualFrame frame, Object type, Object object, Object encoding, Object errors) {
            if (encoding == PNone.NO_VALUE || !isKept(encoding)) {
                return real.executeWith(frame, type, object, encoding, errors);
            }
            try {
                return real.executeWith(frame, type, object, UTF8, errors);
            } catch (PException e) {
                if (GetClassNode.executeUncached(e.getUnreifiedException())
                        != PythonBuiltinClassType.UnicodeDecodeError) {
                    throw e;
                }
                return real.executeWith(frame, type, text(object), PNone.NO_VALUE, PNone.NO_VALUE);
            }
        }

        @TruffleBoundary
        private static TruffleString text(Object object) {
            Object buffer = PythonBufferAcquireLibrary.getUncached().acquireReadonly(object);
            PythonBufferAccessLibrary access = PythonBufferAccessLibrary.getUncached();
            try {
                return Octets.text(access.getCopiedByteArray(buffer));
            } finally {
                access.release(buffer);
            }
        }
    }
}
