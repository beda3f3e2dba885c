### Refusals and failures: what happened, where, what to do. One clear sentence without technical words.

## Study file

error-file-not-found = { $file } cannot be found. Check its name and folder.
error-file-exists = { $file } exists already. Choose another name.
error-file-not-readable = { $file } cannot be read: { $reason }.
error-file-not-writable = { $file } cannot be written: { $reason }.
error-folder-takes-nothing = { $file } cannot be created: the folder { $folder } takes no file. Choose another.
error-folder-not-found = The folder { $folder } does not exist.
error-not-a-study = { $file } is not an { -ancrage } study.
error-study-newer = { $file } was written by a newer version of { -ancrage }: update the program to open it.
error-study-damaged = { $file } is damaged: { $reason }. Nothing was changed; restore a backup.
error-study-locked = { $file } is open in another window or by somebody else. Close it there first.
error-study-read-only = { $file } is write-protected: save a copy to work.
error-disk-full = { $file }: there is no room left on the disk. Your last act is not saved.
error-migration-failed = { $file } could not be upgraded: { $reason }. The backup made before is intact.
error-example-unavailable = The example study could not be prepared: { $reason }.
error-file-is-folder = { $file } is a folder: choose a file.
error-file-not-opened = { $file } cannot be opened: { $reason }.
error-file-not-a-file = { $file } is not an ordinary file (it is a device or a pipe): choose a document.
error-file-changing = { $file } is changing while it is being read: wait until it is saved or synchronised, then try again.
error-file-in-use = { $file } is open in another program that keeps it to itself: save it, close it, then try again.
error-study-empty = { $file } is empty: it is no { -ancrage } study. Restore a backup.
error-study-cut = the end of the file is missing ({ $found } bytes of { $expected })
error-study-gone = { $file } does not answer any more: { $reason }. Check the stick, the shared folder or the disk, then open the study again.
error-study-interrupted = { $file }: writing was interrupted. Open the study once in a place where it can be changed, and it will put itself right.
error-study-no-lock = { $file }: nothing here keeps the study from being opened twice at once ({ $reason }). Copy it to an ordinary disk.
error-opened-for-reading = The study is open for reading only: nothing was changed.
error-project-closed = The study was closed: open it again.
error-text-missing = A text is missing from the study (revision { $revision }). Restore a backup.
error-operation-unreadable = The operation { $op } cannot be read. Restore a backup.
error-this-file = The study file
error-reason-denied = access denied
error-reason-interrupted = reading or writing was interrupted
size-megabytes = { $value } MB

## File to import

error-read-empty = { $file } is empty: check that copying or downloading was completed.
error-read-too-large = { $file } is too large ({ $size }): the limit is { $limit }.
error-read-unpacks-too-large = { $file } holds more than { $limit } once unpacked; it is not read.
error-read-too-long = { $file } holds more than { $limit } of text: divide it into several files.
error-read-too-many-parts = { $file } holds too many parts for a real document; it is not read.
error-read-pages = { $file } is a Pages document: in Pages, export it to Word (.docx).
error-read-xml = { $file } is an XML file: open it in Word or LibreOffice and save it as .docx or .odt.
error-read-file-archive = { $file } is an archive of files: unpack it and choose the documents that it holds.
error-read-too-deep = { $file } nests too many elements for a real document; it is not read.
error-read-broken = { $file } is damaged: open it in Word or LibreOffice and save it again.
error-read-not-a-document = { $file } is no Word document, no OpenDocument text and no sheet of who speaks and what is said: copy its text into a .docx, or name the columns “Speaker” and “Text” and save it as .xlsx.
error-read-lock-file = { $file } is the file that Word keeps while the document is open: choose the document itself.
error-read-old-word = { $file } is in the old Word format (.doc): open it in Word or LibreOffice and save it as .docx.
error-read-encrypted = { $file } is protected by a password: open it in Word or LibreOffice and save it without one.
error-read-macros = { $file } holds macros: save it as .docx, without them.
error-read-broken-pdf = { $file } is a PDF that cannot be read: open it in Word or LibreOffice and save it as .docx.
error-read-encrypted-pdf = { $file } is a PDF protected by a password: open it and print it to a new PDF without one.
error-read-scanned-pdf = { $file } is a PDF without text, probably scanned: ask for the original document, or pass the PDF through character recognition.
error-read-too-demanding = { $file } takes too much time or memory; it is not read. Save its text as .docx or .txt, or divide it into several files.
error-read-web-page = { $file } is a web page in a single file (.mht) whose page cannot be read: open it and save it as .html, or copy its text into a .docx.
error-read-recording = { $file } is a recording: choose its transcript, the text made from it.
error-read-picture = { $file } is a picture: choose the text that it shows, or pass it through character recognition.
error-read-not-text = { $file } is not a text: save the transcript as .docx, .odt or .txt.
error-read-unknown-encoding = The encoding “{ $encoding }” is not known.

