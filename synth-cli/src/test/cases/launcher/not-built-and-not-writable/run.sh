checkout there
rm -r there/synth-cli/target
pretended_maven there
chmod -R a-w there
plain there/davit version
code=$?
chmod -R u+w there
exit $code
