checkout there
pretended_maven "$PWD/there"
there/davit version | version
echo '# a source changed' >&2
touch -d '1 minute' there/sdk/src/main/Source.java
there/davit version | version
