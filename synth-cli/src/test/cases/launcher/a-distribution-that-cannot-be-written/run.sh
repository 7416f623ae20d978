distribution there
rm there/trained-*
chmod -R a-w there
kept() {
  find caches | sed -n "s/starts.[0-9]*-[0-9]*/starts\/ID/; s/-$(java_build)//p" | sort
}
mkdir caches
echo 'its fast starts are the user'"'"'s'
export XDG_CACHE_HOME=$PWD/caches
plain there/bin/davit version | version
kept
echo 'and a later start takes them'
plain there/bin/davit version | version
echo 'without a home it starts as well'
unset XDG_CACHE_HOME
plain env -u HOME there/bin/davit version | version
echo 'or with one that is no folder of its own'
XDG_CACHE_HOME=caches plain env HOME=nowhere there/bin/davit version | version
chmod -R u+w there
