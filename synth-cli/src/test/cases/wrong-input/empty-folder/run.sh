davit synth