## Names

error-name-empty = The name is empty.
error-name-unknown = Nothing is called “{ $name }”.
error-name-ambiguous = Several items are called “{ $name }”; choose one of these identifiers: { $ids }.
error-name-taken = “{ $name }” exists already in that place.
error-id-unknown = No item has the identifier { $id }.
error-member-unknown = Nobody in the team is called “{ $name }”.
error-member-needed = The team has several people ({ $names }): say who acts with --as.
error-interview-unknown = No interview is called “{ $name }”.
error-code-unknown =
    { $method ->
        [thematic] No code is called “{ $name }”.
       *[grounded] No label is called “{ $name }”.
    }
error-participant-unknown = No participant is called “{ $name }”.
error-names-known = Known names: { $names }
error-names-more = Known names, among others: { $names }

## Passages, labels

error-range-outside = The passage { $start }–{ $end } leaves the text, which has { $length } characters.
error-range-empty = The passage is empty: select at least one word.
error-code-deleted = “{ $code }” was deleted: bring it back or choose another.
error-code-into-itself = An item cannot be put under what it contains: choose another place.
error-already-applied = “{ $code }” is on this passage already.
error-quote-differs = The text says “{ $found }” and not “{ $quote }”.
error-round-sealed = This coding was declared done and sealed: it does not change before the round is opened. To go on with it, reopen it.
error-round-not-yours = This double-coding round was not given to you.
error-interview-excluded = { $interview } is excluded from the analysis.
error-coding-finished = Your coding of { $interview } is finished: reopen it to go back to it.
error-cuts-character = The passage { $start }–{ $end } cuts a character in two: move its edges.
error-withdrawn = The words of this participant were withdrawn: nothing of them is left to read or to label.
error-text-moved-on = The text has been corrected meanwhile: reopen the turns to start from the current text.
error-turns = These turns do not fit the text: they overlap, leave it, or nobody speaks them.
error-nothing-to-change = Nothing to change: it is so already.
error-not-a-version = { $version } is not one of the versions to choose from.
error-not-unitable = These two items cannot be united: two of the same sort are needed (interviews, labels or codes, participants, members).
error-layer-unknown = “{ $layer }” is not a layer: write experiential or thematic.

## From labels to theory

error-level-above = “{ $code }” would stand under “{ $above }”, which is of a lower level: change the level of “{ $above }” first, or choose another place.
error-level-below = “{ $code }” would be of a lower level than “{ $below }”, which stands under it: move “{ $below }” out first, or change its level too.
error-dimension-ends = A dimension has two poles, or at least two values in an order.
error-value-twice = Two values of the dimension are called “{ $name }”: give them different names.
error-not-on-dimension = There is no such position on the dimension of “{ $property }”: open the property to see its poles.
error-related-to-itself = “{ $code }” cannot be related to itself.
error-related-already = This relation is there already: { $relation }. Add passages to it instead.
error-part-of-itself = “{ $part }” cannot be part of “{ $whole }”: “{ $whole }” is already part of “{ $part }”.
error-type-in-use = The type “{ $name }” is that of the relation { $relation }: give it another type first.
error-grid-named-twice = “{ $name }” is already on line { $first }: keep one of the two lines.
## Undo

error-nothing-to-undo = There is nothing to undo.
error-nothing-to-redo = There is nothing to redo.
error-undo-changed-since = Cannot undo: { $by } has changed the same thing since ({ $what }).
error-undo-in-use = Cannot undo: { $by } stands on it ({ $what }).
error-undo-purge = A withdrawal of data cannot be undone.
error-undo-unknown = Cannot undo: this operation is not in this file.
error-somebody = somebody

## Coding files (CSV)

error-line = Line { $n }: { $what }
error-table = { $file }: { $what }
error-csv-empty = the table is empty: its first line must name the columns.
error-csv-not-text = this is no table of text: save it as CSV.
error-csv-column-missing = the column “{ $column }” is missing: the first line must name it.
error-csv-column-twice = the column “{ $column }” is named twice.
error-csv-bad-row = the line cannot be read: { $reason }.
error-csv-empty-cell = the column “{ $column }” is empty.
error-csv-bad-number = “{ $text }” in the column “{ $column }” is not a whole number.
error-csv-bad-value = “{ $text }” does not suit the column “{ $column }”.
error-csv-bad-range = the passage { $start }–{ $end } is empty or runs backwards.
error-csv-half-coding = a passage and its label (code) go together: one of them is missing.
error-csv-empty-level = the path “{ $path }” has an empty level.

