checkout "it's a \$HOME \"dir\" *"
cd it*
./davit version | version
cd ..
"./it's a \$HOME \"dir\" */davit" version | version
