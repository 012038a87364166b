package io.qpy.sandbox;

import io.qpy.sandbox.cloud.Accounts;
import io.qpy.sandbox.cloud.aliyun.Aliyun;
import io.qpy.sandbox.cloud.tencent.Tencent;
import io.qpy.sandbox.cloud.tencent.TencentGateway;
import io.qpy.sandbox.http.HttpService;
import io.qpy.sandbox.http.Programme;
import io.qpy.sandbox.journal.Journal;
import io.qpy.sandbox.mqtt.Admission;
import io.qpy.sandbox.mqtt.MqttLimits;
import io.qpy.sandbox.mqtt.MqttService;
import io.qpy.sandbox.net.Reactor;
import io.qpy.sandbox.net.SandboxException;
import io.qpy.sandbox.net.Timers;
import io.qpy.sandbox.net.TrafficObserver;
import io.qpy.sandbox.ntp.NtpService;
import io.qpy.sandbox.tls.CertificateAuthority;
import io.qpy.sandbox.tls.ServerContexts;
import io.qpy.sandbox.tls.TlsEndpoints;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.Random;

/** Real servers on 127.0.0.1, each started when it is first asked for. Any thread may use it. */
public final class Sandbox implements AutoCloseable {
    private final Builder settings;
    private final Reactor reactor;
    private final Journal journal = new Journal();
    // Not CertificateAuthority::new: it would load the class here, and with it Bouncy Castle, whose signed jars the JVM
    // takes a quarter of a second to verify.
    private final Lazy<CertificateAuthority> authority = new Lazy<>(this::createAuthority);
    private final ServerContexts contexts = new ServerContexts(authority::value);
    private final Programme programme = new Programme();
    private final Lazy<MqttService> mqtt = new Lazy<>(this::startMqtt);
    private final Lazy<HttpService> http = new Lazy<>(() -> startHttp(false));
    private final Lazy<HttpService> https = new Lazy<>(() -> startHttp(true));
    private final Lazy<NtpService> ntp = new Lazy<>(this::startNtp);
    private final TlsEndpoints tls =
            new TlsEndpoints(authority::value, () -> http().address(), () -> mqtt().address(), journal);

    private final Lazy<Aliyun> aliyun = new Lazy<>(this::startAliyun);
    private final Lazy<TencentGateway> gateway = new Lazy<>(this::openGateway);
    private final Lazy<Tencent> tencent = new Lazy<>(this::startTencent);

    private Sandbox(Builder settings) {
        this.settings = settings;
        this.reactor = new Reactor(settings.timers, settings.observer);
    }

    private CertificateAuthority createAuthority() {
        return new CertificateAuthority(settings.clock);
    }

