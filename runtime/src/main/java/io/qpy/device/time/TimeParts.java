package io.qpy.device.time;

/** The parts of one virtual time, which share the monitor {@code changes}. */
record TimeParts(
        Changes changes, Progress progress, DeviceThreads threads, Agenda agenda, Waiting waiting, Traffic traffic) {

    static TimeParts make() {
        Changes changes = new Changes();
        Progress progress = new Progress(System::nanoTime);
        DeviceThreads threads = new DeviceThreads();
        Agenda agenda = new Agenda();
        Waiting waiting = new Waiting(changes, progress, threads, agenda);
        return new TimeParts(changes, progress, threads, agenda, waiting, new Traffic());
    }
}
