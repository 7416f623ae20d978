compiles() { # compiles COMMAND...: says whether the compiler was loaded
  JAVA_OPTIONS=-Xlog:class+load:file=loaded "$@"
  if grep -q 'com.sun.tools.javac.main' loaded; then echo compiled; else echo 'compiled nothing'; fi
}
davit graph Shop.java
entry=$HOME/.cache/davit/$(ls "$HOME/.cache/davit")
head -c 100 "$entry" >torn && cat torn >"$entry"
compiles davit graph Shop.java
compiles davit graph Shop.java
printf x | dd of="$entry" bs=1 seek=200 conv=notrunc 2>/dev/null
compiles davit graph Shop.java
compiles davit graph Shop.java
: >"$entry"
compiles davit graph Shop.java
rm "$entry" && mkdir "$entry"
compiles davit graph Shop.java
