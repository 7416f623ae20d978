checkout there
mkdir -p links/deep
ln -s "$PWD/there/davit" links/absolute
ln -s ../../there/davit links/deep/relative
ln -s deep/relative links/chain
ln -s there 'a folder'
for link in links/absolute links/deep/relative links/chain 'a folder/davit'; do "$link" version | version; done
cd links && PATH=$PWD:$PATH && chain version | version
