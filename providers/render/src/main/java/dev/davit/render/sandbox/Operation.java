package dev.davit.render.sandbox;

/** Answers one kind of request. */
@FunctionalInterface
interface Operation {
    /**
     * Does it.
     *
     * @throws Problem if the request is refused
     */
    Answer answer(Call call);
}
