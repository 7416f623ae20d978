davit synth .
