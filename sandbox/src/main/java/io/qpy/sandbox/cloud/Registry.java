package io.qpy.sandbox.cloud;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a cloud knows of its devices while it runs: it begins with the accounts and learns from registrations. */
public final class Registry {
    /** A script that makes up names forever must not fill the memory. */
    private static final int MAX_GUESTS = 10_000;

    private final Accounts accounts;
    private final Random random;
    private final Map<DeviceId, Enrolled> devices = new LinkedHashMap<>();
    private final Set<DeviceId> guests = new LinkedHashSet<>();
    private Consumer<Accounts> listener = changed -> {};

    /** The demo device is known besides those of the accounts; new secrets are drawn from {@code random}. */
    public Registry(Accounts accounts, Account demo, Random random) {
        this.accounts = accounts;
        this.random = random;
        devices.put(demo.id(), Enrolled.of(demo.id(), new Accounts.Device(demo.secret(), true)));
        accounts.products().forEach((product, it) -> it.devices().forEach((name, device) -> {
            DeviceId id = new DeviceId(product, name);
            devices.put(id, Enrolled.of(id, device));
        }));
    }

    public boolean strict() {
        return accounts.strict();
    }

    /** Bytes that nobody knows yet. */
    public byte[] drawSecret(int bytes) {
        byte[] secret = new byte[bytes];
        random.nextBytes(secret);
        return secret;
    }

    public synchronized Optional<Enrolled> find(DeviceId id) {
        return Optional.ofNullable(devices.get(id));
    }

    public synchronized Collection<Enrolled> all() {
        return List.copyOf(devices.values());
    }

    /** Empty for a product without one, or that is not known. */
    public String productSecret(String product) {
        Accounts.Product known = accounts.products().get(product);
        return known == null ? "" : known.secret();
    }

    public Map<String, Accounts.Product> products() {
        return accounts.products();
    }

    /** The device has logged in. True if it was not activated before. */
    public boolean loggedIn(DeviceId id, String clientId) {
        boolean first;
        synchronized (this) {
            first = !devices.get(id).activated();
            devices.compute(id, (unused, device) -> device.loggedIn(clientId));
        }
        if (first) {
            listener.accept(accounts());
        }
        return first;
    }

    /** The device has registered. */
    public void issue(DeviceId id, String secret) {
        synchronized (this) {
            devices.compute(
                    id, (unused, device) -> (device != null ? device : Enrolled.of(id, new Accounts.Device("", false)))
                            .withSecret(secret));
        }
        listener.accept(accounts());
    }

    /** True if it was not seen before. */
    public synchronized boolean letIn(DeviceId guest) {
        return guests.size() < MAX_GUESTS && guests.add(guest);
    }

    /** Told after each registration and activation, for who wants a later sandbox to begin where this one ended. */
    public void onChange(Consumer<Accounts> told) {
        listener = told;
    }

    /** As they are now. */
    public synchronized Accounts accounts() {
        Accounts.Builder now = Accounts.builder().strict(accounts.strict());
        accounts.products().forEach((product, it) -> now.product(product, it.secret()));
        devices.forEach((id, device) ->
                now.device(id.product(), id.name(), new Accounts.Device(device.secret(), device.activated())));
        return now.build();
    }

    public synchronized List<DeviceState> states(Predicate<DeviceId> online) {
        List<DeviceState> states = new ArrayList<>();
        devices.forEach((id, device) -> states.add(new DeviceState(
                id, device.activated() ? DeviceState.State.ACTIVATED : DeviceState.State.REGISTERED, online.test(id))));
        Stream<DeviceId> unknown = guests.stream().filter(id -> !devices.containsKey(id));
        unknown.forEach(id -> states.add(new DeviceState(id, DeviceState.State.UNKNOWN, online.test(id))));
        return states;
    }
}
