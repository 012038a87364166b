package io.qpy.sandbox.cloud.tencent;

import io.qpy.sandbox.cloud.Account;
import io.qpy.sandbox.cloud.Accounts;
import io.qpy.sandbox.cloud.DeviceId;
import io.qpy.sandbox.cloud.Registry;
import io.qpy.sandbox.cloud.Strangers;
import io.qpy.sandbox.http.JsonPost;
import io.qpy.sandbox.journal.Journal;
import java.util.Map;
import java.util.Random;

/**
 * The registry, and its door on the web: {@code ap-guangzhou.gateway.tencentdevices.com}. Apart from the broker's, so that a registration
 * does not start a broker.
 */
public final class TencentGateway {
    static final DeviceId DEMO = new DeviceId("QPYDEMO000", "demo-device");
    static final Account DEMO_ACCOUNT = new Account(
            DEMO.product(),
            DEMO.name(),
            "cXB5LWRlbW8tZGV2aWNlIQ==",
            DEMO.product() + DEMO.name(),
            TencentTopics.data(DEMO));

    private final Registry registry;
    private final Strangers strangers;

    public TencentGateway(Accounts accounts, Random random, Journal journal) {
        this.registry = new Registry(accounts, DEMO_ACCOUNT, random);
        this.strangers = new Strangers("tencent", registry, journal);
    }

    /** By their paths. */
    public Map<String, JsonPost> posts() {
        TencentRegistration registration = new TencentRegistration(registry, strangers);
        return Map.of("/register/dev", call -> registration.answer(call.body()));
    }

    Registry registry() {
        return registry;
    }

    Strangers strangers() {
        return strangers;
    }
}
