distribution "a folder/davit 1"
ln -s "a folder/davit 1/bin/davit" link
./link version | version
PATH=$PWD/a\ folder/davit\ 1/bin:$PATH davit version | version
echo 'with nothing but a shell and a Java'
java=$(command -v java)
env -i JAVA_HOME="${java%/bin/java}" "$(command -v sh)" ./link version | version
