checkout there
home=there/synth-cli/target/davit
rm "$home"/trained-*
mkdir -p there/examples && cp -R "$REPOSITORY/examples/quickstart" there/examples/
files() {
  ls "$home" | sed -n "s/-[0-9][0-9]*/-N/; /live/p" | sed 's/\.[0-9]*$/.PROCESS/'
}
there/davit version 2>/dev/null | version

echo '# a command that comes to no plan'
there/davit diff nothing.java 2>/dev/null
files
echo '# is forgotten'
there/davit version | version
files
echo '# one that comes to a plan is taken in, once'
gone=$(sh -c 'echo $$')
echo 'dev/davit/plan/ImmutablePlan id: 1' >"$home/live-$(java_major).$gone"
there/davit version | version
files
there/davit diff nothing.java 2>/dev/null
files
