package io.qpy.device;

import io.qpy.device.board.Board;
import io.qpy.device.board.BoardPlan;
import io.qpy.device.board.Model;
import io.qpy.device.board.Uarts;
import io.qpy.device.console.Console;
import io.qpy.device.console.ConsoleInput;
import io.qpy.device.flash.BootFiles;
import io.qpy.device.flash.Flash;
import io.qpy.device.modem.Modem;
import io.qpy.device.modem.PacketProfiles;
import io.qpy.device.modem.RadioSettings;
import io.qpy.device.modem.SimCard;
import io.qpy.device.modem.UsbNet;
import io.qpy.device.network.HostTable;
import io.qpy.device.network.Network;
import io.qpy.device.network.Resolver;
import io.qpy.device.power.Power;
import io.qpy.device.time.DeviceClock;
import io.qpy.device.time.Time;
import io.qpy.device.time.Waits;
import io.qpy.device.tls.DeviceTls;
import io.qpy.device.tls.Trust;
import java.security.SecureRandom;
import java.util.Random;
import java.util.function.Function;

/**
 * One simulated module: everything that a script can sense. What the builder does not name, the device does not have:
 * it starts with an empty flash in memory, no network, no SIM card and a console that discards.
 */
public final class Device implements AutoCloseable {
    private final CloudDemo cloudDemo;
    private final Console console;
    private final Time time;
    private final DeviceClock clock;
    private final Flash flash;
    private final BootFiles bootFiles;
    private final Modem modem;
    private final SimCard simCard;
    private final RadioSettings radioSettings;
    private final PacketProfiles packetProfiles;
    private final UsbNet usbNet;
    private final Network network;
    private final DeviceTls tls;
    private final Notices notices;
    private final Power power;
    private final Random random;
    private final Waits waits;
    private final Resolver resolver;
    private final ConsoleInput input;
    private final BoardPlan boardPlan;
    private final Runnable whenBoardIsUsed;
    private final Parts parts = new Parts();

    private Device(Builder builder) {
        cloudDemo = builder.cloudDemo;
        time = builder.time;
        waits = new Waits(time);
        console = builder.console;
        input = new ConsoleInput(console.input(), waits);
        clock = parts.add(new DeviceClock(time));
        notices = builder.notices;
        power = parts.add(new Power(time, () -> parts.each(Part::restart)));
        random = builder.random;
        flash = parts.add(builder.flash != null ? builder.flash : Flash.inMemory());
        flash.tells(notices);
        bootFiles = parts.add(new BootFiles(flash, builder.boots));
        modem = builder.modem;
        network = parts.add(new Network(builder.hosts, modem, notices, time));
        tls = DeviceTls.of(builder.trust, clock, notices);
        packetProfiles = parts.add(new PacketProfiles(modem)); // starts the modem, of whose state the card's depends
        simCard = parts.add(new SimCard(modem));
        radioSettings = parts.add(new RadioSettings());
        usbNet = parts.add(new UsbNet());
        parts.add(modem);
        network.follow();
        resolver = new Resolver(network, time, waits);
        boardPlan = builder.board;
        whenBoardIsUsed = builder.whenBoardIsUsed;
    }

    public static Builder builder() {
        return new Builder();
    }

    public CloudDemo cloudDemo() {
        return cloudDemo;
    }

    public Console console() {
        return console;
    }

    /** The console's input, read where Ctrl-C wakes the reader. */
    public ConsoleInput input() {
        return input;
    }

    /** How time passes for it. */
    public Time time() {
        return time;
    }

    public DeviceClock clock() {
        return clock;
    }

    public Flash flash() {
        return flash;
    }

    /** What the firmware's boot leaves in the flash. */
    public BootFiles bootFiles() {
        return bootFiles;
    }

    public Modem modem() {
        return modem;
    }

    public SimCard simCard() {
        return simCard;
    }

    public RadioSettings radioSettings() {
        return radioSettings;
    }

    public PacketProfiles packetProfiles() {
        return packetProfiles;
    }

