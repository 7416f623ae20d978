checkout there
mkdir fake
printf '#!/bin/sh\necho the wrong java >&2\nexit 1\n' >fake/java && chmod +x fake/java
real=$(dirname "$(dirname "$(readlink -f "$(command -v java)")")")
JAVA_HOME=$real PATH=$PWD/fake:$PATH there/davit version | version
