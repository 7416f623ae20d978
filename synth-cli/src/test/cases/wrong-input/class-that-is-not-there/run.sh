davit synth --class Shopp .
