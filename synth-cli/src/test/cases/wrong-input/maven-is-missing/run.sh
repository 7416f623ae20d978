JAVA=$(dirname "$(command -v java)")
PATH=$(dirname "$(command -v davit)"):$JAVA:$PWD/tools
davit synth shop
