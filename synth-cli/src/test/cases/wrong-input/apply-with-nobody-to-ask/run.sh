davit apply Shop.java
