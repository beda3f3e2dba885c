### Command line: help, table headings, messages.

## Help: the program and its subcommands

cli-about = Grounded-theory analysis of interviews. Without arguments, opens the window.
cli-new = Create a study
cli-demo = Prepare the example study and open it
cli-import = Import transcripts
cli-interviews = List the interviews
cli-participants = List or import participants
cli-show = Show the text of an interview and its turns
cli-text = Correct or replace the text of an interview
cli-place = List the passages to place again, or place one
cli-codes = Show the tree of labels (codes), or import one
cli-codings = List or import passages
cli-finish = Declare a coding finished
cli-speakers = List the speakers of an interview, or correct them
cli-speakers-set = Correct a speaker: name, role, participant
cli-reading = Note a re-reading
cli-search = Search the transcripts
cli-terms = Count the words, by participant and by group
cli-log = Show the audit trail
cli-undo = Undo the last operation
cli-redo = Redo what was undone
cli-merge = Merge another copy of the study
cli-settle = Settle a conflict
cli-unite = Unite two items
cli-backup = List, make or restore backups
cli-check = Check the integrity of the study
cli-purge = Erase the data of a participant who withdraws
cli-bench = Time the main operations
cli-generate = Make a synthetic study
cli-completions = Write the completions for a shell
cli-export = Export to a file
cli-text-replace = Replace the text by that of a corrected file
cli-participants-import = Import the table of participants (CSV, Excel)
cli-codes-import = Import a code book (CSV, REFI-QDA .qdc)
cli-codings-import = Import coded passages (CSV): all or nothing
cli-backup-list = List the backups
cli-backup-now = Make a backup now
cli-backup-restore = Restore a backup into a new file

## Help: common options

cli-option-json = Write one JSON document on standard output
cli-option-as = Who acts (name or identifier of a member)
cli-option-lang = Language of the messages: fr or en
cli-argument-project = Study file (.ancrage)
cli-argument-files = Files to import
cli-argument-interview = Name or identifier of an interview
cli-option-title = Title of the study
cli-option-member = Member of the team, with the role: NAME, NAME:student, NAME:coder or NAME:director
cli-option-study-lang = Language of the messages and of the interviews of the study: fr (default) or en
cli-option-no-window = Do not open the window
cli-option-interviewer = Label of the interviewer in the text, as written there
cli-option-participant = Pseudonym of the participant
cli-option-encoding = Encoding of a .txt file, where it is guessed wrong: utf-8, windows-1252, macintosh…
cli-option-comments = Comments in the margin: as-codings (make passages of them) or skip (leave them; default)
cli-option-parts = A file that holds several interviews: split (make them several), keep (make it one) or auto (the default)
cli-option-unite-spellings = Take close spellings (EMG 5, EMG5, Emg 5) for one person
cli-option-no-original = Do not keep the original file in the study
cli-option-preview = Show what would be imported, without writing anything
cli-option-name = What the speaker is to be called
cli-option-role = Role: participant, interviewer, other, nobody (what is said is no turn any more) or speech (the label is speech)
cli-argument-label = The speaker, as the list names them
cli-option-revision = An older state of the text, by its identifier
cli-option-coder = Count this coder (or these, separated by commas)
cli-option-coder-list = Only this coder (or these, separated by commas)
cli-option-agreed = Count what was agreed only
cli-option-layer = Layer: experiential, thematic or any (default)
cli-option-code = Only this label (code): path, name or identifier
cli-option-below = With what is below it
cli-option-interview = Only this interview
cli-option-reopen = Reopen a finished coding
cli-option-minutes = How long the re-reading took, in minutes
cli-option-since = Since this day (2026-03-01), this instant, or after this operation
cli-option-dry-run = Show what would come, without changing anything
cli-option-take-back = Take the last merge back
cli-option-keep = Version to keep, by its identifier
cli-option-remove-plain = Delete the plain file, its backups and its index once the protected file was read back
cli-option-kept-versions = Version to keep where the copies disagree, taken with the merge in one step; as often as needed
cli-option-yes = Do not ask for confirmation
cli-option-format = Format: docx, xlsx, html, csv or json
cli-option-what = What: quotes (excerpts), coded-text (labelled interviews), codebook; as csv or json, codings (the default), codes, participants, relations; as json, interviews, log
cli-option-excel = CSV for Excel in French: semicolons and a byte order mark
cli-option-comma = CSV with commas, for programs
cli-option-by = Excerpts put together by code (the default) or by interview
cli-option-export-code = Only this label (code) and what is below it; may be repeated
cli-option-export-interview = Only this interview; may be repeated
cli-option-attributes = Characteristics told beside the participant, separated by commas
cli-option-with-comments = With the coders' comments
cli-option-output = File to write
cli-option-restore-output = File of the restored copy
cli-option-help = Show this help
cli-option-version = Show the version
cli-argument-new-project = Study file to create (.ancrage)
cli-argument-demo-project = File to create; else a new file in the current folder
cli-argument-participants-file = Table, CSV or Excel: a column of pseudonyms, one for each characteristic
cli-argument-codes-file = Code book .qdc, or table CSV: path, and if needed layer, in_vivo, colour, definition, level, include, exclude, example
cli-argument-codings-file = CSV table: interview, start, end, code, coder, and optionally quote, layer
cli-argument-text-file = The corrected text (.txt or .docx)
cli-argument-coding = Passage, by its identifier
cli-argument-start = Position of the first character
cli-argument-end = Position after the last
cli-argument-other = The other copy of the study
cli-argument-record = Item, by its identifier
cli-argument-group = What the versions disagree about, as merge shows it
cli-argument-first = The one that stays (name or identifier)
cli-argument-second = The one that joins it
cli-argument-participant = Name or identifier of a participant
cli-argument-backup = Backup, by its identifier
cli-argument-shell = bash, zsh, fish, elvish or powershell

