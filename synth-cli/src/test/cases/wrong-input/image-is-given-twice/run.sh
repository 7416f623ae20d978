davit synth Shop.java --image web=a:1 --image web=a:2
