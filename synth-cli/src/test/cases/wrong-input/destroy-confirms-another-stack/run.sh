KUBECONFIG=kubeconfig davit destroy Shop.java --target kubernetes --confirm store
