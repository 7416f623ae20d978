"""Whole processes, measured side by side."""
import glob, json, os, pathlib, re, shutil, statistics, subprocess, sys, tempfile, time

ROOT = pathlib.Path(__file__).resolve().parent.parent
DAVIT = str(ROOT / "davit")
JAVA_HOME = os.environ.get("JAVA_HOME")


def tool(name):
    """Gives a command of the JDK that davit runs on."""
    return os.path.join(JAVA_HOME, "bin", name) if JAVA_HOME else name


def java_version():
    said = subprocess.run([tool("java"), "-version"], capture_output=True, text=True, env=without_options()).stderr
    return re.search(r"Runtime Environment.*\(build (\S+?)[,)]", said).group(1)


def without_options():
    """Gives the environment without options for Java, which it reports as a first line."""
    return {name: value for name, value in os.environ.items() if name != "JDK_JAVA_OPTIONS"}


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


def compare(name, sides, runs, rounds_before=2, goal=None, before=None):
    """Measures two sides in turn, so that both see the same noise.

    sides: two (name, function) pairs; a function makes one measured run and gives what measure() does. The rounds before fill caches.
    goal: how much of the second's time the first may take. before: done before each run, and not measured.
    """
    samples = {side: [] for side, _ in sides}
    for i in range(runs + rounds_before):
        for side, run in sides:
            if before:
                before()
            result = run()
            if i >= rounds_before:
                samples[side].append(result)
    (mine, _), (other, _) = sides
    return row(name, samples[mine], other, samples[other], goal)


def row(name, mine, peer, other, goal=None, peak_goal=None):
    """Puts together what was measured of davit and of its peer. peak_goal: how many MiB davit may take."""
    result = {"name": name, "peer": peer, "runs": len(mine)}
    for who, samples in (("davit", mine), ("peer", other)):
        for index, unit in enumerate(("seconds", "cpu_seconds", "peak_mib")):
            result["%s_%s" % (who, unit)] = round(statistics.median(it[index] for it in samples), 3)
        result["%s_all_seconds" % who] = [round(it[0], 3) for it in samples]
    result["ratio"] = round(result["davit_seconds"] / result["peer_seconds"], 2)
    if goal is not None:
        result["goal"], result["met"] = goal, result["davit_seconds"] <= goal * result["peer_seconds"]
    if peak_goal is not None:
        result["peak_goal_mib"], result["peak_met"] = peak_goal, result["davit_peak_mib"] <= peak_goal
    return result


def goals(row):
    """Says in words what was wanted of a row, and whether it came so."""
    said = []
    if "goal" in row:
        said.append("%gx %s" % (row["goal"], "met" if row["met"] else "not met"))
    if "peak_goal_mib" in row:
        said.append("%g MiB %s" % (row["peak_goal_mib"], "met" if row["peak_met"] else "not met"))
    return ", ".join(said)


def requests(row):
    return "%d / %d" % (row["davit_requests"], row["peer_requests"]) if "davit_requests" in row else ""


FORM = "%-36s %9s %9s %7s  %-27s %8s %8s %7s %8s  %-14s %4s  %s"


def head():
    """Gives the line above the rows."""
    return (FORM % ("", "davit s", "peer s", "ratio", "goal", "cpu s", "peer cpu", "MiB", "peer MiB", "peer", "runs", "requests")).rstrip()


def line(row):
    """Gives a row for people."""
    numbers = ["%.3f" % row["davit_seconds"], "%.3f" % row["peer_seconds"], "%.2fx" % row["ratio"], goals(row), "%.2f" % row["davit_cpu_seconds"],
               "%.2f" % row["peer_cpu_seconds"], "%.0f" % row["davit_peak_mib"], "%.0f" % row["peer_peak_mib"]]
    return (FORM % (row["name"], *numbers, row["peer"], row["runs"], requests(row))).rstrip()


def shown(rows):
    """Prints rows as they come, and gives them all."""
    print(head(), flush=True)
    all = []
    for row in rows:
        all.append(row)
        print(line(row), flush=True)
    return all


def keep(path, content):
    if path:
        pathlib.Path(path).write_text(json.dumps(content, indent=2) + "\n")


SAMPLING = """<?xml version="1.0" encoding="UTF-8"?>
<configuration version="2.0">
  <event name="jdk.ExecutionSample">
    <setting name="enabled">true</setting>
    <setting name="period">1 ms</setting>
  </event>
</configuration>
"""


def profile(folder, name, run, runs, env=None, before=None):
    """Adds up the stacks of several runs in FOLDER/NAME.collapsed; run is given the environment in which davit is to run."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    result = folder / (re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-") + ".collapsed")
    env = dict(os.environ if env is None else env)
    with tempfile.TemporaryDirectory(prefix="davit-profile-") as work:
        (pathlib.Path(work) / "sampling.jfc").write_text(SAMPLING)
        for number in range(runs):
            if before:
                before()
            record = "-XX:FlightRecorderOptions=stackdepth=256 -XX:StartFlightRecording=settings=%s/sampling.jfc,filename=%s/%d.jfr" % (work, work, number)
            run(dict(env, JDK_JAVA_OPTIONS=(env.get("JDK_JAVA_OPTIONS", "") + " " + record).strip()))
        stacks = subprocess.run([tool("java"), str(ROOT / "bench/Stacks.java"), *sorted(glob.glob(work + "/*.jfr"))],
                                stdout=subprocess.PIPE, text=True, check=True, env=without_options()).stdout
    result.write_text(stacks)
    print("%d samples of %d runs: %s" % (sum(int(it.rsplit(" ", 1)[1]) for it in stacks.splitlines()), runs, result), flush=True)