    /** On any free ports; nothing listens yet. */
    public static Sandbox create() {
        return builder().build();
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Like the other services it throws a {@link SandboxException} when it was given a port that is taken. */
    public MqttService mqtt() {
        return mqtt.value();
    }

    public HttpService http() {
        return http.value();
    }

    /** The routes of {@link #http()}, with a certificate by {@link #authority()} for whatever host the client names. */
    public HttpService https() {
        return https.value();
    }

    /** What a test has {@link #http()} and {@link #https()} answer. */
    public Programme programme() {
        return programme;
    }

    public NtpService ntp() {
        return ntp.value();
    }

    public Aliyun aliyun() {
        return aliyun.value();
    }

    /** The devices' endpoint; they register with {@link #http()}. */
    public Tencent tencent() {
        return tencent.value();
    }

    /** Servers whose certificate or handshake is as one asks. */
    public TlsEndpoints tls() {
        return tls;
    }

    public CertificateAuthority authority() {
        return authority.value();
    }

    /** Whether nothing is left to do but to wait for clients and timers. */
    public boolean isAtRest() {
        return reactor.isAtRest();
    }

    /** Whether nothing has begun since {@link #isAtRest} was true; answers at once, and takes no lock. */
    public boolean isStillAtRest() {
        return reactor.isStillAtRest();
    }

    public Journal journal() {
        return journal;
    }

    /** No thread and no socket is left when it returns. */
    @Override
    public void close() {
        tls.close();
        reactor.close();
    }

    private MqttService startMqtt() {
        return broker(settings.mqttPort, settings.admission);
    }

    private MqttService broker(int port, Admission admission) {
        return new MqttService(reactor, port, contexts, admission, settings.mqttLimits, journal);
    }

    private Aliyun startAliyun() {
        return new Aliyun(
                settings.aliyunAccounts,
                settings.clock,
                settings.random,
                journal,
                rules -> broker(settings.aliyunPort, rules));
    }

    private TencentGateway openGateway() {
        return new TencentGateway(settings.tencentAccounts, settings.random, journal);
    }

    private Tencent startTencent() {
        return new Tencent(gateway.value(), settings.clock, rules -> broker(settings.tencentPort, rules));
    }

    private HttpService startHttp(boolean tls) {
        return new HttpService(
                reactor,
                tls ? settings.httpsPort : settings.httpPort,
                tls ? Optional.of(contexts) : Optional.empty(),
                settings.httpBodyBytes,
                gateway.value().posts(),
                programme,
                journal);
    }

    private NtpService startNtp() {
        return new NtpService(reactor, settings.ntpPort, settings.clock, journal);
    }

    /** Port 0, the default, is any free one. */
    public static final class Builder {
        private int mqttPort;
        private int httpPort;
        private int httpsPort;
        private int ntpPort;
        private int aliyunPort;
        private int tencentPort;
        private Accounts aliyunAccounts = Accounts.NONE;
        private Accounts tencentAccounts = Accounts.NONE;
        private Clock clock = Clock.systemUTC();
        private Random random = new SecureRandom();
        private Timers timers;
        private TrafficObserver observer = TrafficObserver.NONE;
        private Admission admission = Admission.ANYONE;
        private MqttLimits mqttLimits = MqttLimits.DEFAULT;
        private int httpBodyBytes = HttpService.DEFAULT_BODY_BYTES;

        private Builder() {}

        public Builder mqttPort(int port) {
            mqttPort = port;
            return this;
        }

        public Builder httpPort(int port) {
            httpPort = port;
            return this;
        }

        public Builder httpsPort(int port) {
            httpsPort = port;
            return this;
        }

        public Builder ntpPort(int port) {
            ntpPort = port;
            return this;
        }

        public Builder aliyunPort(int port) {
            aliyunPort = port;
            return this;
        }

        public Builder tencentPort(int port) {
            tencentPort = port;
            return this;
        }

        public Builder aliyunAccounts(Accounts accounts) {
            aliyunAccounts = accounts;
            return this;
        }

        public Builder tencentAccounts(Accounts accounts) {
            tencentAccounts = accounts;
            return this;
        }

        /** What the NTP server tells, and what the clouds go by. */
        public Builder clock(Clock told) {
            clock = told;
            return this;
        }

        /** What the clouds' secrets are drawn from. */
        public Builder random(Random drawn) {
            random = drawn;
            return this;
        }

        /** What the servers wait by; this PC's time where it is not called. */
        public Builder timers(Timers waited) {
            timers = waited;
            return this;
        }

        /** Told what passes the servers' sockets, except those of {@link Sandbox#tls()}. */
        public Builder observer(TrafficObserver told) {
            observer = told;
            return this;
        }

        public Builder admission(Admission rules) {
            admission = rules;
            return this;
        }

        public Builder mqttLimits(MqttLimits limits) {
            mqttLimits = limits;
            return this;
        }

        /** A longer body is answered with 413. */
        public Builder httpBodyBytes(int bytes) {
            httpBodyBytes = bytes;
            return this;
        }

        public Sandbox build() {
            return new Sandbox(this);
        }
    }
}
