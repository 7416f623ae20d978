distribution there
mkdir -p there/runtime/bin
printf '#!/bin/sh\necho its own java\n' >there/runtime/bin/java && chmod +x there/runtime/bin/java
echo 'JAVA_VERSION="17.0.1"' >there/runtime/release
touch there/trained-17.0.1
there/bin/davit version
JAVA_HOME=/nowhere there/bin/davit version
