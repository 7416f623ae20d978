davit graph Shop.java <answer.txt
