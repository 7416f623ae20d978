KUBECONFIG=kubeconfig davit plan Shop.java