    public UsbNet usbNet() {
        return usbNet;
    }

    /** Its pins, and what is connected to them. Built in when they are first asked for: most scripts never do. */
    public Board board() {
        return part(Board.class, device -> {
            meetTerminals();
            return new Board(boardPlan, time, clock, power, notices);
        });
    }

    /** What the module has. */
    public Model model() {
        return boardPlan.model();
    }

    /** Other terminals reach the device from now on: it has something that they can ask for. */
    public void meetTerminals() {
        whenBoardIsUsed.run();
    }

    /** Its serial ports, built in as {@link #board} is. */
    public Uarts uarts() {
        return part(Uarts.class, device -> new Uarts(boardPlan.model(), time, waits, notices));
    }

    /**
     * A part that is built in when it is first asked for: a module's own, which the device need not know.
     *
     * @param maker makes it for this device
     */
    public <P extends Part> P part(Class<P> type, Function<Device, P> maker) {
        return parts.get(type, () -> maker.apply(this));
    }

    /** The interpreter has ended, as at a soft reset: {@link Part#reset} of every part. */
    public void reset() {
        parts.each(Part::reset);
    }

    /** Returns what puts every part back to what it is now; a test's end runs it. */
    public Runnable snapshot() {
        return parts.snapshot();
    }

    public Network network() {
        return network;
    }

    /** TLS over its connections. */
    public DeviceTls tls() {
        return tls;
    }

    public Notices notices() {
        return notices;
    }

    public Power power() {
        return power;
    }

    /** What it draws by chance. */
    public Random random() {
        return random;
    }

    public Waits waits() {
        return waits;
    }

    /** For device threads; others ask the network itself. */
    public Resolver resolver() {
        return resolver;
    }

    /** Switches the device off: its sockets and files are closed, and its time ends. */
    @Override
    public void close() {
        parts.each(Part::close);
        time.close();
    }

    /** Names the parts of a device. */
    public static final class Builder {
        private CloudDemo cloudDemo = CloudDemo.none();
        private Console console = Console.discarding();
        private Time time = Time.real();
        private Flash flash;
        private boolean boots;
        private Modem modem = new Modem(Modem.Identity.SAMPLE, Modem.State.NO_SIM);
        private HostTable hosts = HostTable.none();
        private Notices notices = Notices.discarding();
        private Random random = new SecureRandom();
        private Trust trust = Trust.inAnyone();
        private BoardPlan board = BoardPlan.bare(Model.ANY);
        private Runnable whenBoardIsUsed = () -> {};

        private Builder() {}

        /** Who a script is that leaves its cloud identity blank. */
        public Builder cloudDemo(CloudDemo value) {
            cloudDemo = value;
            return this;
        }

        public Builder console(Console value) {
            console = value;
            return this;
        }

        /** How time passes for the device, which closes it. */
        public Builder time(Time value) {
            time = value;
            return this;
        }

        public Builder flash(Flash value) {
            flash = value;
            return this;
        }

        /** The firmware's boot runs on the device, and leaves its settings in the flash. */
        public Builder booted() {
            boots = true;
            return this;
        }

        public Builder modem(Modem value) {
            modem = value;
            return this;
        }

        /** Which hosts the device reaches, and where they really are. */
        public Builder hosts(HostTable value) {
            hosts = value;
            return this;
        }

        public Builder notices(Notices value) {
            notices = value;
            return this;
        }

        /** What the device draws by chance. */
        public Builder random(Random value) {
            random = value;
            return this;
        }

        /** What becomes of the certificates of servers. */
        public Builder trust(Trust value) {
            trust = value;
            return this;
        }

        /** What the module has, and what is connected to it. */
        public Builder board(BoardPlan value) {
            board = value;
            return this;
        }

        /** Is called when a script first uses the board, sound, messages or calls, once for each. It must not block. */
        public Builder whenBoardIsUsed(Runnable value) {
            whenBoardIsUsed = value;
            return this;
        }

        public Device build() {
            return new Device(this);
        }
    }
}
