checkout there
rm -r there/synth-cli/target
java=$(readlink -f "$(command -v java)")
bare_path
JAVA_HOME=${java%/bin/java} there/davit version
