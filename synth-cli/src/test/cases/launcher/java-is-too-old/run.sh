checkout there
mkdir -p jdk-11/bin jdk-8/bin
printf '#!/bin/sh\nexit 1\n' >jdk-11/bin/java
echo 'JAVA_VERSION="11.0.25"' >jdk-11/release
printf '#!/bin/sh\necho "openjdk version \\"1.8.0_432\\"" >&2\n' >jdk-8/bin/java
chmod +x jdk-*/bin/java
JAVA_HOME=$PWD/jdk-11 there/davit version
JAVA_HOME=$PWD/jdk-8 there/davit version
