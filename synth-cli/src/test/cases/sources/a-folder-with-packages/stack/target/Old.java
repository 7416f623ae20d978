left by a build
