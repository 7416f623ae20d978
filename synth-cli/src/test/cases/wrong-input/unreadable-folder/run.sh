chmod 000 stack
plain davit synth stack
