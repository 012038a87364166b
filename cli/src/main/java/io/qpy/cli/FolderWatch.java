package io.qpy.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Tells that something has changed in some folders, not what. The system does not tell everything: nothing of network drives, and
 * nothing at all where a user's bound is reached. So who is told looks now and then by itself.
 */
final class FolderWatch implements Closeable {
    private final Runnable change;
    private final Map<Path, WatchKey> keys = new HashMap<>();
    private final WatchService service; // null where the system has none left

    FolderWatch(Runnable change) {
        this.change = change;
        service = service();
        if (service != null) {
            Thread thread = new Thread(this::listen, "qpy-watch");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static WatchService service() {
        try {
            return FileSystems.getDefault().newWatchService();
        } catch (IOException e) {
            return null;
        }
    }

    private void listen() {
        try {
            while (true) {
                WatchKey key = service.take();
                key.pollEvents();
                boolean ignored = key.reset(); // its folder may be gone
                change.run();
            }
        } catch (ClosedWatchServiceException | InterruptedException e) {
            // Nobody wants to know any more.
        }
    }

    /** Watches these folders, and no others; whether the system tells of all of them. */
    boolean follow(Set<Path> folders) {
        keys.entrySet().removeIf(each -> {
            boolean unwanted =
                    !folders.contains(each.getKey()) || !each.getValue().isValid();
            if (unwanted) {
                each.getValue().cancel();
            }
            return unwanted;
        });
        return service != null && folders.stream().allMatch(this::follows);
    }

    private boolean follows(Path folder) {
        try {
            keys.computeIfAbsent(folder, each -> register(each));
            return keys.get(folder) != null;
        } catch (ClosedWatchServiceException e) {
            return false;
        }
    }

    private WatchKey register(Path folder) {
        try {
            return folder.register(
                    service,
                    StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY,
                    StandardWatchEventKinds.ENTRY_DELETE);
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        if (service != null) {
            service.close();
        }
    }
}