## Help: headings

cli-value-name =
    { $value ->
        [project] PROJECT
        [files] FILE
        [file] FILE
        [interview] INTERVIEW
        [member] MEMBER
        [title] TITLE
        [person] NAME[:role]
        [participant] PARTICIPANT
        [label] LABEL
        [encoding] ENCODING
        [revision] REVISION
        [coders] CODER[,CODER]
        [code] PATH
        [attributes] CHARACTERISTIC[,CHARACTERISTIC]
        [coding] CODING
        [start] START
        [end] END
        [minutes] MINUTES
        [moment] DATE|OPERATION
        [other] OTHER
        [record] RECORD
        [group] GROUP
        [kept] RECORD=FIELD=VERSION
        [version] VERSION
        [backup] BACKUP
        [layer] LAYER
        [interviews] INTERVIEW[,INTERVIEW]
        [level] LEVEL
        [columns] COLUMNS
        [order] ORDER
        [round] ROUND
        [text] TEXT
        [unit] UNIT
        [relation] RELATION
        [difference] DIFFERENCE
        [verdict] DECISION
        [edges] START-END
        [codes] CODE,CODE
        [rule] RULE
        [shell] SHELL
        [query] QUERY
        [attribute] ATTRIBUTE
        [format] FORMAT
        [role] ROLE
        [claim] CLAIM
        [choice] CHOICE
        [category] CATEGORY|RELATION
        [day] DAY
        [name] NAME
        [type] TYPE
        [schema] SCHEMA
        [memo] MEMO
        [thread] THREAD
        [command] COMMAND
       *[other] VALUE
    }
cli-option-growth = Compare two synthetic studies, of 50 and of 500 interviews
cli-option-only = One part only: open, apply, bulk, correct, merge, backup
cli-option-probe = Open the study in this process and tell what that takes
cli-option-interviews = Number of interviews (20)
cli-option-words = Number of words in each interview (5000)
cli-option-codes = Number of labels (120)
cli-option-codings = Number of passages, of all coders together (2000)
cli-option-coders = Number of coders (2)
cli-option-seed = Another seed makes another study (1)
cli-help-usage = Usage:
cli-help-commands = Commands:
cli-help-arguments = Arguments:
cli-help-options = Options:
cli-help-more = For help: { $command }

## Wrong usage

usage-unknown-argument = The option or argument “{ $argument }” is not known here.
usage-unknown-command = The command “{ $command }” is not known.
usage-did-you-mean = Did you mean “{ $suggestion }”?
usage-missing = Missing: { $arguments }.
usage-missing-command = A command is missing: { $commands }.
usage-missing-value = The option { $argument } needs a value.
usage-bad-value = “{ $value }” does not suit { $argument }.
usage-possible = Possible: { $values }.
usage-conflict = { $argument } does not go with { $other }.
usage-too-many = “{ $value }” is too much for { $argument }.
usage-twice = { $argument } is given several times.
usage-not-text = An argument is no readable text.
usage-other = The command is not understood.
usage-role = “{ $role }” is not a role: write student, coder or director.
usage-since = “{ $text }” is neither a day (2026-03-01), nor an instant, nor an operation.
usage-identifier = “{ $text }” is not an identifier.
usage-group = “{ $text }” is not a field: take the one that merge shows, for example code.name.
usage-place = To place a passage, give the passage, the start and the end.
usage-merge = Give the other copy of the study, or --take-back.

