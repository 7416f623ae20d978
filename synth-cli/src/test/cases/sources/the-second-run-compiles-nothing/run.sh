compiles() { # compiles COMMAND...: says whether the compiler was loaded
  JAVA_OPTIONS=-Xlog:class+load:file=loaded "$@"
  if grep -q 'com.sun.tools.javac.main' loaded; then echo compiled; else echo 'compiled nothing'; fi
}
compiles davit graph Shop.java
compiles davit graph Shop.java
echo '# another text, another key'
sed -i 's/sessions/carts/' Shop.java
compiles davit graph Shop.java
echo '# and back again'
sed -i 's/carts/sessions/' Shop.java
compiles davit graph Shop.java
