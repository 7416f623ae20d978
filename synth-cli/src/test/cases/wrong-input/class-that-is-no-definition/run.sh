davit synth --class Plain .
