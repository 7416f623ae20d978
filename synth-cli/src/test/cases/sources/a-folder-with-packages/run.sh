mkdir stack/.git && echo 'nothing of ours' >stack/.git/Hook.java
davit graph stack
