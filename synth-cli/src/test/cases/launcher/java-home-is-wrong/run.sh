checkout there
JAVA_HOME=/no/such/java there/davit version
