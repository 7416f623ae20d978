KUBECONFIG=kubeconfig davit plan Shop.java --target kubernetes --context prod
