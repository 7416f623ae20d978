checkout there
rm -r there/synth-cli/target
mkdir maven
printf '#!/bin/sh\necho "[ERROR] no network"\nexit 1\n' >maven/mvn && chmod +x maven/mvn
PATH=$PWD/maven:$PATH
there/davit version
