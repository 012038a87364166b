package io.qpy.sandbox.cloud;

import static io.qpy.sandbox.journal.Event.brief;
import static io.qpy.sandbox.journal.Event.quoted;

import io.qpy.sandbox.journal.Event;
import io.qpy.sandbox.journal.Journal;

/** Devices that the registry does not know: let in with a note, or refused when it is strict. */
public final class Strangers {
    private final String cloud;
    private final Registry registry;
    private final Journal journal;

    /** {@code cloud} as in the configuration's {@code [sandbox.<cloud>]}. */
    public Strangers(String cloud, Registry registry, Journal journal) {
        this.cloud = cloud;
        this.registry = registry;
        this.journal = journal;
    }

    /** One that logs in; {@code secret} names what its signature would be checked with. */
    public void logIn(DeviceId id, String secret) {
        admit(id, quoted("<" + secret + ">"), "signature not checked; to have it checked ");
    }

    /** One that asks for a secret. */
    public void register(DeviceId id) {
        admit(id, quoted(""), "it is not listed, and the real cloud would refuse it; to list it ");
    }

    private void admit(DeviceId id, String secret, String note) {
        String advice = "write devices = { %s = %s } under [sandbox.%s.products.%s] in qpy.toml"
                .formatted(quoted(id.name()), secret, cloud, bare(id.product()));
        if (registry.strict()) {
            String unknown = registry.products().containsKey(id.product())
                    ? "product %s has no device %s".formatted(brief(id.product()), brief(id.name()))
                    : "there is no product %s".formatted(brief(id.product()));
            throw new Refusal(
                    Refusal.NOT_AUTHORIZED, "user name", unknown + ", and strict = true", "To list it " + advice);
        }
        if (registry.letIn(id)) {
            note(id, note + advice);
        }
    }

    public void note(DeviceId id, String text) {
        journal.add(new Event.CloudNote(cloud, id.shown(), text, Event.CloudNote.Kind.WARNING));
    }

    /** Something other than a log-in was refused. */
    public void refuse(DeviceId id, String text) {
        journal.add(new Event.CloudNote(cloud, id.shown(), text, Event.CloudNote.Kind.REFUSAL));
    }

    public void tell(DeviceId id, String text) {
        journal.add(new Event.CloudNote(cloud, id.shown(), text, Event.CloudNote.Kind.NEWS));
    }

    private static String bare(String key) {
        return key.matches("[A-Za-z0-9_-]+") ? key : quoted(key);
    }
}
