davit apply notes.txt --yes
