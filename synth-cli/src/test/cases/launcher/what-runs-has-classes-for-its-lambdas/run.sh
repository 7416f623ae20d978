distribution there
java -Xlog:class+load:file=loaded -cp "there/lib/*" dev.davit.cli.Main --quiet synth there/share/davit/Quickstart.java -o out 2>/dev/null
echo "made by the build: $(grep -cE 'dev\.davit\.[^ ]*\$\$F[0-9]' loaded | sed 's/^[0-9][0-9]*[0-9][0-9]$/hundreds/')"
echo "made by Java: $(grep -cE 'dev\.davit\.[^ ]*\$\$Lambda' loaded)"