## Table headings

column-name = Name
column-id = Identifier
column-date = Date
column-duration = Duration
column-status = Status
column-words = Words
column-turns = Turns
column-passages = Passages
column-readings = Re-readings
column-participants = Participants
column-speaker = Speaker
column-role = Role
column-code =
    { $method ->
        [thematic] Code
       *[grounded] Label
    }
column-definition = Definition
column-own = Own
column-total = Total
column-coder = Coder
column-interview = Interview
column-quote = Passage
column-start = Start
column-end = End
column-state = State
column-when = When
column-who = Who
column-what = What
column-file = File
column-warnings = Warnings
column-kind = Kind
column-level = Level
column-layer = Layer
column-finished = Coding finished
column-interviews = Interviews
column-proposal = Proposal
column-score = Likeness
column-time = Time
column-text = Text
column-size = Size
column-operations = Operations
column-ours = Ours
column-theirs = Theirs
column-colour = Colour

## Messages

cli-created = Study created: { $file }
cli-demo-ready = Example study ready: { $file }
cli-demo-no-display = No display: the window is not opened.
cli-imported = { $file }: { $interview }, { turn-count }, { $words }
cli-import-failed = { $file }: { $reason }
cli-codings-imported =
    { $method ->
        [thematic]
            { $n ->
                [one] { $n } coded passage imported
               *[other] { $n } coded passages imported
            }
       *[grounded]
            { $n ->
                [one] { $n } labelled passage imported
               *[other] { $n } labelled passages imported
            }
    }
cli-undone = Undone: { $what }
cli-redone = Redone: { $what }
cli-finished = Coding of { $interview } finished.
cli-reopened = Coding of { $interview } reopened.
cli-reading-noted = Re-reading of { $interview } noted.
cli-check-sound = The study is sound: { $n } operations read again.
cli-check-findings =
    { $n ->
        [one] { $n } point to look at
       *[other] { $n } points to look at
    }
cli-nothing-to-show = Nothing to show.
cli-error = Error: { $what }
cli-warning = Warning: { $what }
cli-undoes = undoes { $what }
cli-demo-here = The file { $file } is new: nothing was replaced.
cli-demo-passages = Passages of the interviews coded by two people — shared: { $both }; by { $first-coder } only: { $first }; by { $second-coder } only: { $second }.
cli-window-failed = The window could not open ({ $reason }). { $command } shows what can be done here.
cli-no-display = No display: the window cannot open. { $command } shows what can be done here.
cli-reading-file = Reading: { $file }
cli-import-partly =
    { $n ->
        [one] { $n } file of { $n-total } refused; the others are in the study.
       *[other] { $n } files of { $n-total } refused; the others are in the study.
    }
cli-import-nothing = No file was imported.
cli-import-would-be = { $file }: would become { $interviews }.
cli-import-preview-nothing = Nothing to import.
cli-import-same-as = { $label }: { $other }, no doubt (--unite-spellings).
cli-speakers-corrected = Speakers of interview { $interview } corrected.
cli-basis = Basis: { $coders }; layer: { $layer }.
cli-basis-n = N = { $n } (coding finished), of { $n-total } analysed interviews.
cli-basis-reference = agreed coding, else main coder
cli-basis-agreed = agreed coding
cli-basis-everybody = everybody
cli-nothing-agreed = No interview has been reconciled yet: choose a coder with --coder.
cli-bench-no-part = There is no measure “{ $name }”: choose among { $known }.
cli-bench-nothing-to-code = Nothing to measure: it takes an interview in which a participant speaks, and a code.
cli-bench-silent = The study does not answer: the measuring was stopped.
cli-text-replaced = Text of { $interview } replaced. Passages moved: { $moved }; changed: { $changed }; to place again: { $to-place }.
cli-placed = Passage placed: { $quote }
cli-codes-imported = Code book read: { code-count } more.
cli-participants-imported =
    { $n ->
        [one] Table read: { $n } participant.
       *[other] Table read: { $n } participants.
    }
