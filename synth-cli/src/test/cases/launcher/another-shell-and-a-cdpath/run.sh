checkout there
export CDPATH=$PWD
sh there/davit version | version
! command -v dash >/dev/null || dash there/davit version >/dev/null
! command -v bash >/dev/null || bash --posix there/davit version >/dev/null
java=$(command -v java)
env -i JAVA_HOME="${java%/bin/java}" "$(command -v sh)" there/davit version 2>&1 | version
