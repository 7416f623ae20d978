davit destroy Shop.java
