package io.qpy.runtime.graalpy;

import com.oracle.graal.python.PythonLanguage;
import com.oracle.graal.python.builtins.PythonBuiltinClassType;
import com.oracle.graal.python.builtins.objects.function.PArguments;
import com.oracle.graal.python.builtins.objects.function.Signature;
import com.oracle.graal.python.nodes.PRaiseNode;
import com.oracle.graal.python.nodes.PRootNode;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.DirectCallNode;
import java.util.function.Predicate;

/** Stands before a built-in function of GraalPy's and refuses arguments with a TypeError. */
final class Guard extends PRootNode {
    private final Signature signature;
    private final Predicate<Arguments> allowed;

    @Child
    private DirectCallNode call;

    private Guard(PythonLanguage language, RootCallTarget guarded, Predicate<Arguments> allowed) {
        super(language);
        signature = ((PRootNode) guarded.getRootNode()).getSignature();
        this.allowed = allowed;
        call = DirectCallNode.create(guarded);
    }

    /** The arguments of a call, by their place. */
    static final class Arguments {
        private final Object[] all;

        private Arguments(Object... all) {
            this.all = all;
        }

        Object at(int place) {
            return PArguments.getArgument(all, place);
        }

        int count() {
            return PArguments.getUserArgumentLength(all);
        }
    }

    /** What is called in the function's place. */
    static RootCallTarget before(PythonLanguage language, RootCallTarget guarded, Predicate<Arguments> allowed) {
        return guarded.getRootNode() instanceof Guard ? guarded : new Guard(language, guarded, allowed).getCallTarget();
    }

    @Override
    public Object execute(VirtualFrame frame) {
        check(frame.getArguments());
        return call.call(frame.getArguments());
    }

    @TruffleBoundary
    private void check(Object... arguments) {
        if (!allowed.test(new Arguments(arguments))) {
            throw PRaiseNode.raiseStatic(
                    this, PythonBuiltinClassType.TypeError, Internals.text("code objects cannot be made here"));
        }
    }

    @Override
    public Signature getSignature() {
        return signature;
    }

    @Override
    public boolean isPythonInternal() {
        return true;
    }
}
