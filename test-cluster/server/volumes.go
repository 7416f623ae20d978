package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"time"

	core "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/errors"
	meta "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/client-go/informers"
	"k8s.io/client-go/kubernetes"
	"k8s.io/client-go/tools/cache"
	"k8s.io/client-go/tools/clientcmd"
)

// provisioner is what a StorageClass names to get its volumes here.
const provisioner = "davit.test/volumes"

// volumes is an external provisioner and resizer: it gives each claim a folder of this machine, on which all nodes are, lets it
// grow, and removes it with its claim.
type volumes struct {
	client kubernetes.Interface
	folder string
}

func provideVolumes(kubeconfig, folder string) {
	config, err := clientcmd.BuildConfigFromFlags("", kubeconfig)
	if err != nil {
		log.Fatal(err)
	}
	v := volumes{kubernetes.NewForConfigOrDie(config), folder}
	// Each object is looked at again every few seconds, so that what failed is tried once more.
	factory := informers.NewSharedInformerFactory(v.client, 3*time.Second)
	on(factory.Core().V1().PersistentVolumeClaims().Informer(), v.claim)
	on(factory.Core().V1().PersistentVolumes().Informer(), v.volume)
	factory.Start(context.Background().Done())
	select {}
}

func on[T any](informer cache.SharedIndexInformer, act func(context.Context, *T) error) {
	seen := func(object any) {
		if err := act(context.Background(), object.(*T)); err != nil {
			log.Print(err)
		}
	}
	_, err := informer.AddEventHandler(cache.ResourceEventHandlerFuncs{AddFunc: seen, UpdateFunc: func(_, object any) { seen(object) }})
	if err != nil {
		log.Fatal(err)
	}
}

// claim waits for the annotation by which the controllers hand a claim over: not before its first pod has a node.
func (v volumes) claim(ctx context.Context, claim *core.PersistentVolumeClaim) error {
	switch {
	case claim.Annotations["volume.kubernetes.io/storage-provisioner"] != provisioner || claim.DeletionTimestamp != nil:
		return nil
	case claim.Spec.VolumeName == "":
		return v.provide(ctx, claim)
	case claim.Status.Phase == core.ClaimBound:
		return v.grow(ctx, claim)
	}
	return nil
}

func (v volumes) provide(ctx context.Context, claim *core.PersistentVolumeClaim) error {
	class, err := v.client.StorageV1().StorageClasses().Get(ctx, *claim.Spec.StorageClassName, meta.GetOptions{})
	if err != nil {
		return err
	}
	name := "pvc-" + string(claim.UID)
	path := filepath.Join(v.folder, name)
	// Writable to all: kubelet does not give a folder of the host to the group of the pod.
	if err := os.Mkdir(path, 0o777); err != nil && !os.IsExist(err) {
		return err
	}
	if err := os.Chmod(path, 0o777); err != nil {
		return err
	}
	_, err = v.client.CoreV1().PersistentVolumes().Create(ctx, &core.PersistentVolume{
		ObjectMeta: meta.ObjectMeta{Name: name, Annotations: map[string]string{"pv.kubernetes.io/provisioned-by": provisioner}},
		Spec: core.PersistentVolumeSpec{
			AccessModes:                   claim.Spec.AccessModes,
			Capacity:                      core.ResourceList{core.ResourceStorage: claim.Spec.Resources.Requests[core.ResourceStorage]},
			ClaimRef:                      &core.ObjectReference{Kind: "PersistentVolumeClaim", APIVersion: "v1", Namespace: claim.Namespace, Name: claim.Name, UID: claim.UID},
			PersistentVolumeReclaimPolicy: *class.ReclaimPolicy,
			PersistentVolumeSource:        core.PersistentVolumeSource{HostPath: &core.HostPathVolumeSource{Path: path}},
			StorageClassName:              class.Name,
			VolumeMode:                    claim.Spec.VolumeMode,
		},
	}, meta.CreateOptions{})
	if errors.IsAlreadyExists(err) {
		return nil
	}
	return err
}

// grow follows a request that the API server let pass, which it does where the class allows expansion.
func (v volumes) grow(ctx context.Context, claim *core.PersistentVolumeClaim) error {
	wanted, has := claim.Spec.Resources.Requests[core.ResourceStorage], claim.Status.Capacity[core.ResourceStorage]
	if wanted.Cmp(has) <= 0 {
		return nil
	}
	volume, err := v.client.CoreV1().PersistentVolumes().Get(ctx, claim.Spec.VolumeName, meta.GetOptions{})
	if err != nil {
		return err
	}
	volume.Spec.Capacity[core.ResourceStorage] = wanted
	if _, err := v.client.CoreV1().PersistentVolumes().Update(ctx, volume, meta.UpdateOptions{}); err != nil {
		return err
	}
	grown := claim.DeepCopy()
	grown.Status.Capacity[core.ResourceStorage] = wanted
	_, err = v.client.CoreV1().PersistentVolumeClaims(claim.Namespace).UpdateStatus(ctx, grown, meta.UpdateOptions{})
	return err
}

func (v volumes) volume(ctx context.Context, volume *core.PersistentVolume) error {
	if volume.Annotations["pv.kubernetes.io/provisioned-by"] != provisioner || volume.Status.Phase != core.VolumeReleased ||
		volume.Spec.PersistentVolumeReclaimPolicy != core.PersistentVolumeReclaimDelete {
		return nil
	}
	if err := os.RemoveAll(filepath.Join(v.folder, volume.Name)); err != nil {
		return fmt.Errorf("the folder of a deleted claim stays: %w", err)
	}
	err := v.client.CoreV1().PersistentVolumes().Delete(ctx, volume.Name, meta.DeleteOptions{})
	if errors.IsNotFound(err) {
		return nil
	}
	return err
}
