checkout there
rm there/synth-cli/target/davit/trained-*
mkdir -p there/examples && cp -R "$REPOSITORY/examples/quickstart" there/examples/
there/davit version 2>/dev/null | version
there/davit version | version
ls there/synth-cli/target/davit | sed -n "s/-[0-9].*/-N/; /classes/p"
