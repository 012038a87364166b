package io.qpy.device.sound;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What waits to be played: ten tasks of each of five priorities (facts-board.md B7.3). */
final class TaskQueue {
    private static final int PRIORITIES = 5;
    private static final int ROOM = 10;

    private final List<Deque<Task>> queues = new ArrayList<>();

    TaskQueue() {
        for (int i = 0; i < PRIORITIES; i++) {
            queues.add(new ArrayDeque<>());
        }
    }

    /** Adds a task, in place of the last of its priority if that yields; returns false if there is no room. */
    boolean add(Task task) {
        Deque<Task> queue = queues.get(task.priority());
        if (!queue.isEmpty() && queue.peekLast().yields()) {
            queue.removeLast();
        }
        return queue.size() < ROOM && queue.add(task);
    }

    /** Takes the task that comes next; null for none. */
    Task next() {
        for (int priority = PRIORITIES - 1; priority >= 0; priority--) {
            Task task = queues.get(priority).poll();
            if (task != null) {
                return task;
            }
        }
        return null;
    }

    /** All, in the order in which they come. */
    List<Task> all() {
        List<Task> all = new ArrayList<>();
        for (int priority = PRIORITIES - 1; priority >= 0; priority--) {
            all.addAll(queues.get(priority));
        }
        return all;
    }

    void clear() {
        queues.forEach(Deque::clear);
    }
}
