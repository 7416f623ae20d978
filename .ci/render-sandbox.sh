# To be sourced: runs the Render of providers/render as a process, for suites that drive it from outside.

sandbox_says() { # sandbox_says KEY: a line of what the sandbox wrote when it was ready
  python3 -c 'import json, sys; print(json.load(open(sys.argv[1]))[sys.argv[2]])' "$sandbox/ready.json" "$1"
}

# start_sandbox FOLDER [SPEED]: builds what it needs and starts it. It ends with this shell, whose descriptor 9 is its input.
start_sandbox() {
  sandbox=$1
  local path=providers/render/target
  mvn -B -ntp -q -Dspotless.check.skip test-compile dependency:build-classpath -pl providers/render -am \
    -Dmdep.includeScope=test -Dmdep.outputFile="$sandbox/classpath" || return
  mkfifo "$sandbox/alive"
  java -cp "$path/test-classes:$path/classes:$(cat "$sandbox/classpath")" dev.davit.render.sandbox.SandboxProcess \
    "$sandbox/ready.json" ${2:+"$2"} <"$sandbox/alive" >"$sandbox/said" 2>&1 &
  sandbox_process=$!
  exec 9>"$sandbox/alive"
  local tries=300
  until [ -f "$sandbox/ready.json" ]; do
    tries=$((tries - 1))
    if [ "$tries" = 0 ] || ! kill -0 "$sandbox_process" 2>/dev/null; then
      echo 'the sandbox did not start; it said:'
      cat "$sandbox/said"
      return 1
    fi
    sleep 0.1
  done
}

# stop_sandbox: ends it; what it wrote meanwhile is an error of its own.
stop_sandbox() {
  exec 9>&-
  wait "$sandbox_process"
  [ ! -s "$sandbox/said" ] || { echo 'the sandbox said:'; cat "$sandbox/said"; return 1; }
}
