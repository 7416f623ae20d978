checkout there
there/davit 'ver sion *' --stage ''
there/davit version "\$(touch hit)" '`touch hit`'
ls
