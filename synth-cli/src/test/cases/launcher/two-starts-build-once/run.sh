checkout there
rm -r there/synth-cli/target
pretended_maven "$PWD/there"
there/davit version >one 2>err-one &
there/davit version >two 2>err-two
wait
version <one
version <two
cat err-one err-two >&2
