# shellcheck shell=bash
# The real node of "cluster up --node": containerd, runc, kubelet, kube-proxy and CoreDNS on a bridge of their own. Sourced by "cluster".
#
# What lies in /run/davit-node is one for the machine, and so is the bridge: whoever holds the lock there has the node.
node_packages="containerd runc containernetworking-plugins nftables conntrack iproute2"
node_run=/run/davit-node
node_address=10.85.0.1

node_needs() {
  local command
  [ "$(id -u)" = 0 ] || die "a real node needs root; run as root, or without --node"
  for command in containerd ctr runc /usr/lib/cni/bridge nft conntrack ip; do
    command -v "$command" >/dev/null || die "a real node needs $command; run: apt-get install -y $node_packages"
  done
}

# Before the first pod, for the API server and DNS. The bridge has a fixed MAC: else it takes that of a pod, changes it as pods come
# and go, and drops packets for seconds, which looks like downtime.
node_network() {
  mkdir -p "$node_run"
  exec 9>"$node_run/lock"
  flock -w 120 9 || die "the machine's one real node is taken by $(cat $node_run/owner); stop it with: cluster down DIR"
  # The lock is free and yet a cluster's name is here: its processes were killed.
  [ ! -d "$(cat "$node_run/owner" 2>/dev/null)/pid" ] || "$here/cluster" down "$(cat "$node_run/owner")" 9>&-
  node_sweep
  echo "$PWD" >"$node_run/owner"
  mkdir node
  ip link add davit0 address 02:85:00:00:00:01 type bridge
  ip addr add "$node_address/24" dev davit0
  ip link set davit0 up
  sysctl -qw net.ipv4.ip_forward=1
  address=$node_address
  reached=(--advertise-address "$node_address" --kubelet-preferred-address-types InternalIP --kubelet-client-certificate pki/admin.crt
    --kubelet-client-key pki/admin.key --kubelet-certificate-authority pki/ca.crt)
}

node_containerd() {
  mkdir -p node/cni
  cat >node/cni/10-davit.conflist <<JSON
{"cniVersion": "1.0.0", "name": "davit", "plugins": [
  {"type": "bridge", "bridge": "davit0", "isGateway": true, "hairpinMode": true, "ipam": {"type": "host-local", "dataDir": "$node_run/ipam",
   "ranges": [[{"subnet": "10.85.0.0/24", "rangeStart": "10.85.0.10"}]], "routes": [{"dst": "0.0.0.0/0"}]}}]}
JSON
  # restrict_oom_score_adj: a machine without CAP_SYS_RESOURCE cannot lower it, and no sandbox would start.
  # native: copies the few MB of an image, and so works where the root itself is an overlay.
  cat >node/containerd.toml <<TOML
version = 2
root = "$PWD/node/containerd"
state = "$node_run/containerd"
[grpc]
  address = "$node_run/containerd.sock"
[plugins."io.containerd.grpc.v1.cri"]
  sandbox_image = "davit.test/pause:1"
  restrict_oom_score_adj = true
  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "/usr/lib/cni"
    conf_dir = "$PWD/node/cni"
  [plugins."io.containerd.grpc.v1.cri".containerd]
    snapshotter = "native"
TOML
  start containerd containerd --config node/containerd.toml
  wait_for 120 containerd node_ctr version
  local name
  for name in pause:1 app:1 app:2 app:3; do
    "$bin/workload" image "davit.test/$name" >node/image.tar
    node_ctr images import --snapshotter native node/image.tar >/dev/null
  done
}

node_ctr() { ctr --address "$node_run/containerd.sock" --namespace k8s.io "$@"; }

# cgroupsPerQOS and enforceNodeAllocatable: nothing here measures resources, and without them cgroup v1 and v2 are alike.
node_kubelet() {
  certificate kubelet /CN=kubelet "DNS:real,IP:$node_address"
  cat >node/kubelet.yaml <<YAML
apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
address: $node_address
healthzPort: 0
authentication: {anonymous: {enabled: false}, webhook: {enabled: false}, x509: {clientCAFile: $PWD/pki/ca.crt}}
authorization: {mode: AlwaysAllow}
tlsCertFile: $PWD/pki/kubelet.crt
tlsPrivateKeyFile: $PWD/pki/kubelet.key
clusterDNS: [$node_address]
clusterDomain: cluster.local
cgroupDriver: cgroupfs
cgroupsPerQOS: false
enforceNodeAllocatable: []
failSwapOn: false
containerRuntimeEndpoint: unix://$node_run/containerd.sock
evictionHard: {memory.available: "0%", nodefs.available: "0%", nodefs.inodesFree: "0%", imagefs.available: "0%"}
localStorageCapacityIsolation: false
maxPods: 200
registryPullQPS: 0
podLogsDir: $PWD/node/pods
syncFrequency: 5s
YAML
  start kubelet "$bin/testcluster" kubelet --kubeconfig admin.kubeconfig --config node/kubelet.yaml --root-dir "$PWD/node/kubelet" \
    --hostname-override real --node-ip "$node_address"
}

node_dns() {
  cat >node/Corefile <<CORE
.:53 {
    bind $node_address
    kubernetes cluster.local {
        kubeconfig $PWD/admin.kubeconfig davit-test
    }
}
CORE
  # It keeps the lock of the machine for as long as it runs, and is stopped last.
  held=9 start coredns "$bin/coredns" -conf node/Corefile
}

node_up() {
  node_containerd
  node_dns
  node_kubelet
  # kube-proxy takes no port 0 for its metrics.
  start kube-proxy "$bin/testcluster" kube-proxy --kubeconfig admin.kubeconfig --hostname-override real --proxy-mode nftables \
    --cluster-cidr 10.85.0.0/24 --conntrack-max-per-core 0 --healthz-bind-address "" --metrics-bind-address "127.0.0.1:$(free_port)"
  wait_for 120 "the real node" kube wait --for=condition=Ready node/real --timeout=10s
  # Without isolation kubelet leaves this as it is, and a pod that asks for disk is scheduled.
  kube patch node real --subresource=status --type=merge \
    -p '{"status": {"capacity": {"ephemeral-storage": "100Gi"}, "allocatable": {"ephemeral-storage": "100Gi"}}}' >/dev/null
}

node_down() {
  [ -d node ] || return 0
  stop kube-proxy; stop kubelet
  if [ -f pid/containerd ]; then
    local id
    for id in $(node_ctr tasks ls -q); do node_ctr tasks kill --signal KILL "$id" || true; done >/dev/null 2>&1
    for id in $(node_ctr containers ls -q); do node_ctr tasks delete --force "$id" || true; node_ctr containers rm "$id" || true; done >/dev/null 2>&1
    stop containerd
  fi
  node_sweep
  stop coredns
}

# What a node leaves in the machine, also one whose processes were all killed.
node_sweep() {
  local table place id
  for table in ip ip6; do nft delete table "$table" kube-proxy 2>/dev/null || true; done
  while read -r _ place _; do
    printf -v place %b "$place"
    case $place in "$PWD"/node/* | "$node_run"/containerd/*) umount -l "$place" || true ;; esac
  done < <(tac /proc/self/mounts)
  ip link del davit0 2>/dev/null || true
  rm -rf "$node_run"/containerd "$node_run"/containerd.sock* "$node_run"/ipam "$node_run"/owner
}
