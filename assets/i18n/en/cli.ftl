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
cli-reading = Note a re-reading
cli-search = Search the transcripts
cli-log = Show the audit trail
cli-undo = Undo the last operation
cli-redo = Redo what was undone
cli-merge = Merge another copy of the study
cli-settle = Settle a conflict
cli-unite = Unite two items
cli-backup = List, make or restore backups
cli-check = Check the integrity of the study
cli-export = Export
cli-purge = Erase the data of a participant who withdraws
cli-bench = Time the main operations
cli-generate = Make a synthetic study
cli-completions = Write the completions for a shell

## Help: common options

cli-option-json = Write one JSON document on standard output
cli-option-as = Who acts (name or identifier of a member)
cli-option-lang = Language of the messages: fr or en
cli-argument-project = Study file (.ancrage)
cli-argument-files = Files to import
cli-argument-interview = Name or identifier of an interview

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
