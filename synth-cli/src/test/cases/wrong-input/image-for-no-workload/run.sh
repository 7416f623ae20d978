davit synth Shop.java --image wroker=acme/worker:2
