package io.qpy.device.time;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectableChannel;
import java.nio.channels.Selector;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * The virtual time of a world, as one of its devices has it: a device that restarts or ends forgets its own threads, and
 * time goes on for the others.
 */
final class DeviceTime implements Time {
    private final VirtualTime world;
    private final Set<Integer> places = new HashSet<>(); // of its threads, guarded by itself

    DeviceTime(VirtualTime world) {
        this.world = world;
    }

    @Override
    public long nanos() {
        return world.nanos();
    }

    @Override
    public Instant instant() {
        return world.instant();
    }

    @Override
    public void read() {
        world.read();
    }

    @Override
    public void touch() throws InterruptedException {
        world.touch();
    }

    @Override
    public void interrupted(Thread thread) {
        world.interrupted(thread);
    }

    @Override
    public boolean takeTurn() throws InterruptedException {
        return world.takeTurn();
    }

    @Override
    public boolean await(CompletableFuture<?> event, long atMost) throws InterruptedException {
        return world.await(event, atMost);
    }

    @Override
    public int select(Selector selector, long moment, CompletableFuture<?> alarm)
            throws IOException, InterruptedException {
        return world.select(selector, moment, alarm);
    }

    @Override
    public <T> T outside(Blocking<T> blocking) throws InterruptedException {
        return world.outside(blocking);
    }

    @Override
    public Alarm schedule(long delay, Runnable task) {
        return world.schedule(delay, task);
    }

    @Override
    public int expect() {
        return noted(world.expect());
    }

    @Override
    public int expectAhead() {
        return noted(world.expectAhead());
    }

    private int noted(int place) {
        synchronized (places) {
            places.add(place);
        }
        return place;
    }

    @Override
    public void met(int place) {
        world.met(place);
    }

    @Override
    public void enter(int place) {
        world.enter(place);
    }

    @Override
    public void leave() {
        int place = world.leaving();
        synchronized (places) {
            places.remove(place);
        }
    }

    @Override
    public void halt() {
        world.halt();
    }

    @Override
    public void goOn() {
        world.goOn();
    }

    /** Its own, and no other device's. */
    @Override
    public void forgetThreads() {
        Set<Integer> own;
        synchronized (places) {
            own = Set.copyOf(places);
            places.clear();
        }
        world.forget(own);
    }

    @Override
    public Line line(SelectableChannel channel, InetSocketAddress peer) throws IOException {
        return world.line(channel, peer);
    }

    @Override
    public Time another() {
        return world.ofDevice();
    }

    @Override
    public Line foreign() {
        return world.foreign();
    }

    @Override
    public Line accepted(SelectableChannel channel, InetSocketAddress peer) throws IOException {
        return world.accepted(channel, peer);
    }

    @Override
    public void listening(int port) {
        world.listening(port);
    }

    /** The world's time goes on. */
    @Override
    public void close() {
        forgetThreads();
    }

    @Override
    public String toString() {
        return world.toString();
    }
}
