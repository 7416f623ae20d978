CI=true davit apply Shop.java
