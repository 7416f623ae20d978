"""Fetch the pinned files of a model and check each against its digest. Run again, it goes on where it stopped."""

import hashlib
import http.client
import json
import os
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

HUB = os.environ.get("HF_ENDPOINT", "https://huggingface.co").rstrip("/")
TRIES = 8
BLOCK = 1 << 20


def request(url, start=0):
    ask = urllib.request.Request(url, headers={"User-Agent": "davit"})
    if start:
        ask.add_header("Range", f"bytes={start}-")
    token = os.environ.get("TOKEN_FILE")
    if token:
        with open(token, encoding="utf-8") as file:
            # Not sent on to where the Hub redirects: that is another host.
            ask.add_unredirected_header("Authorization", "Bearer " + file.read().strip())
    return urllib.request.urlopen(ask, timeout=60)


def listed(model):
    """List the files of the revision with the digests that the Hub keeps: SHA-256 of large ones, git's SHA-1 of the others."""
    url = f"{HUB}/api/models/{model['repo']}/tree/{model['revision']}?recursive=true"
    while url:
        with request(url) as answer:
            for entry in json.load(answer):
                if entry["type"] == "file":
                    lfs = entry.get("lfs")
                    yield {
                        "path": entry["path"],
                        "size": entry["size"],
                        **({"sha256": lfs["oid"]} if lfs else {"git": entry["oid"]}),
                    }
            link = answer.headers.get("Link", "")
        url = link[1 : link.index(">")] if 'rel="next"' in link else None


def digest_of(path, entry):
    if "sha256" in entry:
        digest = hashlib.sha256()
    else:
        digest = hashlib.sha1(b"blob %d\0" % os.path.getsize(path))
    with open(path, "rb") as file:
        while block := file.read(BLOCK):
            digest.update(block)
    return digest.hexdigest()


def download(url, part):
    start = os.path.getsize(part) if os.path.exists(part) else 0
    with request(url, start) as answer:
        # A server that ignores the range sends all of it again.
        mode = "ab" if start and answer.status == 206 else "wb"
        with open(part, mode) as file:
            while block := answer.read(BLOCK):
                file.write(block)


def fetch(model, entry, folder):
    target = os.path.join(folder, *entry["path"].split("/"))
    if not os.path.abspath(target).startswith(os.path.abspath(folder) + os.sep):
        sys.exit(f"{entry['path']} would leave {folder}")
    if os.path.exists(target):
        return
    os.makedirs(os.path.dirname(target), exist_ok=True)
    part = target + ".part"
    url = f"{HUB}/{model['repo']}/resolve/{model['revision']}/{urllib.parse.quote(entry['path'])}"
    for attempt in range(TRIES):
        try:
            if not os.path.exists(part) or os.path.getsize(part) < entry["size"]:
                download(url, part)
            if digest_of(part, entry) == entry.get("sha256", entry.get("git")):
                os.replace(part, target)
                print(f"{entry['path']}: {entry['size']} bytes, digest is right", flush=True)
                return
            if os.path.getsize(part) >= entry["size"]:
                os.remove(part)
                print(f"{entry['path']}: wrong digest, fetching it again", flush=True)
        except urllib.error.HTTPError as error:
            if error.code == 416:
                os.remove(part)
            elif error.code < 500 and error.code != 429:
                sys.exit(f"{entry['path']}: the Hub answers {error.code} {error.reason}")
            print(f"{entry['path']}: {error}", flush=True)
        except (OSError, http.client.HTTPException) as error:
            print(f"{entry['path']}: {error}", flush=True)
        time.sleep(min(60, 2**attempt) * float(os.environ.get("PAUSE", "1")))
    sys.exit(f"{entry['path']}: gave up after {TRIES} tries")


def main(lock, folder):
    with open(lock, encoding="utf-8") as file:
        model = json.load(file)
    for entry in model["files"] or list(listed(model)):
        fetch(model, entry, folder)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
