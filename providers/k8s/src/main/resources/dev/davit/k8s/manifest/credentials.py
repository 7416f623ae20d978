"""Make the Secrets that are not there yet. It may create Secrets and nothing else: it cannot read or change one."""

import json
import os
import secrets
import ssl
import sys
import urllib.error
import urllib.request

ACCOUNT = "/var/run/davit/account"
CREATED, EXISTS = 201, 409


def post(secret):
    host, port = os.environ["KUBERNETES_SERVICE_HOST"], os.environ["KUBERNETES_SERVICE_PORT"]
    host = f"[{host}]" if ":" in host else host
    with open(f"{ACCOUNT}/token", encoding="utf-8") as file:
        token = file.read().strip()
    ask = urllib.request.Request(
        f"https://{host}:{port}/api/v1/namespaces/{secret['metadata']['namespace']}/secrets",
        data=json.dumps(secret).encode(),
        headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
    )
    trust = ssl.create_default_context(cafile=f"{ACCOUNT}/ca.crt")
    try:
        with urllib.request.urlopen(ask, timeout=30, context=trust) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def main(path):
    with open(path, encoding="utf-8") as file:
        wanted = json.load(file)
    for secret in wanted:
        value = secrets.token_hex(32)
        texts = {key: text.replace("{}", value) for key, text in secret.pop("texts").items()}
        status = post({"apiVersion": "v1", "kind": "Secret", "type": "Opaque", **secret, "stringData": texts})
        if status not in (CREATED, EXISTS):
            sys.exit(f"Secret {secret['metadata']['name']}: the API server answers {status}")
        print(secret["metadata"]["name"], "made" if status == CREATED else "is there already", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
