davit init infra
davit init my-duration/duration
davit graph infra
davit graph my-duration/duration
