### Refusals and failures: what happened, where, what to do. One clear sentence without technical words.

## Study file

error-file-not-found = { $file } cannot be found. Check its name and folder.
error-file-exists = { $file } exists already. Choose another name.
error-file-not-readable = { $file } cannot be read: { $reason }.
error-file-not-writable = { $file } cannot be written: { $reason }.
error-folder-not-found = The folder { $folder } does not exist.
error-not-a-study = { $file } is not an { -ancrage } study.
error-study-newer = { $file } was written by a newer version of { -ancrage }: update the program to open it.
error-study-damaged = { $file } is damaged: { $reason }. Nothing was changed; restore a backup.
error-study-locked = { $file } is open in another window or by somebody else. Close it there first.
error-study-read-only = { $file } is write-protected: save a copy to work.
error-disk-full = There is no room left on the disk of { $file }. Your last act is not saved.
error-migration-failed = { $file } could not be upgraded: { $reason }. The backup made before is intact.
error-example-unavailable = The example study could not be prepared: { $reason }.

## File to import

error-read-empty = { $file } is empty.
error-read-too-large = { $file } is too large ({ $size }): the limit is { $limit }.
error-read-unpacks-too-large = { $file } holds more than { $limit } once unpacked; it is not read.
error-read-too-deep = { $file } nests too many elements for a real document; it is not read.
error-read-broken = { $file } is damaged: open it in Word or LibreOffice and save it again.
error-read-not-a-document = { $file } is an archive, but not a Word document.
error-read-lock-file = { $file } is the file that Word keeps while the document is open: choose the document itself.
error-read-old-word = { $file } is in the old Word format (.doc): save it as .docx.
error-read-encrypted = { $file } is protected by a password: save it without one.
error-read-macros = { $file } holds macros: save it as .docx, without them.
error-read-pdf = { $file } is a PDF, not read yet: save the text as .docx or .txt.
error-read-open-document = { $file } is an OpenDocument text, not read yet: save it as .docx.
error-read-rich-text = { $file } is rich text, not read yet: save it as .docx.
error-read-subtitles = { $file } holds subtitles, not read yet: save the text as .txt.
error-read-web-page = { $file } is a web page: copy its text into a .docx or a .txt.
error-read-recording = { $file } is a recording, not its transcript.
error-read-picture = { $file } is a picture, not a text.
error-read-not-text = { $file } is not a text.
error-read-unknown-encoding = The encoding “{ $encoding }” is not known.

## Names

error-name-empty = The name is empty.
error-name-unknown = Nothing is called “{ $name }”.
error-name-ambiguous = Several items are called “{ $name }”; choose one of these identifiers: { $ids }.
error-name-taken = “{ $name }” exists already in that place.
error-id-unknown = No item has the identifier { $id }.
error-member-unknown = Nobody in the team is called “{ $name }”.
error-member-needed = The team has several people: say who acts with --as.
error-interview-unknown = No interview is called “{ $name }”.
error-code-unknown =
    { $method ->
        [thematic] No code is called “{ $name }”.
       *[grounded] No label is called “{ $name }”.
    }

## Passages, labels

error-range-outside = The passage { $start }–{ $end } leaves the text of { $interview }, which has { $length } characters.
error-range-empty = The passage is empty: select at least one word.
error-code-deleted = “{ $code }” was deleted: bring it back or choose another.
error-code-into-itself = “{ $code }” cannot be put under or merged into what it contains.
error-already-applied = “{ $code }” is on this passage already.
error-quote-differs = The text of { $interview } says “{ $found }” and not “{ $quote }”.
error-round-sealed = This coding is sealed: it does not change before the round is opened.
error-round-not-yours = This double-coding round was not given to you.
error-interview-excluded = { $interview } is excluded from the analysis.
error-coding-finished = Your coding of { $interview } is finished: reopen it to go back to it.

## Undo

error-nothing-to-undo = There is nothing to undo.
error-nothing-to-redo = There is nothing to redo.
error-undo-changed-since = Cannot undo: { $by } has changed the same thing since ({ $what }).
error-undo-in-use = Cannot undo: { $by } stands on it ({ $what }).
error-undo-purge = A withdrawal of data cannot be undone.

## Coding files (CSV)

error-line = Line { $n }: { $what }
error-csv-no-header = the first line must name the columns { $columns }.
error-csv-column-missing = the column “{ $column }” is missing.
error-csv-bad-number = “{ $text }” is not a number.
error-csv-bad-row = the line cannot be read: { $reason }.
error-csv-half-range = start and end go together: one of them is missing.

## Merging two copies

error-merge-different-study = { $file } is another study: nothing was merged.
error-merge-same-op-differs = The operation { $op } is not the same in both copies: nothing was merged.
error-take-back-stands-on = Cannot take this merge back: { $op } stands on it.

## Unexpected

error-unexpected = Something unexpected happened: { $reason }. What was saved still is.
