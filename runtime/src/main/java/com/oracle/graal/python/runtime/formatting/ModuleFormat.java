package com.oracle.graal.python.runtime.formatting;

import com.oracle.graal.python.builtins.Python3Core;
import com.oracle.graal.python.builtins.objects.bytes.PBytes;
import com.oracle.graal.python.builtins.objects.bytes.PBytesLike;
import com.oracle.graal.python.builtins.objects.str.PString;
import com.oracle.graal.python.builtins.objects.tuple.PTuple;
import com.oracle.graal.python.lib.PyMappingCheckNode;
import com.oracle.graal.python.lib.PyObjectAsciiNode;
import com.oracle.graal.python.lib.PyObjectReprAsTruffleStringNode;
import com.oracle.graal.python.nodes.PRaiseNode;
import com.oracle.graal.python.runtime.exception.PythonErrorType;
import com.oracle.graal.python.runtime.formatting.InternalFormat.Formatter;
import com.oracle.graal.python.runtime.formatting.InternalFormat.Spec;
import com.oracle.graal.python.util.PythonUtils;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.strings.TruffleString;

/** The operator % of text and bytes, as MicroPython has it (py/objstr.c). */
abstract class ModuleFormat extends FormatProcessor<Object> {
    private static final TruffleString INCOMPLETE = PythonUtils.tsLiteral("incomplete format");
    private static final TruffleString NO_CHARACTER = PythonUtils.tsLiteral("%c needs int or char");
    private static final TruffleString NO_NUMBER = PythonUtils.tsLiteral("can't convert NaN to int");
    private static final TruffleString INFINITE = PythonUtils.tsLiteral("can't convert inf to int");
    private static final String INTEGERS = "diu";
    private static final int MORE = 100;
    private final String format;

    ModuleFormat(Python3Core core, String format, Node node) {
        super(core, new FormattingBuffer.StringFormattingBuffer(format.length() + MORE), node);
        this.format = format;
    }

    /** The text of what %s stands for. */
    abstract String text(Object argument);

    @Override
    protected String getFormatType() {
        return "string";
    }

    @Override
    Object getArg() {
        Object argument = super.getArg();
        if (argument instanceof Double number
                && !Double.isFinite(number)
                && INTEGERS.indexOf(format.charAt(index - 1)) >= 0) {
            throw number.isNaN()
                    ? PRaiseNode.raiseStatic(raisingNode, PythonErrorType.ValueError, NO_NUMBER)
                    : PRaiseNode.raiseStatic(raisingNode, PythonErrorType.OverflowError, INFINITE);
        }
        return argument;
    }

    @Override
    char pop() {
        if (!hasNext()) {
            throw PRaiseNode.raiseStatic(raisingNode, PythonErrorType.ValueError, INCOMPLETE);
        }
        return format.charAt(index++);
    }

    @Override
    boolean hasNext() {
        return index < format.length();
    }

    @Override
    int parseNumber(int start, int end) {
        return Integer.parseInt(format.substring(start, end));
    }

    @Override
    Object parseMappingKey(int start, int end) {
        return PythonUtils.toTruffleStringUncached(format.substring(start, end));
    }

    @Override
    protected boolean isMapping(Object argument) {
        boolean isText =
                argument instanceof PString || argument instanceof TruffleString || argument instanceof PBytesLike;
        return !isText && !(argument instanceof PTuple) && PyMappingCheckNode.executeUncached(argument);
    }

    @Override
    protected Formatter handleSingleCharacterFormat(Spec spec) {
        Object argument = getArg();
        boolean isText = argument instanceof PBytes || argument instanceof PString || argument instanceof TruffleString;
        String text = isText ? text(argument) : null;
        if (text != null && text.codePointCount(0, text.length()) == 1) {
            return text(text, spec);
        }
        Formatter number = formatInteger(asNumber(argument, spec.type), spec);
        if (number == null) {
            throw PRaiseNode.raiseStatic(raisingNode, PythonErrorType.TypeError, NO_CHARACTER);
        }
        return number;
    }

    @Override
    protected Formatter handleRemainingFormats(Spec spec) {
        return switch (spec.type) {
            case 's' -> text(text(getArg()), spec);
            case 'r' ->
                text(PyObjectReprAsTruffleStringNode.executeUncached(getArg()).toJavaStringUncached(), spec);
            case 'a' -> text(PyObjectAsciiNode.executeUncached(getArg()).toJavaStringUncached(), spec);
            default -> null;
        };
    }

    private Formatter text(String text, Spec spec) {
        return new TextFormatter(buffer, spec, raisingNode).format(text);
    }
}
