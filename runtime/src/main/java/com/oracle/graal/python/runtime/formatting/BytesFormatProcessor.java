package com.oracle.graal.python.runtime.formatting;

import com.oracle.graal.python.builtins.Python3Core;
import com.oracle.graal.python.builtins.objects.bytes.PBytes;
import com.oracle.graal.python.builtins.objects.common.SequenceStorageNodes.ToByteArrayNode;
import com.oracle.graal.python.lib.PyObjectStrAsTruffleStringNode;
import com.oracle.graal.python.util.PythonUtils;
import com.oracle.truffle.api.nodes.Node;
import io.qpy.runtime.graalpy.Octets;
import java.util.Arrays;

/** The operator % of bytes: that of text, made bytes again; only %s of bytes is the bytes themselves. GraalPy's own takes bytes alone. */
public final class BytesFormatProcessor extends ModuleFormat {
    public BytesFormatProcessor(Python3Core core, byte[] format, int length, Node node) {
        super(core, Octets.text(Arrays.copyOf(format, length)).toJavaStringUncached(), node);
    }

    @Override
    public Object format(Object arguments) {
        return Octets.of(PythonUtils.toTruffleStringUncached((String) super.format(arguments)));
    }

    @Override
    String text(Object argument) {
        if (argument instanceof PBytes bytes) {
            return Octets.text(ToByteArrayNode.executeUncached(bytes.getSequenceStorage()))
                    .toJavaStringUncached();
        }
        return PyObjectStrAsTruffleStringNode.executeUncached(argument).toJavaStringUncached();
    }
}
