package io.qpy.wiring;

import io.qpy.device.Notices;
import io.qpy.sandbox.Sandbox;
import io.qpy.sandbox.cloud.aliyun.Aliyun;
import io.qpy.sandbox.cloud.tencent.Tencent;
import java.nio.file.Path;

/** The sandbox's two clouds, each started when it is first asked for, and what they remember from run to run. */
public final class Clouds {
    private final Sandbox sandbox;
    private final WorldTime time;
    private final CloudStore aliyunStore;
    private final CloudStore tencentStore;
    private boolean aliyunStarted;
    private boolean tencentStarted;
    private Runnable firstUse = () -> {};

    private Clouds(Sandbox sandbox, WorldTime time, CloudStore aliyunStore, CloudStore tencentStore) {
        this.sandbox = sandbox;
        this.time = time;
        time.watch(sandbox);
        this.aliyunStore = aliyunStore;
        this.tencentStore = tencentStore;
    }

    /** Clouds that remember registrations under a folder. */
    public static Clouds remembering(Config config, Path home, Notices notices, WorldTime time) {
        return remembering(config, home, notices, time, time.sandbox());
    }

    /** The same in a sandbox with ports of its own. */
    public static Clouds remembering(Config config, Path home, Notices notices, WorldTime time, Sandbox.Builder ports) {
        CloudStore aliyun = CloudStore.of(home, "aliyun", notices::say);
        CloudStore tencent = CloudStore.of(home, "tencent", notices::say);
        Sandbox sandbox = ports.aliyunAccounts(aliyun.resume(config.aliyun()))
                .tencentAccounts(tencent.resume(config.tencent()))
                .build();
        return new Clouds(sandbox, time, aliyun, tencent);
    }

    /** Clouds as new each time. */
    public static Clouds forgetful(Config config, WorldTime time) {
        Sandbox sandbox = time.sandbox()
                .aliyunAccounts(config.aliyun())
                .tencentAccounts(config.tencent())
                .build();
        return new Clouds(sandbox, time, null, null);
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    /** What they go by, and the device with them. */
    WorldTime time() {
        return time;
    }

    /** Calls this when the first of them is started. */
    synchronized void onFirstUse(Runnable listener) {
        firstUse = listener;
    }

    private void started() {
        if (!aliyunStarted && !tencentStarted) {
            firstUse.run();
        }
    }

    public synchronized Aliyun aliyun() {
        started();
        Aliyun aliyun = sandbox.aliyun();
        if (!aliyunStarted && aliyunStore != null) {
            aliyun.onChange(aliyunStore::save);
        }
        aliyunStarted = true;
        return aliyun;
    }

    public synchronized Tencent tencent() {
        started();
        Tencent tencent = sandbox.tencent();
        if (!tencentStarted && tencentStore != null) {
            tencent.onChange(tencentStore::save);
        }
        tencentStarted = true;
        return tencent;
    }
}