## Merging two copies

error-merge-different-study = The other file is another study: nothing was merged.
error-merge-same-op-differs = The operation { $op } is not the same in both copies: nothing was merged.
error-take-back-stands-on = Cannot take this merge back: { $by } stands on it ({ $what }).
error-merge-other-damaged = The other copy is damaged ({ $reason }): nothing was merged. Take one of its backups.
error-no-merge = There is no merge to take back.
error-backup-unknown = No backup has the identifier { $id }.

## Unexpected

error-unexpected = Something unexpected happened: { $reason }. What was saved still is.
error-participant-speaks = This participant speaks in { $interview }: exclude them, or withdraw their words first.

## Search

error-query-empty = There is no word to look for.
error-query-only-excluded = The query only says what to leave out: add a word to find.
error-query-too-long = The query is too long: { $count } words at most.
error-query-too-deep = Too many parentheses inside one another: { $count } at most.
error-query-regex = The expression between slashes cannot be read: { $problem } (sign { $count }).
regex-open-group = a parenthesis is not closed
regex-stray-close = a parenthesis closes nothing
regex-open-class = a bracket is not closed
regex-nothing-repeated = nothing stands before the sign of repetition
regex-bad-count = the number of repetitions between braces does not fit
regex-bad-range = a range between brackets goes backwards
regex-bad-escape = a backslash does not stand before a sign that it can change
regex-not-offered = looking ahead or back and repeating a group are not possible here
regex-too-deep = too many groups inside one another
regex-unreadable = it is not complete or not allowed
error-query-regex-too-large = The expression between slashes is too large: simplify it.
error-query-took-too-long = The search takes too long: make it more precise.
error-index = The search index cannot be prepared: { $reason }.

## Claims of saturation, countersignatures, review.

error-claim-argument = A claim begins with the argument, in a few sentences: why the categories are dense.
error-claim-nothing-coded = Nothing is coded to the end at this level: no interview whose coding is finished holds a passage there. Code first, then declare the coding finished.
error-claim-nothing-finished = No interview is coded to the end: declare its coding finished first.
error-claim-empty = The claim { $at }+{ $confirm } cannot be checked: it takes an interview, counted from 1, and at least one that confirms.
error-sheet-folder = “{ $folder }” is there already, without the sheet “{ $sheet }” whose figures it would hold: give the sheet another name, or move that folder. Nothing was written.
error-claim-beyond =
    { $n ->
        [one] The claim { $at }+{ $confirm } goes beyond the last interview: only { $n } is coded to the end.
       *[other] The claim { $at }+{ $confirm } goes beyond the last interview: { $n } are coded to the end.
    }
error-claim-unfinished = The claim covers interviews that are still being coded: { $interviews }. Finish them, or leave them out of the analysis.
error-claim-sealed = The claim covers interviews in a sealed round: { $interviews }. Open the double coding first.
error-claim-blind = A sealed round hides the work of others from you ({ $rounds }): the figures would be partial. Claim once the round is open.
error-claim-not-made = Nothing is claimed yet: the argument is written, the figures are not frozen.
error-claim-order = The chosen order leaves out { $interviews }: name every interview whose coding is finished, or leave it out of the analysis.
error-visa-signed = { $director } signed a visa on this claim: nobody else can change it.
error-visa-proof = A visa typed in for somebody else needs its proof: attach the e-mail or the signed page.
error-claim-not-its-director = { $member } is not among the directors whose countersignature this claim asks for.
error-not-a-director = { $member } does not have the role of director in this study.
error-director-reads = A director reads and comments; passages and labels belong to those who code. To code as well, take part in a double coding.
error-review-copy-only = This review copy is that of { $director }: one reads, comments and countersigns in it. All else is done in the study itself.
error-beyond-review = A review copy brings back only the comments, countersignatures and reading marks of { $director }. This one holds something else: { $what }. Nothing of it was taken in; the file stays as it is.
beyond-record = { $kind } × { $n }
beyond-name =
    { $n ->
        [one] one comment, countersignature or mark in the name of { $member }
       *[other] { $n } comments, countersignatures or marks in the name of { $member }
    }
beyond-by =
    { $n ->
        [one] one item touched by { $member }
       *[other] { $n } items touched by { $member }
    }
beyond-purge = a removal of words
error-strange-replies = { $file } speaks of what this study never held, or countersigns what it was not asked to: { $what } Nothing was taken in; the file stays as it is.
error-refusal-reason = A refusal has a reason: one sentence is enough, the student starts from it.
error-no-replies = { $file } is not a file of replies to a review.
error-replies-other-study = These replies are about another study.
