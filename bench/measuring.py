"""Whole processes, measured side by side."""
import os, statistics, subprocess, sys, time


def measure(command, env=None, codes=(0,), out=subprocess.DEVNULL):
    """Runs a command; gives seconds, CPU seconds of it and its children, and its peak memory in MiB."""
    begin = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.PIPE, env=env)
    error = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    if os.waitstatus_to_exitcode(status) not in codes:
        sys.exit("%s failed:\n%s" % (" ".join(map(str, command)), error.decode()))
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def compare(name, sides, runs, rounds_before=2):
    """Measures two sides in turn, so that both see the same noise.

    sides: two (name, function) pairs; a function makes one measured run and gives what measure() does. The rounds before fill caches.
    """
    samples = {side: [] for side, _ in sides}
    for i in range(runs + rounds_before):
        for side, run in sides:
            result = run()
            if i >= rounds_before:
                samples[side].append(result)
    row = {"name": name}
    for side, values in samples.items():
        for index, unit in enumerate(("seconds", "cpu_seconds", "peak_mib")):
            row["%s_%s" % (side, unit)] = round(statistics.median(v[index] for v in values), 3)
    (mine, _), (other, _) = sides
    row["ratio"] = round(row[mine + "_seconds"] / row[other + "_seconds"], 2)
    return row
