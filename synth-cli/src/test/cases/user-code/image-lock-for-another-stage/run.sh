davit graph Shop.java
