// Command workload is the one program inside the test images: the pause container when it is called "pause", a bounded
// HTTP client ("probe URL COUNT INTERVAL"), a preStop hook ("sleep DURATION"), and otherwise an HTTP server whose start,
// health, drain and failures a test sets through its environment. "image NAME:TAG" writes an image that holds the program itself.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

func main() {
	stop, release := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer release()
	switch name := filepath.Base(os.Args[0]); {
	case name == "pause":
		<-stop.Done()
	case len(os.Args) > 2 && os.Args[1] == "sleep": // the preStop hook of images without a shell
		time.Sleep(duration(os.Args[2]))
	case len(os.Args) > 4 && os.Args[1] == "probe":
		probe(os.Args[2], os.Args[3], duration(os.Args[4]))
	case len(os.Args) > 2 && os.Args[1] == "image":
		if err := writeImage(os.Stdout, os.Args[2]); err != nil {
			log.Fatal(err)
		}
	default:
		serve(stop)
	}
}

// serve answers "<VERSION> <hostname>" on PORT.
// START_DELAY: not healthy before. DRAIN: after SIGTERM keeps serving that long. EXIT_ON_TERM=now: drops connections at once.
// FAIL=never-ready | crash. WORK: each request takes that long.
func serve(stop context.Context) {
	if os.Getenv("FAIL") == "crash" {
		log.Fatal("crash: asked for by FAIL=crash")
	}
	host, _ := os.Hostname()
	var ready atomic.Bool
	time.AfterFunc(duration(os.Getenv("START_DELAY")), func() { ready.Store(os.Getenv("FAIL") != "never-ready") })
	mux := http.NewServeMux()
	mux.HandleFunc("/healthz", func(w http.ResponseWriter, _ *http.Request) {
		if !ready.Load() {
			http.Error(w, "starting", http.StatusServiceUnavailable)
			return
		}
		fmt.Fprintln(w, "ok")
	})
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(duration(os.Getenv("WORK")))
		fmt.Fprintf(w, "%s %s\n", os.Getenv("VERSION"), host)
	})
	port := os.Getenv("PORT")
	if port == "" {
		port = "8080"
	}
	server := &http.Server{Addr: ":" + port, Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	go func() {
		if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			log.Fatal(err)
		}
	}()
	<-stop.Done()
	if os.Getenv("EXIT_ON_TERM") == "now" {
		os.Exit(0)
	}
	time.Sleep(duration(os.Getenv("DRAIN")))
	grace, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	_ = server.Shutdown(grace)
}

// probe sends COUNT requests to URL, one every INTERVAL, each on a connection of its own, and prints what came back.
func probe(url, count string, interval time.Duration) {
	wanted, err := strconv.Atoi(count)
	if err != nil {
		log.Fatal(err)
	}
	client := &http.Client{Timeout: 5 * time.Second, Transport: &http.Transport{DisableKeepAlives: true}}
	var lock sync.Mutex
	var requests sync.WaitGroup
	failures := map[string]int{}
	failed := 0
	answers := map[string]int{}
	ticks := time.NewTicker(interval)
	for range wanted {
		<-ticks.C
		requests.Add(1)
		go func() {
			defer requests.Done()
			version, err := get(client, url)
			lock.Lock()
			defer lock.Unlock()
			if err != nil {
				failed++
				failures[err.Error()]++
				return
			}
			answers[version]++
		}()
	}
	requests.Wait()
	_ = json.NewEncoder(os.Stdout).Encode(map[string]any{"sent": wanted, "failed": failed, "answers": answers, "failures": failures})
}

func get(client *http.Client, url string) (string, error) {
	response, err := client.Get(url)
	if err != nil {
		return "", err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err == nil && response.StatusCode != http.StatusOK {
		err = fmt.Errorf("status %d", response.StatusCode)
	}
	version, _, _ := strings.Cut(string(body), " ")
	return version, err
}

func duration(text string) time.Duration {
	d, err := time.ParseDuration(text)
	if err != nil {
		return 0
	}
	return d
}
