# syntax=docker/dockerfile:1
# The same build as on Render. Run it in the repository's root:
#   docker build -f OUT/kubernetes/web.Dockerfile -t REGISTRY/web .
FROM docker.io/library/node:22
WORKDIR /app
COPY . .
ENV COST="\$5 and \$(HOME)"
RUN ["sh", "-c", "npm ci"]
# The root file system is read-only on the cluster, and the user has no home there.
ENV HOME=/tmp
USER 10001:10001
CMD ["sh", "-c", "npm start"]
