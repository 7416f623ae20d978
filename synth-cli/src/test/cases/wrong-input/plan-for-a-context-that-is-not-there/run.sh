KUBECONFIG=kubeconfig davit plan Shop.java --context prod
