checkout there
rm there/synth-cli/target/davit/trained-*
chmod -R a-w there
plain there/davit version | version
chmod -R u+w there
