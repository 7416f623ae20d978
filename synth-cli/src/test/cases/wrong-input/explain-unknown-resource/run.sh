davit explain sesions Shop.java
