davit plan Shop.java
