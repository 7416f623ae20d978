davit diff Shop.java
