# A checkout without sources: what the launcher needs of one.
checkout() { # checkout FOLDER
  mkdir -p "$1/sdk/src/main" "$1/synth-cli/target/davit"
  cp "$REPOSITORY/davit" "$1/"
  for source in pom.xml synth-cli/pom.xml sdk/src/main/Source.java; do
    : >"$1/$source"
    touch -d '1 hour ago' "$1/$source"
  done
  cp -R "$REPOSITORY/synth-cli/target/davit/lib" "$1/synth-cli/target/davit/"
  touch "$1/synth-cli/target/davit/trained-$(java_build)"
}

# A distribution as the zip has it.
distribution() { # distribution FOLDER
  mkdir -p "$1/bin" "$1/share/davit"
  cp "$REPOSITORY/davit" "$1/bin/"
  cp -R "$REPOSITORY/synth-cli/target/davit/lib" "$1/"
  cp "$REPOSITORY/examples/quickstart/Quickstart.java" "$1/share/davit/"
  touch "$1/trained-$(java_build)"
}

java_major() {
  java -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p'
}

java_build() { # the very Java, as the launcher tells one from another
  sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"/\1/p' "$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")/release"
}

version() { # what davit version says, without the numbers
  sed 's/ [0-9].*//'
}

# A Maven that builds nothing and says that it was called: the jars come from this build.
pretended_maven() { # pretended_maven FOLDER
  mkdir -p maven
  cat >maven/mvn <<END
#!/bin/sh
echo "maven was called" >&2
sleep 1
mkdir -p "$1/synth-cli/target/davit"
cp -R "$REPOSITORY/synth-cli/target/davit/lib" "$1/synth-cli/target/davit/"
touch "$1/synth-cli/target/davit/trained-$(java_build)"
END
  chmod +x maven/mvn
  PATH=$PWD/maven:$PATH
}

# The commands that the launcher may use, and no Java or Maven.
bare_path() {
  mkdir -p tools
  for tool in sh dirname readlink find head sed mkdir touch rm mv mktemp flock cat; do
    ! command -v "$tool" >/dev/null || ln -s "$(command -v "$tool")" "tools/$tool"
  done
  PATH=$PWD/tools
}
