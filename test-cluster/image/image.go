package main

import (
	"archive/tar"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
)

// writeImage writes an archive as "ctr images import" reads it: one layer with this program as /app, which is also called /pause.
// The image runs /pause if its name says so, else /app with VERSION=<tag>. No machine that runs tests is sure to have a builder.
func writeImage(out io.Writer, reference string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	program, err := os.ReadFile(self)
	if err != nil {
		return err
	}
	name, tag, _ := strings.Cut(reference, ":")
	entry := "/app"
	if strings.HasSuffix(name, "pause") {
		entry = "/pause"
	}
	layer := archive(file("app", program), entryOf{tar.Header{Name: "pause", Typeflag: tar.TypeLink, Linkname: "app", Mode: 0o755}, nil})
	config := document(map[string]any{
		"architecture": runtime.GOARCH,
		"os":           "linux",
		"config":       map[string]any{"Entrypoint": []string{entry}, "Env": []string{"VERSION=" + tag}, "User": "65532"},
		"rootfs":       map[string]any{"type": "layers", "diff_ids": []string{"sha256:" + digest(layer)}},
	})
	configName := digest(config) + ".json"
	manifest := document([]any{map[string]any{"Config": configName, "RepoTags": []string{reference}, "Layers": []string{"layer.tar"}}})
	_, err = out.Write(archive(file(configName, config), file("layer.tar", layer), file("manifest.json", manifest)))
	return err
}

type entryOf struct {
	header  tar.Header
	content []byte
}

func file(name string, content []byte) entryOf {
	return entryOf{tar.Header{Name: name, Mode: 0o755, Size: int64(len(content))}, content}
}

// archive writes to memory, where nothing fails.
func archive(entries ...entryOf) []byte {
	var out bytes.Buffer
	writer := tar.NewWriter(&out)
	for _, entry := range entries {
		_ = writer.WriteHeader(&entry.header)
		_, _ = writer.Write(entry.content)
	}
	_ = writer.Close()
	return out.Bytes()
}

func document(content any) []byte {
	text, _ := json.Marshal(content)
	return text
}

func digest(content []byte) string { return fmt.Sprintf("%x", sha256.Sum256(content)) }