cli-nothing-new = Nothing new: everything is there already.
cli-codings-new-member = “{ $name }” was not in the team and joins it as a coder. If that is a typing error, undo it (ancrage undo), correct the table and import again.
cli-readings-imported =
    { $n ->
        [one] { $n } reading without a passage noted.
       *[other] { $n } readings without a passage noted.
    }
cli-merged =
    { $n ->
        [one] { $n } operation received.
       *[other] { $n } operations received.
    }
cli-merge-plan =
    { $n ->
        [one] { $n } operation would come; nothing was changed.
       *[other] { $n } operations would come; nothing was changed.
    }
cli-merge-new = New: { $what }.
cli-merge-conflicts = Conflicts, to be settled with settle:
cli-merge-same = Possible doubles, to be united with unite:
cli-merge-to-place = { $n } to place again: see place.
cli-taken-back =
    { $n ->
        [one] Merge taken back: { $n } operation left.
       *[other] Merge taken back: { $n } operations left.
    }
cli-settled = Conflict on { $name } settled ({ $group }).
cli-united = United under the name { $name }.
cli-purge-ask = Erase for ever the words of participant { $participant }, here, in the backups and in the copies that will merge? Type the name to confirm:
cli-purge-not-confirmed = Nothing was erased: the name was not confirmed (without a terminal, add --yes).
cli-purged =
    { $n ->
        [one] Data erased: { $n } operation blanked.
       *[other] Data erased: { $n } operations blanked.
    }
cli-purge-decide = Texts that may repeat these words, to be read again:
cli-backup-made = Backup made: { $id }
cli-backup-restored = Backup restored: { $file }
cli-exported =
    { $n ->
        [one] { $file }: { $n } line.
       *[other] { $file }: { $n } lines.
    }
cli-export-onto-project = { $file } is a study file: choose another name.
cli-export-no-such-form = There is no “{ $what }” in { $format }. This format offers: { $offers }.
cli-output-broken = The output cannot be written: { $reason }.
cli-status-withdrawn = withdrawn
cli-version = { -ancrage } { $version }

## Check

check-database = the database is damaged: { $reason }
check-dangling-row = a row of the table { $table } leads nowhere
check-operation = the operation { $op } cannot be read: { $reason }
check-journal = the journal holds { $found } operations, not the { $noted } that were noted
check-counter = the operation { $op } replaces { $base }, which is not before it
check-record = the item { $record } is not what the journal says
check-blob = the content { $digest } is damaged
check-original-missing = the original file of interview { $interview } is missing
check-text-missing = the text { $revision } is missing
check-text-differs = the text { $revision } is not the one that was expected
check-place = the place noted for passage { $coding } is impossible
check-not-purged = the operation { $op } still holds withdrawn words
check-quote = the passage { $coding } does not say what the text says in its place
check-conflict = two versions to settle: “{ $record }” ({ $field })
check-dangling = “{ $record }” refers to an item that is deleted or absent ({ $field })
check-circle = “{ $record }” is part of a circle: its link ({ $field }) is left aside

## Search

cli-argument-query = Words, "a phrase", dis*, word~, -word, OR, /regex/
cli-option-speaker = The words of the participants (the default), of everybody (all), of the interviewers, or of one participant
cli-option-only-interviews = Only this interview; may be repeated
cli-option-attribute-value = Only participants with this value of an attribute: Sex=woman
cli-option-exact = Accents and form exact, case aside
cli-option-search-in = Where to look: texts (the default), memos, codes
cli-option-coded = Only in passages coded so; may be repeated
cli-option-not-coded = Only outside of passages coded so; may be repeated
cli-option-hits-order = In the order of the text (text, the default) or by relevance (rank)
cli-option-search-limit = How many results to show (50 by default); totals are of all
cli-option-context = How many characters of context on either side (40 by default)
cli-option-hits-csv = Write a CSV table on standard output
cli-option-by-attribute = Compare the groups that this attribute makes
cli-option-stop-list = The words not to count, instead of the list provided: one or several a line
cli-option-show-stop = Show the list of words provided, to change it
cli-search-found =
    { $count ->
        [0] No occurrence.
        [one] { $count } occurrence
       *[other] { $count } occurrences
    }
cli-search-shown = { $count } shown: --limit shows more.
cli-search-both-coded = --coded and --not-coded do not go together.
cli-search-attribute = “{ $typed }”: write an attribute and its value, such as Sex=woman. Known attributes: { $known }.
column-before = Before
column-after = After
column-term = Word
column-forms = Forms
column-log-likelihood = G²
column-most-in = Most in
