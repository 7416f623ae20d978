checkout there
home=there/synth-cli/target/davit
files() {
  ls "$home" | sed -n 's/\(noted\.[a-z]*\.\)[0-9]*$/\1PROCESS/; s/-'"$(java_build)"'/-N/; /live/s/^/  /p'
}
live() {
  there/davit diff nothing.java 2>/dev/null
  files
}

echo 'a first one may be the last'
live
echo 'a second one notes what it loads'
live
echo 'but one that came to no plan teaches nothing'
there/davit version | version
files

echo 'one that came to a plan does'
echo 'class Load { public static void main(String[] args) throws Exception { Class.forName("dev.davit.plan.ImmutablePlan"); Class.forName(args[0]); } }' >Load.java
case $(java_major) in
  1* | 20 | 21 | 22 | 23 | 24) notes=-XX:DumpLoadedClassList ;;
  *) notes='-XX:AOTMode=record -XX:AOTConfiguration' ;;
esac
classpath=
for jar in "$home"/lib/*.jar; do
  classpath=$classpath${classpath:+:}$PWD/$jar
done
note() { # note KIND CLASS
  java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 $notes="$PWD/$home/live-$(java_build).noted.$1.$(sh -c 'echo $$')" -cp "$classpath" Load.java "$2" >/dev/null
}
note reads dev.davit.plan.Wave
there/davit version | version
files
echo 'and one that writes: on Java 17 with what the other noted, on newer ones in its place'
note writes dev.davit.plan.Kept
there/davit version | version
if [ "$(java_major)" = 17 ]; then
  [ "$(grep -cE '^dev/davit/plan/(Wave|Kept)$' "$home/live-$(java_build).list")" = 2 ] || echo 'they were not joined'
fi
files
echo 'and that is that'
live
echo 'also where no archive came of it'
rm "$home/live-$(java_build)"
live
