davit check Shop.java
davit chekc Shop.java
