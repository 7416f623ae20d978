KUBECONFIG=kubeconfig davit destroy Shop.java --confirm store
