package com.oracle.graal.python.runtime.formatting;

import com.oracle.graal.python.builtins.Python3Core;
import com.oracle.graal.python.lib.PyObjectStrAsTruffleStringNode;
import com.oracle.truffle.api.nodes.Node;

/** The operator % of text. GraalPy's own lets an exception of Java's through where an integer is made of a float that has none. */
public final class StringFormatProcessor extends ModuleFormat {
    public StringFormatProcessor(Python3Core core, String format, Node node) {
        super(core, format, node);
    }

    @Override
    String text(Object argument) {
        return PyObjectStrAsTruffleStringNode.executeUncached(argument).toJavaStringUncached();
    }
}
