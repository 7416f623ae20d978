davit synth broken.jar
