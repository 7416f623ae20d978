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


def compare(name, sides, runs, rounds_before=2, goal=None):
    """Measures two sides in turn, so that both see the same noise.

    sides: two (name, function) pairs; a function makes one measured run and gives what measure() does. The rounds before fill caches.
    goal: how much of the second's time the first may take.
    """
    samples = {side: [] for side, _ in sides}
    for i in range(runs + rounds_before):
        for side, run in sides:
            result = run()
            if i >= rounds_before:
                samples[side].append(result)
    (mine, _), (other, _) = sides
    row = {"name": name, "peer": other}
    for side, who in ((mine, "davit"), (other, "peer")):
        for index, unit in enumerate(("seconds", "cpu_seconds", "peak_mib")):
            row["%s_%s" % (who, unit)] = round(statistics.median(v[index] for v in samples[side]), 3)
    row["ratio"] = round(row["davit_seconds"] / row["peer_seconds"], 2)
    if goal is not None:
        row["goal"], row["met"] = goal, row["ratio"] <= goal
    return row


def head():
    """Gives the line above the rows."""
    return "%-26s %9s %9s %7s %-11s %8s %8s %8s %8s  %s" % ("", "davit s", "peer s", "ratio", "goal", "cpu s", "peer cpu", "MiB", "peer MiB", "peer")


def line(row):
    """Gives a row for people."""
    goal = "" if "goal" not in row else "%.2fx %s" % (row["goal"], "met" if row["met"] else "not met")
    return "%-26s %9.3f %9.3f %6.2fx %-11s %8.2f %8.2f %8.0f %8.0f  %s" % (
        row["name"], row["davit_seconds"], row["peer_seconds"], row["ratio"], goal, row["davit_cpu_seconds"], row["peer_cpu_seconds"],
        row["davit_peak_mib"], row["peer_peak_mib"], row["peer"])
