# syntax=docker/dockerfile:1
# The same build as on Render. Run it in the repository's root:
#   docker build -f OUT/kubernetes/docs.Dockerfile -t REGISTRY/docs .
FROM docker.io/library/node:22 AS build
WORKDIR /src
COPY . .
RUN ["sh", "-c", "npm ci && npm run build"]

FROM docker.io/nginxinc/nginx-unprivileged:1.29.4-alpine
COPY --from=build ["/src/dist", "/usr/share/nginx/html/"]
