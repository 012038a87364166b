package io.qpy.runtime;

import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import javax.management.MBeanServer;
import javax.management.MBeanServerBuilder;
import javax.management.MBeanServerDelegate;

/**
 * Makes MBean servers that have no beans. GraalPy 25.0.2 asks for the platform's when it starts, for no more than a heap dump some
 * day, and the JDK then makes and registers thirty beans, which takes a twentieth of a cold start. The launcher names this class in
 * the system property {@code javax.management.builder.initial}.
 */
public final class Unmanaged extends MBeanServerBuilder {
    private static final class NoBeans extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoBeans() {
            super("qpy has no MBeans", null, false, false);
        }
    }

    @Override
    public MBeanServer newMBeanServer(String domain, MBeanServer outer, MBeanServerDelegate delegate) {
        Class<?>[] types = {MBeanServer.class};
        InvocationHandler nothing = (server, method, arguments) -> {
            if (method.getName().equals("registerMBean")) {
                throw new NoBeans();
            }
            return method.getReturnType() == boolean.class ? false : null;
        };
        return (MBeanServer) Proxy.newProxyInstance(Unmanaged.class.getClassLoader(), types, nothing);
    }

    /** Has the JDK make the platform's server, which is there from then on: after the first bean it makes no other. */
    static void makePlatformServer() {
        try {
            MBeanServer ignored = ManagementFactory.getPlatformMBeanServer();
        } catch (NoBeans e) {
            // That was the first.
        }
    }
}
