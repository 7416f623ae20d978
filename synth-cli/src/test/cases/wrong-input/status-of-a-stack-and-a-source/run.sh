KUBECONFIG=kubeconfig davit status Shop.java --stack shop
