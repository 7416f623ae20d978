davit synth stack
