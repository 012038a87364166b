package io.qpy.pymodules.cloud;

import io.qpy.device.CloudDemo;
import io.qpy.device.Code;
import io.qpy.device.Device;
import io.qpy.module.Exposed;
import io.qpy.module.ModuleContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The demonstration device of one cloud. The host object of {@code aLiYun}, and a part of Tencent's. */
public final class DemoHost {
    private final Device device;
    private final String cloud;
    private final Optional<CloudDemo.Account> account;

    private DemoHost(ModuleContext context, String cloud, Function<CloudDemo, Optional<CloudDemo.Account>> account) {
        this.device = context.device();
        this.cloud = cloud;
        this.account = account.apply(device.cloudDemo());
    }

    public static DemoHost aliyun(ModuleContext context) {
        return new DemoHost(context, "aliyun", CloudDemo::aliyun);
    }

    static DemoHost tencent(ModuleContext context) {
        return new DemoHost(context, "tencent", CloudDemo::tencent);
    }

    /** {@code [product, device, secret, client id, topic]}, or None where a blank is an error. */
    @Exposed
    List<Object> account() {
        return account.<List<Object>>map(
                        it -> List.of(it.product(), it.device(), it.secret(), it.clientId(), it.topic()))
                .orElse(null);
    }

    /** The demonstration device listens on its topic now. */
    @Exposed
    void subscribed(String topic) {
        device.cloudDemo().subscribed(cloud, topic);
    }

    /** Tells the person at the PC, once, however often a script uses a blank. */
    @Exposed
    void announce(String line) {
        device.notices().sayOnce(Code.CLOUD_DEMO, line);
    }
}
