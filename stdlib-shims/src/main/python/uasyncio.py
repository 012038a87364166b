"""uasyncio (asyncio) - tasks that take turns: the event loop, locks and events. Documentation: facts.md 11.34.

One module, in parts as MicroPython's own: uasyncio/core, sync, funcs, and streams, which is loaded when it is first used.
"""

_core = _device.library("uasyncio/core")
_sync = _device.library("uasyncio/sync")
_funcs = _device.library("uasyncio/funcs")
_STREAMS = ("Stream", "StreamReader", "StreamWriter", "open_connection", "start_server", "Server")

ticks, ticks_add, ticks_diff = _core.ticks, _core.ticks_add, _core.ticks_diff
CancelledError, TimeoutError = _core.CancelledError, _core.TimeoutError
TaskQueue, Task, Loop = _core.TaskQueue, _core.Task, _core.Loop
sleep_ms, sleep = _core.sleep_ms, _core.sleep
create_task, current_task = _core.create_task, _core.current_task
run, run_until_complete = _core.run, _core.run_until_complete
get_event_loop, new_event_loop = _core.get_event_loop, _core.new_event_loop
Event, Lock, ThreadSafeFlag = _sync.Event, _sync.Lock, _sync.ThreadSafeFlag
gather, wait_for, wait_for_ms = _funcs.gather, _funcs.wait_for, _funcs.wait_for_ms


def __getattr__(name):
    if name == "cur_task":  # the running task, or None
        return _core.cur_task
    if name in _STREAMS:
        return getattr(_device.library("uasyncio/streams"), name)
    raise AttributeError("module 'uasyncio' has no attribute '%s'" % name)
