KUBECONFIG=kubeconfig davit plan Shop.java --target kubernetes 2>said; code=$?
# How often it is tried within the time that there is depends on chance.
sed 's/, [0-9]* tries/, some tries/' said >&2
exit $code
