package io.qpy.runtime;

import java.lang.reflect.Proxy;
import javax.management.MBeanServer;
import javax.management.MBeanServerBuilder;
import javax.management.MBeanServerDelegate;

/**
 * Makes MBean servers that forget what is registered with them. GraalPy 25.0.2 asks for the platform's when it starts, for
 * no more than a heap dump some day, and the JDK then registers thirty beans, which takes a twentieth of a cold start. The
 * launcher names this class in the system property {@code javax.management.builder.initial}.
 */
public final class Unmanaged extends MBeanServerBuilder {
    @Override
    public MBeanServer newMBeanServer(String domain, MBeanServer outer, MBeanServerDelegate delegate) {
        Class<?>[] types = {MBeanServer.class};
        return (MBeanServer) Proxy.newProxyInstance(
                Unmanaged.class.getClassLoader(),
                types,
                (server, method, arguments) -> method.getReturnType() == boolean.class ? false : null);
    }
}
