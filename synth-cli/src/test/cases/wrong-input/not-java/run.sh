davit synth notes.txt
