KUBECONFIG=kubeconfig davit status --stack ../shop
